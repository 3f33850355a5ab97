package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Comparison.Cell;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.OroProfile;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.task.Intent;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// What hangs on the scorer, on the golden runs: what is derived from one pass must be what scoring anew gives.
@NeedsShared
class ScorerUnderTestTest {
    private static ProductSource products = _ -> Optional.empty();

    @BeforeAll
    static void readCatalog() throws Exception {
        products = GoldenSet.products();
    }

    @ParameterizedTest
    @CsvSource({"product, alpha", "product, beta", "shop, alpha", "shop, beta", "voucher, alpha", "voucher, beta", "web_simpleqa, alpha"})
    void aRunHangsOnItsTitlesAsScoringWithEveryOtherThresholdSays(String tasks, String model) throws Exception {
        Evaluation chosen = evaluate(tasks, model, profile(table()));
        for (double threshold : ThresholdSweep.usualThresholds()) {
            Evaluation anew = evaluate(tasks, model, profile(new Thresholded(table(), threshold)));
            List<Boolean> derived = chosen.trials().stream().map(run -> run.details().titles().success(threshold)).toList();
            assertEquals(anew.trials().stream().map(run -> run.score().success()).toList(), derived, () -> "at " + threshold);
        }
        Evaluation unchecked = evaluate(tasks, model, profile(LiteralTitles.ANY));
        assertEquals(
                unchecked.trials().stream().map(run -> run.score().success()).toList(),
                chosen.trials().stream().map(ScoredRun::successWithoutTitleCheck).toList());
        Evaluation equal = evaluate(tasks, model, profile(LiteralTitles.EQUAL));
        assertEquals(
                equal.trials().stream().map(run -> run.score().success()).toList(),
                chosen.trials().stream().map(ScoredRun::successByExactTitle).toList());
    }

    @ParameterizedTest
    @CsvSource({"product", "shop", "voucher"})
    void theCompetitionsRunsHangOnTheirTitlesAlike(String tasks) throws Exception {
        Evaluation chosen = evaluate(tasks, "beta", new OroProfile(products, table(), false));
        for (double threshold : new double[] {0.3, 0.6, 0.9}) {
            Evaluation anew = evaluate(tasks, "beta", new OroProfile(products, new Thresholded(table(), threshold), false));
            assertEquals(
                    anew.trials().stream().map(run -> run.score().success()).toList(),
                    chosen.trials().stream().map(run -> run.details().titles().success(threshold)).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"product, alpha", "shop, beta", "voucher, alpha"})
    void aSweepFallsAndNamesTheRunsThatItLoses(String tasks, String model) throws Exception {
        Summary summary = evaluate(tasks, model, profile(table())).overall();
        ThresholdSweep sweep = ThresholdSweep.of(summary, ThresholdSweep.usualThresholds());
        assertEquals(16, sweep.points().size());
        assertEquals(0.2, sweep.points().getFirst().threshold());
        assertEquals(0.95, sweep.points().getLast().threshold());
        ThresholdSweep.Point published = sweep.points().get(6);
        assertEquals(0.5, published.threshold());
        assertEquals(summary.asr().rate(), published.asr().rate());
        for (int i = 1; i < sweep.points().size(); i++) {
            int lost = sweep.points().get(i).lost().size();
            assertEquals(lost, sweep.points().get(i - 1).asr().hits() - sweep.points().get(i).asr().hits());
        }
    }

    @Test
    void aRunIsLostWhereItsLowestCosineNoLongerReaches() {
        ScoredRun run = Scores.run(Intent.PRODUCT, "q", 1);
        RunDetails details = new RunDetails(
                new LinkedHashMap<>(), Map.of(), new TitleDependence(true, OptionalDouble.of(0.7)));
        Summary summary = Scores.evaluation(
                "m", Map.of(Intent.PRODUCT, 2), new ScoredRun(run.id(), run.source(), 1, run.score(), details),
                Scores.run(Intent.PRODUCT, "sure", 1))
                .overall();
        List<ThresholdSweep.Point> points = ThresholdSweep.of(summary, 0.9, 0.7, 0.5).points();
        assertEquals(List.of(0.5, 0.7, 0.9), points.stream().map(ThresholdSweep.Point::threshold).toList());
        assertEquals(List.of(2, 2, 1), points.stream().map(point -> point.asr().hits()).toList());
        assertEquals(List.of(run.id()), points.getLast().lost().stream().map(ScoredRun::id).toList());
    }

    @Test
    void runsThatHangOnTheTitleAloneAreThoseThatEqualTitlesLose() throws Exception {
        Evaluation chosen = evaluate("product", "alpha", profile(table()));
        ScorerVariant ids = ScorerVariant.derived(chosen).getFirst();
        assertEquals(
                chosen.trials().stream().filter(run -> run.score().success() && run.details().titles().lowest().isPresent()).toList(),
                ids.flips().stream().map(ScorerVariant.Judged::here).toList(),
                "for a product task, any other product than the target needs its title");
        ScorerVariant equal = ScorerVariant.rescored("equal titles", chosen, evaluate("product", "alpha", profile(LiteralTitles.EQUAL)));
        assertEquals(List.of(), equal.in(Cell.ONLY_B));
        assertEquals(
                chosen.overall().where(score -> score.hangsOnTitle()).stream().map(ScoredRun::id).toList(),
                equal.in(Cell.ONLY_A).stream().map(run -> run.here().id()).toList());
        ScorerVariant oro = ScorerVariant.rescored("oro", chosen, evaluate("product", "alpha", new OroProfile(products, table(), false)));
        assertEquals(chosen.overall().runs().size(), oro.comparison().pairs().size());
    }

    private static Profile profile(TitleSimilarity similarity) {
        return new ShoppingBenchProfile(products, similarity, false);
    }

    private static TitleSimilarity table() throws Exception {
        return TableSimilarity.read(SharedFiles.require("golden/title_similarity.json"));
    }

    private static Evaluation evaluate(String tasks, String model, Profile profile) throws Exception {
        EvaluationRequest request = new EvaluationRequest(
                TaskFileReader.read(SharedFiles.require("data/tasks/synthesize_" + tasks + "_test.jsonl")).tasks(),
                SharedFiles.require("golden/rollout_" + tasks.replace("_simpleqa", "") + "_" + model + ".jsonl"),
                Optional.empty(),
                profile);
        return new Evaluator(2).evaluate(request, Progress.NONE);
    }

    /// Another threshold for the same cosines.
    private record Thresholded(TitleSimilarity cosines, double at) implements TitleSimilarity {
        @Override
        public String name() {
            return cosines.name();
        }

        @Override
        public boolean comparableWithPublished() {
            return false;
        }

        @Override
        public double similarity(String a, String b) throws ShoptraceException {
            return cosines.similarity(a, b);
        }

        @Override
        public double threshold(double published) {
            return at;
        }
    }
}
