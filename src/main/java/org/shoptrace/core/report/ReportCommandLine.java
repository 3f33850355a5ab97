package org.shoptrace.core.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.MadeResult;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.model.task.Task;

/// The command line that makes the figures of a result again, without a window.
///
/// @param catalog     the directory of the index; empty when the catalogue that the result was made with is not open
/// @param annotations the folder of the annotations that were read
public record ReportCommandLine(MadeResult made, Optional<Path> catalog, Optional<Path> annotations) {
    /// Stands where a person must fill in the catalogue; its fingerprint is on the report's face.
    private static final String UNKNOWN_CATALOG = "CATALOG";

    /// Words that a POSIX shell takes apart again.
    public String text() {
        EvaluationResult result = made.result();
        Set<Path> covered = made.material().taskFiles(result.evaluations());
        List<Path> taskFiles = made.material().taskFiles().stream().filter(covered::contains).toList();
        List<String> words = new ArrayList<>(List.of("shoptrace", "report", "--catalog"));
        words.add(catalog.map(ReportCommandLine::absolute).orElse(UNKNOWN_CATALOG));
        words.add("--tasks");
        taskFiles.forEach(file -> words.add(absolute(file)));
        if (!isOneTaskList(taskFiles)) {
            words.add("--own-tasks");
        }
        words.add("--rollouts");
        // In the order in which they were put together: the series of a model are named after their first files.
        result.evaluations().forEach(evaluation -> words.add(absolute(evaluation.conditions().rollouts())));
        words.addAll(List.of("--profile", result.face().profile(), "--similarity", similarity()));
        if (made.setup().noThink()) {
            words.add("--no-think");
        }
        annotations.ifPresent(folder -> words.addAll(List.of("--annotations", absolute(folder))));
        return ShellWords.joined(words);
    }

    private String similarity() {
        return made.setup().similarity() instanceof SimilarityChoice.Table(Path file)
                ? new SimilarityChoice.Table(file.toAbsolutePath().normalize()).written()
                : made.setup().similarity().written();
    }

    /// Whether every series was asked all tasks of the files, and no two files ask one query.
    private boolean isOneTaskList(List<Path> taskFiles) {
        Set<String> all = new HashSet<>();
        boolean apart = true;
        for (int i = 0; i < made.material().taskFiles().size(); i++) {
            if (taskFiles.contains(made.material().taskFiles().get(i))) {
                for (String query : queries(made.material().taskSets().get(i))) {
                    apart &= all.add(query);
                }
            }
        }
        return apart && made.result().series().stream().allMatch(series -> queries(series.tasks()).equals(all));
    }

    private Set<String> queries(List<Task> tasks) {
        return tasks.stream()
                .filter(task -> made.setup().profile().intents().contains(task.intent()))
                .map(Task::query)
                .collect(Collectors.toSet());
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
