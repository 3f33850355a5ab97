package org.shoptrace.core.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.shoptrace.model.finding.Milestones;

/// Something to notice about a step.
///
/// @param words what it is, in a few words
public record StepMark(Kind kind, String words) {

    /// What can be noticed.
    public enum Kind {
        /// Something failed that is not the agent's choice.
        TROUBLE,
        /// A target was shown for the first time.
        SIGHT,
        /// A product that answers a request was seen and let go.
        LET_GO,
        /// From here on the steps left could not hold what was still needed.
        OUT_OF_STEPS,
        /// What the agent committed to last.
        COMMITTED,
        /// People said something of it.
        SAID
    }

    static final StepMark LET_GO = new StepMark(Kind.LET_GO, "a product that answers a request was seen here, and let go");
    static final StepMark OUT_OF_STEPS = new StepMark(Kind.OUT_OF_STEPS,
            "after this the steps left could not hold what was still needed");
    static final StepMark COMMITTED = new StepMark(Kind.COMMITTED, "the last recommendation");

    /// The milestones that a step is, counted from 1.
    public static List<StepMark> at(int step, Milestones milestones) {
        List<StepMark> marks = new ArrayList<>();
        OptionalInt here = OptionalInt.of(step);
        if (milestones.letGo().equals(here)) {
            marks.add(LET_GO);
        }
        if (milestones.outOfSteps().equals(here)) {
            marks.add(OUT_OF_STEPS);
        }
        if (milestones.committed().equals(here)) {
            marks.add(COMMITTED);
        }
        return marks;
    }
}
