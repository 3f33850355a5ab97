package org.shoptrace.model.finding;

import java.util.OptionalInt;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// Where in a run something shows.
///
/// @param step from 1
/// @param call from 1 within the step; empty when the step as a whole shows it
public record Place(int step, OptionalInt call) {
    public static Place of(Step step) {
        return new Place(step.number(), OptionalInt.empty());
    }

    public static Place of(Step step, ToolCall call) {
        return new Place(step.number(), OptionalInt.of(call.number()));
    }

    @Override
    public String toString() {
        return "step " + step + (call.isPresent() ? ", call " + call.getAsInt() : "");
    }
}
