package org.shoptrace.core.evaluate.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskTrials;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.trajectory.RolloutFileName;
import org.shoptrace.model.task.Intent;

/// One file of a model, and what it would say alone, over the tasks that it has a scored run of.
///
/// @param name for people
/// @param copy whether it equals another of the model's files line for line, and so is not counted; then it has nothing to say
public record FileTrials(Path file, String name, List<ScoredRun> runs, Estimate success, Estimate relevance, boolean copy) {
    public FileTrials {
        runs = List.copyOf(runs);
    }

    /// What the released evaluator makes of this file, which counts the last run of a task; empty where it is the same, and for a copy.
    ///
    /// @param figure success or relevance
    public OptionalDouble released(Figure figure) {
        SequencedMap<Intent, Integer> asked = new TreeMap<>();
        TaskTrials.of(runs).forEach(task -> asked.merge(task.last().score().intent(), 1, Integer::sum));
        Summary alone = new Summary(asked, false, runs);
        double all = figure.estimate(alone, Bootstrap.DEFAULT).value();
        double last = figure.estimate(alone.released(), Bootstrap.DEFAULT).value();
        return !alone.isRepeated() || Math.abs(all - last) < 1e-12 ? OptionalDouble.empty() : OptionalDouble.of(last);
    }

    /// Of all files of a model, with the usual bootstrap.
    public static List<FileTrials> of(Series series) {
        return of(series, Bootstrap.DEFAULT);
    }

    /// Of all files of a model, copies last.
    public static List<FileTrials> of(Series series, Bootstrap bootstrap) {
        Summary overall = series.evaluation().overall();
        SequencedMap<Path, List<ScoredRun>> byFile = new LinkedHashMap<>();
        series.files().forEach(file -> byFile.put(file, new ArrayList<>()));
        overall.runs().forEach(run -> byFile.computeIfAbsent(run.source().file(), _ -> new ArrayList<>()).add(run));
        Map<Path, Long> names = Stream.of(series.files(), series.copies()).flatMap(List::stream)
                .collect(Collectors.groupingBy(FileTrials::bare, Collectors.counting()));
        List<FileTrials> files = new ArrayList<>();
        byFile.forEach((file, runs) -> {
            Summary alone = new Summary(overall.tasks(), false, runs);
            files.add(new FileTrials(
                    file, name(file, names), runs, Figures.ASR.estimate(alone, bootstrap), Figures.CAR.estimate(alone, bootstrap), false));
        });
        Estimate nothing = Estimate.nothing(FigureScale.SHARE);
        series.copies().forEach(copy -> files.add(new FileTrials(copy, name(copy, names), List.of(), nothing, nothing, true)));
        return files;
    }

    /// With its folder where another file of the model has the same name.
    ///
    /// @param names how many files of the model have a name
    private static String name(Path file, Map<Path, Long> names) {
        return names.getOrDefault(bare(file), 0L) > 1 ? RolloutFileName.withFolder(file) : String.valueOf(bare(file));
    }

    private static Path bare(Path file) {
        return Optional.ofNullable(file.getFileName()).orElse(file);
    }
}
