package org.shoptrace.ui.run;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.timeline.StepGlance;
import org.shoptrace.core.transcript.EventKind;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.ToolCall;

/// The icons of what an agent does.
public final class StepIcons {
    private StepIcons() {}

    public static Ikon of(StepGlance.Act act) {
        return switch (act) {
            case THINK -> Feather.MESSAGE_CIRCLE;
            case SEARCH -> Feather.SEARCH;
            case VIEW -> Feather.EYE;
            case OTHER_TOOL -> Feather.TOOL;
            case RECOMMEND -> Feather.SHOPPING_CART;
            case RESPOND -> Feather.MESSAGE_SQUARE;
            case TERMINATE -> Feather.FLAG;
        };
    }

    /// That of a step: of the first tool or answer in it, else of a thought.
    public static Ikon of(StepGlance glance) {
        return glance.acts().stream()
                .filter(act -> act != StepGlance.Act.THINK)
                .findFirst()
                .or(() -> glance.acts().stream().findFirst())
                .map(StepIcons::of)
                .orElse(Feather.MINUS);
    }

    /// That of a tool; tools of other shops have theirs where their names say what they do.
    public static Ikon of(ToolCall call) {
        return tool(call.name());
    }

    public static Ikon of(EventKind kind) {
        return switch (kind) {
            case EventKind.Thought() -> of(StepGlance.Act.THINK);
            case EventKind.Calls(String tool) -> tool(tool);
            case EventKind.Speaks(var speaker) -> of(speaker);
            case EventKind.Answer() -> Feather.CORNER_DOWN_RIGHT;
            case EventKind.Response() -> of(StepGlance.Act.RESPOND);
            case EventKind.Failure() -> Feather.ALERT_TRIANGLE;
        };
    }

    /// That of who speaks in a run beside its agent.
    public static Ikon of(Interjection.Speaker speaker) {
        return switch (speaker) {
            case USER -> Feather.USER;
            case SYSTEM -> Feather.SETTINGS;
            case ENVIRONMENT -> Feather.MONITOR;
        };
    }

    private static Ikon tool(String name) {
        return switch (name) {
            case ToolCall.WEB_SEARCH -> Feather.GLOBE;
            case ToolCall.PYTHON_EXECUTE -> Feather.CODE;
            case "click" -> Feather.MOUSE_POINTER;
            default -> of(StepGlance.Act.of(name));
        };
    }
}
