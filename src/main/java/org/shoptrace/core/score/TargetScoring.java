package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Scores product, shop and voucher tasks: the i-th recommended id against the i-th reward, under a profile's [TargetRule].
final class TargetScoring {
    private final ProductSource products;
    private final TargetRule rule;
    private final boolean forceNoThink;

    TargetScoring(ProductSource products, TargetRule rule, boolean forceNoThink) {
        this.products = products;
        this.rule = rule;
        this.forceNoThink = forceNoThink;
    }

    Assessment assess(Task task, Run run) throws ShoptraceException {
        ReleasedView view = ReleasedView.of(run, task.intent());
        String recommendation = view.recommendation();
        List<ProductScore> scores = match(task, rule.ids(recommendation));
        Optional<BasketVerdict> basket = task.intent() == Intent.PRODUCT
                ? Optional.empty()
                : Optional.of(BasketChecks.check(task, scores, rule));

        SequencedMap<Column, Double> values = new LinkedHashMap<>();
        for (Column column : Column.of(task.intent())) {
            values.put(column, switch (column) {
                case LENGTH -> view.length();
                case FORMAT -> view.format(forceNoThink || isNoThink(run), rule::formatWeight);
                case PRODUCT -> mean(scores, score -> score.product().isPresent() ? 1 : 0);
                case GT -> mean(scores, score -> score.target() ? 1 : 0);
                case RULE -> mean(scores, ProductScore::rule);
                case SHOP -> satisfied(basket, BasketVerdict.Kind.ONE_SHOP);
                case BUDGET -> satisfied(basket, BasketVerdict.Kind.WITHIN_BUDGET);
                default -> mean(scores, score -> score.field(column));
            });
        }
        boolean success = values.getOrDefault(Column.RULE, 0.0) >= 1
                && values.getOrDefault(Column.SHOP, 1.0) >= 1
                && values.getOrDefault(Column.BUDGET, 1.0) >= 1;
        boolean hangsOnTitle = success && scores.stream().anyMatch(TargetScoring::neededLikeness);
        TaskScore score = new TaskScore(task.query(), task.intent(), values, success, view.crashes(), hangsOnTitle);
        return new Assessment(score, recommendation, scores, basket);
    }

    Set<String> titles(Task task, Run run) throws ShoptraceException {
        Set<String> titles = new LinkedHashSet<>();
        List<String> ids = rule.ids(ReleasedView.of(run, task.intent()).recommendation());
        for (int i = 0; i < Math.min(ids.size(), task.rewards().size()); i++) {
            Reward reward = task.rewards().get(i);
            Optional<Product> product = products.product(ids.get(i));
            if (product.isPresent() && !isTarget(product.get(), reward) && !reward.titles().isEmpty()) {
                titles.add(product.get().title());
                titles.addAll(reward.titles());
            }
        }
        return titles;
    }

    static boolean isTarget(Product product, Reward reward) {
        return product.productId().equals(reward.productId());
    }

    /// Runs of the ablation without thoughts are known by the path of their file.
    private static boolean isNoThink(Run run) {
        return run.source().file().toString().contains("ablation_react");
    }

    /// Whether its title is alike and not equal: equal titles are alike for every model.
    static boolean neededLikeness(ProductScore score) {
        return !score.target()
                && score.constraints().stream()
                        .anyMatch(v -> v.kind() == ConstraintVerdict.Kind.TITLE && !v.actual().equals(v.expected()));
    }

    private List<ProductScore> match(Task task, List<String> ids) throws ShoptraceException {
        List<ProductScore> scores = new ArrayList<>();
        for (int i = 0; i < task.rewards().size(); i++) {
            Reward reward = task.rewards().get(i);
            String id = i < ids.size() ? ids.get(i) : "";
            Optional<Product> product = i < ids.size() ? products.product(id) : Optional.empty();
            scores.add(product.isPresent() ? rule.score(id, reward, product.get()) : unanswered(id, reward));
        }
        return scores;
    }

    private static ProductScore unanswered(String id, Reward reward) {
        String reason = id.isEmpty() ? "nothing was recommended" : "the catalogue has no product " + id;
        return new ProductScore(
                reward, id, Optional.empty(), false, ConstraintChecks.unanswered(reward, reason), 0, Map.of());
    }

    /// The figures first, then their sum from left to right, then one division, as the released code adds doubles.
    private static double mean(List<ProductScore> scores, ToDoubleFunction<ProductScore> figure) {
        double sum = 0;
        for (ProductScore score : scores) {
            sum += figure.applyAsDouble(score);
        }
        return scores.isEmpty() ? 0 : sum / scores.size();
    }

    private static double satisfied(Optional<BasketVerdict> basket, BasketVerdict.Kind kind) {
        return basket.filter(verdict -> verdict.satisfied(kind)).isPresent() ? 1 : 0;
    }
}
