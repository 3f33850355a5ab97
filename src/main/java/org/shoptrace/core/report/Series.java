package org.shoptrace.core.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.evaluate.Evaluation;

/// What one row of a report is about: a model's rollout files. A file that has runs of tasks that the model's files before it
/// have too, or that was asked other tasks of their intents, starts a series of its own, named after it, so that two runs of one model
/// can be compared.
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
            Path file = evaluation.conditions().rollouts();
            String model = evaluation.conditions().model();
            Series before = series.get(model);
            if (before != null && !before.evaluation.overlaps(evaluation) && before.evaluation.isJoinable(evaluation)) {
                series.put(model, before.with(file, evaluation));
            } else {
                String label = free(series, before == null ? model : model + " · " + file.getFileName());
                series.put(label, new Series(label, List.of(file), evaluation));
            }
        }
        return List.copyOf(series.values());
    }

    private Series with(Path file, Evaluation more) {
        List<Path> all = new ArrayList<>(files);
        all.add(file);
        return new Series(label, all, evaluation.joined(more));
    }

    private static String free(SequencedMap<String, Series> series, String label) {
        String free = label;
        for (int i = 2; series.containsKey(free); i++) {
            free = label + " (" + i + ")";
        }
        return free;
    }
}
