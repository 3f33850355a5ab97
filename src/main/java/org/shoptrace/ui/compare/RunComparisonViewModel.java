package org.shoptrace.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.compare.RunComparison;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.session.WorkspacePorts;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The comparison that is open.
public final class RunComparisonViewModel {
    private final WorkspaceViewModel workspace;
    private final LatestJob comparing;
    private final WorkspacePorts.DefaultProfile profile;
    private final ReadOnlyObjectWrapper<CompareState> state = new ReadOnlyObjectWrapper<>(new CompareState.Nothing());

    /// @param profile what runs are held against their task with
    public RunComparisonViewModel(WorkspaceViewModel workspace, JobRunner jobs, WorkspacePorts.DefaultProfile profile) {
        this.workspace = workspace;
        this.comparing = new LatestJob(jobs);
        this.profile = profile;
    }

    // Properties

    ReadOnlyObjectProperty<CompareState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The other runs of its task, in the order of the list.
    List<RunSummary> others(RunSummary run) {
        return run.query().isEmpty()
                ? List.of()
                : workspace.runs().stream()
                        .filter(other -> other.query().equals(run.query()) && !other.place().equals(run.place()))
                        .toList();
    }

    /// Of the other runs of its task the one that follows it in the list, or the first; preferably another model's.
    Optional<RunSummary> next(RunSummary run) {
        List<RunSummary> others = others(run);
        List<RunSummary> ofOtherModels = others.stream().filter(other -> !other.model().equals(run.model())).toList();
        List<RunSummary> among = ofOtherModels.isEmpty() ? others : ofOtherModels;
        int place = workspace.runs().indexOf(run);
        return among.stream().filter(other -> workspace.runs().indexOf(other) > place).findFirst().or(() -> among.stream().findFirst());
    }

    RunOutcome outcome(RunSummary run) {
        return workspace.outcome(run.id());
    }

    // Commands

    /// Compares two runs of the workspace; when they cannot be, the state says why.
    void compare(RunPlace a, RunPlace b) {
        comparing.forget();
        Optional<RunSummary> first = find(a);
        Optional<RunSummary> second = find(b);
        if (first.isEmpty() || second.isEmpty()) {
            state.set(new CompareState.Refused("A run of the two is not in this workspace any more"));
            return;
        }
        state.set(new CompareState.Working());
        RunReader reader = workspace.reader();
        Optional<Task> task = workspace.task(first.get());
        Optional<Sandbox> sandbox = workspace.sandbox();
        comparing.run(
                "Compare two runs",
                _ -> {
                    Run runA = reader.read(first.get());
                    Run runB = reader.read(second.get());
                    RunComparison comparison = RunComparison.of(runA, runB);
                    return new CompareState.Compared(
                            comparison, side(first.get(), runA, task, sandbox), side(second.get(), runB, task, sandbox));
                },
                state::set,
                failure -> state.set(new CompareState.Refused(String.valueOf(failure.getMessage()))),
                () -> state.set(new CompareState.Refused("The comparison was cancelled")));
    }

    private CompareState.Side side(RunSummary summary, Run run, Optional<Task> task, Optional<Sandbox> sandbox) {
        if (task.isEmpty() || sandbox.isEmpty()) {
            String gap = task.isEmpty() ? "the task is not in this workspace" : "no catalogue is open";
            return new CompareState.Side(summary, Optional.empty(), gap);
        }
        try {
            Profile scorer = profile.over(sandbox.get());
            if (!scorer.intents().contains(task.get().intent()) || !scorer.isScored(run)) {
                return new CompareState.Side(summary, Optional.empty(), "it cannot be scored");
            }
            return new CompareState.Side(summary, Optional.of(scorer.assess(task.get(), run)), "");
        } catch (ShoptraceException e) {
            // The steps can be compared all the same; the gap is shown in place of the constraints.
            return new CompareState.Side(summary, Optional.empty(), e.getMessage());
        }
    }

    private Optional<RunSummary> find(RunPlace place) {
        return place.among(workspace.runs());
    }
}
