package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.RewardChecks;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.ConstraintMatrix;
import org.shoptrace.model.finding.NotCompared;
import org.shoptrace.model.finding.RewardOutcome;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack.FirstSight;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;

/// Which products answer a reward: the target, and those whose rule score for it is 1. Titles are compared only where all else holds.
final class Equivalents {
    /// Stages that another product which answers the reward would have made later ones.
    private static final Set<Stage> OPEN = EnumSet.of(Stage.NEVER_RETRIEVED, Stage.RETRIEVED_NOT_VIEWED);

    private final Task task;
    private final Sandbox sandbox;
    private final RewardChecks checks;
    private final Map<Pair, Boolean> known = new HashMap<>();

    private record Pair(int reward, String productId) {}

    Equivalents(Task task, Sandbox sandbox, RewardChecks checks) {
        this.task = task;
        this.sandbox = sandbox;
        this.checks = checks;
    }

    Task task() {
        return task;
    }

    RewardChecks checks() {
        return checks;
    }

    /// Whether the product answers the reward, counted from 0.
    ///
    /// @throws ShoptraceException when the product or a similarity cannot be had
    boolean answers(int reward, String productId) throws ShoptraceException {
        Pair pair = new Pair(reward, productId);
        Boolean answer = known.get(pair);
        if (answer == null) {
            answer = decide(task.rewards().get(reward), productId);
            known.put(pair, answer);
        }
        return answer;
    }

    /// The products that searches returned and that answer the reward, the cheapest first.
    List<Product> cheapest(int reward, Sightings sightings) throws ShoptraceException {
        List<Product> products = new ArrayList<>();
        for (Map.Entry<String, FirstSight> seen : sightings.all().entrySet()) {
            if (seen.getValue().returned().isPresent() && answers(reward, seen.getKey())) {
                sandbox.product(seen.getKey()).ifPresent(products::add);
            }
        }
        return products.stream().sorted(Comparator.comparingDouble(Product::priceValue)).toList();
    }

    /// The pairs of titles that nothing can compare, of products that hold all else that a reward asks for.
    ///
    /// @param outcomes of the rewards, in the order of the task; none for a success
    NotCompared notCompared(ConstraintMatrix matrix, List<RewardOutcome> outcomes) {
        Set<List<String>> pairs = new HashSet<>();
        Set<List<String>> deciding = new HashSet<>();
        for (ConstraintMatrix.Row row : matrix.rows()) {
            for (int reward = 0; reward < row.rewards().size(); reward++) {
                ConstraintMatrix.Fit fit = row.rewards().get(reward);
                for (ConstraintMatrix.Cell cell : fit.target() || fit.missed() > 0 ? List.<ConstraintMatrix.Cell>of() : fit.cells()) {
                    if (cell.kind() == ConstraintVerdict.Kind.TITLE && cell.truth().isEmpty()
                            && !checks.compares(cell.actual(), cell.expected())) {
                        pairs.add(List.of(cell.actual(), cell.expected()));
                        if (!outcomes.isEmpty() && OPEN.contains(outcomes.get(reward).stage())) {
                            deciding.add(List.of(cell.actual(), cell.expected()));
                        }
                    }
                }
            }
        }
        return new NotCompared(pairs.size(), deciding.size());
    }

    private boolean decide(Reward reward, String productId) throws ShoptraceException {
        Optional<Product> product = sandbox.product(productId);
        if (product.isEmpty()) {
            return false;
        }
        if (productId.equals(reward.productId())) {
            return true;
        }
        List<ConstraintVerdict> facts = checks.facts(task, reward, product.get());
        if (!facts.stream().allMatch(ConstraintVerdict::satisfied)) {
            return false;
        }
        Optional<List<ConstraintVerdict>> titles = checks.titles(task, reward, product.get());
        return titles.isPresent()
                && titles.get().stream().allMatch(ConstraintVerdict::satisfied)
                && !(facts.isEmpty() && titles.get().isEmpty());
    }
}
