package org.shoptrace.core.evaluate.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.result.ScoredFiles.line;
import static org.shoptrace.core.evaluate.result.ScoredFiles.task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

class RolloutScorerTest {
    private static final List<String> INTENTS = List.of("product", "shop", "voucher", "web");

    @TempDir
    private Path folder = Path.of("");

    private int closed;

    private RolloutScorer scorer() {
        return new RolloutScorer((choice, _) -> opened(((SimilarityChoice.Table) choice).file()), new Evaluator(2));
    }

    private Similarities.Opened opened(Path table) throws ShoptraceException {
        TitleSimilarity similarity = TableSimilarity.read(table);
        return new Similarities.Opened() {
            @Override
            public TitleSimilarity similarity() {
                return similarity;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    private EvaluationResult score(List<Path> files, List<List<Task>> taskSets, Sandbox sandbox, Path table, ScoringProfile profile)
            throws Exception {
        List<RunSummary> runs = new ArrayList<>();
        try (RolloutLibrary library = new RolloutLibrary(files, folder.resolve("scratch"))) {
            library.index(runs::addAll, Progress.NONE);
        }
        EvaluationSetup setup = new EvaluationSetup(files, profile, new SimilarityChoice.Table(table), false);
        return scorer().run(setup, new EvaluationMaterial(taskSets, runs, sandbox), Progress.NONE);
    }

    private Path file(String name, String... lines) throws Exception {
        return ScoredFiles.file(folder, name, lines);
    }

    @Test
    void eachFileIsScoredAgainstItsOwnTasks() throws Exception {
        Sandbox sandbox = ProductLookUp.of(id -> SampleProducts.three().stream()
                .map(document -> document.product())
                .filter(product -> product.productId().equals(id))
                .findFirst());
        Path first = file("rollout_product_one.jsonl", line("a lamp", "100"), line("a wallet", "none"));
        Path second = file("rollout_product_two.jsonl", line("a bag", "30"));
        List<List<Task>> taskSets = List.of(
                List.of(task("a lamp", "100"), task("a wallet", "30"), task("a book", "20")), List.of(task("a bag", "30")));
        Path table = file("table.json", "[]");
        EvaluationResult result = score(List.of(first, second), taskSets, sandbox, table, ScoringProfile.SHOPPINGBENCH);

        assertEquals(List.of("one", "two"), result.rows().stream().map(row -> row.level().series()).toList());
        assertEquals(List.of(3, 1), result.rows().stream().map(row -> row.level().summary().taskCount()).toList());
        assertEquals(List.of("0.500", "1.000"), result.rows().stream().map(row -> row.estimate(Figures.ASR).shown()).toList());
        assertEquals(List.of("a book"), result.rows().getFirst().level().counted().missing());
        assertEquals(3, result.outcomes().size());
        assertTrue(result.report().startsWith("Model `one` Rollout `2` cases:\n"), result.report());
        assertEquals("table table.json", result.face().similarity());
        assertEquals(1, closed);
    }

    @Test
    void theSimilarityIsClosedWhenAFileCannotBeRead() throws Exception {
        Path file = file("rollout_product_one.jsonl", line("a lamp", "100"));
        List<List<Task>> taskSets = List.of(List.of(task("a lamp", "100")));
        List<RunSummary> runs = new ArrayList<>();
        try (RolloutLibrary library = new RolloutLibrary(List.of(file), folder.resolve("scratch"))) {
            library.index(runs::addAll, Progress.NONE);
        }
        EvaluationSetup setup = new EvaluationSetup(
                List.of(file), ScoringProfile.ORO, new SimilarityChoice.Table(file("table.json", "[]")), false);
        EvaluationMaterial material = new EvaluationMaterial(taskSets, runs, ProductLookUp.empty());
        Files.delete(file);
        assertThrows(ShoptraceException.class, () -> scorer().run(setup, material, Progress.NONE));
        assertEquals(1, closed);
    }

    /// All rollouts against all task files at once, the suite that shares queries with them included, as the window has them.
    @NeedsShared
    @Test
    void theFolderOfReferenceRolloutsGivesTheReferenceReports() throws Exception {
        List<Path> files = new ArrayList<>();
        List<String> reports = new ArrayList<>();
        List<List<Task>> taskSets = new ArrayList<>();
        taskSets.add(TaskFileReader.read(SharedFiles.require("data/tasks/oro_problem_suite_v3.json")).tasks());
        for (String intent : INTENTS) {
            String tasks = intent.equals("web") ? "web_simpleqa" : intent;
            taskSets.add(TaskFileReader.read(SharedFiles.require("data/tasks/synthesize_" + tasks + "_test.jsonl")).tasks());
            for (String model : List.of("alpha", "beta")) {
                files.add(SharedFiles.require("golden/rollout_" + intent + "_" + model + ".jsonl"));
                Path golden = SharedFiles.require("golden/expected_" + intent + "_" + model + ".json");
                Json.Obj expected = (Json.Obj) JsonReader.read(Files.readAllBytes(golden));
                reports.add(String.join("\n", expected.items("report").stream().flatMap(line -> line.asText().stream()).toList()));
            }
        }
        Path table = SharedFiles.require("golden/title_similarity.json");
        EvaluationResult result = score(files, taskSets, ProductLookUp.of(GoldenSet.products()), table, ScoringProfile.SHOPPINGBENCH);
        assertEquals(String.join("\n\n", reports) + "\n", result.report());
        assertEquals(List.of(250, 150, 250, 250, 900),
                result.rows().stream().limit(5).map(row -> row.level().summary().taskCount()).toList());
        assertEquals(List.of("alpha", "beta"), result.rows().stream().map(row -> row.level().series()).distinct().toList());
        assertEquals(320, result.outcomes().size());
        assertEquals(Optional.empty(), result.rows().getLast().level().intent());
    }
}
