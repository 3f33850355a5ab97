package org.shoptrace.core.report;

import java.util.List;
import java.util.Locale;
import org.shoptrace.core.report.IntervalChart.Bar;
import org.shoptrace.core.report.IntervalChart.Mark;
import org.shoptrace.core.report.IntervalChart.Panel;

/// Draws an interval chart as SVG, alone or inside a page. Colours follow the reader's light or dark setting; nothing is told by
/// colour alone.
final class SvgChart {
    private static final int WIDTH = 760;
    private static final int LEFT = 180;
    private static final int RIGHT = 190;
    private static final int PLOT = WIDTH - LEFT - RIGHT;
    private static final int ROW = 24;
    private static final int PANEL_TITLE = 28;
    private static final int LONGEST_LABEL = 24;

    private static final String STYLE = """
            svg.chart{--ink:#1f2328;--muted:#59636e;--line:#d1d9e0;--bar:#5b8dc9;--mark:#9a4f00;font:12px system-ui,sans-serif}
            @media (prefers-color-scheme:dark){svg.chart{--ink:#e6edf3;--muted:#9aa4af;--line:#3d444d;--bar:#3f6ea8;--mark:#e3a35c}}
            svg.chart text{fill:var(--ink)} svg.chart .muted{fill:var(--muted)} svg.chart .head{font-weight:600}
            svg.chart .end{text-anchor:end} svg.chart .mid{text-anchor:middle}
            svg.chart .grid{stroke:var(--line)} svg.chart .bar{fill:var(--bar)}
            svg.chart .whisker{stroke:var(--ink);stroke-width:1.5;fill:none} svg.chart .mark{fill:none;stroke:var(--mark);stroke-width:1.5}
            """;

    private SvgChart() {}

    /// The chart as a file of its own.
    static String file(IntervalChart chart) {
        Markup markup = new Markup();
        draw(chart, markup);
        return markup + "\n";
    }

    static void draw(IntervalChart chart, Markup markup) {
        int height = 24 + chart.panels().stream().mapToInt(SvgChart::height).sum();
        markup.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart", "role", "img", "aria-label", chart.title(),
                "viewBox", "0 0 " + WIDTH + " " + height, "width", number(WIDTH), "height", number(height));
        markup.element("style", STYLE);
        int top = 0;
        for (Panel panel : chart.panels()) {
            draw(panel, top, markup);
            top += height(panel);
        }
        for (int percent = 0; percent <= 100; percent += 25) {
            text(markup, x(percent / 100.0), top + 14, "muted mid", percent + " %");
        }
        markup.close();
    }

    private static int height(Panel panel) {
        return PANEL_TITLE + ROW * (panel.bars().size() + (panel.published().isEmpty() ? 0 : 1)) + 8;
    }

    private static void draw(Panel panel, int top, Markup markup) {
        text(markup, 0, top + 20, "head", panel.title());
        int first = top + PANEL_TITLE;
        int bottom = top + height(panel) - 8;
        for (int percent = 0; percent <= 100; percent += 25) {
            line(markup, "grid", x(percent / 100.0), first, x(percent / 100.0), bottom);
        }
        int y = first;
        for (Bar bar : panel.bars()) {
            draw(bar, y, markup);
            y += ROW;
        }
        if (!panel.published().isEmpty()) {
            draw(panel.published(), y, markup);
        }
    }

    private static void draw(Bar bar, int top, Markup markup) {
        markup.open("g").element("title", bar.label() + ": " + described(bar));
        text(markup, LEFT - 10, top + 16, "end", shortened(bar.label()));
        bar.value().ifPresent(value -> markup.empty(
                "rect", "class", "bar", "x", number(x(0)), "y", number(top + 4), "width", number(value * PLOT), "height", number(ROW - 8)));
        bar.interval().ifPresent(interval -> {
            double low = x(interval.low());
            double high = x(interval.high());
            line(markup, "whisker", low, top + 12, high, top + 12);
            line(markup, "whisker", low, top + 8, low, top + 16);
            line(markup, "whisker", high, top + 8, high, top + 16);
        });
        text(markup, LEFT + PLOT + 12, top + 16, "", bar.value().map(SvgChart::percent).orElse("no scored run"));
        text(markup, WIDTH - 4, top + 16, "muted end", bar.of());
        markup.close();
    }

    private static void draw(List<Mark> marks, int top, Markup markup) {
        text(markup, LEFT - 10, top + 16, "muted end", "published, not re-run");
        for (Mark mark : marks) {
            markup.open("circle", "class", "mark", "cx", number(x(mark.value())), "cy", number(top + 12), "r", "4");
            markup.element("title", mark.label() + ": " + percent(mark.value()) + ", published, not re-run").close();
        }
        text(markup, WIDTH - 4, top + 16, "muted end", marks.size() + " models");
    }

    private static String described(Bar bar) {
        String interval = bar.interval().map(i -> ", 95 % interval " + percent(i.low()) + " to " + percent(i.high())).orElse("");
        return bar.value().map(SvgChart::percent).orElse("no scored run") + " (" + bar.of() + ")" + interval;
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }

    private static double x(double share) {
        return LEFT + PLOT * Math.clamp(share, 0, 1);
    }

    private static void line(Markup markup, String style, double x1, double y1, double x2, double y2) {
        markup.empty("line", "class", style, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
    }

    private static void text(Markup markup, double x, double y, String style, String text) {
        markup.element("text", text, "class", style, "x", number(x), "y", number(y));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
