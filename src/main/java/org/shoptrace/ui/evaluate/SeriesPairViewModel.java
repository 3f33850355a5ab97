package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.shoptrace.core.evaluate.Comparison;
import org.shoptrace.core.evaluate.Comparison.Cell;
import org.shoptrace.core.evaluate.DiscordantShare;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.PairwiseComparisons;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.evaluate.result.SeriesRemarks;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.PairedOutcomes;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;

/// Two series of a result, task by task.
final class SeriesPairViewModel {
    /// What is compared.
    ///
    /// @param tests of every two series; each is adjusted within its family
    record Shown(Scored a, Scored b, Comparison comparison, Said said, PairwiseComparisons tests) {
        PairedOutcomes outcomes() {
            return comparison.outcomes();
        }

        PairedDifference difference() {
            return said.difference();
        }

        /// Which of the two were not asked the same tasks, in whole sentences; none when they were.
        List<String> differentTasks() {
            return said.differentTasks();
        }

        /// How far the two differ over all levels, whichever is looked at; empty when they never do.
        Optional<DiscordantShare> share() {
            return said.share();
        }
    }

    /// What is worked out of the two.
    private record Said(PairedDifference difference, List<String> differentTasks, Optional<DiscordantShare> share) {}

    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final Opener opener;
    private final LatestJob latest;
    private final Notices notices;
    private final ObjectProperty<Integer> a = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Integer> b = new SimpleObjectProperty<>(1);
    private final ObjectProperty<Optional<Intent>> level = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Cell> cell = new SimpleObjectProperty<>(Cell.ONLY_A);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    /// Of the result, once they are known.
    private Optional<PairwiseComparisons> tests = Optional.empty();
    /// Whether several choices are being made that are one.
    private boolean choosing;

    SeriesPairViewModel(
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result, Opener opener, JobRunner jobs, Notices notices) {
        this.result = result;
        this.opener = opener;
        this.latest = new LatestJob(jobs);
        this.notices = notices;
        result.subscribe(_ -> restart());
        a.addListener((_, _, _) -> refresh());
        b.addListener((_, _, _) -> refresh());
        level.addListener((_, _, _) -> refresh());
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result;
    }

    /// The place of the series A, from 0.
    ObjectProperty<Integer> aProperty() {
        return a;
    }

    /// The place of the series B, from 0.
    ObjectProperty<Integer> bProperty() {
        return b;
    }

    /// The level that is compared; empty for all.
    ObjectProperty<Optional<Intent>> levelProperty() {
        return level;
    }

    /// The cell whose tasks are listed.
    ObjectProperty<Cell> cellProperty() {
        return cell;
    }

    /// Whether the two that are chosen are being compared; until then those before are shown, if they are of the same result.
    ReadOnlyBooleanProperty comparingProperty() {
        return latest.runningProperty();
    }

    /// Empty when there are no two series, or one is chosen twice, and while the first two of a result are being compared.
    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The tasks of the chosen cell.
    List<Comparison.Pair> pairs() {
        return shown.get().map(now -> now.comparison().in(cell.get())).orElse(List.of());
    }

    // Commands

    void swap() {
        int was = a.get();
        choose(() -> {
            a.set(b.get());
            b.set(was);
        });
    }

    /// Compares the two series of a test, at its level.
    void show(PairwiseComparisons.Test test) {
        choose(() -> {
            a.set(test.a());
            b.set(test.b());
            level.set(test.intent());
        });
    }

    /// Opens both runs of a task beside each other; of several trials the last.
    void open(Comparison.Pair pair) {
        opener.pair(pair.a().last().place(), pair.b().last().place());
    }

    /// Lists the runs of all tasks of the chosen cell, A's before B's of each.
    void openAll() {
        shown.get().ifPresent(now -> opener.scored(
                now.a().label() + " against " + now.b().label() + " · " + words(cell.get(), now),
                pairs().stream().flatMap(pair -> Stream.concat(pair.a().runs().stream(), pair.b().runs().stream())).toList()));
    }

    /// Lists the runs of tasks that only one of the two has a run for.
    void openUnpaired(List<ScoredRun> runs) {
        opener.scored("without a run of the other", runs);
    }

    /// A cell in the names of the two.
    static String words(Cell cell, Shown shown) {
        boolean once = shown.comparison().isOneTrialEach();
        return switch (cell) {
            case ONLY_A -> once ? "only " + shown.a().label() + " passes" : shown.a().label() + " passes more often";
            case ONLY_B -> once ? "only " + shown.b().label() + " passes" : shown.b().label() + " passes more often";
            case BOTH, NEITHER -> shown.comparison().label(cell);
        };
    }

    private void restart() {
        int series = result.get().map(now -> now.series().size()).orElse(0);
        tests = Optional.empty();
        shown.set(Optional.empty());
        choose(() -> {
            if (a.get() >= series || b.get() >= series || a.get().equals(b.get())) {
                a.set(0);
                b.set(1);
            }
            if (level.get().isPresent() && result.get().filter(now -> now.levels().contains(level.get().get())).isEmpty()) {
                level.set(Optional.empty());
            }
        });
    }

    private void choose(Runnable choices) {
        choosing = true;
        choices.run();
        choosing = false;
        refresh();
    }

    private void refresh() {
        if (choosing) {
            return;
        }
        latest.forget();
        List<Scored> series = result.get().map(EvaluationResult::series).orElse(List.of());
        if (a.get() >= series.size() || b.get() >= series.size() || a.get().equals(b.get())) {
            shown.set(Optional.empty());
            return;
        }
        Scored left = series.get(a.get());
        Scored right = series.get(b.get());
        Optional<Intent> at = level.get();
        Optional<PairwiseComparisons> known = tests;
        latest.run(
                "Comparing " + left.label() + " with " + right.label(),
                progress -> compared(left, right, at, known.orElseGet(() -> PairwiseComparisons.of(
                        series.stream().map(Scored::evaluation).toList(), Bootstrap.DEFAULT, progress::checkCancelled))),
                now -> {
                    tests = Optional.of(now.tests());
                    shown.set(Optional.of(now));
                },
                notices::report);
    }

    private static Shown compared(Scored left, Scored right, Optional<Intent> level, PairwiseComparisons tests) {
        Comparison all = Comparison.of(left.evaluation(), right.evaluation());
        Comparison compared = level.map(all::of).orElse(all);
        return new Shown(left, right, compared, new Said(
                compared.difference(Bootstrap.DEFAULT),
                SeriesRemarks.differentTasks(List.of(left.series(), right.series())),
                DiscordantShare.of(left.label(), right.label(), all)), tests);
    }
}
