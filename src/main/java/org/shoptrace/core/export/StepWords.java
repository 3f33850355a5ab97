package org.shoptrace.core.export;

import java.util.List;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// A step in a few words.
final class StepWords {
    private StepWords() {}

    static String of(Step step) {
        List<String> tools = step.calls().stream().map(ToolCall::name).map(name -> name.isEmpty() ? "a call without a name" : name)
                .toList();
        return "Step " + step.number() + (tools.isEmpty() ? "" : ": " + String.join(", ", tools));
    }
}
