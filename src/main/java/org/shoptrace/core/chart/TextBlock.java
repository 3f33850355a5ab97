package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.markup.DrawnText;

/// A text on its lines.
///
/// @param width of the widest line
record TextBlock(List<String> lines, TextStyle style, double width, double height) {
    /// A longer text ends with an ellipsis; the mark's name has all of it.
    private static final int MOST_LINES = 4;

    /// On as many lines as it has by itself.
    static TextBlock of(String text, TextStyle style, TextMeasure measure) {
        return of(List.of(DrawnText.of(text).split("\n", -1)), style, measure);
    }

    /// On one line that ends with an ellipsis where it would be wider.
    static TextBlock shortened(String text, TextStyle style, TextMeasure measure, double room) {
        String line = DrawnText.of(text).replace('\n', ' ');
        return of(List.of(measure.width(line, style) <= room ? line : cut(line, style, measure, room) + "…"), style, measure);
    }

    /// On as many lines as the width makes it: broken at spaces, in a word that is too wide at its hyphens, and anywhere at last.
    static TextBlock wrapped(String text, TextStyle style, TextMeasure measure, double room) {
        List<String> lines = new ArrayList<>();
        for (String line : DrawnText.of(text).split("\n", -1)) {
            wrap(line, style, measure, room, lines);
        }
        if (lines.size() > MOST_LINES) {
            String last = lines.get(MOST_LINES - 1);
            lines = new ArrayList<>(lines.subList(0, MOST_LINES));
            String fits = measure.width(last + "…", style) <= room ? last : cut(last, style, measure, room);
            lines.set(MOST_LINES - 1, fits + "…");
        }
        return of(lines, style, measure);
    }

    private static TextBlock of(List<String> lines, TextStyle style, TextMeasure measure) {
        double widest = lines.stream().mapToDouble(line -> measure.width(line, style)).max().orElse(0);
        return new TextBlock(List.copyOf(lines), style, widest, lines.size() * measure.height(style));
    }

    private static void wrap(String text, TextStyle style, TextMeasure measure, double room, List<String> lines) {
        if (measure.width(text, style) <= room) {
            lines.add(text);
            return;
        }
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text, style, measure, room)) {
            if (!line.isEmpty() && measure.width((line + piece).stripTrailing(), style) > room) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
    }

    /// Words with the space behind them.
    private static List<String> pieces(String text, TextStyle style, TextMeasure measure, double room) {
        List<String> pieces = new ArrayList<>();
        for (String word : text.split("(?<= )")) {
            if (measure.width(word.stripTrailing(), style) <= room) {
                pieces.add(word);
                continue;
            }
            for (String part : word.split("(?<=-)")) {
                String rest = part;
                while (measure.width(rest.stripTrailing(), style) > room && rest.codePointCount(0, rest.length()) > 1) {
                    String fits = fitting(rest, style, measure, room);
                    pieces.add(fits);
                    rest = rest.substring(fits.length());
                }
                pieces.add(rest);
            }
        }
        return pieces;
    }

    private static String cut(String text, TextStyle style, TextMeasure measure, double room) {
        return fitting(text, style, measure, room - measure.width("…", style)).stripTrailing();
    }

    /// The longest beginning that fits, of one character at least; nothing of nothing.
    private static String fitting(String text, TextStyle style, TextMeasure measure, double room) {
        int high = text.codePointCount(0, text.length());
        int low = Math.min(1, high);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (measure.width(text.substring(0, text.offsetByCodePoints(0, middle)), style) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, text.offsetByCodePoints(0, low));
    }

    /// Draws it with its upper left corner there.
    void start(Canvas canvas, double x, double top) {
        draw(canvas, Canvas.Align.START, x, top);
    }

    void middle(Canvas canvas, double x, double top) {
        draw(canvas, Canvas.Align.MIDDLE, x, top);
    }

    void end(Canvas canvas, double x, double top) {
        draw(canvas, Canvas.Align.END, x, top);
    }

    private void draw(Canvas canvas, Canvas.Align align, double x, double top) {
        if (lines.stream().anyMatch(line -> !line.isBlank())) {
            canvas.text(style, align, Math.round(x), Math.round(top), lines);
        }
    }
}
