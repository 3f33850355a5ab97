package org.shoptrace.ui.replay;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shoptrace.core.transcript.RunReference;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Goes to what a reference names: one that someone copied here or in another window, or wrote by hand.
final class ReferenceViewModel {
    private final WorkspaceViewModel workspace;
    private final Target target;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /// Where a reference leads.
    interface Target {
        /// To a step of the open run, counted from 1.
        void goToStep(int step);

        /// To a step of a run, counted from 1.
        void openRun(RunSummary run, int step);
    }

    ReferenceViewModel(WorkspaceViewModel workspace, Target target) {
        this.workspace = workspace;
        this.target = target;
        text.subscribe(_ -> trouble.set(""));
    }

    // Properties

    /// Whether a reference is asked for.
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    StringProperty textProperty() {
        return text;
    }

    /// Why it leads nowhere; empty text when nothing is wrong.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    // Commands

    /// Asks for a reference; what was pasted stands there to be gone to or mended.
    void ask(String pasted) {
        String line = pasted.strip();
        if (RunReference.parse(line).isPresent()) {
            text.set(line);
        }
        open.set(true);
    }

    /// Goes at once to what was pasted, or asks when that leads nowhere.
    void paste(String pasted) {
        open.set(true);
        text.set(pasted.strip().lines().findFirst().orElse(""));
        go();
    }

    void close() {
        open.set(false);
        trouble.set("");
    }

    /// Goes there and asks no longer, or says why it cannot.
    void go() {
        Optional<RunReference> reference = RunReference.parse(text.get());
        if (reference.isEmpty()) {
            trouble.set("This is no reference. Write file:line step n, or the run's hash and #n");
        } else if (reference.get().isStepOnly()) {
            target.goToStep(reference.get().step());
            close();
        } else {
            go(reference.get());
        }
    }

    private void go(RunReference reference) {
        List<RunSummary> runs = reference.in(workspace.runs());
        if (runs.size() == 1) {
            target.openRun(runs.getFirst(), reference.step());
            close();
        } else if (runs.isEmpty()) {
            trouble.set("No run of this workspace is meant by it");
        } else {
            trouble.set(runs.size() + " runs are meant by it: write more digits of the hash");
        }
    }
}
