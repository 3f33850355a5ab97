package org.shoptrace.core.evaluate.setup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// The chosen files of one model. They make one series, whatever they hold: other tasks, or trials of the same.
///
/// @param files one at least
public record ModelFiles(String model, List<RolloutChoice> files) {
    public ModelFiles {
        files = List.copyOf(files);
    }

    /// By model, in the order of their first files.
    public static List<ModelFiles> of(List<RolloutChoice> chosen) {
        SequencedMap<String, List<RolloutChoice>> models = new LinkedHashMap<>();
        chosen.forEach(file -> models.computeIfAbsent(file.model(), _ -> new ArrayList<>()).add(file));
        return models.entrySet().stream().map(model -> new ModelFiles(model.getKey(), model.getValue())).toList();
    }

    /// Whether some task has several runs, in one file or in several.
    public boolean areTrials() {
        return tasks() < runs();
    }

    /// That they are trials, a sentence without a full stop; empty text when every task has one run.
    public String sentence() {
        if (!areTrials()) {
            return "";
        }
        return (files.size() == 1 ? "1 file holds trials of " : files.size() + " files are trials of ") + model + ": " + counts();
    }

    private String counts() {
        return tasks() + (tasks() == 1 ? " task, " : " tasks, ") + runs() + (runs() == 1 ? " run" : " runs");
    }

    private int tasks() {
        Set<String> queries = new HashSet<>();
        files.forEach(file -> queries.addAll(file.queries()));
        return queries.size();
    }

    private int runs() {
        return files.stream().mapToInt(RolloutChoice::matched).sum();
    }
}
