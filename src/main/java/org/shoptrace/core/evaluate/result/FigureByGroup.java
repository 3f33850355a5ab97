package org.shoptrace.core.evaluate.result;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.task.Intent;

/// One figure of every level and of every group of tasks and runs.
public final class FigureByGroup {
    private final Order order;
    private final List<List<Breakdown>> breakdowns = new ArrayList<>();
    /// By the summary itself: to hash one is to go over all its runs, and every bar of a page asks.
    private final Map<Summary, Estimate> estimates = new IdentityHashMap<>();

    private FigureByGroup(Order order) {
        this.order = order;
    }

    /// What is told apart.
    ///
    /// @param figure     one that [Figure.Place#brokenDown] says so of, and so a share
    /// @param level      whose tasks and runs are told apart; empty for all
    /// @param categories of what the tasks ask for
    public record Order(Figure figure, Optional<Intent> level, TargetCategories categories) {}

    /// Counts it; a mean takes seconds for many tasks, for the tasks of every group are drawn again for its interval.
    ///
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public static FigureByGroup of(Order order, List<Scored> series, Bootstrap bootstrap, Progress progress) {
        FigureByGroup by = new FigureByGroup(order);
        for (Scored one : series) {
            List<Breakdown> breakdowns = Breakdown.of(one.evaluation(), order.level(), one.tasks(), order.categories());
            by.breakdowns.add(breakdowns);
            one.evaluation().byIntent().values().forEach(level -> by.count(level, bootstrap, progress));
            by.count(one.evaluation().overall(), bootstrap, progress);
            breakdowns.forEach(kind -> kind.groups().values().forEach(group -> by.count(group, bootstrap, progress)));
        }
        return by;
    }

    /// No number where tasks mean different things by it.
    private void count(Summary summary, Bootstrap bootstrap, Progress progress) {
        progress.checkCancelled();
        estimates.computeIfAbsent(
                summary,
                one -> figure().isOneThing(one) ? figure().estimate(one, bootstrap) : Estimate.nothing(FigureScale.SHARE));
    }

    public Figure figure() {
        return order.figure();
    }

    /// Whose tasks and runs are told apart; empty for all.
    public Optional<Intent> level() {
        return order.level();
    }

    /// The groups of each series, in the order of the series.
    public List<List<Breakdown>> breakdowns() {
        return breakdowns.stream().map(List::copyOf).toList();
    }

    /// Of a level of one of the series, or of one of its groups; the same for what is equal to one, as after another evaluation that gave
    /// the same.
    ///
    /// @throws IllegalArgumentException for another summary
    public Estimate of(Summary summary) {
        Estimate itself = estimates.get(summary);
        return itself != null
                ? itself
                : estimates.entrySet().stream()
                        .filter(counted -> counted.getKey().equals(summary))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElseThrow(() -> new IllegalArgumentException("no group of this result"));
    }
}
