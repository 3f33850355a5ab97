package org.shoptrace.ui.replay;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Says how the run ended that is open or being read.
final class EndingViewModel {
    private final WorkspaceViewModel workspace;
    private final ReadOnlyObjectProperty<Transcript> transcript;
    private final ReadOnlyObjectWrapper<Ending> ending = new ReadOnlyObjectWrapper<>(Ending.NOTHING);

    EndingViewModel(WorkspaceViewModel workspace, ReadOnlyObjectProperty<Transcript> transcript) {
        this.workspace = workspace;
        this.transcript = transcript;
        transcript.subscribe(_ -> refresh());
        workspace.tasks().addListener((InvalidationListener) _ -> refresh());
        workspace.outcomes().addListener(this::changed);
    }

    ReadOnlyObjectProperty<Ending> endingProperty() {
        return ending.getReadOnlyProperty();
    }

    /// Outcomes come by thousands; of most the header says nothing.
    private void changed(MapChangeListener.Change<? extends RunId, ? extends RunOutcome> change) {
        boolean first = ending.get().outcome().isEmpty();
        if (first || change.getMap().isEmpty() || transcript.get().about().filter(run -> run.id().equals(change.getKey())).isPresent()) {
            refresh();
        }
    }

    private void refresh() {
        ending.set(transcript.get().about().map(this::of).orElse(Ending.NOTHING));
    }

    private Ending of(RunSummary run) {
        RunOutcome outcome = workspace.outcome(run.id());
        boolean known = workspace.outcomes().values().stream().anyMatch(each -> !(each instanceof RunOutcome.NotScored));
        double rule = outcome instanceof RunOutcome.Scored(var score)
                ? score.values().getOrDefault(Column.RULE, Double.NaN)
                : Double.NaN;
        return new Ending(known ? Optional.of(OutcomeKind.of(outcome)) : Optional.empty(), workspace.task(run).map(Task::intent), rule);
    }
}
