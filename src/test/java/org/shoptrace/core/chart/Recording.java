package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A canvas that remembers what was drawn, for tests of where things stand.
final class Recording implements Canvas {
    record DrawnLine(Stroke stroke, List<Double> places) {}

    record DrawnArea(Fill fill, boolean faint, Box box) {}

    record DrawnGlyph(Glyph glyph, Box box) {}

    record DrawnText(TextStyle style, List<String> lines, Box box) {
        String words() {
            return String.join(" ", lines);
        }
    }

    record DrawnMark(Datum datum, Optional<Glyph> glyph, boolean faint, Box box) {}

    final List<DrawnLine> lines = new ArrayList<>();
    final List<DrawnArea> areas = new ArrayList<>();
    final List<DrawnGlyph> glyphs = new ArrayList<>();
    final List<DrawnText> texts = new ArrayList<>();
    final List<DrawnMark> marks = new ArrayList<>();
    private final TextMeasure measure;

    Recording(TextMeasure measure) {
        this.measure = measure;
    }

    /// Draws into a place of that size, at the upper left corner.
    static Recording of(Chart chart, TextMeasure measure, double width, double height) {
        Recording recording = new Recording(measure);
        ChartDrawing.of(chart, measure).draw(recording, new Box(0, 0, width, height));
        return recording;
    }

    /// As large as it would like to be at that width.
    static Recording of(Chart chart, TextMeasure measure, double width) {
        return of(chart, measure, width, ChartDrawing.of(chart, measure).height(width));
    }

    DrawnText text(String words) {
        return texts.stream().filter(text -> text.words().equals(words)).findFirst().orElseThrow(() -> new AssertionError(words));
    }

    DrawnMark mark(String key) {
        return marks.stream().filter(mark -> mark.datum().key().equals(key)).findFirst().orElseThrow(() -> new AssertionError(key));
    }

    List<DrawnArea> areas(Fill fill) {
        return areas.stream().filter(area -> area.fill().equals(fill)).toList();
    }

    /// The bars and segments, without what numbers stand on.
    List<DrawnArea> fills() {
        return areas.stream().filter(area -> area.fill().framed()).toList();
    }

    List<DrawnLine> lines(Stroke stroke) {
        return lines.stream().filter(line -> line.stroke().equals(stroke)).toList();
    }

    @Override
    public void line(Stroke stroke, double... places) {
        List<Double> all = new ArrayList<>();
        for (double place : places) {
            all.add(place);
        }
        lines.add(new DrawnLine(stroke, all));
    }

    @Override
    public void area(Fill fill, boolean faint, Box box) {
        areas.add(new DrawnArea(fill, faint, box));
    }

    @Override
    public void glyph(Glyph glyph, Box box) {
        glyphs.add(new DrawnGlyph(glyph, box));
    }

    @Override
    public void text(TextStyle style, Align align, double x, double top, List<String> lines) {
        double width = lines.stream().mapToDouble(line -> measure.width(line, style)).max().orElse(0);
        double left = switch (align) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        texts.add(new DrawnText(style, lines, new Box(left, top, width, lines.size() * measure.height(style))));
    }

    @Override
    public void upright(TextStyle style, double x, double y, String text) {
        double high = measure.width(text, style);
        double wide = measure.height(style);
        texts.add(new DrawnText(style, List.of(text), new Box(x - wide / 2, y - high / 2, wide, high)));
    }

    @Override
    public void mark(Datum datum, Optional<Glyph> glyph, boolean faint, Box box) {
        marks.add(new DrawnMark(datum, glyph, faint, box));
    }
}
