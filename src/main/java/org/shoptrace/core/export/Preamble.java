package org.shoptrace.core.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;

/// What stands before the first turn of a run.
final class Preamble {
    private Preamble() {}

    /// The system's prompt, wherever the run's format keeps it; empty when it has none.
    static Optional<String> systemPrompt(Run run) {
        return run.steps().stream().limit(1).flatMap(Preamble::messages).filter(Preamble::isSystem).flatMap(Preamble::text).findFirst();
    }

    /// What the step's message says that the user said: in the first step of a rollout that is the query.
    static Optional<String> user(Step step) {
        return step.message()
                .flatMap(message -> message instanceof Json.Obj object ? object.text("user") : Optional.empty())
                .filter(text -> !text.isEmpty());
    }

    private static Stream<Json.Obj> messages(Step step) {
        List<Json> items = switch (step.source()) {
            case Json.Arr(List<Json> recorded) -> recorded;
            case Json.Obj object -> object.items("prompt");
            default -> List.of();
        };
        return items.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast);
    }

    private static boolean isSystem(Json.Obj message) {
        return Stream.of("role", "source", "from").flatMap(key -> message.text(key).stream())
                .anyMatch(role -> role.equals("system") || role.equals("developer"));
    }

    private static Stream<String> text(Json.Obj message) {
        return Stream.of("content", "message", "value").flatMap(key -> message.text(key).stream());
    }
}
