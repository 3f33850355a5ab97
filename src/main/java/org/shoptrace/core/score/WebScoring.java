package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ConstraintVerdict.Kind;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Scores web tasks: the first recommended id must carry the answer and resemble the target (`src/site/markdown/scoring.md`, *One task*).
final class WebScoring {
    static final double TITLE_THRESHOLD = 0.8;

    private final ProductSource products;
    private final ConstraintChecks checks;

    WebScoring(ProductSource products, TitleSimilarity similarity) {
        this.products = products;
        this.checks = new ConstraintChecks(similarity, TITLE_THRESHOLD);
    }

    Assessment assess(Task task, Run run) throws ShoptraceException {
        ReleasedView view = ReleasedView.of(run, task.intent());
        String recommendation = view.recommendation();
        String id = firstId(recommendation);
        Reward target = target(task);
        Optional<String> answer = task.knowledgeAnswer();
        ProductScore product = score(id, target, answer);
        boolean answered = product.field(Column.KW) >= 1
                || view.responses().stream().anyMatch(response -> holds(response, answer));

        SequencedMap<Column, Double> values = new LinkedHashMap<>();
        for (Column column : Column.of(Intent.WEB)) {
            values.put(column, switch (column) {
                case LENGTH -> view.length();
                case FORMAT -> view.formatOfContent();
                case HAVE_RECOMMEND -> id.isEmpty() ? 0.0 : 1.0;
                case GT -> id.contains(target.productId()) ? 1.0 : 0.0;
                case RESPONSE -> answered ? 1.0 : 0.0;
                case RULE -> product.rule();
                default -> product.field(column);
            });
        }
        boolean success = product.rule() >= 1;
        boolean hangsOnTitle = success && TargetScoring.neededLikeness(product);
        TaskScore score = new TaskScore(task.query(), task.intent(), values, success, view.crashes(), hangsOnTitle);
        return new Assessment(score, recommendation, List.of(product), Optional.empty());
    }

    Set<String> titles(Task task, Run run) throws ShoptraceException {
        Set<String> titles = new LinkedHashSet<>();
        Reward target = target(task);
        Optional<Product> product = products.product(firstId(ReleasedView.of(run, task.intent()).recommendation()));
        if (product.isPresent() && !TargetScoring.isTarget(product.get(), target)) {
            titles.add(product.get().title());
            titles.addAll(target.titles());
        }
        return titles;
    }

    /// The target, of whose whole record the title alone is a constraint.
    static Reward target(Task task) {
        if (task.rewards().isEmpty()) {
            throw new IllegalArgumentException("a web task without a target: " + task.query());
        }
        Reward reward = task.rewards().getFirst();
        List<String> titles = reward.record().map(record -> List.of(record.title())).orElse(reward.titles());
        return new Reward(reward.productId(), titles, List.of(), List.of(), List.of(), List.of(), reward.record());
    }

    private static String firstId(String recommendation) {
        return recommendation.split(",", -1)[0];
    }

    private ProductScore score(String id, Reward target, Optional<String> answer) throws ShoptraceException {
        Optional<Product> found = products.product(id);
        if (found.isEmpty()) {
            String reason = id.isEmpty() ? "nothing was recommended" : "the catalogue has no product " + id;
            List<ConstraintVerdict> verdicts = new ArrayList<>();
            verdicts.add(new ConstraintVerdict(Kind.KNOWLEDGE, answer.orElse(""), "", false, reason));
            verdicts.addAll(ConstraintChecks.unanswered(target, reason));
            return new ProductScore(target, id, Optional.empty(), false, verdicts, 0, Map.of());
        }
        Product product = found.get();
        boolean exact = TargetScoring.isTarget(product, target);
        List<ConstraintVerdict> verdicts = new ArrayList<>();
        verdicts.add(knowledge(answer, product, exact));
        verdicts.addAll(exact ? ConstraintChecks.identical(target, product) : checks.check(target, product));
        double kw = share(verdicts, Column.KW);
        double title = share(verdicts, Column.TITLE);
        return new ProductScore(
                target, id, found, exact, verdicts, (kw + title) / 2, Map.of(Column.KW, kw, Column.TITLE, title));
    }

    static ConstraintVerdict knowledge(Optional<String> answer, Product product, boolean exact) {
        String expected = answer.orElse("");
        if (exact) {
            return new ConstraintVerdict(Kind.KNOWLEDGE, expected, expected, true, "the target itself");
        }
        if (holds(product.title(), answer)) {
            return new ConstraintVerdict(Kind.KNOWLEDGE, expected, expected, true, "in the title");
        }
        if (holds(product.description(), answer)) {
            return new ConstraintVerdict(Kind.KNOWLEDGE, expected, expected, true, "in the description");
        }
        return new ConstraintVerdict(Kind.KNOWLEDGE, expected, "", false, "neither in the title nor in the description");
    }

    private static double share(List<ConstraintVerdict> verdicts, Column column) {
        return TargetRule.share(
                verdicts.stream().filter(v -> v.kind().column() == column).toList());
    }

    private static boolean holds(String text, Optional<String> answer) {
        return answer.map(a -> text.toLowerCase(Locale.ROOT).contains(a.toLowerCase(Locale.ROOT))).orElse(false);
    }
}
