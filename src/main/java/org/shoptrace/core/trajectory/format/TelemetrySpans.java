package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.trajectory.format.TraceSpan.Kind;
import org.shoptrace.model.json.Json;

/// Spans of OpenTelemetry, as its collectors write them (`{resourceSpans: [{scopeSpans: [{spans}]}]}`) or one by one, whose attributes say
/// what was asked of a model: after the conventions for generative models (`gen_ai.…`, in their present and older spellings), after
/// OpenInference (`llm.…`, `openinference.span.kind`), and after the AI SDK (`ai.…`).
final class TelemetrySpans implements SpanFormat {
    private static final Set<String> ASKING = Set.of("chat", "text_completion", "generate_content", "completion");

    @Override
    public String name() {
        return "OpenTelemetry spans";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("resourceSpans") || keys.contains("resource_spans")
                || keys.contains("attributes") && (keys.contains("traceId") || keys.contains("trace_id") || keys.contains("context"));
    }

    /// Collectors write what they gathered a batch a line, and a trace goes over several.
    @Override
    public boolean isEntry(Json value) {
        return value instanceof Json.Obj object && (isSpan(object) || isExport(object));
    }

    @Override
    public List<TraceSpan> spans(Json value) {
        return recorded(value).stream().map(TelemetrySpans::span).toList();
    }

    private static List<Json.Obj> recorded(Json value) {
        return switch (value) {
            case Json.Obj export when isExport(export) ->
                below(below(List.of(export), "resourceSpans", "resource_spans"), "scopeSpans", "scope_spans",
                        "instrumentationLibrarySpans").stream().flatMap(scope -> Fields.objects(scope.items("spans")).stream()).toList();
            case Json.Obj span when isSpan(span) -> List.of(span);
            case Json.Arr(List<Json> items) when !items.isEmpty()
                    && items.stream().allMatch(item -> item instanceof Json.Obj object && (isSpan(object) || isExport(object))) ->
                items.stream().flatMap(item -> recorded(item).stream()).toList();
            default -> List.of();
        };
    }

    private static boolean isExport(Json.Obj object) {
        return object.get("resourceSpans").or(() -> object.get("resource_spans")).isPresent();
    }

    private static List<Json.Obj> below(List<Json.Obj> outer, String... names) {
        return outer.stream().flatMap(one -> Stream.of(names).flatMap(name -> Fields.objects(one.items(name)).stream())).toList();
    }

    private static boolean isSpan(Json.Obj object) {
        return object.get("attributes").isPresent() && id(object, "traceId", "trace_id").isPresent()
                && id(object, "spanId", "span_id").isPresent();
    }

    /// Of the span itself, or of the context that some keep it in.
    private static Optional<String> id(Json.Obj span, String... names) {
        return Stream.of(names).flatMap(name -> Stream.concat(
                span.text(name).stream(), span.object("context").flatMap(context -> context.text(name)).stream())).findFirst();
    }

    private static TraceSpan span(Json.Obj recorded) {
        Attributes attributes = new Attributes(Fields.parsed(recorded.get("attributes").orElse(Json.NULL)));
        Kind kind = kind(recorded, attributes);
        Json start = start(recorded);
        return new TraceSpan(
                id(recorded, "traceId", "trace_id").orElse(""), id(recorded, "spanId", "span_id").orElse(""),
                Stream.of("parentSpanId", "parent_span_id", "parentId", "parent_id").flatMap(name -> recorded.text(name).stream())
                        .filter(id -> !id.isEmpty()).findFirst(),
                Fields.time(start), kind, tool(recorded, attributes),
                attributes.text("gen_ai.tool.call.id", "ai.toolCall.id", "tool_call.id"),
                kind == Kind.TOOL ? arguments(attributes) : asked(recorded, attributes),
                kind == Kind.TOOL ? result(attributes) : answered(recorded, attributes),
                failed(recorded), measured(recorded, attributes, start), recorded);
    }

    private static Json start(Json.Obj recorded) {
        return Stream.of("startTimeUnixNano", "start_time_unix_nano", "startTime", "start_time")
                .flatMap(name -> recorded.get(name).stream()).findFirst().orElse(Json.NULL);
    }

    private static Kind kind(Json.Obj recorded, Attributes attributes) {
        String operation = attributes.text("gen_ai.operation.name").orElse("");
        String span = attributes.text("openinference.span.kind", "traceloop.span.kind", "langfuse.observation.type")
                .or(() -> recorded.text("span_kind")).orElse("").toUpperCase(Locale.ROOT);
        if (operation.equals("execute_tool") || span.equals("TOOL") || attributes.text("ai.toolCall.name").isPresent()) {
            return Kind.TOOL;
        }
        if (ASKING.contains(operation) || span.equals("LLM") || span.equals("GENERATION")) {
            return Kind.GENERATION;
        }
        boolean asks = attributes.hasAny("gen_ai.prompt") || attributes.hasAny("gen_ai.input.messages")
                || attributes.hasAny("llm.input_messages") || attributes.text("ai.prompt.messages").isPresent()
                || attributes.text("llm.request.type").isPresent();
        return asks && operation.isEmpty() && span.isEmpty() ? Kind.GENERATION : Kind.OTHER;
    }

    private static String tool(Json.Obj recorded, Attributes attributes) {
        return attributes.text("gen_ai.tool.name", "tool.name", "ai.toolCall.name", "traceloop.entity.name")
                .or(() -> recorded.text("name")).orElse("");
    }

    private static Json arguments(Attributes attributes) {
        return Fields.parsed(attributes.first(
                "gen_ai.tool.call.arguments", "ai.toolCall.args", "tool_call.function.arguments", "input.value", "tool.parameters",
                "traceloop.entity.input", "input").orElse(Json.Obj.EMPTY));
    }

    private static Json result(Attributes attributes) {
        return attributes.first(
                "gen_ai.tool.call.result", "ai.toolCall.result", "output.value", "traceloop.entity.output", "output", "tool.output")
                .orElse(Json.NULL);
    }

    private static Json asked(Json.Obj recorded, Attributes attributes) {
        List<Json> messages = new ArrayList<>();
        attributes.first("gen_ai.system_instructions").ifPresent(system -> messages.addAll(SaidMessages.of(system, "system")));
        List<Json.Obj> said = messages(attributes, "gen_ai.input.messages", "llm.input_messages", "gen_ai.prompt", "user");
        said = said.isEmpty() ? ofEvents(recorded, false) : said;
        said = said.isEmpty()
                ? attributes.first("ai.prompt.messages", "ai.prompt", "input.value", "input", "all_messages_events", "events")
                        .map(input -> SaidMessages.of(input, "user")).orElse(List.of())
                : said;
        messages.addAll(said);
        return new Json.Arr(messages);
    }

    private static Json answered(Json.Obj recorded, Attributes attributes) {
        List<Json.Obj> said = messages(attributes, "gen_ai.output.messages", "llm.output_messages", "gen_ai.completion", "assistant");
        said = said.isEmpty() ? ofEvents(recorded, true) : said;
        if (said.isEmpty() && attributes.first("ai.response.text", "ai.response.toolCalls").isPresent()) {
            Json.Obj answer = Fields.message("assistant", attributes.first("ai.response.text").orElse(Json.NULL));
            List<Json> calls = attributes.first("ai.response.toolCalls").map(Fields::parsed)
                    .map(list -> SaidMessages.of(list, "assistant")).orElse(List.of()).stream()
                    .flatMap(message -> message.items("tool_calls").stream()).toList();
            said = List.of(calls.isEmpty() ? answer : answer.with("tool_calls", new Json.Arr(calls)));
        }
        return Json.array(said.isEmpty()
                ? attributes.first("output.value", "output").map(output -> SaidMessages.of(output, "assistant")).orElse(List.of())
                : said);
    }

    /// The messages of three conventions: the present one, OpenInference's, and the older one that numbers them.
    private static List<Json.Obj> messages(Attributes attributes, String present, String inference, String older, String role) {
        List<Json.Obj> said = attributes.first(present).map(messages -> SaidMessages.of(messages, role)).orElse(List.of());
        if (said.isEmpty() && attributes.below(inference) instanceof Json.Arr(List<Json> numbered)) {
            said = Fields.objects(numbered).stream().flatMap(one -> one.object("message").stream())
                    .map(TelemetrySpans::ofInference).toList();
        }
        return said.isEmpty() && !(attributes.below(older) instanceof Json.Null)
                ? SaidMessages.of(attributes.below(older), role)
                : said;
    }

    private static Json.Obj ofInference(Json.Obj message) {
        List<Json> blocks = Fields.objects(message.items("contents")).stream()
                .flatMap(one -> one.object("message_content").stream())
                .map(block -> (Json) block).toList();
        List<Json> calls = Fields.objects(message.items("tool_calls")).stream()
                .flatMap(one -> one.object("tool_call").stream())
                .map(call -> (Json) call).toList();
        Json.Obj said = Fields.message(
                message.text("role").orElse("assistant"),
                message.get("content").orElse(blocks.isEmpty() ? Json.NULL : new Json.Arr(blocks)));
        said = calls.isEmpty() ? said : said.with("tool_calls", new Json.Arr(calls));
        Optional<String> function = message.text("function_call_name");
        if (calls.isEmpty() && function.isPresent()) {
            said = said.with("tool_calls", new Json.Arr(List.of(Fields.call(
                    Optional.empty(), function.get(), message.get("function_call_arguments_json").orElse(Json.NULL)))));
        }
        return message.text("tool_call_id").isPresent()
                ? said.with("tool_call_id", Json.of(message.text("tool_call_id").get()))
                : said;
    }

    /// Older instrumentation tells messages as events of the span: `gen_ai.user.message`, and the answer as `gen_ai.choice`.
    private static List<Json.Obj> ofEvents(Json.Obj recorded, boolean answers) {
        List<Json.Obj> messages = new ArrayList<>();
        for (Json.Obj event : Fields.objects(recorded.items("events"))) {
            String name = event.text("name").orElse("");
            Attributes attributes = new Attributes(event.get("attributes").orElse(Json.NULL));
            if (name.equals("gen_ai.choice") && answers) {
                messages.addAll(attributes.first("message").map(said -> SaidMessages.of(said, "assistant"))
                        .orElseGet(() -> SaidMessages.of(attributes.first("content", "gen_ai.completion").orElse(Json.NULL), "assistant")));
            } else if (name.matches("gen_ai\\.(system|user|assistant|tool)\\.message") && !answers) {
                Json.Obj said = Fields.message(name.split("\\.")[1], attributes.first("content").orElse(Json.NULL));
                Json calls = Fields.parsed(attributes.first("tool_calls").orElse(Json.NULL));
                said = calls instanceof Json.Arr ? said.with("tool_calls", calls) : said;
                messages.add(attributes.text("id").isPresent() && name.contains("tool")
                        ? said.with("tool_call_id", Json.of(attributes.text("id").get()))
                        : said);
            } else if (name.equals("gen_ai.client.inference.operation.details") || name.startsWith("gen_ai.content.")) {
                messages.addAll(SaidMessages.of(
                        attributes.first(answers
                                ? new String[] {"gen_ai.output.messages", "gen_ai.completion"}
                                : new String[] {"gen_ai.input.messages", "gen_ai.prompt"}).orElse(Json.NULL),
                        answers ? "assistant" : "user"));
            }
        }
        return messages;
    }

    private static boolean failed(Json.Obj recorded) {
        return recorded.object("status").flatMap(status -> status.get("code"))
                .or(() -> recorded.get("status_code"))
                .filter(code -> code.equals(Json.of("STATUS_CODE_ERROR")) || code.equals(Json.of("ERROR")) || code.equals(Json.Num.of(2)))
                .isPresent();
    }

    private static Json.Obj measured(Json.Obj recorded, Attributes attributes, Json start) {
        Optional<Json> finish = attributes.first("gen_ai.response.finish_reasons", "ai.response.finishReason", "llm.finish_reason")
                .map(Fields::parsed)
                .map(reason -> reason instanceof Json.Arr(List<Json> reasons) && !reasons.isEmpty() ? reasons.getFirst() : reason);
        Json end = Stream.of("endTimeUnixNano", "end_time_unix_nano", "endTime", "end_time")
                .flatMap(name -> recorded.get(name).stream()).findFirst().orElse(Json.NULL);
        return Measured.of(
                attributes.text("gen_ai.response.model", "gen_ai.request.model", "llm.model_name", "ai.response.model", "ai.model.id"),
                attributes.number("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "llm.token_count.prompt"),
                attributes.number("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens", "llm.token_count.completion"),
                attributes.number("gen_ai.usage.total_tokens", "llm.token_count.total", "llm.usage.total_tokens"),
                attributes.number("gen_ai.usage.cost", "llm.cost.total", "gen_ai.usage.total_cost"),
                seconds(start, end).map(Json.Num::of), finish, millis(start));
    }

    /// Of nanoseconds, seconds; nothing of a time in another unit that is not known.
    private static Optional<Double> seconds(Json start, Json end) {
        double took = Fields.time(end) - Fields.time(start);
        if (took <= 0 || Fields.time(start) == 0) {
            return Optional.empty();
        }
        double unit = Fields.time(start) > 1e17 ? 1e9 : Fields.time(start) > 1e14 ? 1e6 : Fields.time(start) > 1e11 ? 1e3 : 1;
        return Optional.of(took / unit);
    }

    private static Optional<Json> millis(Json start) {
        double time = Fields.time(start);
        return time == 0
                ? Optional.empty()
                : Optional.of(Json.Num.of((long) (time > 1e17 ? time / 1e6 : time > 1e14 ? time / 1e3 : time > 1e11 ? time : time * 1e3)));
    }
}
