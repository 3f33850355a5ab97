package org.shoptrace.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.evaluate.own.OwnFiles;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.table.Table;

class OwnReportTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<String> remarks = new ArrayList<>();
    private List<Path> files = List.of();

    @BeforeEach
    void write() throws Exception {
        files = List.of(
                OwnFiles.write(folder.resolve("alpha.json"), new int[][] {{1, 0}, {1, 1}, {0, 0}, {1, 1}}),
                OwnFiles.write(folder.resolve("beta.json"), new int[][] {{0, 0}, {1, 0}, {0, 0}}));
    }

    private Report report() throws Exception {
        return new OwnRolloutReport(EvaluationSetup.byOwn(files, List.of(), 1), new Bootstrap(7, 200), remarks::add).make(Progress.NONE);
    }

    @Test
    void everyPictureAndEveryTableNamesWhoseVerdictItIs() throws Exception {
        Report report = report();
        String whose = "tau-bench's reward";
        report.charts().forEach(chart -> assertTrue(
                chart.title().endsWith(", by " + whose) && chart.note().contains("Verdict: " + whose), chart.title()));
        report.tables().forEach(table -> assertTrue(
                table.title().endsWith(", by " + whose) && table.note().contains("Verdict: " + whose), table.title()));
        assertEquals(whose, report.face().get("Whose verdict"));
        assertTrue(report.methods().contains("by the verdicts in the files of the runs") && report.methods().contains(whose),
                report.methods());
        assertFalse(report.methods().contains("Titles were compared") || report.methods().contains("profile"), report.methods());
        assertTrue(report.notices().getFirst().contains("not what ShoppingBench's rules would"), report.notices().toString());
        assertEquals("own", report.origin().settings().profile().orElseThrow());
        assertTrue(report.origin().command().startsWith("shoptrace report --by own --threshold 1 "), report.origin().command());
    }

    @Test
    void hasTheFiguresTrialsComparisonAndGroupsOfEveryReport() throws Exception {
        Report report = report();
        Set<String> tables = report.tables().stream().map(Table::name).collect(Collectors.toSet());
        assertTrue(tables.containsAll(Set.of(
                "figures", "counted", "breakdowns", "comparisons", "discordant_tasks", "trials", "trial_files", "detectable", "runs")),
                tables.toString());
        Table figures = report.tables().getFirst();
        assertEquals(List.of("alpha", "beta"), figures.rows().stream().map(row -> Table.plain(row.getFirst())).toList());
        assertEquals((0.5 + 1 + 0 + 1) / 4, Double.parseDouble(Table.plain(figures.rows().getFirst().get(figures.names().indexOf("ASR")))));
        report.tables().forEach(table -> assertTrue(
                table.names().stream().noneMatch(name -> name.startsWith("CAR")), table.name() + " tells of relevance"));
        List<String> charts = report.charts().stream().map(ChartSection::name).toList();
        assertTrue(charts.containsAll(List.of("asr", "pass_at_k", "tool_use", "by_own_tools")), charts.toString());
        Table pairs = report.tables().stream().filter(table -> table.name().equals("comparisons")).findFirst().orElseThrow();
        assertEquals("3", Table.plain(pairs.rows().getFirst().get(pairs.names().indexOf("tasks of both"))));
        assertEquals("", Table.plain(pairs.rows().getFirst().get(pairs.names().indexOf("p"))), "no exact test of several trials");
        String page = HtmlReport.page(report);
        assertTrue(page.contains("Every judged run") && page.contains("Whose verdict"), "the page has it all");
    }

    /// Where tasks have several runs in a group its number is of tasks, and the picture must not say of runs.
    @Test
    void aPictureOfGroupsSaysThatItIsOfTasksWhereTheyHaveTrials() throws Exception {
        List<String> runs = new ArrayList<>();
        for (int task = 0; task < 4; task++) {
            for (int trial = 0; trial < 2; trial++) {
                runs.add(OwnFiles.run("t" + task, trial, trial + ".0", ", \"domain\": \"" + (task < 2 ? "airline" : "retail") + "\""));
            }
        }
        files = List.of(OwnFiles.write(folder.resolve("gamma.json"), runs));
        List<ChartSection> charts = report().charts();
        assertTrue(note(charts, "by_own_domain").startsWith("Groups of tasks with such runs, each by the mean of these. "), "n is 2 of 4");
        assertTrue(note(charts, "by_own_tools").startsWith("Groups of runs. "), "one run of each task calls a tool");
    }

    private static String note(List<ChartSection> charts, String name) {
        return charts.stream().filter(chart -> chart.name().equals(name)).findFirst().orElseThrow().note();
    }

    @Test
    void remarksSayWhatATerminalNeedsToKnow() throws Exception {
        report();
        assertTrue(remarks.stream().anyMatch(remark -> remark.contains("they are trials")), remarks.toString());
        assertTrue(remarks.stream().anyMatch(remark -> remark.contains("are over different tasks")), remarks.toString());
    }
}
