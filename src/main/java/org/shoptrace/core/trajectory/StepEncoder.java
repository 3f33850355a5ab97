package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.json.PythonJsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Step;

/// Builds the steps of one run in the benchmark's own form, for agents. It keeps the dialogue so far, since every step's
/// prompt repeats it. Not for use by several threads.
public final class StepEncoder {
    private static final String HISTORY = "# Dialogue Records History\n<user>";

    private final String systemPrompt;
    private final String query;
    private final StringBuilder history;
    private int steps;

    /// A call with what it was answered.
    ///
    /// @param results empty for a tool that does not exist, which leaves no answer; [Json#NULL] for a call that failed
    public record Exchange(String name, Json.Obj parameters, Optional<Json> results) {}

    /// One turn of an agent.
    ///
    /// @param think     empty text when it thought nothing
    /// @param response  empty text when it told the user nothing
    /// @param content   the model's text as it came
    /// @param reasoning the model's `reasoning_content`, empty text when there is none
    /// @param timestamp milliseconds since 1970
    public record Turn(
            String think, List<Exchange> exchanges, String response, String content, String reasoning, long timestamp) {
        public Turn {
            exchanges = List.copyOf(exchanges);
        }

        /// A turn of an agent that is no language model; its content is what such a model would have written.
        public static Turn of(String think, List<Exchange> exchanges, String response, long timestamp) {
            return new Turn(think, exchanges, response, content(think, exchanges, response), "", timestamp);
        }

        private static String content(String think, List<Exchange> exchanges, String response) {
            List<String> parts = new ArrayList<>();
            if (!think.isEmpty()) {
                parts.add(tagged("think", think));
            }
            if (!exchanges.isEmpty()) {
                List<Json> calls = exchanges.stream().<Json>map(StepEncoder::request).toList();
                parts.add(tagged("tool_call", PythonJsonWriter.json(new Json.Arr(calls))));
            }
            if (!response.isEmpty()) {
                parts.add(tagged("response", response));
            }
            return String.join("\n", parts);
        }
    }

    public StepEncoder(String systemPrompt, String query) {
        this.systemPrompt = systemPrompt;
        this.query = query;
        this.history = new StringBuilder(HISTORY).append(query).append("</user>");
    }

    /// An encoder that goes on after steps which were made before, whoever made them.
    public static StepEncoder after(String systemPrompt, String query, List<Step> steps) {
        StepEncoder encoder = new StepEncoder(systemPrompt, query);
        for (Step step : steps) {
            encoder.steps++;
            encoder.remember(step.message().orElse(Json.NULL) instanceof Json.Obj message ? message : Json.Obj.EMPTY);
        }
        return encoder;
    }

    /// The messages that a model is sent for the next step: a system prompt, and the whole dialogue so far as the user's.
    public Json.Arr prompt() {
        return new Json.Arr(List.of(message("system", systemPrompt), message("user", history.toString())));
    }

    /// Adds a turn to the dialogue and gives its step.
    public Step add(Turn turn) {
        steps++;
        Json.Obj message = message(turn);
        SequencedMap<String, Json> completion = new LinkedHashMap<>();
        completion.put("reasoning_content", Json.of(turn.reasoning()));
        completion.put("content", Json.of(turn.content()));
        completion.put("message", message);
        SequencedMap<String, Json> extra = new LinkedHashMap<>();
        extra.put("step", Json.Num.of((long) steps));
        extra.put("query", Json.of(query));
        extra.put("timestamp", Json.Num.of(turn.timestamp()));
        SequencedMap<String, Json> step = new LinkedHashMap<>();
        step.put("prompt", prompt());
        step.put("completion", new Json.Obj(completion));
        step.put("extra_info", new Json.Obj(extra));
        remember(message);
        return StepCodec.decode(new Json.Obj(step), steps);
    }

    /// The roles of a turn in the benchmark's order; empty ones are left out.
    private static Json.Obj message(Turn turn) {
        SequencedMap<String, Json> message = new LinkedHashMap<>();
        if (!turn.think().isEmpty()) {
            message.put("think", Json.of(turn.think()));
        }
        List<Json> calls = new ArrayList<>();
        List<Json> answers = new ArrayList<>();
        for (Exchange exchange : turn.exchanges()) {
            Json id = Json.of(ToolCallId.of(exchange.name(), exchange.parameters()));
            calls.add(request(exchange).with("tool_call_id", id));
            exchange.results().ifPresent(results -> answers.add(Json.Obj.EMPTY.with("tool_call_id", id).with("results", results)));
        }
        if (!calls.isEmpty()) {
            message.put("tool_call", new Json.Arr(calls));
        }
        if (!answers.isEmpty()) {
            message.put("obs", new Json.Arr(answers));
        }
        if (!turn.response().isEmpty()) {
            message.put("response", Json.of(turn.response()));
        }
        return new Json.Obj(message);
    }

    private void remember(Json.Obj message) {
        String separator = "\n\n";
        for (var role : message.fields().entrySet()) {
            String text = role.getValue().asText().orElseGet(() -> PythonJsonWriter.ujson(role.getValue()));
            history.append(separator).append(tagged(role.getKey(), text));
            separator = "\n";
        }
    }

    private static Json.Obj request(Exchange exchange) {
        return Json.Obj.EMPTY.with("name", Json.of(exchange.name())).with("parameters", exchange.parameters());
    }

    private static Json.Obj message(String role, String content) {
        return Json.Obj.EMPTY.with("role", Json.of(role)).with("content", Json.of(content));
    }

    private static String tagged(String role, String text) {
        return "<" + role + ">" + text + "</" + role + ">";
    }
}
