package org.shoptrace.ui.kit.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import org.shoptrace.core.chart.Fill;
import org.shoptrace.core.chart.Glyph;
import org.shoptrace.core.chart.Ink;
import org.shoptrace.core.chart.Paper;

/// The inks and looks of charts as JavaFX paints them, made once for each paper.
final class Paints {
    private static final CornerRadii ROUNDED = new CornerRadii(2);
    private static final Paints LIGHT = new Paints(Paper.LIGHT);
    private static final Paints DARK = new Paints(Paper.DARK);

    private final List<Color> inks;
    private final Map<Fill, Background> fills = new HashMap<>();
    private final Map<Glyph, Background> glyphs = new HashMap<>();
    private final Border border;

    private Paints(Paper paper) {
        inks = Stream.of(Ink.values()).map(ink -> Color.web(ink.on(paper))).toList();
        border = new Border(new BorderStroke(color(Ink.BORDER), BorderStrokeStyle.SOLID, ROUNDED, BorderWidths.DEFAULT));
    }

    static Paints on(Paper paper) {
        return paper == Paper.LIGHT ? LIGHT : DARK;
    }

    Color color(Ink ink) {
        return inks.get(ink.ordinal());
    }

    Border border() {
        return border;
    }

    Background background(Fill fill) {
        return fills.computeIfAbsent(fill, one -> new Background(new BackgroundFill(paint(one), ROUNDED, Insets.EMPTY)));
    }

    /// The inner fill of a hollow shape is as much smaller as its outline is wide.
    Background background(Glyph glyph) {
        return glyphs.computeIfAbsent(glyph, one -> {
            BackgroundFill ink = new BackgroundFill(color(one.ink()), CornerRadii.EMPTY, Insets.EMPTY);
            return one.hollow()
                    ? new Background(ink, new BackgroundFill(color(Ink.PAPER), CornerRadii.EMPTY, new Insets(2)))
                    : new Background(ink);
        });
    }

    private Paint paint(Fill fill) {
        Color ink = color(fill.ink());
        return fill.pattern()
                .<Paint>map(pattern -> {
                    Color second = color(pattern.second());
                    return new LinearGradient(
                            pattern.x1(), pattern.y1(), pattern.x2(), pattern.y2(), false, CycleMethod.REPEAT,
                            List.of(new Stop(0, ink), new Stop(pattern.share(), ink), new Stop(pattern.share(), second),
                                    new Stop(1, second)));
                })
                .orElse(ink);
    }
}
