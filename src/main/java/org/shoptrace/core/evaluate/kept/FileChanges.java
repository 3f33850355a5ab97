package org.shoptrace.core.evaluate.kept;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// Which runs and tasks of a changed file are others than those that an evaluation was made of.
final class FileChanges {
    /// So many are named.
    private static final int NAMED = 3;

    private static final int LONGEST = 60;

    private final KeptEvaluation kept;
    private final EvaluationMaterial material;

    FileChanges(KeptEvaluation kept, EvaluationMaterial material) {
        this.kept = kept;
        this.material = material;
    }

    /// In words without a full stop; empty where the runs of the file are not known now.
    Optional<String> ofRuns(Path file) {
        List<RunSummary> now = material.runs(file);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        // A line may stand more than once: what is left of how often it stood then.
        Map<RunId, Integer> left = new HashMap<>();
        for (Evaluation evaluation : kept.evaluations()) {
            evaluation.trials().forEach(run -> note(run.id(), run.source(), file, left));
            evaluation.leftovers().unknown().forEach(run -> note(run.id(), run.source(), file, left));
            evaluation.leftovers().lost().forEach(run -> note(run.id(), run.source(), file, left));
        }
        List<Long> fresh = new ArrayList<>();
        for (RunSummary run : now) {
            if (left.merge(run.id(), -1, Integer::sum) < 0) {
                fresh.add(run.source().line());
            }
        }
        long gone = left.values().stream().mapToLong(times -> Math.max(0, times)).sum();
        List<String> words = new ArrayList<>();
        if (!fresh.isEmpty()) {
            words.add(count(fresh.size(), "run") + " of " + now.size() + (fresh.size() == 1 ? " is" : " are") + " new or changed (line "
                    + fresh.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                    + (fresh.size() > NAMED ? " …" : "") + ")");
        }
        if (gone > 0) {
            words.add(count(gone, "run") + " of then " + (gone == 1 ? "is" : "are") + " not in it now");
        }
        return Optional.of(words.isEmpty() ? "the runs are the same" : String.join(", ", words));
    }

    private static void note(RunId id, RunSource source, Path file, Map<RunId, Integer> runs) {
        if (source.file().equals(file)) {
            runs.merge(id, 1, Integer::sum);
        }
    }

    /// In words without a full stop; empty where the tasks are not known, now or as they were.
    Optional<String> ofTasks(Path file) {
        int place = material.taskFiles().indexOf(file);
        if (kept.setup().asked().isEmpty() || place < 0) {
            return Optional.empty();
        }
        Map<String, Set<String>> then = new HashMap<>();
        kept.setup().asked().forEach(print -> then.computeIfAbsent(print.query(), _ -> new HashSet<>()).add(print.whole()));
        List<Task> changed = new ArrayList<>();
        List<Task> fresh = new ArrayList<>();
        for (Task task : material.taskSets().get(place)) {
            TaskPrint print = TaskPrint.of(task);
            Set<String> before = then.getOrDefault(print.query(), Set.of());
            if (before.isEmpty()) {
                fresh.add(task);
            } else if (!before.contains(print.whole())) {
                changed.add(task);
            }
        }
        Set<String> present = material.tasks().stream().map(task -> TaskPrint.of(task).query()).collect(Collectors.toSet());
        long gone = then.keySet().stream().filter(query -> !present.contains(query)).count();
        String words = Stream.of(told(changed, "changed"), told(fresh, "new"), gone == 0 ? "" : count(gone, "task") + " gone")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Optional.of(words.isEmpty() ? "the tasks are the same" : words);
    }

    private static String told(List<Task> tasks, String what) {
        return tasks.isEmpty()
                ? ""
                : count(tasks.size(), "task") + " " + what + " (" + tasks.stream().limit(NAMED)
                        .map(task -> "“" + brief(task.query()) + "”").collect(Collectors.joining(", ")) + (tasks.size() > NAMED ? " …" : "")
                        + ")";
    }

    private static String brief(String query) {
        return query.length() <= LONGEST ? query : query.substring(0, LONGEST) + "…";
    }

    private static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
