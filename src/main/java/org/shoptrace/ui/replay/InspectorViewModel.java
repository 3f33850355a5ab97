package org.shoptrace.ui.replay;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.replay.Inspection.Gap;
import org.shoptrace.ui.workspace.CatalogState;
import org.shoptrace.ui.workspace.RunOutcome;
import org.shoptrace.ui.workspace.WorkspaceViewModel;

/// The open run held against its task. It follows the workspace: a task or a catalogue that arrives later is used.
public final class InspectorViewModel {
    private final WorkspaceViewModel workspace;
    private final JobRunner jobs;
    private final Notices notices;
    private final RunAssessor assessor;
    private final ReadOnlyObjectWrapper<Inspection> inspection = new ReadOnlyObjectWrapper<>(new Inspection.Nothing());
    private @Nullable Run run;
    private long generation;

    InspectorViewModel(WorkspaceViewModel workspace, JobRunner jobs, Notices notices, RunAssessor assessor) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.notices = notices;
        this.assessor = assessor;
        InvalidationListener changed = _ -> inspectAgain();
        workspace.catalogProperty().addListener(changed);
        workspace.tasks().addListener(changed);
        workspace.outcomes().addListener((MapChangeListener<RunId, RunOutcome>) change -> outcomeArrived(change.getKey()));
    }

    // Properties

    ReadOnlyObjectProperty<Inspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    // Commands

    void inspect(Run newRun) {
        run = newRun;
        inspectAgain();
    }

    void clear() {
        run = null;
        generation++;
        inspection.set(new Inspection.Nothing());
    }

    private void outcomeArrived(RunId of) {
        if (run != null && run.id().equals(of) && workspace.outcome(of) instanceof RunOutcome.Unscorable) {
            inspectAgain();
        }
    }

    private void inspectAgain() {
        generation++;
        if (run == null) {
            return;
        }
        Optional<Task> task = run.query().flatMap(workspace::task);
        if (task.isEmpty()) {
            inspection.set(new Inspection.Taskless(run.query().orElse(""), taskless(run)));
            return;
        }
        Optional<Gap> gap = obstacle(run);
        if (gap.isPresent()) {
            inspection.set(new Inspection.Unassessed(task.get(), gap.get()));
        } else {
            assess(task.get(), run);
        }
    }

    private void assess(Task task, Run assessed) {
        inspection.set(new Inspection.Assessing(task));
        long asked = generation;
        jobs.run("Check a run against its task", _ -> assessor.assess(task, assessed), assessment -> {
            if (asked == generation) {
                publish(task, assessment);
            }
        }, failure -> {
            if (asked == generation) {
                fail(task, failure);
            }
        }, () -> {
            if (asked == generation) {
                inspection.set(new Inspection.Unassessed(
                        task, new Gap("The check was cancelled", "Select another run and come back to repeat it.")));
            }
        });
    }

    private void publish(Task task, Assessment assessment) {
        inspection.set(new Inspection.Assessed(task, assessment));
    }

    private void fail(Task task, Exception failure) {
        notices.report(failure);
        String what = failure instanceof ShoptraceException expected ? expected.getMessage() : "The check failed: " + failure;
        inspection.set(new Inspection.Unassessed(task, new Gap(what, "The message above can be copied.")));
    }

    private static Gap taskless(Run run) {
        return run.query().isEmpty()
                ? new Gap("The run names no query", "Its first step has no extra_info.query, the only tie between a run and its task.")
                : new Gap(
                        "The task is not in this workspace",
                        "No task file here holds this query, character by character. Put the task file beside the rollouts"
                                + " and open the folder again.");
    }

    /// What keeps the run from being held against its task; empty when nothing does.
    private Optional<Gap> obstacle(Run candidate) {
        if (candidate.envelope() instanceof Envelope.Oro oro && (!oro.hasDialogue() || !oro.status().equals("SUCCESS"))) {
            return Optional.of(new Gap(
                    "The dialogue ended as " + oro.status() + oro.error().map(error -> ": " + error).orElse(""),
                    "The harness lost this run, so nothing it recommended counts."));
        }
        if (workspace.outcome(candidate.id()) instanceof RunOutcome.Unscorable(String why)) {
            return Optional.of(new Gap("This run cannot be scored: " + why, "It counts neither as a success nor as a failure."));
        }
        return switch (workspace.catalogProperty().get()) {
            case CatalogState.Open _ -> Optional.empty();
            case CatalogState.Unknown _ -> Optional.of(
                    new Gap("The catalogue is being looked for", "The check follows by itself when it is open."));
            case CatalogState.None _ -> Optional.of(new Gap(
                    "This workspace has no catalogue", "Put documents.jsonl or documents.jsonl.gz into the folder and open it again."));
            case CatalogState.NotIndexed _ -> Optional.of(new Gap(
                    "The catalogue has no index yet", "Build it in Sandbox; the check follows by itself."));
            case CatalogState.Building _ -> Optional.of(
                    new Gap("The catalogue's index is being built", "The check follows by itself when it is done."));
        };
    }
}
