package org.shoptrace.ui.subagent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.trajectory.SubAgents;
import org.shoptrace.core.trajectory.SubAgents.Handed;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.RunAction;

/// Leads from a call that handed work to another agent to that agent's run, and back.
final class SubAgentActions {
    private final Supplier<? extends Collection<RunSummary>> runs;
    private final Navigator navigator;
    /// What the open run handed over: every card asks for it.
    private Optional<Known> known = Optional.empty();

    private record Known(Run run, List<Handed> handed) {}

    /// @param runs those of the workspace
    SubAgentActions(Supplier<? extends Collection<RunSummary>> runs, Navigator navigator) {
        this.runs = runs;
        this.navigator = navigator;
    }

    List<RunAction> all() {
        return List.of(
                lead("open-sub-agent", "s", RunAction.Scope.CALL),
                lead("open-sub-agent-of-step", "", RunAction.Scope.STEP),
                new RunAction(
                        "open-calling-run",
                        "S",
                        "Go to the run that called this sub-agent",
                        Feather.CORNER_LEFT_UP,
                        RunAction.Scope.RUN,
                        (run, _) -> SubAgents.parent(run.summary(), runs.get()).isPresent(),
                        (run, _) -> SubAgents.parent(run.summary(), runs.get()).ifPresent(this::open)));
    }

    private RunAction lead(String id, String keys, RunAction.Scope scope) {
        return new RunAction(
                id,
                keys,
                "Go to the run of the sub-agent that was called here",
                Feather.CORNER_RIGHT_DOWN,
                scope,
                (run, place) -> at(run, place).isPresent(),
                (run, place) -> at(run, place).ifPresent(this::open));
    }

    private Optional<RunSummary> at(OpenRun run, Place place) {
        return handed(run.run()).stream()
                .filter(handed -> handed.step() == place.step() && handed.call().equals(place.call()))
                .flatMap((Handed handed) -> handed.in(runs.get(), run.summary().source()).stream())
                .findFirst();
    }

    private List<Handed> handed(Run run) {
        if (known.isEmpty() || known.get().run() != run) {
            known = Optional.of(new Known(run, SubAgents.of(run)));
        }
        return known.get().handed();
    }

    private void open(RunSummary run) {
        navigator.open(new Destination.OpenRun(run.id(), 1));
    }
}
