package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.timeline.StepGlance;
import org.shoptrace.core.transcript.StepHeadline;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RemarksViewModel;
import org.shoptrace.ui.run.StepIcons;

/// The open run in a line a step, with what there is to notice: failures of the harness, the first sight of a target, milestones,
/// annotations. What gives the truth away is left out while it is hidden.
final class OutlineViewModel {
    private final OpenRunViewModel openRun;
    private final StripViewModel strip;
    private final RemarksViewModel remarks;
    private final ReadOnlyObjectWrapper<List<OutlineLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private List<StepGlance> glances = List.of();
    private List<String> headlines = List.of();

    OutlineViewModel(OpenRunViewModel openRun, StripViewModel strip, RemarksViewModel remarks) {
        this.openRun = openRun;
        this.strip = strip;
        this.remarks = remarks;
        openRun.openProperty().subscribe(this::read);
        strip.linesProperty().subscribe(_ -> refresh());
        remarks.stepsProperty().subscribe(_ -> refresh());
    }

    /// A line for every step of the open run, in order.
    ReadOnlyObjectProperty<List<OutlineLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    private void read(Optional<OpenRun> run) {
        List<Step> steps = run.map(open -> open.run().steps()).orElse(List.of());
        glances = steps.stream().map(StepGlance::of).toList();
        headlines = steps.stream().map(StepHeadline::of).toList();
        refresh();
    }

    private void refresh() {
        Map<Integer, List<OutlineLine.Mark>> sights = sights();
        List<OutlineLine> now = new ArrayList<>(glances.size());
        for (int i = 0; i < glances.size(); i++) {
            StepGlance glance = glances.get(i);
            List<OutlineLine.Mark> marks = new ArrayList<>();
            glance.trouble().ifPresent(what -> marks.add(OutlineLine.Mark.ofTrouble(what)));
            marks.addAll(sights.getOrDefault(glance.number(), List.of()));
            strip.marks(glance.number()).forEach(mark -> marks.add(OutlineLine.Mark.of(mark)));
            remarks.step(glance.number()).ifPresent(what -> marks.add(OutlineLine.Mark.ofRemarks(what)));
            now.add(new OutlineLine(glance.number(), StepIcons.of(glance), headlines.get(i), marks));
        }
        lines.set(now);
    }

    private Map<Integer, List<OutlineLine.Mark>> sights() {
        Map<Integer, List<OutlineLine.Mark>> sights = new HashMap<>();
        if (openRun.findingsProperty().get() instanceof Findings.Known(Diagnosis diagnosis) && !openRun.truthHiddenProperty().get()) {
            for (TargetTrack track : diagnosis.targets()) {
                track.firstSight().returned().map(Place::step).ifPresent(step -> sights
                        .computeIfAbsent(step, _ -> new ArrayList<>())
                        .add(OutlineLine.Mark.ofSight("target " + track.productId() + " first seen")));
            }
        }
        return sights;
    }
}
