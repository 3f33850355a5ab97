package org.shoptrace.core.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What happens in a step, event by event.
public final class StepEvents {
    private StepEvents() {}

    /// The events in the order in which they are read.
    public static List<EventKind> of(Step step) {
        List<EventKind> events = new ArrayList<>();
        step.others().stream().filter(Interjection::before).forEach(other -> events.add(new EventKind.Speaks(other.speaker())));
        if (noReply(step).isPresent()) {
            events.add(new EventKind.Failure());
        }
        if (step.think().isPresent() || RunTexts.reasoning(step).isPresent()) {
            events.add(new EventKind.Thought());
        }
        for (ToolCall call : step.calls()) {
            events.add(new EventKind.Calls(call.name()));
            events.add(isFailed(call) ? new EventKind.Failure() : new EventKind.Answer());
        }
        if (step.response().isPresent() || RunTexts.output(step).isPresent()) {
            events.add(new EventKind.Response());
        }
        step.others().stream().filter(other -> !other.before()).forEach(other -> events.add(new EventKind.Speaks(other.speaker())));
        return events;
    }

    /// How often each kind occurs in a run: the others' words, thoughts, the tools in the order of their first calls, answers, responses,
    /// failures.
    public static SequencedMap<EventKind, Integer> count(Run run) {
        SequencedMap<EventKind, Integer> counts = new LinkedHashMap<>();
        run.steps().stream().flatMap(step -> of(step).stream()).forEach(event -> counts.merge(event, 1, Integer::sum));
        SequencedMap<EventKind, Integer> sorted = new LinkedHashMap<>();
        for (Interjection.Speaker speaker : Interjection.Speaker.values()) {
            take(counts, new EventKind.Speaks(speaker), sorted);
        }
        take(counts, new EventKind.Thought(), sorted);
        counts.forEach((kind, count) -> {
            if (kind instanceof EventKind.Calls) {
                sorted.put(kind, count);
            }
        });
        take(counts, new EventKind.Answer(), sorted);
        take(counts, new EventKind.Response(), sorted);
        take(counts, new EventKind.Failure(), sorted);
        return sorted;
    }

    /// Whether a step has an event that is not of a hidden kind.
    public static boolean anyShown(Step step, Set<EventKind> hidden) {
        List<EventKind> events = of(step);
        return events.isEmpty() || events.stream().anyMatch(event -> !hidden.contains(event));
    }

    /// Whether a call failed through no fault of the agent: a null result, or no answer in the file.
    public static boolean isFailed(ToolCall call) {
        return call.observation().isEmpty() || call.observation().get() instanceof Observation.Failed;
    }

    /// What is wrong with the model's reply; empty when it is one.
    public static Optional<String> noReply(Step step) {
        if (step.isNotUnderstood() && step.message().orElse(Json.NULL) instanceof Json.Obj) {
            return Optional.of("This step has content that Shoptrace does not understand. It stands below as the file has it.");
        }
        Json message = step.message().orElse(Json.NULL);
        if (message instanceof Json.Null || message.equals(Json.Obj.EMPTY)) {
            return Optional.of("No reply: the model gave no message in this step.");
        }
        return message instanceof Json.Obj ? Optional.empty() : Optional.of("The reply is no object: nothing in it can be read as a call.");
    }

    private static void take(SequencedMap<EventKind, Integer> counts, EventKind kind, SequencedMap<EventKind, Integer> to) {
        if (counts.containsKey(kind)) {
            to.put(kind, counts.get(kind));
        }
    }
}
