package org.shoptrace.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.search.SearchAnswer.RunHits;
import org.shoptrace.core.search.SearchAnswer.StepHit;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.task.TaskIndex;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// Questions over the reference rollouts, held against a walk over runs and diagnoses that uses nothing of the search.
@NeedsShared
class GoldenSearchTest {
    private static final RunSearch.Limit ALL = new RunSearch.Limit(10_000, 10_000);

    @TempDir
    private static Path folder = Path.of("");

    private static final List<Run> RUNS = new ArrayList<>();
    private static final List<RunRecord> RECORDS = new ArrayList<>();
    private static final List<Diagnosis> DIAGNOSES = new ArrayList<>();
    private static Optional<Sandbox> opened = Optional.empty();
    private static Optional<RunSearch> indexed = Optional.empty();

    @BeforeAll
    static void index() throws Exception {
        new CatalogIndexer().build(
                List.of(GoldenSet.DOCUMENTS), folder.resolve("catalogue"), _ -> {}, Progress.NONE);
        Sandbox sandbox = LuceneSandbox.open(folder.resolve("catalogue"));
        opened = Optional.of(sandbox);
        Diagnostician diagnostician = new Diagnostician(
                sandbox,
                new ShoppingBenchProfile(
                        sandbox::product, TableSimilarity.read(SharedFiles.require("golden/title_similarity.json")), false),
                Diagnostician.USUAL_STEP_LIMIT);
        for (String intent : List.of("product", "shop", "voucher", "web")) {
            String name = intent.equals("web") ? "web_simpleqa" : intent;
            TaskFile tasks = TaskFileReader.read(SharedFiles.require("data/tasks/synthesize_" + name + "_test.jsonl"));
            TaskIndex byQuery = TaskIndex.of(List.of(tasks));
            for (String model : List.of("alpha", "beta")) {
                RolloutFile.forEachRun(SharedFiles.require("golden/rollout_" + intent + "_" + model + ".jsonl"), RUNS::add, Progress.NONE);
            }
            for (Run run : RUNS.subList(RECORDS.size(), RUNS.size())) {
                Diagnosis diagnosis = diagnostician.diagnose(run.query().flatMap(byQuery::task), run);
                DIAGNOSES.add(diagnosis);
                RECORDS.add(new RunRecord(RunSummary.of(run, 1), Optional.of(RunFactsOf.run(run, diagnosis)), Set.of()));
            }
        }
        RunSearch search = new LuceneRunSearch(OwnFolder.at(folder.resolve("search")));
        indexed = Optional.of(search);
        search.update(RECORDS.stream().map(RunRecord::run).toList(), RunTexts.reader(RUNS), Progress.NONE);
    }

    @AfterAll
    static void close() {
        indexed.ifPresent(RunSearch::close);
        opened.ifPresent(Sandbox::close);
        RUNS.clear();
        RECORDS.clear();
        DIAGNOSES.clear();
    }

    private static SearchAnswer ask(String question) throws Exception {
        SearchAnswer answer = indexed.orElseThrow()
                .search(QueryParser.parse(question), RECORDS, opened.orElseThrow()::product, ALL);
        assertTrue(answer.isWhole(), question);
        return answer;
    }

    private static Set<Integer> places(String question) throws Exception {
        List<RunSummary> all = RECORDS.stream().map(RunRecord::run).toList();
        return new TreeSet<>(ask(question).listed().stream().map(run -> all.indexOf(run.run())).toList());
    }

    private interface Wanted {
        boolean is(int place);
    }

    private static void assertRuns(String question, boolean some, Wanted wanted) throws Exception {
        Set<Integer> expected = new TreeSet<>();
        for (int place = 0; place < RUNS.size(); place++) {
            if (wanted.is(place)) {
                expected.add(place);
            }
        }
        assertEquals(expected, places(question), question);
        assertEquals(some, !expected.isEmpty(), () -> question + " finds " + expected.size() + " of " + RUNS.size());
    }

    private static boolean paged(Run run) {
        return run.steps().stream().flatMap(step -> step.calls().stream())
                .filter(call -> call.name().equals(ToolCall.FIND_PRODUCT))
                .anyMatch(call -> call.parameter("page").orElse(Json.NULL) instanceof Json.Num page && page.asDouble() > 1);
    }

    @Test
    void theTargetWasOnPageTwoAndTheAgentNeverPaged() throws Exception {
        assertRuns("target.page:2 -paged", true, place -> !paged(RUNS.get(place)) && DIAGNOSES.get(place).targets().stream()
                .flatMap(track -> track.searches().stream())
                .anyMatch(search -> search.text().contains("it is on page 2;") || search.text().contains("it is on page 2 ")
                        || search.page().orElse(0) == 2));
        assertFalse(places("target.page:2 paged").isEmpty() && places("paged").isEmpty());
        assertRuns("paged", true, place -> paged(RUNS.get(place)));
    }

    @Test
    void aCartThatMissesOnlyTheVoucher() throws Exception {
        assertRuns("cart.misses:only-voucher", hasVoucherMiss(), GoldenSearchTest::missesOnlyTheVoucher);
        assertRuns("cart.misses:nothing outcome:failure", !places("cart.misses:nothing outcome:failure").isEmpty(),
                place -> DIAGNOSES.get(place).success().equals(Optional.of(false)) && DIAGNOSES.get(place).assessment().isPresent()
                        && !DIAGNOSES.get(place).assessment().get().recommendation().isBlank()
                        && DIAGNOSES.get(place).assessment().get().products().stream().allMatch(GoldenSearchTest::fits)
                        && DIAGNOSES.get(place).assessment().get().basket().stream()
                                .flatMap(basket -> basket.checks().stream()).allMatch(BasketVerdict.Check::satisfied));
    }

    private static boolean hasVoucherMiss() {
        return IntStream.range(0, RUNS.size()).anyMatch(GoldenSearchTest::missesOnlyTheVoucher);
    }

    private static boolean missesOnlyTheVoucher(int place) {
        Diagnosis diagnosis = DIAGNOSES.get(place);
        return diagnosis.task().filter(task -> task.intent() == Intent.VOUCHER).isPresent()
                && diagnosis.assessment().isPresent()
                && diagnosis.assessment().get().products().stream().allMatch(GoldenSearchTest::fits)
                && diagnosis.assessment().get().basket().filter(basket -> basket.satisfied(BasketVerdict.Kind.ALL_ANSWERED)
                        && !basket.satisfied(BasketVerdict.Kind.WITHIN_BUDGET)).isPresent();
    }

    private static boolean fits(ProductScore product) {
        return product.product().isPresent() && product.constraints().stream().allMatch(constraint -> constraint.satisfied());
    }

    @Test
    void stagesTargetsAndCounts() throws Exception {
        assertRuns("stage:viewed_not_chosen model:alpha", !places("stage:viewed_not_chosen model:alpha").isEmpty(),
                place -> RUNS.get(place).model().equals("alpha")
                        && DIAGNOSES.get(place).failure().filter(f -> f.stage().wireName().equals("viewed_not_chosen")).isPresent());
        assertRuns("target.hidden:price", true, place -> DIAGNOSES.get(place).targets().stream()
                .flatMap(track -> track.searches().stream())
                .anyMatch(search -> search.hiddenBy().equals(Optional.of(TargetTrack.HiddenBy.PRICE_FILTER))));
        assertRuns("calls.view_product_information:0 steps>=3", true, place -> RUNS.get(place).steps().size() >= 3
                && RUNS.get(place).steps().stream().flatMap(step -> step.calls().stream())
                        .noneMatch(call -> call.name().equals(ToolCall.VIEW_PRODUCT_INFORMATION)));
        for (Question question : Question.USUAL) {
            ask(question.query());
        }
    }

    /// A walk with a regular expression over the raw parts of the steps.
    @Test
    void wordsAreFoundWhereverTheyStandAndNowhereElse() throws Exception {
        int found = 0;
        for (String word : List.of("voucher", "red", "official", "waterproof", "find_product", "terminate", "price")) {
            Map<Integer, List<Integer>> expected = new TreeMap<>();
            Pattern pattern = Pattern.compile("(?<![\\p{L}\\p{N}])" + word + "(?![\\p{L}\\p{N}])");
            for (int place = 0; place < RUNS.size(); place++) {
                List<Integer> steps = RUNS.get(place).steps().stream()
                        .filter(step -> pattern
                                .matcher((step.think().orElse("") + "\n" + step.response().orElse("")).toLowerCase(Locale.ROOT)).find())
                        .map(step -> step.number())
                        .toList();
                if (!steps.isEmpty()) {
                    expected.put(place, steps);
                }
            }
            Map<Integer, List<Integer>> actual = new TreeMap<>();
            List<RunSummary> all = RECORDS.stream().map(RunRecord::run).toList();
            for (RunHits run : ask("thought:" + word + " OR response:" + word).listed()) {
                actual.put(all.indexOf(run.run()), run.hits().stream().map(StepHit::step).toList());
            }
            assertEquals(expected, actual, word);
            found += actual.size();
        }
        assertTrue(found > 100, "the words are common: " + found);
    }

    @Test
    void productsSeenAreThoseThatAnswersShowed() throws Exception {
        assertRuns("returned:(price>5000)", true, place -> MetProduct.of(RUNS.get(place)).stream()
                .anyMatch(product -> product.returned().isPresent() && product.price().orElse(0) > 5000));
        String id = MetProduct.of(RUNS.getFirst()).getFirst().productId();
        assertTrue(places("seen:" + id).contains(0));
        assertRuns("recommended:(service:COD)", true, place -> MetProduct.of(RUNS.get(place)).stream()
                .filter(product -> product.recommended().isPresent())
                .anyMatch(product -> completed(product).services().contains("COD")));
    }

    private static MetProduct completed(MetProduct product) {
        try {
            return opened.orElseThrow().product(product.productId()).map(product::completedBy).orElse(product);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
