package org.shoptrace.core.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.shoptrace.core.chart.SvgCanvas;
import org.shoptrace.core.markup.Markup;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

/// A report as one HTML page: no script, no file beside it, nothing from the network (its own policy forbids all three).
public final class HtmlReport {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1f2328;--muted:#59636e;--line:#d1d9e0;--paper:#ffffff;--soft:#f6f8fa;--warn:#7a3e00;--warnline:#d4a15a}
            @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--muted:#9aa4af;--line:#3d444d;--paper:#0d1117;--soft:#161b22;--warn:#f0c38a;--warnline:#8a5a1c}}
            body{margin:0 auto;max-width:1200px;padding:24px;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
            h1{font-size:26px;margin:0 0 16px} h2{font-size:19px;margin:36px 0 8px} p{margin:6px 0;max-width:80ch}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:0;padding:12px 16px;background:var(--soft);border:1px solid var(--line);border-radius:8px}
            dt{color:var(--muted)} dd{margin:0;overflow-wrap:anywhere}
            .notice{color:var(--warn);border-left:4px solid var(--warnline);padding:4px 12px;margin:12px 0;max-width:none}
            .note{color:var(--muted)} .scroll{overflow-x:auto}
            nav p{max-width:none;display:flex;flex-wrap:wrap;gap:2px 16px;margin:12px 0} a{color:inherit}
            table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}
            th,td{padding:4px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
            th{background:var(--soft);font-weight:600} .number{text-align:right} td.number{white-space:nowrap} td{overflow-wrap:break-word;max-width:46ch}
            svg{display:block;max-width:100%;height:auto;margin:8px 0}
            summary{cursor:pointer;color:var(--muted);padding:4px 0}
            @media (max-width:700px){body{padding:16px} dl{display:block} dt{margin-top:8px}}
            @media print{body{max-width:none} details::details-content{content-visibility:visible}}
            """;

    /// Longer tables are folded; they are there all the same, for the search of the browser and for paper.
    private static final int UNFOLDED = 60;

    private static final Pattern RUN_ID = Pattern.compile("[0-9a-f]{64}");

    private HtmlReport() {}

    public static String page(Report report) {
        Markup html = new Markup();
        html.open("html", "lang", "en");
        head(report, html);
        html.open("body").element("h1", report.title());
        report.notices().forEach(notice -> html.element("p", notice, "class", "notice"));
        html.open("dl");
        report.face().forEach((name, value) -> html.element("dt", name).element("dd", value));
        html.close();
        contents(report, html);
        for (ChartSection chart : report.charts()) {
            html.open("section", "id", chart.name()).element("h2", chart.title()).element("p", chart.note(), "class", "note");
            SvgCanvas.draw(chart.print(), html);
            html.close();
        }
        report.tables().forEach(table -> table(table, html));
        html.close().close();
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    private static void head(Report report, Markup html) {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src 'unsafe-inline'");
        html.empty("meta", "name", "viewport", "content", "width=device-width");
        html.element("title", report.title()).element("style", STYLE).close();
    }

    private static void contents(Report report, Markup html) {
        html.open("nav").open("p");
        report.charts().forEach(chart -> html.element("a", chart.title(), "href", "#" + chart.name()));
        report.tables().forEach(table -> html.element("a", table.title(), "href", "#" + table.name()));
        html.close().close();
    }

    private static void table(Table table, Markup html) {
        html.open("section", "id", table.name()).element("h2", table.title()).element("p", table.note(), "class", "note");
        if (table.rows().isEmpty()) {
            html.element("p", "None.").close();
            return;
        }
        boolean folded = table.rows().size() > UNFOLDED;
        if (folded) {
            html.open("details").element("summary", table.rows().size() + " rows");
        }
        List<Integer> shown = IntStream.range(0, table.columns().size()).filter(i -> table.columns().get(i).shown()).boxed().toList();
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (int i : shown) {
            Table.Column column = table.columns().get(i);
            boolean numbers = table.rows().stream().anyMatch(row -> row.get(i) instanceof Json.Num);
            String look = numbers ? "number" : "text";
            if (column.tip().isEmpty()) {
                html.element("th", column.title(), "scope", "col", "class", look);
            } else {
                html.element("th", column.title(), "scope", "col", "class", look, "title", column.tip());
            }
        }
        html.close().close().open("tbody");
        for (List<Json> row : table.rows()) {
            html.open("tr");
            shown.forEach(i -> cell(table.columns().get(i), row.get(i), html));
            html.close();
        }
        html.close().close().close();
        if (folded) {
            html.close();
        }
        html.close();
    }

    private static void cell(Table.Column column, Json cell, Markup html) {
        switch (cell) {
            case Json.Num number -> html.element("td", shown(number), "class", "number");
            case Json.Null _ -> html.element("td", "–", "class", "number");
            default -> text(column.shown(Table.plain(cell)), html);
        }
    }

    /// A run's id is cut to the digits that people use; the files beside the page have it whole.
    private static void text(String text, Markup html) {
        if (RUN_ID.matcher(text).matches()) {
            html.element("td", new RunId(text).brief() + "…", "title", text);
        } else {
            html.element("td", text);
        }
    }

    /// Counts as they are; others with four decimals, so that small values of p can be told apart.
    private static String shown(Json.Num number) {
        double value = number.asDouble();
        if (number.isInteger()) {
            return number.text();
        }
        return value > 0 && value < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", value);
    }
}
