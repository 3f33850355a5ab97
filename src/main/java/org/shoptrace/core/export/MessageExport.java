package org.shoptrace.core.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.format.OwnJson;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// A run as a chat completion's messages: the query from the user, each turn an assistant's message with its calls, each answer a
/// tool's. Thoughts stand in `reasoning_content`. Every call has an id of its own; a call without an answer has no tool message.
public final class MessageExport {
    private MessageExport() {}

    /// The object `{messages, model, metadata}`; a run that is a message list already is given as it is.
    public static Json document(Run run) {
        if (run.envelope() instanceof Envelope.Messages messages && messages.isPlain()) {
            return messages.source();
        }
        List<Json> written = new ArrayList<>();
        Preamble.systemPrompt(run).ifPresent(text -> written.add(message("system", Json.of(text))));
        if (run.steps().isEmpty()) {
            run.query().ifPresent(text -> written.add(message("user", Json.of(text))));
        }
        for (Step step : run.steps()) {
            ContentOf content = new ContentOf(step, ContentOf::inMessage);
            if (step == run.steps().getFirst()) {
                run.query().ifPresent(text -> written.add(message("user", content.said(Speaker.USER, text))));
            }
            step.others().stream().filter(Interjection::before).map(other -> said(other, content)).forEach(written::add);
            written.add(assistant(step, content));
            step.calls().forEach(call -> call.observation().ifPresent(answer -> written.add(tool(step, call, answer.results(), content))));
            step.others().stream().filter(other -> !other.before()).map(other -> said(other, content)).forEach(written::add);
        }
        SequencedMap<String, Json> metadata = new LinkedHashMap<>();
        metadata.put("run", Json.of(run.id().sha256()));
        run.query().ifPresent(query -> metadata.put("query", Json.of(query)));
        Json.Obj own = OwnJson.withRun(Json.Obj.EMPTY, run.own());
        if (!own.fields().isEmpty()) {
            metadata.put(OwnJson.SHOPTRACE, own);
        }
        return Json.Obj.EMPTY
                .with("messages", new Json.Arr(written))
                .with("model", Json.of(run.model()))
                .with("metadata", new Json.Obj(metadata));
    }

    /// What an environment shows unasked has no role of its own: it is a tool's message that answers no call.
    private static Json.Obj said(Interjection other, ContentOf content) {
        String role = switch (other.speaker()) {
            case USER -> "user";
            case SYSTEM -> "system";
            case ENVIRONMENT -> "tool";
        };
        return message(role, content.said(other.speaker(), other.text()));
    }

    private static Json.Obj message(String role, Json content) {
        return Json.Obj.EMPTY.with("role", Json.of(role)).with("content", content);
    }

    private static Json.Obj assistant(Step step, ContentOf content) {
        Optional<String> said = step.isNotUnderstood() ? step.content() : step.response();
        Json.Obj message = message("assistant", said.map(content::said).orElse(Json.NULL))
                .with("reasoning_content", Json.of(step.think().orElse("")));
        Json.Obj own = OwnJson.withTurn(Json.Obj.EMPTY, step.generation());
        if (!own.fields().isEmpty()) {
            message = message.with("extra", Json.Obj.EMPTY.with(OwnJson.SHOPTRACE, own));
        }
        return step.calls().isEmpty()
                ? message
                : message.with("tool_calls", Json.array(step.calls().stream().map(call -> call(step, call)).toList()));
    }

    private static Json.Obj call(Step step, ToolCall call) {
        String arguments = call.parameters() instanceof Json.Str(String text) ? text : JsonWriter.compact(call.parameters());
        Json.Obj function = Json.Obj.EMPTY.with("name", Json.of(call.name())).with("arguments", Json.of(arguments));
        return Json.Obj.EMPTY.with("id", Json.of(id(step, call))).with("type", Json.of("function")).with("function", function);
    }

    private static Json.Obj tool(Step step, ToolCall call, Json results, ContentOf contentOf) {
        Json content = results instanceof Json.Str(String text)
                ? contentOf.answer(call, text, false)
                : contentOf.answer(call, JsonWriter.compact(results), true);
        return Json.Obj.EMPTY
                .with("role", Json.of("tool"))
                .with("tool_call_id", Json.of(id(step, call)))
                .with("name", Json.of(call.name()))
                .with("content", content);
    }

    /// The benchmark's ids are the same for two calls alike; chat interfaces want them apart in a whole conversation.
    private static String id(Step step, ToolCall call) {
        return "call_" + step.number() + "_" + call.number();
    }
}
