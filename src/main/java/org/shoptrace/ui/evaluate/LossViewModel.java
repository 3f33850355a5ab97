package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableMap;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.loss.LossByLevel;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Notices;

/// How far the runs of the result got and what each reason of failure costs, as far as they are diagnosed.
final class LossViewModel {
    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final ObservableMap<RunId, RunFacts> facts;
    private final Opener opener;
    private final LookedCount<LossByLevel> count;

    /// @param facts of the runs that are diagnosed, as far as the diagnosis has got
    LossViewModel(
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result, ObservableMap<RunId, RunFacts> facts, Opener opener,
            JobRunner jobs, Notices notices) {
        this.result = result;
        this.facts = facts;
        this.opener = opener;
        this.count = new LookedCount<>(jobs, notices, this::order);
        result.subscribe(count::drop);
        facts.addListener((InvalidationListener) _ -> count.outdate());
    }

    // Properties

    /// Empty until somebody looks, and while it is counted for the first time.
    ReadOnlyObjectProperty<Optional<LossByLevel>> shownProperty() {
        return count.shownProperty();
    }

    /// Whether the files of the result judge their runs themselves.
    boolean isOwn() {
        return result.get().filter(EvaluationResult::isOwn).isPresent();
    }

    /// The labels of the series.
    List<String> labels() {
        return result.get().map(EvaluationResult::labels).orElse(List.of());
    }

    Opener open() {
        return opener;
    }

    // Commands

    /// Counts, unless what is shown still holds or is being counted.
    void look() {
        count.look();
    }

    /// Nobody looks any more: what is not counted yet is left.
    void leave() {
        count.leave();
    }

    private Optional<LookedCount.Order<LossByLevel>> order() {
        return result.get().filter(now -> !now.isOwn()).map(now -> {
            List<Evaluation> series = now.series().stream().map(Scored::evaluation).toList();
            Map<RunId, RunFacts> known = Map.copyOf(facts);
            return new LookedCount.Order<>(
                    "Where success is lost",
                    progress -> LossByLevel.of(series, known, Bootstrap.DEFAULT, progress::checkCancelled));
        });
    }
}
