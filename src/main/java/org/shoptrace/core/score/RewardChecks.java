package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;

/// Any product against a reward under a profile's thresholds, whether it was recommended or not. What the product's record
/// decides comes apart from the titles, since comparing those may need a model.
public final class RewardChecks {
    private final TitleSimilarity similarity;
    private final ConstraintChecks checks;
    private final ConstraintChecks webChecks;

    public RewardChecks(Profile profile) {
        this.similarity = profile.similarity();
        this.checks = new ConstraintChecks(similarity, profile.titleThresholds().getFirst());
        this.webChecks = new ConstraintChecks(similarity, WebScoring.TITLE_THRESHOLD);
    }

    /// The constraints that a task states for a reward; of a web task's whole record the title alone is one.
    public static Reward stated(Task task, Reward reward) {
        return task.intent() == Intent.WEB ? WebScoring.target(task) : reward;
    }

    /// The verdicts on price, service, variant and attribute, and on the answer of a web task.
    public List<ConstraintVerdict> facts(Task task, Reward reward, Product product) {
        List<ConstraintVerdict> verdicts = new ArrayList<>();
        if (task.intent() == Intent.WEB) {
            verdicts.add(WebScoring.knowledge(task.knowledgeAnswer(), product, TargetScoring.isTarget(product, reward)));
        }
        verdicts.addAll(ConstraintChecks.checkFacts(stated(task, reward), product));
        return verdicts;
    }

    /// The verdict on all products of a shop or voucher task together, whether these were recommended or not; empty for other tasks.
    ///
    /// @param products one for each reward, in the order of the rewards
    public static Optional<BasketVerdict> basket(Task task, List<Product> products) {
        return task.intent() == Intent.SHOP || task.intent() == Intent.VOUCHER
                ? Optional.of(BasketChecks.check(task, products, task.rewards().size()))
                : Optional.empty();
    }

    /// Whether the similarity can compare a title that a reward states.
    public boolean compares(String title, String stated) {
        return similarity.compares(title, stated);
    }

    /// The verdicts on the titles, which a target needs no comparing for; empty when the similarity lacks a pair.
    ///
    /// @throws ShoptraceException when the titles cannot be compared
    public Optional<List<ConstraintVerdict>> titles(Task task, Reward reward, Product product) throws ShoptraceException {
        List<ConstraintVerdict> verdicts = new ArrayList<>();
        for (String title : stated(task, reward).titles()) {
            if (TargetScoring.isTarget(product, reward)) {
                verdicts.add(new ConstraintVerdict(ConstraintVerdict.Kind.TITLE, title, product.title(), true, "the target itself"));
            } else if (similarity.compares(product.title(), title)) {
                verdicts.add((task.intent() == Intent.WEB ? webChecks : checks).title(title, product));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(verdicts);
    }
}
