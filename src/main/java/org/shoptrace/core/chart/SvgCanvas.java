package org.shoptrace.core.chart;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.chart.Palette.Ink;
import org.shoptrace.core.markup.Markup;

/// Draws a chart as SVG, alone or inside a page. Colours follow the reader's light or dark setting.
public final class SvgCanvas implements Canvas {
    private static final String STYLE = "svg.chart{" + variables(true) + "font:12px Inter,system-ui,sans-serif}\n"
            + "@media (prefers-color-scheme:dark){svg.chart{" + variables(false) + "}}\n"
            + Stream.of(Ink.values())
                    .map(ink -> ".s-%1$s{stroke:var(%2$s);fill:none} .f-%1$s{fill:var(%2$s)}\n".formatted(name(ink), ink.variable()))
                    .collect(Collectors.joining())
            + ".bold{font-weight:600} .end{text-anchor:end} .mid{text-anchor:middle}\n";

    private final Markup markup;

    private SvgCanvas(Markup markup) {
        this.markup = markup;
    }

    /// The chart as a file of its own.
    public static String file(Chart chart) {
        Markup markup = new Markup();
        draw(chart, markup);
        return markup + "\n";
    }

    /// The chart inside a page.
    public static void draw(Chart chart, Markup markup) {
        ChartDrawing drawing = ChartDrawing.of(chart);
        String height = number(drawing.height());
        markup.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart", "role", "img", "aria-label", chart.title(),
                "viewBox", "0 0 " + ChartDrawing.WIDTH + " " + height, "width", number(ChartDrawing.WIDTH), "height", height);
        markup.element("style", STYLE);
        drawing.draw(new SvgCanvas(markup));
        markup.close();
    }

    private static String variables(boolean light) {
        return Stream.of(Ink.values())
                .map(ink -> ink.variable() + ":" + (light ? ink.light() : ink.dark()) + ";")
                .collect(Collectors.joining());
    }

    private static String name(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void open(String description) {
        markup.open("g").element("title", description);
    }

    @Override
    public void close() {
        markup.close();
    }

    @Override
    public void line(Ink ink, double width, double x1, double y1, double x2, double y2) {
        markup.empty("line", "class", "s-" + name(ink), "stroke-width", number(width), "x1", number(x1), "y1", number(y1), "x2", number(x2),
                "y2", number(y2));
    }

    @Override
    public void rectangle(Ink ink, double x, double y, double width, double height) {
        markup.empty("rect", "class", "f-" + name(ink), "x", number(x), "y", number(y), "width", number(width), "height", number(height));
    }

    @Override
    public void rectangle(Palette.Fill fill, double x, double y, double width, double height) {
        markup.empty("rect", "fill", fill.colour(), "stroke", fill.ink(), "stroke-width", "0.5", "x", number(x), "y", number(y), "width",
                number(width), "height", number(height));
        Hatching.of(fill.hatch(), x, y, width, height).forEach(line -> markup.empty(
                "line", "stroke", fill.ink(), "stroke-opacity", "0.45", "x1", number(line.x1()), "y1", number(line.y1()), "x2",
                number(line.x2()), "y2", number(line.y2())));
    }

    @Override
    public void sign(Sign sign, Ink ink, boolean filled, double x, double y, double size) {
        String style = "s-" + name(ink) + (filled ? " f-" + name(ink) : "");
        if (sign == Sign.CIRCLE) {
            markup.empty("circle", "class", style, "stroke-width", "1.5", "cx", number(x), "cy", number(y), "r", number(size));
            return;
        }
        StringBuilder path = new StringBuilder();
        for (SignShape.Move move : SignShape.of(sign)) {
            path.append(move.to() ? 'L' : 'M').append(number(x + move.x() * size)).append(' ').append(number(y + move.y() * size));
        }
        markup.empty("path", "class", style, "stroke-width", "1.5", "d", path.toString());
    }

    @Override
    public void text(Ink ink, boolean bold, Anchor anchor, double x, double y, String text) {
        String place = switch (anchor) {
            case START -> "";
            case MIDDLE -> " mid";
            case END -> " end";
        };
        markup.element("text", text, "class", "f-" + name(ink) + (bold ? " bold" : "") + place, "x", number(x), "y", number(y));
    }

    @Override
    public void text(String colour, double x, double y, String text) {
        markup.element("text", text, "fill", colour, "class", "mid", "x", number(x), "y", number(y));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
