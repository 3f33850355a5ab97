package org.shoptrace.ui.start;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.runs.FailureReason;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.runs.RunOverview;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// How the runs of the open workspace ended, and why. It follows the workspace while it is read.
final class OutcomesViewModel {
    /// How many reasons of failure are named.
    static final int REASONS = 5;

    private final WorkspaceViewModel workspace;
    private final OpenRunViewModel openRun;
    private final Notices notices;
    private final Navigator navigator;
    private final LatestJob counting;
    private final ReadOnlyObjectWrapper<RunOverview> overview = new ReadOnlyObjectWrapper<>(RunOverview.EMPTY);
    private final ReadOnlyStringWrapper contents = new ReadOnlyStringWrapper("");
    private boolean changedMeanwhile;
    private boolean countedAgain;

    /// @param openRun says whether the truth is hidden
    OutcomesViewModel(WorkspaceViewModel workspace, OpenRunViewModel openRun, JobRunner jobs, Notices notices, Navigator navigator) {
        this.workspace = workspace;
        this.openRun = openRun;
        this.notices = notices;
        this.navigator = navigator;
        this.counting = new LatestJob(jobs);
        contents.bind(Bindings.createStringBinding(this::contents, overview, workspace.catalogProperty(), workspace.tasks()));
        InvalidationListener changed = _ -> runsChanged();
        workspace.runs().addListener(changed);
        workspace.outcomes().addListener(changed);
        workspace.facts().addListener(changed);
        // It holds from which score on a file's run is a success.
        workspace.identityProperty().addListener(changed);
        runsChanged();
    }

    // Properties

    /// How the runs ended; takes a moment to follow where there are many.
    ReadOnlyObjectProperty<RunOverview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /// The open workspace's name; empty text when none is open.
    ReadOnlyStringProperty nameProperty() {
        return workspace.nameProperty();
    }

    /// Whether everything of the open workspace has been read.
    ReadOnlyBooleanProperty loadedProperty() {
        return workspace.loadedProperty();
    }

    /// Whether outcomes and reasons are hidden.
    ReadOnlyBooleanProperty truthHiddenProperty() {
        return openRun.truthHiddenProperty();
    }

    /// Where the open workspace is; empty when none is.
    ReadOnlyObjectProperty<Optional<WorkspaceFolder>> openedProperty() {
        return workspace.folderProperty();
    }

    /// Whether a workspace is open, as far as it has been read.
    boolean isOpen() {
        return workspace.folderProperty().get().isPresent();
    }

    /// What is open, in a line: how many products, tasks and runs.
    ReadOnlyStringProperty contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    private String contents() {
        String products = workspace.sandbox().map(sandbox -> Counts.of(sandbox.size(), "product") + " · ").orElse("");
        RunOverview now = overview.get();
        return products + Counts.of(workspace.tasks().size(), "task") + " · " + Counts.of(now.runs(), "run")
                + (now.models().size() > 1 ? " of " + Counts.of(now.models().size(), "model") : "");
    }

    // Commands

    /// Lists the runs of a model that ended so.
    void openRuns(RunOverview.Model model, OutcomeKind outcome) {
        send(model.name() + " · " + outcome.label(), model.outcomes().getOrDefault(outcome, List.of()));
    }

    /// Lists the runs of a model that ended so by their files.
    void openRuns(RunOverview.Model model, OwnOutcome own) {
        send(model.name() + " · " + OutcomeBar.words(own), model.byFile().getOrDefault(own, List.of()));
    }

    /// Lists the runs that failed for a reason.
    void openRuns(RunOverview.Reason reason) {
        send("failed · " + reason.reason().label(), reason.runs());
    }

    /// Shows the truth again.
    void showTruth() {
        if (truthHiddenProperty().get()) {
            openRun.toggleTruth();
        }
    }

    private void send(String why, List<RunPlace> runs) {
        navigator.open(new Destination.OpenRuns(why, runs));
    }

    /// One count at a time: what changes meanwhile is counted when it ends, so that outcomes that come one by one cost two counts.
    private void runsChanged() {
        if (workspace.runs().isEmpty()) {
            counting.forget();
            overview.set(RunOverview.EMPTY);
        } else if (counting.isRunning()) {
            changedMeanwhile = true;
        } else {
            countedAgain = false;
            count();
        }
    }

    private void count() {
        changedMeanwhile = false;
        List<RunSummary> runs = List.copyOf(workspace.runs());
        Map<RunId, OutcomeKind> outcomes = new HashMap<>();
        workspace.outcomes().forEach((run, outcome) -> outcomes.put(run, OutcomeKind.of(outcome)));
        Map<RunId, RunFacts> facts = Map.copyOf(workspace.facts());
        double threshold = workspace.ownThreshold();
        counting.run("Count outcomes", progress -> {
            List<RunOverview.Entry> entries = new ArrayList<>();
            for (RunSummary run : runs) {
                progress.checkCancelled();
                Optional<FailureReason> reason = Optional.ofNullable(facts.get(run.id()))
                        .flatMap(known -> known.stage().flatMap(stage -> known.fault().map(fault -> FailureReason.of(stage, fault))));
                entries.add(new RunOverview.Entry(
                        run.place(), run.model(), outcomes.getOrDefault(run.id(), OutcomeKind.NOT_SCORED),
                        OwnOutcome.of(run.own(), threshold), reason));
            }
            return RunOverview.of(entries, REASONS);
        }, counted -> {
            if (!counted.equals(overview.get())) {
                overview.set(counted);
            }
            countChanged();
        }, failure -> {
            notices.report(failure);
            countChanged();
        }, this::cancelled);
    }

    private void countChanged() {
        if (changedMeanwhile) {
            runsChanged();
        }
    }

    /// What is shown would stay behind the runs until the next of them changes, so it is counted again, but not for ever.
    private void cancelled() {
        if (changedMeanwhile || !countedAgain) {
            countedAgain = true;
            count();
        }
    }
}
