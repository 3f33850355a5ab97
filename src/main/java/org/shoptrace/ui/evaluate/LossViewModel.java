package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableMap;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.loss.LossByLevel;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;

/// How far the runs of the result got and what each reason of failure costs, as far as they are diagnosed.
final class LossViewModel {
    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final ObservableMap<RunId, RunFacts> facts;
    private final Opener opener;
    private final LatestJob latest;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<LossByLevel>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    /// Whether the diagnosis has got on since what is shown, or being counted, was begun.
    private boolean stale = true;
    private boolean looked;

    /// @param facts of the runs that are diagnosed, as far as the diagnosis has got
    LossViewModel(
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result, ObservableMap<RunId, RunFacts> facts, Opener opener,
            JobRunner jobs, Notices notices) {
        this.result = result;
        this.facts = facts;
        this.opener = opener;
        this.latest = new LatestJob(jobs);
        this.notices = notices;
        result.subscribe(_ -> {
            latest.forget();
            stale = true;
            shown.set(Optional.empty());
        });
        facts.addListener((InvalidationListener) _ -> stale = true);
    }

    // Properties

    /// Empty until somebody looks, and while it is counted for the first time.
    ReadOnlyObjectProperty<Optional<LossByLevel>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The labels of the series.
    List<String> labels() {
        return result.get().map(EvaluationResult::labels).orElse(List.of());
    }

    Opener open() {
        return opener;
    }

    // Commands

    /// Counts, unless what is shown still holds. What was shown stays until then. A count that is under way is not begun anew, however
    /// often the diagnosis gets on: it would never end.
    void look() {
        looked = true;
        if (!latest.isRunning() && (stale || shown.get().isEmpty())) {
            result.get().ifPresent(this::count);
        }
    }

    /// Nobody looks any more: what is not counted yet is left.
    void leave() {
        looked = false;
        if (latest.isRunning()) {
            stale = true;
        }
        latest.forget();
    }

    private void counted(LossByLevel now) {
        shown.set(Optional.of(now));
        if (stale && looked) {
            look();
        }
    }

    private void count(EvaluationResult now) {
        stale = false;
        List<Evaluation> series = now.series().stream().map(Scored::evaluation).toList();
        Map<RunId, RunFacts> known = Map.copyOf(facts);
        latest.run(
                "Where success is lost",
                progress -> LossByLevel.of(series, known, Bootstrap.DEFAULT, progress::checkCancelled),
                this::counted,
                notices::report);
    }
}
