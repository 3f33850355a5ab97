package org.shoptrace.core.evaluate.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.core.evaluate.Evaluation;

/// What one row of a report is about: a model with all its rollout files, be they one an intent, parts of one, or one a run. Files that
/// hold runs of one task hold trials of it. A model has one series, so that it is never compared with itself.
///
/// @param label  the model's name, unique in a report
/// @param files  its rollout files that count
/// @param copies its files that equal one of these line for line, and are counted once
public record Series(String label, List<Path> files, List<Path> copies, Evaluation evaluation) {
    public Series {
        files = List.copyOf(files);
        copies = List.copyOf(copies);
    }

    /// Of files without a copy.
    public Series(String label, List<Path> files, Evaluation evaluation) {
        this(label, files, List.of(), evaluation);
    }

    /// The series of several files, in the order of their first files.
    ///
    /// @param evaluations one a file
    public static List<Series> of(List<Evaluation> evaluations) {
        SequencedMap<String, List<Evaluation>> models = new LinkedHashMap<>();
        evaluations.forEach(one -> models.computeIfAbsent(one.conditions().model(), _ -> new ArrayList<>()).add(one));
        return models.entrySet().stream().map(model -> of(model.getKey(), model.getValue())).toList();
    }

    private static Series of(String label, List<Evaluation> files) {
        List<Evaluation> counted = new ArrayList<>();
        List<Path> copies = new ArrayList<>();
        Set<List<Evaluation.Line>> seen = new HashSet<>();
        for (Evaluation file : files) {
            List<Evaluation.Line> lines = file.lines();
            if (lines.isEmpty() || seen.add(lines)) {
                counted.add(file);
            } else {
                copies.add(file.conditions().rollouts());
            }
        }
        return new Series(
                label, counted.stream().map(file -> file.conditions().rollouts()).toList(), copies,
                Evaluation.joined(counted));
    }
}
