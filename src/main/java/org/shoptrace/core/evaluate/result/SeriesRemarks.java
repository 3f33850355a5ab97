package org.shoptrace.core.evaluate.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.ScoredRun;
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
                                ? " equals another of its files byte for byte and is"
                                : " equal others of its files byte for"
                                        + " byte and are")
                        + " counted once.");
            }
        }
        remarks.addAll(differentTasks(series));
        return remarks;
    }

    private static String trials(Series series) {
        Summary overall = series.evaluation().overall();
        List<TaskTrials> tasks = overall.byTask();
        long several = tasks.stream().filter(task -> task.runs().size() > 1).count();
        Set<Path> files = new HashSet<>();
        tasks.stream().filter(task -> task.runs().size() > 1).flatMap(task -> task.runs().stream()).map(ScoredRun::source)
                .forEach(source -> files.add(source.file()));
        String what = files.size() > 1
                ? files.size() + " files are trials of " + series.label()
                : series.label() + " has several runs of " + several + (several == 1 ? " task" : " tasks")
                        + " in one file: they are trials";
        return what + ". Each task counts once, by the mean of its trials: "
                + new Estimate.Sample(tasks.size(), overall.runs().size()).shown()
                + "." + released(overall);
    }

    private static String released(Summary overall) {
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
                Set<String> ofA = counted(series.get(a).evaluation());
                Set<String> ofB = counted(series.get(b).evaluation());
                if (!ofA.equals(ofB)) {
                    long common = ofA.stream().filter(ofB::contains).count();
                    String sentence = sentence(series.get(a).label(), series.get(b).label(), ofA.size(), ofB.size(), common);
                    (common == 0 ? apart : pairs).add(sentence);
                }
            }
        }
        apart.addAll(pairs);
        if (apart.size() <= MOST_PAIRS) {
            return apart;
        }
        List<String> told = new ArrayList<>(apart.subList(0, MOST_PAIRS));
        int more = apart.size() - MOST_PAIRS;
        told.add("The rates of " + more + (more == 1 ? " more pair" : " more pairs")
                + " are over different tasks too; the table of all pairs says how many they share.");
        return told;
    }

    private static String sentence(String a, String b, int ofA, int ofB, long common) {
        String rates = "The rates of " + a + " and " + b + " are over different tasks (" + ofA + " and " + ofB + "), ";
        if (common == 0) {
            return rates + "and none is common: they cannot be compared. Run both on the same tasks.";
        }
        return rates + common + " in common: compare them over these alone, as the comparison does, or run both on the same tasks.";
    }

    /// The tasks that the rates are over.
    private static Set<String> counted(Evaluation evaluation) {
        return evaluation.overall().overTasks()
                ? evaluation.queries()
                : evaluation.overall().runs().stream().map(run -> run.score().query()).collect(Collectors.toSet());
    }

    private static String names(List<Path> files) {
        return files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }
}
