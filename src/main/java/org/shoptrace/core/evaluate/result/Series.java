package org.shoptrace.core.evaluate.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.trajectory.RolloutFileName;

/// What one row of a report is about: a model's rollout files, be they one an intent, parts of one, or one a run. A file that has runs of
/// tasks that the model's files before it have too, or that was asked other tasks of their intents, starts a series of its own, named after
/// it, so that two runs of one model can be compared; the model's other files of that second run join it.
///
/// @param label unique in a report
public record Series(String label, List<Path> files, Evaluation evaluation) {
    public Series {
        files = List.copyOf(files);
    }

    /// The series of several files, in the order of their first files.
    ///
    /// @param evaluations one a file
    public static List<Series> of(List<Evaluation> evaluations) {
        SequencedMap<String, Series> series = new LinkedHashMap<>();
        for (Evaluation evaluation : evaluations) {
            Series next = series.values().stream()
                    .filter(before -> before.takes(evaluation))
                    .findFirst()
                    .map(before -> before.with(evaluation))
                    .orElseGet(() -> new Series(label(series, evaluation), List.of(evaluation.conditions().rollouts()), evaluation));
            series.put(next.label(), next);
        }
        return List.copyOf(series.values());
    }

    private boolean takes(Evaluation more) {
        return evaluation.conditions().model().equals(more.conditions().model()) && !evaluation.overlaps(more)
                && evaluation.isJoinable(more);
    }

    private Series with(Evaluation more) {
        List<Path> all = new ArrayList<>(files);
        all.add(more.conditions().rollouts());
        return new Series(label, all, evaluation.joined(more));
    }

    private static String label(SequencedMap<String, Series> series, Evaluation evaluation) {
        String model = evaluation.conditions().model();
        String label = series.containsKey(model) ? model + " · " + RolloutFileName.withFolder(evaluation.conditions().rollouts()) : model;
        String free = label;
        for (int i = 2; series.containsKey(free); i++) {
            free = label + " (" + i + ")";
        }
        return free;
    }
}
