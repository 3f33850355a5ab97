package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.trajectory.format.Metrics;
import org.shoptrace.core.trajectory.format.OwnJson;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// One step of a rollout. A part that has not the shape it should have is decoded as absent and stays in the step's source,
/// so reading a step never fails and writing it gives back what was read.
public final class StepCodec {

    private StepCodec() {}

    /// The step that a value holds, whatever its shape.
    ///
    /// @param number the step's place in the run, from 1
    public static Step decode(Json json, int number) {
        Json.Obj step = json instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        Json.Obj completion = step.object("completion").orElse(Json.Obj.EMPTY);
        Json.Obj message = completion.object("message").orElse(Json.Obj.EMPTY);
        Json.Obj extra = step.object("extra_info").orElse(Json.Obj.EMPTY);
        return new Step(
                number,
                extra.text("query"),
                spoken(message, "think"),
                calls(message),
                spoken(message, "response"),
                user(message, extra.text("query")),
                List.of(),
                generation(completion, extra),
                completion.text("content"),
                completion.text("reasoning_content"),
                extra.get("timestamp").orElse(Json.NULL) instanceof Json.Num timestamp
                        ? Optional.of(timestamp)
                        : Optional.empty(),
                completion.get("message"),
                json);
    }

    private static Generation generation(Json.Obj completion, Json.Obj extra) {
        return extra.object(OwnJson.SHOPTRACE).map(OwnJson::ofTurn)
                .orElseGet(() -> completion.fields().isEmpty() ? Generation.UNSAID : Metrics.of(completion));
    }

    /// The step as the file has it.
    public static Json encode(Step step) {
        return step.source();
    }

    /// Empty roles are normally left out of a message; files that write them mean the same.
    private static Optional<String> spoken(Json.Obj message, String role) {
        return message.text(role).filter(text -> !text.isEmpty());
    }

    /// The first step repeats the query as what the user said.
    private static List<Interjection> user(Json.Obj message, Optional<String> query) {
        return spoken(message, "user")
                .filter(text -> !text.isBlank() && !query.equals(Optional.of(text)))
                .map(text -> List.of(new Interjection(Speaker.USER, true, text)))
                .orElse(List.of());
    }

    private static List<ToolCall> calls(Json.Obj message) {
        List<Json> calls = switch (message.get("tool_call").orElse(Json.NULL)) {
            case Json.Arr(List<Json> items) -> items;
            case Json.Null _ -> List.of();
            case Json single -> List.of(single);
        };
        List<Optional<Json.Obj>> answers = CallPairing.pair(calls, message.get("obs").orElse(Json.NULL));
        List<ToolCall> decoded = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            decoded.add(call(i + 1, calls.get(i), answers.get(i)));
        }
        return decoded;
    }

    private static ToolCall call(int number, Json call, Optional<Json.Obj> answer) {
        String name = CallPairing.name(call);
        Json parameters = call instanceof Json.Obj object ? object.get("parameters").orElse(Json.NULL) : call;
        return new ToolCall(number, name, parameters, CallPairing.id(call), observation(name, call, answer));
    }

    /// ORO puts the answer into the call itself. An entry of `obs` without `results` is a call that got nothing.
    private static Optional<Observation> observation(String name, Json call, Optional<Json.Obj> answer) {
        Optional<Json> inCall = call instanceof Json.Obj object ? object.get("result") : Optional.empty();
        return answer.map(entry -> entry.get("results").orElse(Json.NULL))
                .or(() -> inCall)
                .map(results -> ObservationCodec.decode(name, results));
    }
}
