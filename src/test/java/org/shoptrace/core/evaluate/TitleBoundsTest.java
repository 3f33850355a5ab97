package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.evaluate.result.ScoredFiles;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

class TitleBoundsTest {
    private static ScoredRun run(String query, boolean success, TitleDependence titles) {
        ScoredRun run = Scores.run(Intent.PRODUCT, query, success ? 1 : 0);
        return new ScoredRun(run.id(), run.source(), 1, run.score(), new RunDetails(new LinkedHashMap<>(), Map.of(), titles));
    }

    /// Tasks, products and runs as files have them, whose titles are compared by the share of words that they have in common. Each of four
    /// runs recommends another product than the target "red clay mug": of the same title, of the same but for its case, of half of the
    /// words and two more, of none. A fifth has the right title and the wrong price.
    @Test
    void threeNumbersComeOutOfScoringHandMadeTasks(@TempDir Path folder) throws Exception {
        Map<String, Product> products = new HashMap<>();
        List.of("red clay mug", "Red Clay Mug", "red clay tall cup", "desk lamp")
                .forEach(title -> products.put(Integer.toString(products.size()), product(Integer.toString(products.size()), title, 5)));
        products.put("dear", product("dear", "red clay mug", 500));
        List<Task> tasks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String id : List.of("0", "1", "2", "3", "dear")) {
            tasks.add(TaskCodec.decode(JsonReader.read("""
                    {"query": "mug %s", "reward": {"product_id": "target", "title": ["red clay mug"],
                     "price": [{"less than": [null, 10]}]}}""".formatted(id))));
            lines.add(ScoredFiles.line("mug " + id, id));
        }
        Path runs = ScoredFiles.file(folder, "rollout_product_hand.jsonl", lines.toArray(String[]::new));
        ProductSource source = id -> Optional.ofNullable(products.get(id));
        Evaluation evaluation = new Evaluator(1).evaluate(
                new EvaluationRequest(tasks, runs, Optional.empty(), new ShoppingBenchProfile(source, new SharedWords(), false)),
                Progress.NONE);
        TitleBounds bounds = TitleBounds.of(evaluation.overall());
        assertEquals(
                List.of(1, 3, 4), Stream.of(bounds.byExactTitle(), bounds.figure(), bounds.withoutCheck()).map(TaskShare::hits).toList());
        assertEquals(List.of("mug 1", "mug 2", "mug 3"), bounds.runs().stream().map(run -> run.score().query()).toList());
        assertEquals(bounds.hanging(), evaluation.overall().where(TaskScore::hangsOnTitle), "one definition");
        assertEquals(Optional.of(Json.texts(List.of("mug 1", "mug 2"))), EvaluationJson.encode(evaluation).get("hangs_on_title"));
        assertEquals(
                Optional.of(Json.Num.of(2)),
                EvaluationJson.encode(evaluation).object("summary").orElseThrow().get("hang_on_titles"));
        Json.Obj summary = EvaluationJson.encode(evaluation).object("summary").orElseThrow();
        assertEquals(
                List.of(0.2, 0.6, 0.8),
                Stream.of("asr_by_exact_title", "asr", "asr_without_title_check")
                        .map(name -> ((Json.Num) summary.get(name).orElseThrow()).asDouble())
                        .toList());
    }

    private static Product product(String id, String title, int price) {
        try {
            return ProductCodec.decode((Json.Obj) JsonReader.read(
                    "{\"product_id\": \"%s\", \"shop_id\": \"7\", \"title\": \"%s\", \"price\": %d}".formatted(id, title, price)));
        } catch (JsonSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static final class SharedWords implements TitleSimilarity {
        @Override
        public String name() {
            return "shared words";
        }

        @Override
        public boolean comparableWithPublished() {
            return false;
        }

        @Override
        public double similarity(String a, String b) {
            Set<String> one = Set.of(a.toLowerCase(Locale.ROOT).split(" "));
            Set<String> other = Set.of(b.toLowerCase(Locale.ROOT).split(" "));
            long shared = one.stream().filter(other::contains).count();
            return shared / (double) Math.max(one.size(), other.size());
        }
    }

    /// Of eight tasks: the target itself, another product of the same title, one of a title that is alike enough, one of a title that is
    /// not, two that no title could help, and two without a run.
    @Test
    void successLiesBetweenExactTitlesAndNoCheck() {
        ScoredRun alike = run("alike", true, new TitleDependence(true, OptionalDouble.of(0.7), false));
        ScoredRun unlike = run("unlike", false, new TitleDependence(true, OptionalDouble.of(0.2), false));
        Evaluation evaluation = Scores.evaluation(
                "m", Map.of(Intent.PRODUCT, 8), run("target", true, TitleDependence.NONE),
                run("equal", true, new TitleDependence(true, OptionalDouble.of(1), true)), alike, unlike,
                run("wrong", false, TitleDependence.LOST), run("dear", false, TitleDependence.LOST));
        TitleBounds bounds = TitleBounds.of(evaluation.overall());
        assertEquals(2, bounds.byExactTitle().hits());
        assertEquals(3, bounds.figure().hits());
        assertEquals(4, bounds.withoutCheck().hits());
        assertEquals(List.of(bounds.figure().of(), bounds.figure().of()), List.of(bounds.byExactTitle().of(), bounds.withoutCheck().of()));
        assertEquals(List.of(alike), bounds.hanging());
        assertEquals(List.of(unlike), bounds.missed());
        assertEquals(List.of(alike, unlike), bounds.runs());
        assertTrue(bounds.isWide());
        assertTrue(
                EvaluationNotes.lines(evaluation).stream().anyMatch(line -> line.endsWith("2 runs hang on the comparison of titles")),
                EvaluationNotes.lines(evaluation).toString());
    }

    @Test
    void whereNoTitleDecidesTheBoundsAreTheFigure() {
        TitleBounds bounds = TitleBounds.of(Scores.evaluation(
                "m", Map.of(Intent.PRODUCT, 2), run("target", true, TitleDependence.NONE), run("wrong", false, TitleDependence.LOST))
                .overall());
        assertFalse(bounds.isWide());
        assertEquals(bounds.figure().rate(), bounds.byExactTitle().rate());
        assertEquals(bounds.figure().rate(), bounds.withoutCheck().rate());
    }

    /// Tasks may have several trials. Whatever a run says of itself, also what no scorer would: a table may call equal titles unlike.
    @Property(tries = 200)
    void theBoundsNeverCross(@ForAll long seed) {
        Random random = new Random(seed);
        List<ScoredRun> runs = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            TitleDependence titles = new TitleDependence(
                    random.nextBoolean(), random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty(),
                    random.nextBoolean());
            runs.add(run("q" + random.nextInt(8), random.nextBoolean(), titles));
        }
        TitleBounds bounds = TitleBounds.of(
                Scores.evaluation("m", Map.of(Intent.PRODUCT, 12), runs.toArray(ScoredRun[]::new)).overall());
        assertTrue(bounds.byExactTitle().value() <= bounds.figure().value(), bounds.toString());
        assertTrue(bounds.figure().value() <= bounds.withoutCheck().value(), bounds.toString());
        assertEquals(bounds.hanging().size(), bounds.figure().hits() - bounds.byExactTitle().hits());
        assertEquals(bounds.missed().size(), bounds.withoutCheck().hits() - bounds.figure().hits());
    }
}
