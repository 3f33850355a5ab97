package org.shoptrace.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.CurvePlot;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.glossary.NamesInFiles;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.provenance.SampleOrigin;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final String SCRIPT = "<script>alert('1')</script>\" onload=\"x";
    private static final Map<Intent, Integer> ASKED = Map.of(Intent.PRODUCT, 3, Intent.SHOP, 1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void textOfModelsAndTasksStaysText() throws Exception {
        String page = HtmlReport.page(report());
        assertFalse(page.contains("<script"), "must be escaped");
        assertTrue(page.contains("&lt;script&gt;alert('1')&lt;/script&gt;"));
        Document document = parse(page);
        assertEquals(0, document.getElementsByTagName("script").getLength());
        NodeList elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            assertNull(elements.item(i).getAttributes().getNamedItem("onload"), "must be escaped in attributes too");
        }
        assertTrue(document.getDocumentElement().getTextContent().contains(SCRIPT));
        assertFalse(page.chars().anyMatch(c -> c == 0 || c == 0x1B), "control characters have no place in HTML");
    }

    @Test
    void needsNothingFromOutside() throws Exception {
        String page = HtmlReport.page(report());
        Matcher addresses = Pattern.compile("(href=|src=|url\\(|@import).{5}").matcher(page);
        assertTrue(addresses.find(), "the links of the contents");
        addresses.reset();
        while (addresses.find()) {
            assertTrue(addresses.group().matches("(href=\"|url\\()#.*"), addresses.group());
        }
        assertTrue(page.contains("default-src 'none'"));
        assertTrue(page.contains("prefers-color-scheme:dark"));
    }

    @Test
    void theFaceSaysWhatTheFiguresWereMadeFrom() {
        Report report = report();
        assertEquals("shoppingbench", report.face().get("Profile"));
        assertEquals("table t.json", report.face().get("Title similarity"));
        assertEquals("yes", report.face().get("Comparable with published figures"));
        assertEquals("f00d", report.face().get("Catalogue fingerprint"));
        assertEquals("200 resamples of tasks, seed 5", report.face().get("Bootstrap"));
        assertEquals(
                "shoptrace report --catalog CATALOG --tasks 'my tasks.jsonl' --similarity table:t.json --out x",
                report.face().get("Command"));
        assertEquals("Shoptrace 1.2.3 (abc123)", report.face().get("Made by"));
        assertEquals("5 January 2026, when the newest run began", report.face().get("Data of"));
        assertTrue(report.notices().contains("b: 2 of 4 tasks have no scored run. Rates are over the 2 tasks scored."));
        String page = HtmlReport.page(report);
        report.face().values().stream().skip(2).forEach(value -> assertTrue(page.contains(value), value));
        assertTrue(page.contains("published, not re-run"));
    }

    @Test
    void everyTableIsWrittenAsCsvAndJsonOfTheSameRows() throws Exception {
        Report report = report();
        List<Path> files = ReportFolder.write(OwnFolder.at(folder.resolve("new/report")), report, InputFiles.NONE);
        assertEquals("report.html", files.getFirst().getFileName().toString());
        assertEquals(3 + 2 * report.charts().size() + 2 * report.tables().size(), files.size(), "and methods.txt, and provenance.json");
        for (Table table : report.tables()) {
            Json.Arr json = (Json.Arr) JsonReader.read(Files.readAllBytes(folder.resolve("new/report/" + table.name() + ".json")));
            assertEquals(table.rows().size(), json.items().size(), table.name());
            String csv = Files.readString(folder.resolve("new/report/" + table.name() + ".csv"));
            assertTrue(csv.startsWith(String.join(",", table.names()) + "\r\n"), csv);
            for (Json row : json.items()) {
                assertEquals(table.names(), List.copyOf(((Json.Obj) row).fields().keySet()));
            }
        }
        for (ChartSection chart : report.charts()) {
            parse(Files.readString(folder.resolve("new/report/" + chart.name() + ".svg")));
        }
    }

    @Test
    void figuresAreThoseOfTheEvaluation() {
        Table figures = table("figures");
        assertEquals(List.of("model", "intent", "successes", "of", "ASR"), figures.names().subList(0, 5));
        List<Json> all = figures.rows().get(2);
        assertEquals(List.of(Json.of("all"), Json.Num.of(2), Json.Num.of(3), Json.Num.of(2 / 3.0)), all.subList(1, 5));
        List<Json> pair = table("comparisons").rows().getFirst();
        // p1: both, p2: only A; s1 is A's alone
        assertEquals(
                List.of(2, 1, 1, 0, 0, 1, 0).stream().map(Json.Num::of).toList(),
                pair.subList(3, 10));
        assertEquals(Json.of("only A passes"), table("discordant_tasks").rows().getFirst().get(2));
        assertEquals(1, table("discordant_tasks").rows().size());
    }

    @Test
    void everyOtherScorerStandsOnceThoughItWasGivenToo() {
        Evaluation a = evaluation("a", ASKED, run(Intent.PRODUCT, "p1", 1));
        ReportInput.Findings given = new ReportInput.Findings(
                Map.of(), Map.of("a", ScorerVariant.derived(a)), Judgements.NONE, Optional.empty(), List.of(), new SplitLeaks(List.of()),
                List.of());
        Report report = EvaluationReport.of(
                new ReportInput(Series.of(List.of(a)), List.of(), new Bootstrap(5, 200), SampleOrigin.of("f00d"), given));
        Table scorers = report.tables().stream().filter(table -> table.name().equals("scorers")).findFirst().orElseThrow();
        assertEquals(
                Stream.of("exact ids only", "equal titles", "no title check").map(Json::of).toList(),
                scorers.rows().stream().map(row -> row.get(1)).toList());
    }

    @Test
    void repeatedTrialsHaveATableAsFarAsEveryTaskHasThem() {
        Evaluation twice = evaluation(
                "m", Map.of(Intent.PRODUCT, 2), run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p1", 0),
                run(Intent.PRODUCT, "p2", 1), run(Intent.PRODUCT, "p2", 1), run(Intent.PRODUCT, "p2", 1));
        Report report = EvaluationReport
                .of(new ReportInput(Series.of(List.of(twice)), List.of(), new Bootstrap(5, 200), SampleOrigin.of("f")));
        Table trials = report.tables().stream().filter(table -> table.name().equals("trials")).findFirst().orElseThrow();
        assertEquals(6, trials.rows().size(), "two means, and two figures for each k of 1 and 2");
        assertEquals(List.of(Json.of("m"), Json.of("pass^k"), Json.Num.of(2), Json.Num.of(0.5)), trials.rows().getLast().subList(0, 4));
        assertTrue(report().tables().stream().noneMatch(table -> table.name().equals("trials")));
        ChartSheet panels = (ChartSheet) report.charts().stream()
                .filter(chart -> chart.name().equals("pass_at_k"))
                .findFirst()
                .orElseThrow()
                .chart();
        CurvePlot plot = (CurvePlot) panels.parts().getFirst().chart();
        assertEquals(List.of(0.75, 1.0), plot.curves().getFirst().vertices().stream().map(CurvePlot.Vertex::y).toList());
        assertEquals(List.of(0.75, 0.5), plot.curves().getLast().vertices().stream().map(CurvePlot.Vertex::y).toList());
        assertTrue(report().charts().stream().noneMatch(chart -> chart.name().equals("pass_at_k")));
    }

    @Test
    void filesOfAModelAreOneSeriesAndCopiesCountOnce() {
        Evaluation products = evaluation("m", ASKED, run(Intent.PRODUCT, "p1", 1));
        Evaluation shops = evaluation("m", ASKED, run(Intent.SHOP, "s1", 1));
        List<Series> series = Series.of(List.of(products, shops, products, products));
        assertEquals(List.of("m"), series.stream().map(Series::label).toList());
        assertEquals(2, series.getFirst().files().size());
        assertEquals(2, series.getFirst().copies().size());
        assertEquals(2, series.getFirst().evaluation().overall().runs().size());
    }

    /// As where a folder holds a file for each run, done twice.
    @Test
    void filesOfOneRunEachAreTrialsOfOneModel() {
        Map<Intent, Integer> asked = Map.of(Intent.PRODUCT, 3);
        List<Evaluation> files = new ArrayList<>();
        for (int trial = 0; trial < 2; trial++) {
            for (String query : List.of("p1", "p2", "p3")) {
                files.add(evaluation("m", asked, run(Intent.PRODUCT, query, trial)));
            }
        }
        List<Series> series = Series.of(files);
        assertEquals(List.of("m"), series.stream().map(Series::label).toList());
        assertEquals(6, series.getFirst().files().size());
        assertEquals(0, series.getFirst().evaluation().overall().missing());
        assertEquals(0.5, series.getFirst().evaluation().overall().asr().value());
    }

    @Test
    void splitsOfAsManyTasksAddUp() {
        Map<Intent, Integer> asked = Map.of(Intent.PRODUCT, 2);
        Evaluation test = evaluation("m", asked, run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p2", 1));
        Evaluation train = evaluation("m", asked, run(Intent.PRODUCT, "q1", 1), run(Intent.PRODUCT, "q2", 1));
        Evaluation both = Series.of(List.of(test, train)).getFirst().evaluation();
        assertEquals(4, both.overall().taskCount());
        assertEquals(0, both.overall().missing());
    }

    private static Table table(String name) {
        return report().tables().stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    private static Report report() {
        Evaluation a = evaluation(
                SCRIPT, ASKED, run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p2 <script>\u0000\u001B", 1), run(Intent.SHOP, "s1", 0));
        Evaluation b = evaluation("b", ASKED, run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p2 <script>\u0000\u001B", 0.5));
        return EvaluationReport.of(
                new ReportInput(Series.of(List.of(a, b)), List.of(), new Bootstrap(5, 200), SampleOrigin.of("f00d")));
    }

    private static Document parse(String markup) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup.replaceFirst("<!DOCTYPE html>\n", ""))));
    }

    @Test
    void peopleReadWordsOnThePage() throws Exception {
        SequencedMap<Intent, Integer> asked = new LinkedHashMap<>();
        List<ScoredRun> runs = new ArrayList<>();
        for (Intent intent : Intent.LEVELS) {
            asked.put(intent, 2);
            runs.add(run(intent, intent + " 1", 1));
            runs.add(run(intent, intent + " 2", 0.5));
            runs.add(run(intent, intent + " 2", 0));
        }
        Report report = EvaluationReport.of(new ReportInput(
                Series.of(List.of(evaluation("m", asked, runs.toArray(ScoredRun[]::new)))), List.of(), new Bootstrap(5, 200),
                SampleOrigin.of("f")));
        String page = HtmlReport.page(report);
        assertEquals(List.of(), NamesInFiles.in(parse(page).getDocumentElement().getTextContent()));
        assertTrue(page.contains("<td>Answer in the product</td>") && page.contains("<td>mean relevance</td>"));
        assertTrue(page.contains("Products Finder</td>"), "levels have words too");
        String columns = report.tables().stream().filter(table -> table.name().equals("columns")).findFirst().orElseThrow().csv();
        assertTrue(columns.startsWith("model,intent,column,mean,low,high,of,gt rate,as released,interval note\r\n"), columns);
        assertTrue(columns.contains(",web,kw,") && columns.contains(",shop,sku & attrs,"), "files keep their names");
    }
}
