package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.chart.Canvas.Sign;

/// The outlines of signs, about the origin, in units of their size. A circle has none.
final class SignShape {
    private SignShape() {}

    /// @param to whether a line leads there
    record Move(boolean to, double x, double y) {}

    static List<Move> of(Sign sign) {
        return switch (sign) {
            case CIRCLE -> List.of();
            case SQUARE -> closed(-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9);
            case TRIANGLE -> closed(0, -1.1, 1.1, 0.9, -1.1, 0.9);
            case DIAMOND -> closed(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0);
            case CROSS -> List.of(new Move(false, -1, -1), new Move(true, 1, 1), new Move(false, -1, 1), new Move(true, 1, -1));
            case PLUS -> List.of(new Move(false, -1.2, 0), new Move(true, 1.2, 0), new Move(false, 0, -1.2), new Move(true, 0, 1.2));
        };
    }

    private static List<Move> closed(double... places) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < places.length; i += 2) {
            moves.add(new Move(i > 0, places[i], places[i + 1]));
        }
        moves.add(new Move(true, places[0], places[1]));
        return moves;
    }
}
