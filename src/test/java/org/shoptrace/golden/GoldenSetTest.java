package org.shoptrace.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.RankedProduct;
import org.shoptrace.core.sandbox.SandboxJson;
import org.shoptrace.core.score.OroProfile;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Parity with the reference implementations over the small golden set: answers and rankings id by id, figures to 1e-9.
class GoldenSetTest {
    /// The file has four decimals, and Anserini lowers the scores it prints for ties by 1e-6 a place.
    private static final double SCORE_TOLERANCE = 0.00005 + 0.000001;

    @RegisterExtension
    static final GoldenCatalogue CATALOGUE = new GoldenCatalogue();

    @ParameterizedTest
    @ValueSource(strings = {"find_product.json", "find_product_malformed.json"})
    void requestsAreAnsweredAsTheReferenceDoes(String file) throws Exception {
        List<Json.Obj> cases = GoldenSet.items(file);
        assertTrue(cases.size() >= 40);
        for (Json.Obj expected : cases) {
            Json.Obj wire = expected.object("request").orElseThrow();
            FindAnswer answer = CATALOGUE.sandbox().find(request(wire));
            Json.Arr ids = Json.texts(answer.products().stream().map(Product::productId).toList());
            assertEquals(expected.items("product_ids"), ids.items(), wire::toString);
            if (expected.get("payload").isPresent()) {
                assertEquals(expected.items("payload"), SandboxJson.find(answer).items());
            }
        }
    }

    @Test
    void queriesAreRankedAndScoredAsAnseriniDoes() throws Exception {
        List<Json.Obj> cases = GoldenSet.items("rankings.json.gz");
        assertEquals(40, cases.size());
        for (Json.Obj expected : cases) {
            String q = expected.text("q").orElseThrow();
            List<RankedProduct> hits = CATALOGUE.sandbox().ranking(q, 100);
            List<Json> reference = expected.items("hits");
            assertEquals(
                    reference.stream().map(hit -> ((Json.Arr) hit).items().getFirst().asText().orElseThrow()).toList(),
                    hits.stream().map(RankedProduct::productId).toList(), q);
            for (int i = 0; i < hits.size(); i++) {
                Json.Num score = (Json.Num) ((Json.Arr) reference.get(i)).items().getLast();
                assertEquals(score.asDouble(), hits.get(i).score(), SCORE_TOLERANCE, q);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
            "product, alpha, ''", "product, beta, ''", "web, alpha, ''", "web, beta, ''", "shop, alpha, ''", "shop, beta, ''",
            "voucher, alpha, ''", "voucher, beta, ''", "product, alpha, _oro", "product, beta, _oro", "shop, alpha, _oro",
            "shop, beta, _oro", "voucher, alpha, _oro", "voucher, beta, _oro"
    })
    void runsAreScoredAsTheReferenceDoes(String intent, String model, String suffix) throws Exception {
        Json.Obj golden = (Json.Obj) GoldenSet.json("expected_" + intent + "_" + model + suffix + ".json");
        Profile profile = suffix.isEmpty()
                ? new ShoppingBenchProfile(CATALOGUE.sandbox()::product, GoldenSet.similarity(), false)
                : new OroProfile(CATALOGUE.sandbox()::product, GoldenSet.similarity(), false);
        String file = "src/test/resources/golden/expected_" + intent + "_" + model + suffix + ".json";
        assertEquals(profile.name(), golden.text("profile").orElseThrow());
        Json.Obj expected = golden.object("scores").orElseThrow();
        Map<String, Task> tasks = tasks(intent);
        Set<String> scored = new HashSet<>();
        for (Run run : runs(intent, model)) {
            Task task = Optional.ofNullable(tasks.get(run.query().orElseThrow())).orElseThrow();
            assertFigures(file, expected.object(task.query()).orElseThrow(), profile.score(task, run));
            scored.add(task.query());
        }
        assertEquals(expected.fields().keySet(), scored);
    }

    /// Every observation of these runs is the reference sandbox's true answer.
    @ParameterizedTest
    @ValueSource(strings = {"product", "web", "shop", "voucher"})
    void everyRecordedReadIsTheSameAndEveryFailureHasAClass(String intent) throws Exception {
        Diagnostician diagnostician = new Diagnostician(
                CATALOGUE.sandbox(), new ShoppingBenchProfile(CATALOGUE.sandbox()::product, GoldenSet.similarity(), false),
                Diagnostician.USUAL_STEP_LIMIT);
        Map<String, Task> tasks = tasks(intent);
        int failures = 0;
        for (String model : List.of("alpha", "beta")) {
            Json.Obj golden = (Json.Obj) GoldenSet.json("expected_" + intent + "_" + model + ".json");
            for (Run run : runs(intent, model)) {
                Task task = Optional.ofNullable(tasks.get(run.query().orElseThrow())).orElseThrow();
                Diagnosis diagnosis = diagnostician.diagnose(Optional.of(task), run);
                List<Reexecution.Call> calls = diagnosis.reexecution().calls();
                assertFalse(calls.isEmpty());
                assertEquals(List.of(), calls.stream().filter(call -> call.outcome() != Reexecution.Outcome.SAME).toList());
                Json success = golden.object("scores").flatMap(s -> s.object(task.query())).flatMap(s -> s.get("success")).orElseThrow();
                assertEquals(Json.Num.of(diagnosis.success().orElseThrow() ? 1L : 0L), success);
                assertEquals(diagnosis.success().orElseThrow(), diagnosis.failure().isEmpty());
                failures += diagnosis.failure().isPresent() ? 1 : 0;
            }
        }
        assertTrue(failures > 0);
    }

    private static void assertFigures(String file, Json.Obj expected, TaskScore score) {
        Set<String> keys = new HashSet<>(Set.of("success"));
        score.values().forEach((column, value) -> {
            String key = column.wireName();
            Json figure = expected.get(key).orElseThrow(() -> new AssertionError(GoldenSet.lacks(file, key)));
            assertEquals(((Json.Num) figure).asDouble(), value, 1e-9, () -> key + " of " + score.query());
            keys.add(key);
        });
        assertEquals(expected.get("success").orElseThrow(), Json.Num.of(score.success() ? 1L : 0L), score::query);
        assertEquals(expected.fields().keySet(), keys);
    }

    private static List<Run> runs(String intent, String model) throws Exception {
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(GoldenSet.rollouts(intent, model), runs::add, Progress.NONE);
        assertEquals(8, runs.size());
        return runs;
    }

    private static Map<String, Task> tasks(String intent) throws Exception {
        Map<String, Task> tasks = new HashMap<>();
        GoldenSet.tasks(intent).forEach(task -> tasks.put(task.query(), task));
        return tasks;
    }

    private static FindRequest request(Json.Obj wire) {
        return new FindRequest(
                wire.text("q").orElse(null), wire.text("page").orElse(null), wire.text("shop_id").orElse(null),
                wire.text("price").orElse(null), wire.text("sort").orElse(null), wire.text("service").orElse(null));
    }
}
