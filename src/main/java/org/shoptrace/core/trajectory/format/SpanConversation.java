package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.core.trajectory.format.TraceSpan.Kind;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;

/// Makes one conversation of the spans of a trace. Each request to a model repeats what was said before; of that, only what is new is
/// taken, and then what the model answered. What a tool answered is taken from the next request, else from the tool's own span.
final class SpanConversation {
    private final List<Item> said = new ArrayList<>();
    private final List<TraceSpan> tools = new ArrayList<>();

    private SpanConversation() {}

    /// @param spans those of one trace, in any order
    /// @return empty when no model was asked and no tool was called
    static Optional<Conversation> of(List<TraceSpan> spans) {
        List<TraceSpan> sorted = withoutEchoes(spans.stream().sorted(Comparator.comparingDouble(TraceSpan::start)).toList());
        SpanConversation conversation = new SpanConversation();
        for (TraceSpan span : sorted) {
            switch (span.kind()) {
                case GENERATION -> conversation.asked(span);
                case TOOL -> conversation.tools.add(span);
                // What is not said to be a tool, and is called as one that the model called.
                case OTHER -> {
                    if (conversation.open(span, Set.of()).isPresent()) {
                        conversation.tools.add(span);
                    }
                }
            }
        }
        conversation.answerByTools(Set.of());
        if (conversation.said.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> model = sorted.stream().flatMap(span -> span.measured().text("model").stream()).findFirst();
        return Optional.of(new Conversation(conversation.withQuestion(sorted), model, Optional.empty()));
    }

    /// Requests that hold another request say the same twice: the inner one counts, or the outer where that tells more of the answer.
    private static List<TraceSpan> withoutEchoes(List<TraceSpan> spans) {
        Map<String, TraceSpan> byId = new HashMap<>();
        spans.forEach(span -> byId.put(span.id(), span));
        Set<TraceSpan> echoes = new HashSet<>();
        for (TraceSpan span : spans) {
            if (span.kind() == Kind.GENERATION) {
                Set<String> seen = new HashSet<>(Set.of(span.id()));
                TraceSpan outer = span.parent().map(byId::get).orElse(null);
                while (outer != null && seen.add(outer.id())) {
                    if (outer.kind() == Kind.GENERATION) {
                        echoes.add(answered(span) >= answered(outer) ? outer : span);
                    }
                    outer = outer.parent().map(byId::get).orElse(null);
                }
            }
        }
        return spans.stream().filter(span -> !echoes.contains(span)).toList();
    }

    /// How much a request brought: its calls, and its messages.
    private static int answered(TraceSpan span) {
        List<Json.Obj> answers = SaidMessages.of(span.output(), "assistant");
        return answers.stream().mapToInt(answer -> calls(answer).size()).sum() * 2 + (answers.isEmpty() ? 0 : 1);
    }

    private void asked(TraceSpan span) {
        List<Json.Obj> news = news(SaidMessages.of(span.input(), "user").stream().map(this::answering).toList());
        Set<String> answered = new HashSet<>();
        news.stream().filter(SpanConversation::isAnswer).forEach(answer -> answered.add(answer.text("tool_call_id").orElse("")));
        answerByTools(answered);
        news.forEach(message -> said.add(new Item(message, List.of(span.recorded()), Generation.UNSAID)));
        Json.Obj measured = span.measured();
        for (Json.Obj answer : turns(SaidMessages.of(span.output(), "assistant"))) {
            Json.Obj told = answer.get("timestamp").isPresent() || measured.get("timestamp").isEmpty()
                    ? answer
                    : answer.with("timestamp", measured.get("timestamp").get());
            Json.Obj made = answer.get("finish_reason").isPresent()
                    ? measured.with("finish_reason", answer.get("finish_reason").get())
                    : measured;
            // What the request took, its first answer took.
            said.add(new Item(told, List.of(span.recorded()), isAnswer(answer) ? Generation.UNSAID : Metrics.of(made)));
            measured = isAnswer(answer) ? measured : Json.Obj.EMPTY;
        }
    }

    /// Some write a tool's name where its role should stand.
    private Json.Obj answering(Json.Obj message) {
        String role = message.text("role").orElse("");
        return !role.isEmpty() && calls().stream().anyMatch(call -> name(call).equals(role))
                ? Fields.answer(Optional.empty(), role, message.get("content").orElse(Json.NULL))
                : message;
    }

    /// Some write each call as a message of its own; all that one request brought is one turn.
    private static List<Json.Obj> turns(List<Json.Obj> answers) {
        if (answers.size() < 2 || !answers.stream().allMatch(answer -> role(answer).equals("assistant"))) {
            return answers;
        }
        List<Json> texts = new ArrayList<>();
        List<Json> calls = new ArrayList<>();
        for (Json.Obj answer : answers) {
            switch (answer.get("content").orElse(Json.NULL)) {
                case Json.Arr(List<Json> blocks) -> texts.addAll(blocks);
                case Json.Str text when !text.text().isBlank() ->
                    texts.add(Json.Obj.EMPTY.with("type", Json.of("text")).with("text", text));
                default -> {}
            }
            calls.addAll(answer.items("tool_calls"));
        }
        Json.Obj turn = answers.getFirst().with("content", new Json.Arr(texts));
        return List.of(calls.isEmpty() ? turn : turn.with("tool_calls", new Json.Arr(calls)));
    }

    /// What of a request was not said before. A word that is said twice is said twice: each is found once, in order.
    private List<Json.Obj> news(List<Json.Obj> request) {
        List<Json.Obj> news = new ArrayList<>();
        int from = 0;
        for (Json.Obj message : request) {
            int known = find(message, from);
            if (known < 0) {
                news.add(message);
            } else {
                from = known + 1;
            }
        }
        return news;
    }

    private int find(Json.Obj message, int from) {
        for (int i = from; i < said.size(); i++) {
            if (same(said.get(i).message(), message)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(Json.Obj one, Json.Obj other) {
        if (!role(one).equals(role(other))) {
            return false;
        }
        if (isAnswer(one)) {
            Optional<String> id = one.text("tool_call_id");
            return id.isPresent() && other.text("tool_call_id").isPresent()
                    ? id.equals(other.text("tool_call_id"))
                    : words(one).equals(words(other));
        }
        Set<String> calls = callIds(one);
        return calls.isEmpty() || callIds(other).isEmpty()
                ? words(one).equals(words(other)) && callWords(one).equals(callWords(other))
                : calls.stream().anyMatch(callIds(other)::contains);
    }

    // What tools answered

    /// @param byRequest the calls that the request answers itself; an empty text for an answer that names none
    private void answerByTools(Set<String> byRequest) {
        for (TraceSpan tool : tools) {
            if (byRequest.contains("") || tool.call().filter(byRequest::contains).isPresent()) {
                continue;
            }
            Optional<Json.Obj> open = open(tool, byRequest);
            Optional<String> id = open.flatMap(SpanConversation::id).or(tool::call);
            if (open.isEmpty() && !isAnswered(tool)) {
                Json.Obj call = Fields.call(id, tool.name(), tool.input());
                said.add(new Item(
                        Fields.message("assistant", Json.NULL).with("tool_calls", new Json.Arr(List.of(call))), List.of(tool.recorded()),
                        Generation.UNSAID));
            }
            if (open.isPresent() || !isAnswered(tool)) {
                Json.Obj answer = Fields.answer(id, tool.name(), tool.output());
                said.add(new Item(tool.failed() ? answer.with("is_error", new Json.Bool(true)) : answer, List.of(tool.recorded()),
                        Generation.UNSAID));
            }
        }
        tools.clear();
    }

    private boolean isAnswered(TraceSpan tool) {
        return calls().stream().anyMatch(call -> name(call).equals(tool.name()));
    }

    /// The call that a tool's span answers: the one it names, else the first of its name without an answer.
    private Optional<Json.Obj> open(TraceSpan tool, Set<String> byRequest) {
        Set<String> answered = new HashSet<>(byRequest);
        said.stream().map(Item::message).filter(SpanConversation::isAnswer)
                .forEach(answer -> answered.add(answer.text("tool_call_id").orElse("")));
        return calls().stream()
                .filter(call -> tool.call().isPresent()
                        ? id(call).equals(tool.call())
                        : name(call).equals(tool.name()))
                .filter(call -> id(call).filter(answered::contains).isEmpty())
                .findFirst();
    }

    private List<Json.Obj> calls() {
        return said.stream().flatMap(item -> calls(item.message()).stream()).toList();
    }

    /// The calls beside a message's text, and those among its blocks.
    private static List<Json.Obj> calls(Json.Obj message) {
        return Stream.concat(
                Fields.objects(message.items("tool_calls")).stream(),
                Fields.objects(message.items("content")).stream()
                        .filter(block -> block.text("type").filter("tool_use"::equals).isPresent()))
                .toList();
    }

    /// A trace of tools alone has its question in the span around them.
    private List<Item> withQuestion(List<TraceSpan> spans) {
        if (said.stream().anyMatch(item -> role(item.message()).equals("user"))) {
            return said;
        }
        Optional<TraceSpan> first = spans.stream().filter(span -> span.kind() == Kind.OTHER).findFirst();
        List<Item> items = new ArrayList<>();
        first.ifPresent(span -> SaidMessages.of(span.input(), "user").stream()
                .filter(message -> role(message).equals("user"))
                .limit(1)
                .forEach(message -> items.add(new Item(message, List.of(span.recorded()), Generation.UNSAID))));
        items.addAll(said);
        return items;
    }

    // Looks into messages

    private static String role(Json.Obj message) {
        return switch (message.text("role").or(() -> message.text("type")).orElse("").toLowerCase(Locale.ROOT)) {
            case "human" -> "user";
            case "ai", "model" -> "assistant";
            case "function", "function_call_output" -> "tool";
            case "developer" -> "system";
            case String other -> other;
        };
    }

    private static boolean isAnswer(Json.Obj message) {
        return role(message).equals("tool");
    }

    private static String words(Json.Obj message) {
        Json content = message.get("content").or(() -> message.get("output")).orElse(Json.NULL);
        return switch (content) {
            case Json.Arr(List<Json> blocks) -> String.join("\n", Fields.objects(blocks).stream()
                    .flatMap(block -> block.text("text").or(() -> block.text("content")).stream())
                    .toList()).strip();
            default -> Fields.text(content).strip();
        };
    }

    private static Set<String> callIds(Json.Obj message) {
        Set<String> ids = new HashSet<>();
        calls(message).forEach(call -> id(call).ifPresent(ids::add));
        message.text("call_id").ifPresent(ids::add);
        return ids;
    }

    private static String callWords(Json.Obj message) {
        return String.join("\n", calls(message).stream()
                .map(call -> name(call) + " " + Fields.text(arguments(call)))
                .toList()) + message.text("name").orElse("") + message.get("arguments").map(JsonWriter::compact).orElse("");
    }

    private static Optional<String> id(Json.Obj call) {
        return call.text("id").filter(id -> !id.isEmpty());
    }

    private static String name(Json.Obj call) {
        return call.text("name").or(() -> call.object("function").flatMap(function -> function.text("name"))).orElse("");
    }

    private static Json arguments(Json.Obj call) {
        return Objects.requireNonNullElse(
                call.get("arguments").or(() -> call.get("args")).or(() -> call.get("input"))
                        .or(() -> call.object("function").flatMap(function -> function.get("arguments"))).orElse(null),
                Json.NULL);
    }
}
