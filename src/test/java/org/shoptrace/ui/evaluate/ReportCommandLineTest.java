package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.app.command.IndexCommand;
import org.shoptrace.app.command.ReportCommand;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.result.RolloutScorer;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.report.ReportFolder;
import org.shoptrace.core.report.ResultReport;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.task.Task;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;
import picocli.CommandLine;

/// The command on a report's face, pasted into a shell, makes the tables of the report again.
@NeedsShared
class ReportCommandLineTest {
    /// The rest is about runs as they are diagnosed, or about scorers that the window was not asked for.
    private static final List<String> TABLES = List.of(
            "figures", "columns", "breakdowns", "constraints", "comparisons", "discordant_tasks", "title_only", "thresholds",
            "threshold_flips",
            "doubts", "without_doubts", "detectable", "trials");

    @TempDir
    private Path temporary = Path.of("");

    private Path folder = Path.of("");
    private final Notices notices = new Notices();

    @TempDir
    private static Path indexed;

    @BeforeAll
    static void index() {
        execute(new IndexCommand(), List.of("--documents", GoldenSet.DOCUMENTS.toString(), "--catalog", catalog().toString()));
    }

    private static Path catalog() {
        return indexed.resolve("the 'index'");
    }

    @BeforeEach
    void folder() throws Exception {
        folder = Files.createDirectories(temporary.resolve("my runs"));
    }

    @Test
    void filesThatWereAskedTheSameTasks() throws Exception {
        same(ScoringProfile.SHOPPINGBENCH, List.of("shop_alpha", "voucher_alpha", "shop_beta", "voucher_beta"), false);
    }

    @Test
    void filesThatWereAskedDifferentTasksUnderTheProfileThatDividesByTasks() throws Exception {
        String command = same(ScoringProfile.ORO, List.of("product_alpha", "shop_alpha", "shop_beta"), true);
        assertTrue(command.contains(" --own-tasks "), command);
    }

    @Test
    void twoFilesOfOneModelAndIntent() throws Exception {
        Files.createDirectories(folder.resolve("again"));
        Files.copy(SharedFiles.require("golden/rollout_shop_beta.jsonl"), folder.resolve("again").resolve("rollout_shop_alpha.jsonl"));
        same(ScoringProfile.SHOPPINGBENCH, List.of("shop_alpha"), true);
        String figures = Files.readString(folder.resolve("shown").resolve("figures.csv"));
        assertEquals(1, figures.lines().filter(line -> line.startsWith("alpha,shop,")).count(), "one row, whatever the files");
        assertTrue(!figures.contains(" · "), figures);
        String files = Files.readString(folder.resolve("shown").resolve("trial_files.csv"));
        assertEquals(3, files.lines().count(), files);
        assertTrue(Files.readString(folder.resolve("shown").resolve("trials.csv")).contains("alpha,pass@k,1,"),
                "both are trials of one model");
    }

    private String same(ScoringProfile profile, List<String> rollouts, boolean noThink) throws Exception {
        for (String name : rollouts) {
            Files.copy(SharedFiles.require("golden/rollout_" + name + ".jsonl"), folder.resolve("rollout_" + name + ".jsonl"));
        }
        Path table = Files.copy(SharedFiles.require("golden/title_similarity.json"), folder.resolve("title similarity.json"));
        EvaluateViewModel model = window();
        model.setup().form().profileProperty().set(profile);
        model.setup().form().similarityProperty().set(SimilarityChoice.Kind.TABLE);
        model.setup().form().tableFileProperty().set(table.toString());
        model.setup().form().noThinkProperty().set(noThink);
        model.running().run();
        ResultReport order = model.scorer().report().orElseThrow();
        Path shown = Files.createDirectories(folder.resolve("shown"));
        ReportFolder.write(OwnFolder.at(shown), order.make(Progress.NONE), order.inputs());

        Path again = folder.resolve("again and again");
        List<String> words = words(order.command().text());
        assertEquals(List.of("shoptrace", "report"), words.subList(0, 2));
        List<String> arguments = new ArrayList<>(words.subList(2, words.size()));
        assertEquals("report", arguments.removeLast(), "written to a folder of that name");
        arguments.addAll(List.of(again.toString(), "--no-diagnosis"));
        assertEquals(0, execute(new ReportCommand(), arguments));
        for (String name : TABLES) {
            Path file = shown.resolve(name + ".csv");
            if (Files.exists(file)) {
                assertEquals(Files.readString(file), Files.readString(again.resolve(name + ".csv")), name);
            }
        }
        assertTrue(Files.size(again.resolve("figures.csv")) > 0);
        return order.command().text();
    }

    private EvaluateViewModel window() throws Exception {
        GivenWorkspace given = new GivenWorkspace();
        WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
        EvaluateViewModel model = new EvaluateViewModel(
                workspace, new DirectJobRunner(), new RolloutScorer((choice, _) -> opened(choice), new Evaluator(2)), notices,
                new NavigatorFake(), _ -> {});
        given.clear("test");
        given.folder(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false));
        List<Path> taskFiles = new ArrayList<>();
        List<List<Task>> taskSets = new ArrayList<>();
        for (String name : List.of("product", "shop", "voucher")) {
            Path file = SharedFiles.require("data/tasks/synthesize_" + name + "_test.jsonl");
            taskFiles.add(file);
            taskSets.add(TaskFileReader.read(file).tasks());
        }
        given.tasks(taskFiles, taskSets);
        List<Path> rollouts;
        try (Stream<Path> files = Files.walk(folder)) {
            rollouts = files.filter(file -> String.valueOf(file.getFileName()).startsWith("rollout_")).sorted().toList();
        }
        try (RolloutLibrary library = new RolloutLibrary(rollouts, folder.resolve("scratch"))) {
            library.index(given::add, Progress.NONE);
        }
        given.catalog(new CatalogState.Open(LuceneSandbox.open(catalog()), Optional.of(catalog())));
        given.loaded();
        return model;
    }

    private static Similarities.Opened opened(SimilarityChoice choice) throws ShoptraceException {
        TitleSimilarity similarity = TableSimilarity.read(((SimilarityChoice.Table) choice).file());
        return new Similarities.Opened() {
            @Override
            public TitleSimilarity similarity() {
                return similarity;
            }

            @Override
            public void close() {}
        };
    }

    /// As a shell splits them.
    private static List<String> words(String command) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).redirectErrorStream(true).start();
        List<String> words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, shell.waitFor());
        return words;
    }

    private static int execute(Object command, List<String> arguments) {
        StringWriter said = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(said, true))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    throw failure;
                })
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, code, said.toString());
        return code;
    }
}
