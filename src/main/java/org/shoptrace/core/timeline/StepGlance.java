package org.shoptrace.core.timeline;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// A step at a glance, as the strip above the transcript shows it.
///
/// @param acts    what the agent did in the step, each kind once
/// @param trouble what went wrong in it that is not the agent's choice: no reply, no answer, a failed call; empty when nothing did
public record StepGlance(int number, Set<Act> acts, Optional<String> trouble) {

    /// What an agent can do in a step.
    public enum Act {
        THINK("thinks"),
        SEARCH("searches"),
        VIEW("views products"),
        OTHER_TOOL("calls another tool"),
        RECOMMEND("recommends"),
        RESPOND("answers"),
        TERMINATE("terminates");

        private final String label;

        Act(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Act of(ToolCall call) {
            return of(call.name());
        }

        public static Act of(String tool) {
            return switch (tool) {
                case ToolCall.FIND_PRODUCT, ToolCall.WEB_SEARCH -> SEARCH;
                case ToolCall.VIEW_PRODUCT_INFORMATION -> VIEW;
                case ToolCall.RECOMMEND_PRODUCT -> RECOMMEND;
                case ToolCall.TERMINATE -> TERMINATE;
                default -> OTHER_TOOL;
            };
        }
    }

    public StepGlance {
        acts = Set.copyOf(acts).isEmpty() ? EnumSet.noneOf(Act.class) : EnumSet.copyOf(acts);
    }

    public static StepGlance of(Step step) {
        EnumSet<Act> acts = EnumSet.noneOf(Act.class);
        if (step.think().isPresent() || step.reasoning().filter(text -> !text.isBlank()).isPresent()) {
            acts.add(Act.THINK);
        }
        if (step.response().isPresent()) {
            acts.add(Act.RESPOND);
        }
        step.calls().forEach(call -> acts.add(Act.of(call)));
        return new StepGlance(step.number(), acts, trouble(step));
    }

    private static Optional<String> trouble(Step step) {
        Json message = step.message().orElse(Json.NULL);
        if (message instanceof Json.Null || message.equals(Json.Obj.EMPTY)) {
            return Optional.of("the model gave no reply");
        }
        if (!(message instanceof Json.Obj)) {
            return Optional.of("the reply has no known form");
        }
        if (step.calls().stream().anyMatch(call -> call.observation().orElse(null) instanceof Observation.Failed)) {
            return Optional.of("a call failed in the harness");
        }
        if (step.calls().stream().anyMatch(call -> call.observation().isEmpty())) {
            return Optional.of("a call has no answer");
        }
        return Optional.empty();
    }

    /// The step in words, for assistive technology and the tooltip: `Step 4: thinks, searches`.
    public String words() {
        String what = acts.isEmpty() ? "nothing" : String.join(", ", acts.stream().map(Act::label).toList());
        return "Step " + number + ": " + what + trouble.map(text -> "; " + text).orElse("");
    }
}
