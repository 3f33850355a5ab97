package org.shoptrace.core.timeline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A step in the outline of a run.
///
/// @param glance   what the agent did in it, by kinds
/// @param headline what it did, in a few words
/// @param marks    what there is to notice about it
public record OutlineLine(StepGlance glance, String headline, List<StepMark> marks) {
    public OutlineLine {
        marks = List.copyOf(marks);
    }

    /// The step's number, from 1.
    public int number() {
        return glance.number();
    }

    /// All of it, for assistive technology and the tooltip.
    public String words() {
        return Stream.concat(Stream.of("Step " + number() + ": " + headline), marks.stream().map(StepMark::words))
                .collect(Collectors.joining("; "));
    }
}
