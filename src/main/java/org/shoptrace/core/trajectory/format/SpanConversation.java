package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    // What was said, by what it is found by: a trace may have thousands of requests, of which each repeats all before.
    private final Map<Known, NavigableSet<Integer>> places = new HashMap<>();
    private final List<Called> calls = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    private record Called(Optional<String> id, String name) {}

    /// What a message is known again by.
    private record Known(String role, By by, String text) {}

    private enum By {
        /// The id of a call.
        ID,
        /// All its words, where it names a call's id.
        WORDS_BESIDE_ID,
        /// All its words, where it names none.
        WORDS
    }

    private SpanConversation() {}

    private void say(Item item) {
        Json.Obj message = item.message();
        int place = said.size();
        said.add(item);
        Set<String> ids = ids(message);
        ids.forEach(id -> placed(new Known(role(message), By.ID, id), place));
        placed(new Known(role(message), ids.isEmpty() ? By.WORDS : By.WORDS_BESIDE_ID, allWords(message)), place);
        for (Json.Obj call : calls(message)) {
            calls.add(new Called(id(call), name(call)));
            names.add(name(call));
        }
        if (isAnswer(message)) {
            answered.add(message.text("tool_call_id").orElse(""));
        }
    }

    private void placed(Known known, int place) {
        places.computeIfAbsent(known, _ -> new TreeSet<>()).add(place);
    }

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
        Set<String> byRequest = new HashSet<>();
        news.stream().filter(SpanConversation::isAnswer).forEach(answer -> byRequest.add(answer.text("tool_call_id").orElse("")));
        answerByTools(byRequest);
        news.forEach(message -> say(new Item(message, List.of(span.recorded()), Generation.UNSAID)));
        Json.Obj measured = span.measured();
        for (Json.Obj answer : turns(SaidMessages.of(span.output(), "assistant"))) {
            Json.Obj told = answer.get("timestamp").isPresent() || measured.get("timestamp").isEmpty()
                    ? answer
                    : answer.with("timestamp", measured.get("timestamp").get());
            Json.Obj made = answer.get("finish_reason").isPresent()
                    ? measured.with("finish_reason", answer.get("finish_reason").get())
                    : measured;
            // What the request took, its first answer took.
            say(new Item(told, List.of(span.recorded()), isAnswer(answer) ? Generation.UNSAID : Metrics.of(made)));
            measured = isAnswer(answer) ? measured : Json.Obj.EMPTY;
        }
    }

    /// Some write a tool's name where its role should stand.
    private Json.Obj answering(Json.Obj message) {
        String role = message.text("role").orElse("");
        return !role.isEmpty() && names.contains(role)
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

    /// Where a message was said, by an id that both have, else by its words; -1 when it was not.
    private int find(Json.Obj message, int from) {
        Set<String> ids = ids(message);
        String role = role(message);
        String words = allWords(message);
        Stream<Known> byWords = ids.isEmpty()
                ? Stream.of(new Known(role, By.WORDS, words), new Known(role, By.WORDS_BESIDE_ID, words))
                : Stream.of(new Known(role, By.WORDS, words));
        return Stream.concat(ids.stream().map(id -> new Known(role, By.ID, id)), byWords)
                .flatMap(known -> Optional.ofNullable(places.get(known)).stream())
                .flatMap(known -> Optional.ofNullable(known.ceiling(from)).stream())
                .min(Comparator.naturalOrder())
                .orElse(-1);
    }

    // What tools answered

    /// @param byRequest the calls that the request answers itself; an empty text for an answer that names none
    private void answerByTools(Set<String> byRequest) {
        for (TraceSpan tool : tools) {
            if (byRequest.contains("") || tool.call().filter(byRequest::contains).isPresent()) {
                continue;
            }
            Optional<Called> open = open(tool, byRequest);
            Optional<String> id = open.flatMap(Called::id).or(tool::call);
            if (open.isEmpty() && !isAnswered(tool)) {
                Json.Obj call = Fields.call(id, tool.name(), tool.input());
                say(new Item(
                        Fields.message("assistant", Json.NULL).with("tool_calls", new Json.Arr(List.of(call))), List.of(tool.recorded()),
                        Generation.UNSAID));
            }
            if (open.isPresent() || !isAnswered(tool)) {
                Json.Obj answer = Fields.answer(id, tool.name(), tool.output());
                say(new Item(tool.failed() ? answer.with("is_error", new Json.Bool(true)) : answer, List.of(tool.recorded()),
                        Generation.UNSAID));
            }
        }
        tools.clear();
    }

    private boolean isAnswered(TraceSpan tool) {
        return names.contains(tool.name());
    }

    /// The call that a tool's span answers: the one it names, else the first of its name without an answer.
    private Optional<Called> open(TraceSpan tool, Set<String> byRequest) {
        return calls.stream()
                .filter(call -> tool.call().isPresent() ? call.id().equals(tool.call()) : call.name().equals(tool.name()))
                .filter(call -> call.id().filter(id -> answered.contains(id) || byRequest.contains(id)).isEmpty())
                .findFirst();
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

    /// The ids of the calls that a message makes, or of the one that it answers.
    private static Set<String> ids(Json.Obj message) {
        if (isAnswer(message)) {
            return message.text("tool_call_id").map(Set::of).orElse(Set.of());
        }
        Set<String> ids = new HashSet<>();
        calls(message).forEach(call -> id(call).ifPresent(ids::add));
        message.text("call_id").ifPresent(ids::add);
        return ids;
    }

    /// All that a message says, its calls among it.
    private static String allWords(Json.Obj message) {
        String calls = isAnswer(message) ? "" : callWords(message);
        return calls.isEmpty() ? words(message) : words(message) + "\n" + calls;
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
