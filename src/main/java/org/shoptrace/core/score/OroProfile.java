package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;

/// The ORO competition's corrected variant: product, shop and voucher, a stricter title, no credit for what is not stated,
/// and every rate over all tasks of the suite. Source: `src/site/markdown/scoring.md`, *Profile `oro`*.
public final class OroProfile implements Profile {
    public static final String NAME = "oro";

    private static final double TITLE_THRESHOLD = 0.7;

    private final ProductSource products;
    private final TitleSimilarity similarity;
    private final boolean noThink;
    private final TargetScoring targets;

    /// @param noThink as for [ShoppingBenchProfile]
    public OroProfile(ProductSource products, TitleSimilarity similarity, boolean noThink) {
        this.products = products;
        this.similarity = similarity;
        this.noThink = noThink;
        this.targets = new TargetScoring(products, new Rule(new ConstraintChecks(similarity, TITLE_THRESHOLD)), noThink);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Intent> intents() {
        return EnumSet.complementOf(EnumSet.of(Intent.WEB));
    }

    @Override
    public TitleSimilarity similarity() {
        return similarity;
    }

    @Override
    public Profile with(TitleSimilarity other) {
        return new OroProfile(products, other, noThink);
    }

    @Override
    public List<Double> titleThresholds() {
        return List.of(TITLE_THRESHOLD);
    }

    @Override
    public boolean countsMissingTasks() {
        return true;
    }

    /// A failed or timed-out dialogue counts 0, whatever it left.
    @Override
    public boolean isScored(Run run) {
        boolean lost = run.envelope() instanceof Envelope.Oro oro
                && (oro.status().equals("FAILED") || oro.status().equals("TIMED_OUT"));
        return !lost && !run.steps().isEmpty();
    }

    @Override
    public Assessment assess(Task task, Run run) throws ShoptraceException {
        requireScored(task);
        return targets.assess(task, run);
    }

    @Override
    public Set<String> titles(Task task, Run run) throws ShoptraceException {
        requireScored(task);
        return targets.titles(task, run);
    }

    private void requireScored(Task task) {
        if (!intents().contains(task.intent())) {
            throw new IllegalArgumentException("the profile oro does not score " + task.intent().wireName() + " tasks");
        }
    }

    private record Rule(ConstraintChecks checks) implements TargetRule {
        @Override
        public List<String> ids(String recommendation) {
            Set<String> ids = new LinkedHashSet<>();
            for (String id : recommendation.split(",", -1)) {
                String trimmed = PythonText.strip(id);
                if (!trimmed.isEmpty()) {
                    ids.add(trimmed);
                }
            }
            return new ArrayList<>(ids);
        }

        /// The target has rule 1, but its fields are counted like any other product's.
        @Override
        public ProductScore score(String id, Reward reward, Product product) throws ShoptraceException {
            boolean target = TargetScoring.isTarget(product, reward);
            List<ConstraintVerdict> verdicts = target ? ConstraintChecks.checkTarget(reward, product) : checks.check(reward, product);
            double rule = target ? 1 : TargetRule.share(verdicts);
            return new ProductScore(
                    reward, id, Optional.of(product), target, verdicts, rule, TargetRule.fields(verdicts, 0));
        }

        @Override
        public boolean countsInBasket(ProductScore score) {
            return score.rule() > 0;
        }

        @Override
        public double formatWeight(Step step) {
            return step.timestamp().filter(timestamp -> timestamp.asDouble() > 0).isPresent() ? 1 : 0.5;
        }
    }
}
