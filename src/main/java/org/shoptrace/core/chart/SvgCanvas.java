package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.markup.Markup;

/// Draws a chart as SVG, alone or inside a page, with its texts as text. Colours are those of its paper, or follow the reader's light or
/// dark setting.
public final class SvgCanvas implements Canvas {
    private final Markup markup;
    private final Print print;
    private final Typeface typeface;
    private final Set<String> defined = new HashSet<>();

    private SvgCanvas(Markup markup, Print print) {
        this.markup = markup;
        this.print = print;
        this.typeface = new Typeface(print.text());
    }

    /// The chart as a file of its own.
    public static String file(Print print) {
        Markup markup = new Markup();
        draw(print, markup);
        return markup + "\n";
    }

    /// The chart as a file of its own that carries texts along, each in a `metadata` element.
    public static String file(Print print, List<PictureText> carried) {
        Markup markup = new Markup();
        draw(print, carried, markup);
        return markup + "\n";
    }

    /// The chart inside a page.
    public static void draw(Print print, Markup markup) {
        draw(print, List.of(), markup);
    }

    private static void draw(Print print, List<PictureText> carried, Markup markup) {
        SvgCanvas canvas = new SvgCanvas(markup, print);
        String width = number(print.width());
        String height = number(print.height());
        markup.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart", "role", "img", "aria-label", print.title(), "viewBox",
                "0 0 " + width + " " + height, "width", width, "height", height,
                "font-family", "Inter, system-ui, sans-serif", "font-size", number(print.text()));
        markup.element("title", print.title());
        carried.forEach(text -> markup.carried("metadata", text.text(), "id", text.keyword()));
        if (print.paper().isPresent()) {
            markup.empty("rect", "width", width, "height", height, "fill", Ink.PAPER.on(print.paper().get()));
        } else {
            markup.element(
                    "style", "svg.chart{" + variables(Paper.LIGHT) + "}\n@media (prefers-color-scheme:dark){svg.chart{"
                            + variables(Paper.DARK) + "}}\n");
        }
        print.draw(canvas, canvas.typeface);
        markup.close();
    }

    private static String variables(Paper paper) {
        return Stream.of(Ink.values()).map(ink -> variable(ink) + ":" + ink.on(paper) + ";").collect(Collectors.joining());
    }

    private static String variable(Ink ink) {
        return "--chart-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String colour(Ink ink) {
        return print.paper().map(ink::on).orElse("var(" + variable(ink) + ")");
    }

    /// Where the page follows the reader's setting, as on light paper.
    private String faint() {
        return String.format(Locale.ROOT, "%.1f", print.paper().orElse(Paper.LIGHT).faint());
    }

    @Override
    public void line(Stroke stroke, double... places) {
        List<String> attributes = new ArrayList<>(List.of(
                "d", path(places, false), "style", "fill:none;stroke:" + colour(stroke.ink()), "stroke-width", number(stroke.width())));
        if (!stroke.dashes().isEmpty()) {
            attributes
                    .addAll(List.of("stroke-dasharray", stroke.dashes().stream().map(SvgCanvas::number).collect(Collectors.joining(" "))));
        }
        markup.empty("path", attributes.toArray(String[]::new));
    }

    @Override
    public void area(Fill fill, boolean faint, Box box) {
        String paint = fill.pattern().map(pattern -> striped(fill, pattern)).orElseGet(() -> colour(fill.ink()));
        String border = fill.framed() ? ";stroke:" + colour(Ink.BORDER) : "";
        double inset = fill.framed() ? 0.5 : 0;
        markup.empty(
                "rect", "class", fill.name(), "style", "fill:" + paint + border, "rx", "2", "opacity", faint ? faint() : "1",
                "x", number(box.x() + inset), "y", number(box.y() + inset), "width", number(Math.max(0, box.width() - 2 * inset)),
                "height", number(Math.max(0, box.height() - 2 * inset)));
    }

    /// The stripes are defined where they are used first.
    private String striped(Fill fill, Fill.Pattern pattern) {
        String id = print.name() + "-" + fill.name();
        if (defined.add(id)) {
            markup.open(
                    "linearGradient", "id", id, "gradientUnits", "userSpaceOnUse", "spreadMethod", "repeat", "x1", number(pattern.x1()),
                    "y1", number(pattern.y1()), "x2", number(pattern.x2()), "y2", number(pattern.y2()));
            String change = number(pattern.share());
            stop("0", fill.ink());
            stop(change, fill.ink());
            stop(change, pattern.second());
            stop("1", pattern.second());
            markup.close();
        }
        return "url(#" + id + ")";
    }

    private void stop(String offset, Ink ink) {
        markup.empty("stop", "offset", offset, "style", "stop-color:" + colour(ink));
    }

    @Override
    public void glyph(Glyph glyph, Box box) {
        glyph(glyph, false, box);
    }

    private void glyph(Glyph glyph, boolean faint, Box box) {
        String style = glyph.hollow()
                ? "fill:" + colour(Ink.PAPER) + ";stroke:" + colour(glyph.ink()) + ";stroke-width:2"
                : "fill:" + colour(glyph.ink());
        double inset = glyph.hollow() ? 1 : 0;
        String opacity = faint ? faint() : "1";
        if (glyph.sign() == Glyph.Sign.CIRCLE) {
            markup.empty("circle", "class", glyph.name(), "style", style, "opacity", opacity, "cx", number(box.centerX()), "cy",
                    number(box.centerY()), "r", number(box.width() / 2 - inset));
        } else {
            markup.empty(
                    "path", "class", glyph.name(), "style", style, "opacity", opacity, "d", path(glyph.sign().outline(box), true));
        }
    }

    @Override
    public void text(TextStyle style, Align align, double x, double top, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                double baseline = top + i * typeface.height(style) + typeface.ascent(style);
                text(style, align, lines.get(i), "x", number(x), "y", number(baseline));
            }
        }
    }

    @Override
    public void upright(TextStyle style, double x, double y, String text) {
        double middle = typeface.ascent(style) - typeface.height(style) / 2;
        text(style, Align.MIDDLE, text, "x", "0", "y", number(middle), "transform",
                "translate(" + number(x) + " " + number(y) + ") rotate(-90)");
    }

    private void text(TextStyle style, Align align, String text, String... attributes) {
        String anchor = switch (align) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
        Stream<String> common = Stream.of(
                "style", "fill:" + colour(style.ink()), "text-anchor", anchor, "font-weight", style == TextStyle.STRONG ? "600" : "400");
        markup.element("text", text, Stream.concat(common, Arrays.stream(attributes)).toArray(String[]::new));
    }

    @Override
    public void mark(Datum datum, Optional<Glyph> glyph, boolean faint, Box box) {
        markup.open("g", "class", "mark", "data-key", datum.key()).element("title", datum.says());
        if (glyph.isPresent()) {
            glyph(glyph.get(), faint, box);
        } else {
            markup.empty(
                    "rect", "fill-opacity", "0", "x", number(box.x()), "y", number(box.y()), "width", number(box.width()), "height",
                    number(box.height()));
        }
        markup.close();
    }

    private static String path(double[] places, boolean closed) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < places.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L').append(number(places[i])).append(' ').append(number(places[i + 1]));
        }
        return path + (closed ? "Z" : "");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
