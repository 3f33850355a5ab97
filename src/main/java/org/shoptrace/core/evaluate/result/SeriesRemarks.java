package org.shoptrace.core.evaluate.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskTrials;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.statistics.Bootstrap;

/// What a reader of several series must know before reading their figures, in sentences: which runs are trials, which files were counted
/// once, and which rates are over different tasks.
public final class SeriesRemarks {
    /// Of more pairs than this one sentence tells.
    private static final int MOST_PAIRS = 3;

    private SeriesRemarks() {}

    /// Whole sentences; none when there is nothing to know.
    public static List<String> of(List<Series> series) {
        List<String> remarks = new ArrayList<>();
        for (Series one : series) {
            if (one.evaluation().overall().isRepeated()) {
                remarks.add(trials(one));
            }
            if (!one.copies().isEmpty()) {
                remarks.add(one.label() + ": " + names(one.copies())
                        + (one.copies().size() == 1
                                ? " equals another of its files line for line and is"
                                : " equal others of its files line for line and are")
                        + " counted once.");
            }
            one.evaluation().toldAgain().ifPresent(told -> remarks.add(one.label() + ": " + told + "."));
        }
        differentJudges(series).ifPresent(remarks::add);
        remarks.addAll(differentTasks(series));
        return remarks;
    }

    /// That series stand side by side whose files judge by different measures; empty where all have one judge.
    private static Optional<String> differentJudges(List<Series> series) {
        Map<String, List<String>> byJudge = new LinkedHashMap<>();
        series.forEach(one -> one.evaluation().conditions().own().ifPresent(
                own -> byJudge.computeIfAbsent(own.whose(), _ -> new ArrayList<>()).add(one.label())));
        return byJudge.size() < 2
                ? Optional.empty()
                : Optional.of(byJudge.entrySet().stream()
                        .map(entry -> String.join(", ", entry.getValue()) + (entry.getValue().size() == 1 ? " is" : " are") + " judged by "
                                + entry.getKey())
                        .collect(Collectors.joining("; ", "", ": their rates are of different measures and cannot be compared.")));
    }

    private static String trials(Series series) {
        Summary overall = series.evaluation().overall();
        List<TaskTrials> tasks = overall.byTask();
        return trials(series.label(), tasks.stream().filter(task -> task.runs().size() > 1).toList())
                + ". Each task counts once, by the mean of its trials: " + new Estimate.Sample(tasks.size(), overall.runs().size()).shown()
                + "." + released(overall);
    }

    /// Where the trials of a task stand: in as many files, or in one, or both.
    ///
    /// @param tasks those with several trials
    private static String trials(String label, List<TaskTrials> tasks) {
        Set<Path> files = new HashSet<>();
        tasks.forEach(task -> files.addAll(files(task)));
        int most = tasks.stream().mapToInt(task -> files(task).size()).max().orElse(0);
        String several = label + " has several runs of " + tasks.size() + (tasks.size() == 1 ? " task" : " tasks");
        if (tasks.stream().allMatch(task -> files(task).size() == task.runs().size())) {
            return most == files.size()
                    ? most + " files are trials of " + label
                    : several + " in " + files.size() + " files, " + each(tasks) + " of a task, each in another file: they are trials";
        }
        if (most > 1) {
            return several + ", " + each(tasks) + " of a task, in up to " + most + " files and several in one: they are trials";
        }
        return files.size() == 1
                ? several + " in one file: they are trials"
                : several + " in " + files.size() + " files, " + each(tasks) + " of a task, all of them in one file: they are trials";
    }

    private static Set<Path> files(TaskTrials task) {
        return task.runs().stream().map(run -> run.source().file()).collect(Collectors.toSet());
    }

    private static String each(List<TaskTrials> tasks) {
        IntSummaryStatistics runs = tasks.stream().mapToInt(task -> task.runs().size()).summaryStatistics();
        return runs.getMin() == runs.getMax() ? Integer.toString(runs.getMin()) : runs.getMin() + " to " + runs.getMax();
    }

    /// Nothing where a task has runs in several files: the released evaluator joins none, and none of them is known to be the last.
    private static String released(Summary overall) {
        if (!overall.hasLastTrials()) {
            return "";
        }
        Estimate trials = Figures.ASR.estimate(overall, Bootstrap.DEFAULT);
        Estimate last = Figures.ASR.estimate(overall.released(), Bootstrap.DEFAULT);
        return trials.shown().equals(last.shown())
                ? ""
                : " Success is " + trials.shown() + "; as released, where the last trial alone counts, it is " + last.shown() + ".";
    }

    /// Which of them have rates over different tasks, how many tasks they share, and what to do about it.
    public static List<String> differentTasks(List<Series> series) {
        List<String> pairs = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (int a = 0; a < series.size(); a++) {
            for (int b = a + 1; b < series.size(); b++) {
                Pair pair = new Pair(series.get(a), series.get(b));
                if (!pair.ofA().equals(pair.ofB())) {
                    (pair.common() == 0 ? apart : pairs).add(pair.apart());
                } else if (pair.common() < pair.ofA().size()) {
                    pairs.add(pair.fewer());
                }
            }
        }
        apart.addAll(pairs);
        if (apart.size() <= MOST_PAIRS) {
            return apart;
        }
        List<String> told = new ArrayList<>(apart.subList(0, MOST_PAIRS));
        int more = apart.size() - MOST_PAIRS;
        told.add("So it is with " + more + (more == 1 ? " more pair" : " more pairs")
                + " of models; the table of all pairs says how many tasks they share.");
        return told;
    }

    /// Two series, whose rates are over all tasks asked or over those with a run, as the profile counts, and whose comparison is over the
    /// tasks that both have a run of.
    private record Pair(Series a, Series b) {
        Set<String> ofA() {
            return counted(a.evaluation());
        }

        Set<String> ofB() {
            return counted(b.evaluation());
        }

        long common() {
            Set<String> other = withRun(b.evaluation());
            return withRun(a.evaluation()).stream().filter(other::contains).count();
        }

        /// Of rates over different tasks.
        String apart() {
            String rates = "The rates of " + a.label() + " and " + b.label() + " are over different tasks (" + ofA().size() + " and "
                    + ofB().size() + "), ";
            boolean missing = a.evaluation().overall().overTasks();
            if (common() == 0) {
                return rates + (missing ? "and both have a run of none" : "and none is common")
                        + ": they cannot be compared. Run both on the same tasks.";
            }
            return rates + (missing ? "both have a run of " + common() : common() + " in common")
                    + ": compare them over these alone, as the comparison does, or run both on the same tasks.";
        }

        /// Of rates over the same tasks, some without a run.
        String fewer() {
            return "The rates of " + a.label() + " and " + b.label() + " are over " + ofA().size()
                    + " tasks, of which those without a run count 0; the comparison is over the " + common() + " that both have a run of.";
        }

        /// The tasks that the rates are over.
        private static Set<String> counted(Evaluation evaluation) {
            return evaluation.overall().overTasks() ? evaluation.queries() : withRun(evaluation);
        }

        private static Set<String> withRun(Evaluation evaluation) {
            return evaluation.overall().runs().stream().map(run -> run.score().query()).collect(Collectors.toSet());
        }
    }

    private static String names(List<Path> files) {
        return files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }
}
