package org.shoptrace.core.report;

import java.util.Locale;
import org.shoptrace.core.chart.SvgCanvas;
import org.shoptrace.core.markup.HtmlPage;
import org.shoptrace.core.markup.Markup;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.ProvenanceWords;
import org.shoptrace.core.table.HtmlTable;
import org.shoptrace.core.table.Table;

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

    private static final String METHODS = "How these figures were made, in words that can be cited. Which sentence to write of which"
            + " figure: “Quoting Shoptrace in a paper” (quoting.md) in the guide.";

    private HtmlReport() {}

    public static String page(Report report) {
        HtmlPage page = new HtmlPage(report.title(), STYLE, CarriedProvenance.inPage(report.origin()));
        Markup html = page.body();
        html.element("h1", report.title());
        report.notices().forEach(notice -> html.element("p", notice, "class", "notice"));
        html.open("dl");
        report.face().forEach((name, value) -> html.element("dt", name).element("dd", value));
        html.close();
        files(report.origin(), html);
        contents(report, html);
        section("methods", "Methods", METHODS, html);
        html.element("p", report.methods()).close();
        for (ChartSection chart : report.charts()) {
            section(chart.name(), chart.title(), chart.note(), html);
            SvgCanvas.draw(chart.print(), html);
            html.close();
        }
        for (Table table : report.tables()) {
            section(table.name(), table.title(), table.note(), html);
            HtmlTable.write(table, html);
            html.close();
        }
        return page.text();
    }

    /// What was read, folded: there may be many files.
    private static void files(Provenance origin, Markup html) {
        html.open("details", "id", "files").element("summary", "The files that this was made from, with their hashes").open("dl");
        origin.inputs().forEach(file -> html.element("dt", ProvenanceWords.of(file.role()) + " " + file.name())
                .element("dd", file.sha256().map(hash -> String.format(
                        Locale.ROOT, "%,d bytes, SHA-256 %s", file.bytes().orElse(0), hash)).orElse("gone when this was written")));
        html.close().close();
    }

    private static void contents(Report report, Markup html) {
        html.open("nav").open("p").element("a", "Methods", "href", "#methods");
        report.charts().forEach(chart -> html.element("a", chart.title(), "href", "#" + chart.name()));
        report.tables().forEach(table -> html.element("a", table.title(), "href", "#" + table.name()));
        html.close().close();
    }

    private static void section(String name, String title, String note, Markup html) {
        html.open("section", "id", name).element("h2", title).element("p", note, "class", "note");
    }
}
