package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// Every figure of every query of the golden files, both profiles.
@NeedsShared
class GoldenScoresTest {
    private static ProductSource products = _ -> Optional.empty();

    @BeforeAll
    static void readCatalog() throws Exception {
        products = GoldenSet.products();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "product_alpha", "product_beta", "shop_alpha", "shop_beta", "voucher_alpha", "voucher_beta", "web_alpha", "web_beta",
                    "product_alpha_oro", "product_beta_oro", "shop_alpha_oro", "shop_beta_oro", "voucher_alpha_oro", "voucher_beta_oro"
            })
    void figuresEqualTheReference(String name) throws Exception {
        Json.Obj golden = (Json.Obj) JsonReader.read(Files.readAllBytes(SharedFiles.require("golden/expected_" + name + ".json")));
        TitleSimilarity table = TableSimilarity.read(SharedFiles.require("golden/title_similarity.json"));
        Profile profile = golden.text("profile").orElseThrow().equals(OroProfile.NAME)
                ? new OroProfile(products, table, false)
                : new ShoppingBenchProfile(products, table, false);
        Map<String, Task> tasks = tasks(golden.text("intent").orElseThrow());
        Json.Obj expected = golden.object("scores").orElseThrow();

        Set<String> scored = new HashSet<>();
        Path rollouts = SharedFiles.require("golden/rollout_" + name.replace("_oro", "") + ".jsonl");
        for (String line : Files.readAllLines(rollouts)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            Run run = RunCodec.decode(bytes, 0, bytes.length, new RunSource(rollouts, 1), golden.text("model").orElseThrow());
            Task task = Objects.requireNonNull(tasks.get(run.query().orElseThrow()));
            TaskScore score = profile.score(task, run);
            assertFigures("expected_" + name + ".json", expected.object(task.query()).orElseThrow(), score);
            scored.add(task.query());
        }
        assertEquals(expected.fields().keySet(), scored);
    }

    private static void assertFigures(String file, Json.Obj expected, TaskScore score) {
        Set<String> keys = new HashSet<>(Set.of("success"));
        for (Map.Entry<Column, Double> value : score.values().entrySet()) {
            String key = value.getKey().wireName();
            Json.Num figure = (Json.Num) expected.get(key).orElseThrow(() -> new AssertionError(GoldenSet.lacks(file, key)));
            assertEquals(figure.asDouble(), value.getValue(), 1e-9, () -> key + " of " + score.query());
            keys.add(key);
        }
        assertEquals(expected.get("success").orElseThrow(), Json.Num.of(score.success() ? 1L : 0L), score::query);
        assertEquals(expected.fields().keySet(), keys);
        assertFalse(score.crashesReference(), score::query);
    }

    private static Map<String, Task> tasks(String intent) throws Exception {
        String file = "data/tasks/synthesize_" + (intent.equals("web") ? "web_simpleqa" : intent) + "_test.jsonl";
        Map<String, Task> tasks = new HashMap<>();
        TaskFileReader.read(SharedFiles.require(file)).tasks().forEach(task -> tasks.put(task.query(), task));
        return tasks;
    }
}
