package org.shoptrace.core.score;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;

/// What the benchmark's released evaluator computes, oddities included, so that its numbers can stand beside the paper's.
/// The default. Source: `src/site/markdown/scoring.md`.
public final class ShoppingBenchProfile implements Profile {
    public static final String NAME = "shoppingbench";

    private static final double TITLE_THRESHOLD = 0.5;

    private final ProductSource products;
    private final TitleSimilarity similarity;
    private final boolean noThink;
    private final TargetScoring targets;
    private final WebScoring web;

    /// @param noThink whether the runs are known to come from the ablation without thoughts; runs whose file's path holds
    ///                `ablation_react` are taken for such in any case
    public ShoppingBenchProfile(ProductSource products, TitleSimilarity similarity, boolean noThink) {
        this.products = products;
        this.similarity = similarity;
        this.noThink = noThink;
        this.targets = new TargetScoring(products, new Rule(new ConstraintChecks(similarity, TITLE_THRESHOLD)), noThink);
        this.web = new WebScoring(products, similarity);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Intent> intents() {
        return EnumSet.copyOf(Intent.LEVELS);
    }

    @Override
    public TitleSimilarity similarity() {
        return similarity;
    }

    @Override
    public Profile with(TitleSimilarity other) {
        return new ShoppingBenchProfile(products, other, noThink);
    }

    @Override
    public List<Double> titleThresholds() {
        return List.of(TITLE_THRESHOLD, WebScoring.TITLE_THRESHOLD);
    }

    @Override
    public boolean countsMissingTasks() {
        return false;
    }

    @Override
    public boolean isScored(Run run) {
        return !run.steps().isEmpty();
    }

    @Override
    public Assessment assess(Task task, Run run) throws ShoptraceException {
        return task.intent() == Intent.WEB ? web.assess(task, run) : targets.assess(task, run);
    }

    @Override
    public Set<String> titles(Task task, Run run) throws ShoptraceException {
        return task.intent() == Intent.WEB ? web.titles(task, run) : targets.titles(task, run);
    }

    private record Rule(ConstraintChecks checks) implements TargetRule {
        @Override
        public List<String> ids(String recommendation) {
            return List.of(recommendation.split(",", -1));
        }

        /// The target is 1 at once and no field of it is counted, which makes every field 1.
        @Override
        public ProductScore score(String id, Reward reward, Product product) throws ShoptraceException {
            if (TargetScoring.isTarget(product, reward)) {
                List<ConstraintVerdict> verdicts = ConstraintChecks.identical(reward, product);
                return new ProductScore(
                        reward, id, Optional.of(product), true, verdicts, 1, TargetRule.fields(List.of(), 1));
            }
            List<ConstraintVerdict> verdicts = checks.check(reward, product);
            double rule = TargetRule.share(verdicts);
            return new ProductScore(
                    reward, id, Optional.of(product), false, verdicts, rule, TargetRule.fields(verdicts, 1));
        }

        @Override
        public boolean countsInBasket(ProductScore score) {
            return true;
        }

        @Override
        public double formatWeight(Step step) {
            return 1;
        }
    }
}
