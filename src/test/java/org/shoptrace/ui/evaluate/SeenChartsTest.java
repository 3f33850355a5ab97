package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.ui.evaluate.Pressed.fire;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.app.command.IndexCommand;
import org.shoptrace.app.command.VerifyCommand;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.FileDiagnosis;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.result.RolloutScorer;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.CarriedChart;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import picocli.CommandLine;

/// What the window writes as it is seen says which chart it is, and its numbers are made again from the report's chart; where no report has
/// them it says so, and never that a picture which is right differs.
@ExtendWith(ApplicationExtension.class)
class SeenChartsTest {
    private static final List<String> INTENTS = List.of("product", "shop");

    /// The charts whose numbers a report has.
    private static final List<String> MADE_AGAIN = List.of(
            "asr", "car", "failures", "failures-0", "by-level", "by-constraints", "by-steps", "constraints-met", "asr-against-car",
            "funnel", "headroom");

    @TempDir
    private static Path folder;

    private final GivenWorkspace given = new GivenWorkspace();
    private final Notices notices = new Notices();
    private final Map<RunId, RunFacts> facts = new HashMap<>();
    private EvaluateViewModel model;
    private RolloutLibrary library;

    @AfterEach
    void close() throws Exception {
        library.close();
    }

    @Start
    void start(Stage stage) throws Exception {
        Path catalogue = folder.resolve("index");
        if (!Files.exists(catalogue)) {
            assertEquals(0, said(
                    new IndexCommand(), "--documents", GoldenSet.DOCUMENTS.toString(), "--catalog", catalogue.toString()).code());
        }
        model = new EvaluateViewModel(
                new WorkspaceViewModel(given.open()), new DirectJobRunner(),
                new RolloutScorer(new SimilarityModels(folder.resolve("cache"), Map.of()), new Evaluator(2)), notices, new NavigatorFake(),
                _ -> {});
        given.folder(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false));
        given.tasks(
                INTENTS.stream().map(intent -> GoldenSet.file("tasks_" + intent + ".jsonl")).toList(),
                INTENTS.stream().map(SeenChartsTest::tasks).toList());
        library = new RolloutLibrary(rollouts(), folder.resolve("scratch"));
        library.index(given::add, Progress.NONE);
        given.reader(library::read);
        LuceneSandbox sandbox = LuceneSandbox.open(catalogue);
        given.catalog(new CatalogState.Open(sandbox, Optional.of(catalogue)));
        TableSimilarity titles = TableSimilarity.read(GoldenSet.file("title_similarity.json"));
        FileDiagnosis diagnosis = new FileDiagnosis(
                new Diagnostician(sandbox, new ShoppingBenchProfile(sandbox::product, titles, false), Diagnostician.USUAL_STEP_LIMIT),
                INTENTS.stream().flatMap(intent -> tasks(intent).stream()).toList(), 2);
        for (Path file : rollouts()) {
            diagnosis.of(file, Optional.empty(), RunFactsOf::run, Progress.NONE).runs().forEach(run -> facts.put(run.id(), run));
        }
        given.loaded();
        model.setup().form().similarityProperty().set(SimilarityChoice.Kind.TABLE);
        model.setup().form().tableFileProperty().set(GoldenSet.file("title_similarity.json").toString());
        Theme.LIGHT.apply();
        Scene scene = new Scene(new EvaluateView(model), 1200, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void everyChartIsMadeAgainOrSaysWhyNot(FxRobot robot) throws Exception {
        SequencedMap<String, Path> written = new TreeMap<>();
        for (ResultPage page : ResultPage.values()) {
            SampleScreen.evaluate(model, page);
            List<String> buttons = robot.lookup(".save").queryAllAs(ButtonBase.class).stream()
                    .map(ButtonBase::getId)
                    .filter(id -> id != null && (id.endsWith("-svg") || id.endsWith("-png") && id.startsWith("asr-")))
                    .toList();
            for (String button : buttons) {
                fire(robot, "#" + button);
                assertEquals(List.of(), notices.open(), button);
                written.put(button, model.exports().writtenProperty().get().getFirst());
            }
        }
        Said verified = said(
                new VerifyCommand(), folder.resolve(".shoptrace/reports/charts").toString(), "--inputs", GoldenSet.FOLDER.toString(),
                folder.resolve("index").toString());
        Map<String, String> lines = verified.out().lines().collect(Collectors.toMap(
                line -> line.substring(0, Math.max(0, line.indexOf(": "))), line -> line, (a, _) -> a));
        assertEquals(written.size(), lines.size(), verified.out());
        assertTrue(lines.values().stream().allMatch(line -> line.endsWith(": same") || line.contains(": cannot be re-made: it is “")),
                verified.out());
        for (String chart : MADE_AGAIN) {
            assertEquals(chart + ".svg: same", lines.get(chart + ".svg"), verified.out());
        }
        assertEquals("asr.png: same", lines.get("asr.png"));
        String difference = Objects.requireNonNull(lines.get("difference.svg"));
        assertTrue(difference.contains("with A alpha, B beta, and no chart of the report has its numbers"), difference);
        assertEquals(1, verified.code());

        // A picture that was painted over, and one with other numbers, are told from those that are right.
        Path asr = Objects.requireNonNull(written.get("asr-svg"));
        String drawing = Files.readString(asr);
        assertTrue(CarriedChart.in("asr.svg", Files.readAllBytes(asr)).orElseThrow().values().size() >= 6, drawing);
        Files.writeString(asr, drawing.replace(">alpha<", ">gamma<"));
        assertTrue(verified(asr).out().contains("asr.svg: differs: what it shows was changed after it was written"));
        Files.writeString(asr, drawing.replaceFirst("(\"at\":\\[\"alpha\",\"[^\"]+\"],\"numbers\":\\[)", "$10.987,"));
        Said other = verified(asr);
        assertTrue(other.out().contains("asr.svg: differs: alpha, ") && other.out().contains(" is 0.987 ("), other.out());
    }

    /// What rests on half a diagnosis is right, and comes out otherwise when all runs are diagnosed.
    @Test
    void aReportOfHalfADiagnosisSaysSo() throws Exception {
        Set<RunId> some = facts.keySet().stream().limit(10).collect(Collectors.toSet());
        Pressed.act(() -> {
            // What another test found out is kept elsewhere.
            given.folder(new WorkspaceFolder(folder, folder.resolve(".half"), false));
            given.reader(run -> {
                if (!some.contains(run.id())) {
                    throw new ShoptraceException("the run cannot be read", run.source().toString(), "Reload the file");
                }
                return library.read(run);
            });
        });
        SampleScreen.evaluate(model, ResultPage.OVERVIEW);
        Path reports = folder.resolve("half");
        Pressed.act(() -> {
            model.exports().folderProperty().set(reports.toString());
            model.exports().report();
        });
        assertEquals(List.of(), notices.open());
        String told = "was written while 10 of " + facts.size() + " runs were diagnosed";
        assertTrue(Files.readString(reports.resolve("report.html")).contains("This report " + told));
        Said verified = verified(reports);
        assertEquals(1, verified.code());
        assertTrue(verified.out().startsWith(told + "\n"), verified.out());
        assertTrue(verified.out().contains("failures.csv: differs, it " + told + ": "), verified.out());
        assertTrue(verified.out().contains("figures.csv: same"), verified.out());
        assertTrue(verified.out().contains("asr.png: same"), verified.out());
    }

    private static Said verified(Path file) {
        return said(new VerifyCommand(), file.toString(), "--inputs", GoldenSet.FOLDER.toString(), folder.resolve("index").toString());
    }

    private record Said(int code, String out) {}

    private static Said said(Object command, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said, true);
        int code = new CommandLine(command).setOut(to).setErr(new PrintWriter(new StringWriter())).execute(arguments);
        return new Said(code, said.toString());
    }

    private static List<Task> tasks(String intent) {
        try {
            return GoldenSet.tasks(intent);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> rollouts() {
        return INTENTS.stream()
                .flatMap(intent -> Stream.of("alpha", "beta").map(model -> GoldenSet.rollouts(intent, model).toAbsolutePath()))
                .toList();
    }
}
