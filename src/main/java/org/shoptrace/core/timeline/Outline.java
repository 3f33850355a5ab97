package org.shoptrace.core.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.transcript.StepHeadline;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.trajectory.Step;

/// A run in a line a step. What the steps themselves say is read once; what is noticed about them may come later and change.
public final class Outline {
    /// The outline of no run.
    public static final Outline EMPTY = of(List.of());

    private final List<OutlineLine> steps;

    private Outline(List<OutlineLine> steps) {
        this.steps = List.copyOf(steps);
    }

    /// @param steps of one run, in order
    public static Outline of(List<Step> steps) {
        return new Outline(steps.stream().map(step -> new OutlineLine(StepGlance.of(step), StepHeadline.of(step), List.of())).toList());
    }

    /// A line for every step, in order, with what there is to notice: failures of the harness, the first sight of a target, milestones,
    /// remarks.
    ///
    /// @param diagnosis of the run; empty while there is none, or while it is not to be given away
    /// @param remarks   what people say of a step, by its number
    public List<OutlineLine> lines(Optional<Diagnosis> diagnosis, Map<Integer, String> remarks) {
        Map<Integer, List<StepMark>> sights = diagnosis.map(Outline::sights).orElse(Map.of());
        List<OutlineLine> lines = new ArrayList<>(steps.size());
        for (OutlineLine step : steps) {
            int number = step.number();
            List<StepMark> marks = new ArrayList<>();
            step.glance().trouble().ifPresent(what -> marks.add(new StepMark(StepMark.Kind.TROUBLE, what)));
            marks.addAll(sights.getOrDefault(number, List.of()));
            diagnosis.ifPresent(known -> marks.addAll(StepMark.at(number, known.milestones())));
            Optional.ofNullable(remarks.get(number)).ifPresent(what -> marks.add(new StepMark(StepMark.Kind.SAID, what)));
            lines.add(new OutlineLine(step.glance(), step.headline(), marks));
        }
        return lines;
    }

    private static Map<Integer, List<StepMark>> sights(Diagnosis diagnosis) {
        Map<Integer, List<StepMark>> sights = new HashMap<>();
        for (TargetTrack track : diagnosis.targets()) {
            track.firstSight().returned().map(Place::step).ifPresent(step -> sights
                    .computeIfAbsent(step, _ -> new ArrayList<>())
                    .add(new StepMark(StepMark.Kind.SIGHT, "target " + track.productId() + " first seen")));
        }
        return sights;
    }
}
