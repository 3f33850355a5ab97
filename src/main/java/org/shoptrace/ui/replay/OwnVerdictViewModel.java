package org.shoptrace.ui.replay;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Usage;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// What the open run's file says of it, and from which score on that is a success.
final class OwnVerdictViewModel {
    private final Consumer<Identity> answer;
    private final WorkspaceViewModel workspace;
    private final ReadOnlyObjectProperty<Transcript> transcript;
    private final ReadOnlyObjectWrapper<Optional<Said>> said = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What a file says.
    ///
    /// @param usage     what the run took
    /// @param threshold from which score on a run succeeded whose file does not say whether it did
    record Said(OwnRecord own, Usage usage, double threshold) {}

    /// @param answer takes what a person says of all runs of the workspace
    OwnVerdictViewModel(WorkspaceViewModel workspace, ReadOnlyObjectProperty<Transcript> transcript, Consumer<Identity> answer) {
        this.answer = answer;
        this.workspace = workspace;
        this.transcript = transcript;
        transcript.subscribe(_ -> refresh());
        workspace.identityProperty().subscribe(_ -> refresh());
    }

    /// Empty while no run is open, and for one of which its file says nothing.
    ReadOnlyObjectProperty<Optional<Said>> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// Says from which score on runs of this workspace succeeded; a number that is none changes nothing.
    void succeedFrom(double threshold) {
        if (Double.isFinite(threshold) && threshold != workspace.ownThreshold()) {
            answer.accept(workspace.identityProperty().get().succeedingFrom(threshold));
        }
    }

    private void refresh() {
        said.set(transcript.get().about().flatMap(this::said));
    }

    private Optional<Said> said(RunSummary run) {
        // What a judge wrote is known only of a run that was read whole.
        OwnRecord own = transcript.get() instanceof Transcript.Open open ? open.run().own() : run.own();
        return own.equals(OwnRecord.NONE) && run.usage().equals(Usage.NONE)
                ? Optional.empty()
                : Optional.of(new Said(own, run.usage(), workspace.ownThreshold()));
    }
}
