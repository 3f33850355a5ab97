package org.shoptrace.ui.timeline;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.timeline.RewardLine;
import org.shoptrace.core.timeline.StepMark;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.OpenRunViewModel;

/// What stands under the strip of steps: how much of every request is met, and which steps are milestones. Nothing while the run is not
/// diagnosed, and while the truth is hidden.
final class StripViewModel {
    private final OpenRunViewModel openRun;
    private final ReadOnlyObjectWrapper<List<RewardLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private Milestones milestones = Milestones.NONE;

    StripViewModel(OpenRunViewModel openRun) {
        this.openRun = openRun;
        openRun.findingsProperty().subscribe(_ -> refresh());
        openRun.truthHiddenProperty().subscribe(_ -> refresh());
    }

    /// A line for every request of the task.
    ReadOnlyObjectProperty<List<RewardLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// The milestones that a step is, counted from 1; changes with [#linesProperty].
    List<StepMark> marks(int step) {
        return StepMark.at(step, milestones);
    }

    private void refresh() {
        boolean known = openRun.findingsProperty().get() instanceof Findings.Known && !openRun.truthHiddenProperty().get();
        if (known && openRun.findingsProperty().get() instanceof Findings.Known(var diagnosis)) {
            milestones = diagnosis.milestones();
            lines.set(RewardLine.of(diagnosis, openRun.openProperty().get().map(open -> open.run().steps().size()).orElse(0)));
        } else {
            milestones = Milestones.NONE;
            lines.set(List.of());
        }
    }
}
