package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.score.OroProfile;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.statistics.PairedOutcomes;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// Whole rollout files against the golden files: the printed report, and the JSON in keys, kinds of number and values.
@NeedsShared
class GoldenReportTest {
    private static ProductSource products = _ -> Optional.empty();

    @BeforeAll
    static void readCatalog() throws Exception {
        products = GoldenSet.products();
    }

    @ParameterizedTest
    @CsvSource({"product, 250", "shop, 250", "voucher, 250", "web_simpleqa, 150"})
    void reportsAndFiguresEqualTheReference(String tasks, int asked) throws Exception {
        for (String model : new String[] {"alpha", "beta"}) {
            String name = tasks.replace("_simpleqa", "") + "_" + model;
            Json.Obj golden = golden(name);
            Evaluation evaluation = evaluate(tasks, name, false);
            assertEquals(golden.items("report"), Json.texts(ReleasedReport.lines(evaluation)).items());
            Json.Obj written = EvaluationJson.encode(evaluation);
            assertSame("expected_" + name + ".json", golden.object("scores").orElseThrow(), written.object("scores").orElseThrow());
            assertEquals(golden.get("profile"), written.get("profile"));
            assertEquals(golden.get("intent"), written.get("intent"));
            assertEquals(golden.get("model"), written.get("model"));
            assertEquals(Optional.of(Json.Num.of(asked)), written.get("tasks"));
            assertEquals(Optional.of(Json.Num.of(40)), written.get("rollouts"));
            assertEquals(Optional.of(Json.Num.of(asked - 40)), written.get("missing"));
        }
    }

    @ParameterizedTest
    @CsvSource({"product", "shop", "voucher"})
    void figuresOfTheCompetitionEqualItsOwnAndAreOverAllTasks(String tasks) throws Exception {
        for (String model : new String[] {"alpha", "beta"}) {
            Json.Obj scores = golden(tasks + "_" + model + "_oro").object("scores").orElseThrow();
            Evaluation evaluation = evaluate(tasks, tasks + "_" + model, true);
            assertSame("expected_" + tasks + "_" + model + "_oro.json", scores,
                    EvaluationJson.encode(evaluation).object("scores").orElseThrow());
            long successes = scores.fields().values().stream()
                    .filter(score -> ((Json.Obj) score).get("success").equals(Optional.of(Json.Num.of(1))))
                    .count();
            assertEquals(successes / 250.0, evaluation.overall().asr().value(), 1e-12);
            assertEquals(successes / 40.0, evaluation.overall().asrOfRuns().value(), 1e-12);
        }
    }

    /// The cells counted from the reference's own figures.
    @ParameterizedTest
    @CsvSource({"product", "shop", "voucher", "web_simpleqa"})
    void comparesTheTwoReferenceModelsTaskByTask(String tasks) throws Exception {
        String name = tasks.replace("_simpleqa", "");
        Json.Obj alpha = golden(name + "_alpha").object("scores").orElseThrow();
        Json.Obj beta = golden(name + "_beta").object("scores").orElseThrow();
        int[] cells = new int[4];
        int unpaired = 0;
        for (String query : alpha.fields().keySet()) {
            if (beta.object(query).isEmpty()) {
                unpaired++;
            } else {
                cells[(succeeds(alpha, query) ? 0 : 2) + (succeeds(beta, query) ? 0 : 1)]++;
            }
        }
        Comparison comparison = Comparison.of(evaluate(tasks, name + "_alpha", false), evaluate(tasks, name + "_beta", false));
        assertEquals(new PairedOutcomes(cells[0], cells[1], cells[2], cells[3]), comparison.outcomes());
        assertEquals(unpaired, comparison.unpairedA().size());
        assertEquals(beta.fields().size() + unpaired - alpha.fields().size(), comparison.unpairedB().size());
        assertTrue(comparison.outcomes().tasks() > 0);
    }

    private static boolean succeeds(Json.Obj scores, String query) {
        return scores.object(query).orElseThrow().get("success").equals(Optional.of(Json.Num.of(1)));
    }

    private static Evaluation evaluate(String tasks, String rollouts, boolean oro) throws Exception {
        TitleSimilarity table = TableSimilarity.read(SharedFiles.require("golden/title_similarity.json"));
        Profile profile = oro ? new OroProfile(products, table, false) : new ShoppingBenchProfile(products, table, false);
        EvaluationRequest request = new EvaluationRequest(
                TaskFileReader.read(SharedFiles.require("data/tasks/synthesize_" + tasks + "_test.jsonl")).tasks(),
                SharedFiles.require("golden/rollout_" + rollouts + ".jsonl"),
                Optional.empty(),
                profile);
        return new Evaluator(2).evaluate(request, Progress.NONE);
    }

    private static Json.Obj golden(String name) throws Exception {
        return (Json.Obj) JsonReader.read(Files.readAllBytes(SharedFiles.require("golden/expected_" + name + ".json")));
    }

    /// Equal queries, keys, kinds of number and, to 1e-9, values.
    private static void assertSame(String file, Json.Obj expected, Json.Obj actual) {
        assertFalse(expected.fields().isEmpty());
        assertEquals(expected.fields().keySet(), actual.fields().keySet());
        for (Map.Entry<String, Json> query : expected.fields().entrySet()) {
            Json.Obj figures = (Json.Obj) query.getValue();
            Json.Obj ours = actual.object(query.getKey()).orElseThrow();
            ours.fields().keySet().forEach(key -> assertTrue(figures.get(key).isPresent(), () -> GoldenSet.lacks(file, key)));
            assertEquals(figures.fields().keySet(), ours.fields().keySet(), file);
            figures.fields().forEach((key, value) -> {
                Json.Num number = (Json.Num) value;
                Json.Num our = (Json.Num) ours.get(key).orElseThrow();
                assertEquals(number.asDouble(), our.asDouble(), 1e-9, () -> key + " of " + query.getKey());
                assertTrue(number.isInteger() == our.isInteger(), () -> key + " of " + query.getKey() + " is " + our.text());
            });
        }
    }
}
