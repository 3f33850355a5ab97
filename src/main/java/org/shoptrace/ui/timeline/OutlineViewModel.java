package org.shoptrace.ui.timeline;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.timeline.Outline;
import org.shoptrace.core.timeline.OutlineLine;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RemarksViewModel;

/// The open run in a line a step. What gives the truth away is left out while it is hidden.
final class OutlineViewModel {
    private final OpenRunViewModel openRun;
    private final RemarksViewModel remarks;
    private final ReadOnlyObjectWrapper<List<OutlineLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private Outline outline = Outline.EMPTY;

    OutlineViewModel(OpenRunViewModel openRun, RemarksViewModel remarks) {
        this.openRun = openRun;
        this.remarks = remarks;
        openRun.openProperty().subscribe(this::read);
        openRun.findingsProperty().subscribe(_ -> refresh());
        openRun.truthHiddenProperty().subscribe(_ -> refresh());
        remarks.stepsProperty().subscribe(_ -> refresh());
    }

    /// A line for every step of the open run, in order.
    ReadOnlyObjectProperty<List<OutlineLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    private void read(Optional<OpenRun> run) {
        outline = run.map(open -> Outline.of(open.run().steps())).orElse(Outline.EMPTY);
        refresh();
    }

    private void refresh() {
        Optional<Diagnosis> diagnosis = openRun.findingsProperty().get() instanceof Findings.Known(var about)
                && !openRun.truthHiddenProperty().get() ? Optional.of(about) : Optional.empty();
        lines.set(outline.lines(diagnosis, remarks.stepsProperty().get()));
    }
}
