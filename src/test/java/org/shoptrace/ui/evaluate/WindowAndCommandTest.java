package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shoptrace.app.command.EvaluateCommand;
import org.shoptrace.app.command.IndexCommand;
import org.shoptrace.app.command.ReportCommand;
import org.shoptrace.app.command.VerifyCommand;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.RolloutScorer;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.report.Report;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.table.Table;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;
import picocli.CommandLine;

/// The window and the commands are two callers of one use case: what they make of the golden set is equal, value for value.
class WindowAndCommandTest {
    private static final List<String> INTENTS = List.of("product", "shop", "voucher", "web");

    @TempDir
    private static Path folder;

    private final Notices notices = new Notices();
    private final List<String> copied = new ArrayList<>();
    private final List<RolloutLibrary> open = new ArrayList<>();

    @BeforeAll
    static void index() {
        execute(new IndexCommand(), "--documents", GoldenSet.DOCUMENTS.toString(), "--catalog", catalog().toString());
    }

    @AfterEach
    void close() throws Exception {
        for (RolloutLibrary library : open) {
            library.close();
        }
    }

    @ParameterizedTest
    @EnumSource(ScoringProfile.class)
    void theSameFiguresOfEveryFile(ScoringProfile profile) throws Exception {
        Map<Path, Json> shown = new LinkedHashMap<>();
        for (Evaluation evaluation : window(profile).shown().resultProperty().get().orElseThrow().evaluations()) {
            shown.put(evaluation.conditions().rollouts(), EvaluationJson.encode(evaluation));
        }
        Map<Path, Json> printed = new LinkedHashMap<>();
        for (String intent : INTENTS) {
            if (profile == ScoringProfile.ORO && intent.equals("web")) {
                continue;
            }
            Path out = folder.resolve(intent + ".json");
            List<String> arguments = new ArrayList<>(List.of(
                    "--catalog", catalog().toString(), "--tasks", tasks(intent).toString(), "--profile", profile.wireName(),
                    "--similarity", similarity().written(), "--json", out.toString(), "--rollouts"));
            rollouts(intent).forEach(file -> arguments.add(file.toString()));
            execute(new EvaluateCommand(), arguments.toArray(String[]::new));
            Json.Arr figures = (Json.Arr) JsonReader.read(Files.readAllBytes(out));
            for (int i = 0; i < figures.items().size(); i++) {
                SequencedMap<String, Json> fields = new LinkedHashMap<>(((Json.Obj) figures.items().get(i)).fields());
                assertTrue(fields.remove(ProvenanceJson.FIELD) != null, "and where they come from");
                printed.put(rollouts(intent).get(i), new Json.Obj(fields));
            }
        }
        assertFalse(printed.isEmpty());
        assertEquals(printed.keySet(), shown.keySet());
        printed.forEach((file, figures) -> assertEquals(figures, shown.get(file), file.toString()));
    }

    @Test
    void theSameReport() throws Exception {
        EvaluateViewModel window = window(ScoringProfile.SHOPPINGBENCH);
        Report shown = window.scorer().report().orElseThrow().make(Progress.NONE);
        Path out = folder.resolve("report");
        List<String> arguments = new ArrayList<>(List.of(
                "--catalog", catalog().toString(), "--similarity", similarity().written(), "--own-tasks", "--out",
                out.toString(), "--tasks"));
        INTENTS.forEach(intent -> arguments.add(tasks(intent).toString()));
        arguments.add("--rollouts");
        rollouts().forEach(file -> arguments.add(file.toString()));
        execute(new ReportCommand(), arguments.toArray(String[]::new));
        // Those that the command makes unasked, and the window only when somebody asks: the same runs under other scorers.
        List<String> more = List.of("scorers", "flips");
        List<Table> tables = shown.tables().stream().filter(table -> !more.contains(table.name())).toList();
        assertFalse(tables.isEmpty());
        for (Table table : tables) {
            assertEquals(Files.readString(out.resolve(table.name() + ".csv")), table.csv(), table.name());
        }
        window.exports().figures();
        List<Path> alone = window.exports().writtenProperty().get();
        assertEquals(3, alone.size(), notices.open().toString());
        assertEquals("figures.provenance.json", alone.getLast().getFileName().toString());
        for (Path file : alone.subList(0, 2)) {
            assertEquals(Files.readString(out.resolve(file.getFileName())), Files.readString(file), "the figures written alone");
        }
        window.exports().copyMethods();
        assertEquals(Files.readString(out.resolve("methods.txt")).strip(), copied.getLast());
        window.exports().copyCommand();
        assertTrue(copied.getLast().startsWith("shoptrace report --catalog " + catalog()), copied.getLast());
    }

    /// What the window writes says how it is made without one, and comes out the same.
    @Test
    void whatTheWindowWritesIsMadeAgainByTheCommand() throws Exception {
        EvaluateViewModel window = window(ScoringProfile.SHOPPINGBENCH);
        Path reports = folder.resolve("written by the window");
        window.exports().folderProperty().set(reports.toString());
        window.exports().report();
        window.exports().figures();
        window.exports().table("comparisons");
        assertEquals(List.of(), notices.open());
        for (Path export : List.of(reports, reports.resolve("tables"), reports.resolve("tables/comparisons.csv"))) {
            execute(new VerifyCommand(), export.toString(), "--inputs", GoldenSet.FOLDER.toString(), catalog().toString());
        }
    }

    /// A window over the golden set, evaluated.
    private EvaluateViewModel window(ScoringProfile profile) throws Exception {
        GivenWorkspace given = new GivenWorkspace();
        EvaluateViewModel model = new EvaluateViewModel(
                new WorkspaceViewModel(given.open()), new DirectJobRunner(),
                new RolloutScorer(new SimilarityModels(folder.resolve("cache"), Map.of()), new Evaluator(2)), notices,
                new NavigatorFake(), copied::add);
        given.clear("golden");
        given.folder(new WorkspaceFolder(folder, folder.resolve(profile.wireName()), false));
        List<List<Task>> sets = new ArrayList<>();
        for (String intent : INTENTS) {
            sets.add(GoldenSet.tasks(intent));
        }
        given.tasks(INTENTS.stream().map(WindowAndCommandTest::tasks).toList(), sets);
        RolloutLibrary library = new RolloutLibrary(rollouts(), folder.resolve("scratch-" + profile.wireName()));
        open.add(library);
        library.index(given::add, Progress.NONE);
        given.reader(library::read);
        given.catalog(new CatalogState.Open(LuceneSandbox.open(catalog()), Optional.of(catalog())));
        given.loaded();
        model.setup().form().profileProperty().set(profile);
        model.setup().form().similarityProperty().set(SimilarityChoice.Kind.TABLE);
        model.setup().form().tableFileProperty().set(GoldenSet.file("title_similarity.json").toString());
        model.running().run();
        assertEquals(List.of(), notices.open());
        EvaluationResult result = model.shown().resultProperty().get().orElseThrow();
        assertEquals(List.of("alpha", "beta"), result.labels());
        return model;
    }

    private static SimilarityChoice similarity() {
        return new SimilarityChoice.Table(GoldenSet.file("title_similarity.json"));
    }

    private static Path catalog() {
        return folder.resolve("index");
    }

    private static Path tasks(String intent) {
        return GoldenSet.file("tasks_" + intent + ".jsonl");
    }

    private static List<Path> rollouts(String intent) {
        return Stream.of("alpha", "beta").map(model -> GoldenSet.rollouts(intent, model).toAbsolutePath()).toList();
    }

    private static List<Path> rollouts() {
        return INTENTS.stream().flatMap(intent -> rollouts(intent).stream()).toList();
    }

    private static void execute(Object command, String... arguments) {
        StringWriter said = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
        assertEquals(0, code, said.toString());
    }
}
