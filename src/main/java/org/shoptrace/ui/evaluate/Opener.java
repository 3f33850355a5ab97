package org.shoptrace.ui.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Navigator;

/// Opens what stands behind a figure.
final class Opener {
    private final Navigator navigator;
    private final Consumer<Behind.Tasks> tasks;

    /// @param tasks lists tasks that no run can be opened of
    Opener(Navigator navigator, Consumer<Behind.Tasks> tasks) {
        this.navigator = navigator;
        this.tasks = tasks;
    }

    void behind(Behind behind) {
        switch (behind) {
            case Behind.Runs(String why, List<RunPlace> runs) -> runs(why, runs);
            case Behind.Tasks listed -> tasks.accept(listed);
        }
    }

    /// Lists runs in Replay; without any nothing happens.
    ///
    /// @param why what they have in common
    void runs(String why, List<RunPlace> runs) {
        if (!runs.isEmpty()) {
            navigator.open(new Destination.OpenRuns(why, runs));
        }
    }

    void scored(String why, Collection<ScoredRun> runs) {
        runs(why, runs.stream().map(ScoredRun::place).toList());
    }

    <T> void runs(String why, Collection<T> things, Function<T, RunPlace> run) {
        runs(why, things.stream().map(run).toList());
    }

    /// Opens a run where that piece of a step's text stands.
    void passage(RunPlace run, int step, Span passage) {
        navigator.open(new Destination.OpenPassage(run, step, passage));
    }

    void pair(RunPlace a, RunPlace b) {
        navigator.open(new Destination.CompareRuns(a, b));
    }

    void task(String query) {
        navigator.open(new Destination.OpenTask(query));
    }
}
