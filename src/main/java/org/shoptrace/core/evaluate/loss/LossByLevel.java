package org.shoptrace.core.evaluate.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// Funnel and headroom of several series, at each intent level and over all. The window's charts, the report's and the tables show this and
/// nothing else.
///
/// @param levels from easy to hard, then over all where there are several
public record LossByLevel(List<Level> levels) {
    public LossByLevel {
        levels = List.copyOf(levels);
    }

    /// A level.
    ///
    /// @param intent empty over all levels
    /// @param series in their order; empty where a series was asked nothing of the level
    public record Level(Optional<Intent> intent, List<Optional<Loss>> series) {
        public Level {
            series = List.copyOf(series);
        }
    }

    /// What became of the runs of one series at one level.
    public record Loss(Funnel funnel, Headroom headroom) {}

    /// Takes a moment: products of tasks are averaged over redrawn tasks.
    ///
    /// @param series one evaluation each
    /// @param facts  of the runs that are diagnosed, by id
    /// @param pause  called now and then; what it throws ends the counting
    public static LossByLevel of(List<Evaluation> series, Map<RunId, RunFacts> facts, Bootstrap bootstrap, Runnable pause) {
        List<Optional<Intent>> levels = new ArrayList<>();
        for (Intent intent : Intent.LEVELS) {
            if (series.stream().anyMatch(each -> each.byIntent().containsKey(intent))) {
                levels.add(Optional.of(intent));
            }
        }
        if (levels.size() != 1) {
            levels.add(Optional.empty());
        }
        List<Level> all = new ArrayList<>();
        for (Optional<Intent> level : levels) {
            List<Optional<Loss>> losses = new ArrayList<>();
            for (Evaluation each : series) {
                pause.run();
                losses.add(at(each, level).map(summary -> new Loss(
                        Funnel.of(summary, facts, bootstrap), Headroom.of(summary, facts, bootstrap))));
            }
            all.add(new Level(level, losses));
        }
        return new LossByLevel(all);
    }

    private static Optional<Summary> at(Evaluation evaluation, Optional<Intent> level) {
        return level.map(intent -> Optional.ofNullable(evaluation.byIntent().get(intent))).orElse(Optional.of(evaluation.overall()));
    }

    /// Over all levels, or at the only one.
    public Level whole() {
        return levels.getLast();
    }

    /// How many runs have a diagnosis, over all series.
    public int diagnosed() {
        return whole().series().stream()
                .flatMap(Optional::stream)
                .mapToInt(loss -> loss.funnel().steps().getFirst().reached().size() + loss.funnel().steps().getFirst().lost().size())
                .sum();
    }

    /// How many runs have none that can be counted.
    public int undiagnosed() {
        return whole().series().stream().flatMap(Optional::stream).mapToInt(loss -> loss.funnel().undiagnosed().size()).sum();
    }

    /// How many of the diagnosed runs failed.
    public int failed() {
        return whole().series().stream().flatMap(Optional::stream).mapToInt(loss -> loss.headroom().failed().size()).sum();
    }
}
