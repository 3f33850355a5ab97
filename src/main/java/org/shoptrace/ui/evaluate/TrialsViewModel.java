package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.Trials;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.FileTrials;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;

/// Repeated trials of tasks. Those of one model are taken together from all its files.
final class TrialsViewModel {
    /// The figures of one model.
    ///
    /// @param series  the model
    /// @param trials  all of them
    /// @param files   what each of its files says alone
    /// @param success the mean over tasks of their shares of successes
    /// @param any     pass@k, from k = 1
    /// @param all     pass^k, from k = 1
    record Curves(Scored series, Trials trials, List<FileTrials> files, Estimate success, List<Estimate> any, List<Estimate> all) {
        String model() {
            return series.label();
        }
    }

    /// More draws nothing that can be told apart.
    private static final int MOST_K = 16;

    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final LatestJob latest;
    private final Notices notices;
    private final Opener opener;
    private final ReadOnlyObjectWrapper<Optional<List<Curves>>> curves = new ReadOnlyObjectWrapper<>(Optional.empty());

    TrialsViewModel(ReadOnlyObjectProperty<Optional<EvaluationResult>> result, JobRunner jobs, Notices notices, Opener opener) {
        this.result = result;
        this.latest = new LatestJob(jobs);
        this.notices = notices;
        this.opener = opener;
        result.subscribe(now -> restart(now.map(EvaluationResult::series).orElse(List.of())));
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result;
    }

    /// Of the models that did tasks more than once; empty while they are being made.
    ReadOnlyObjectProperty<Optional<List<Curves>>> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    // Commands

    void open(FileTrials file) {
        opener.scored(file.name(), file.runs());
    }

    void open(Curves behind) {
        opener.scored(behind.model() + " · repeated trials",
                behind.trials().tasks().stream().flatMap(task -> task.runs().stream()).toList());
    }

    private void restart(List<Scored> series) {
        latest.forget();
        curves.set(Optional.empty());
        List<Scored> repeated = series.stream().filter(one -> one.evaluation().overall().isRepeated()).toList();
        if (repeated.isEmpty()) {
            curves.set(Optional.of(List.of()));
            return;
        }
        latest.run(
                "Repeated trials",
                progress -> {
                    List<Curves> made = new ArrayList<>();
                    for (Scored one : repeated) {
                        progress.checkCancelled();
                        Trials.of(one.evaluation()).ifPresent(trials -> made.add(curves(one, trials)));
                    }
                    return List.copyOf(made);
                },
                made -> curves.set(Optional.of(made)),
                notices::report);
    }

    private static Curves curves(Scored series, Trials trials) {
        List<Integer> ks = IntStream.rangeClosed(1, Math.min(MOST_K, trials.fewest())).boxed().toList();
        return new Curves(
                series,
                trials,
                FileTrials.of(series.series()),
                Figures.ASR.estimate(series.evaluation().overall(), Bootstrap.DEFAULT),
                ks.stream().map(k -> of(trials.passAtK(k, Bootstrap.DEFAULT), trials)).toList(),
                ks.stream().map(k -> of(trials.passHatK(k, Bootstrap.DEFAULT), trials)).toList());
    }

    private static Estimate of(TaskMean mean, Trials trials) {
        return Estimate.of(mean, trials.runs(), FigureScale.SHARE);
    }
}
