package org.shoptrace.core.trajectory;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.ConversationTurn.Call;
import org.shoptrace.core.trajectory.MessageReader.Answered;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Picture;

/// The parts of one message, whichever of its spellings a file has.
final class MessageParts {
    private static final Set<String> THOUGHTS = Set.of("thinking", "reasoning");
    private static final Set<String> CALLS = Set.of("tool_use", "tool_call", "tool-call", "server_tool_use", "mcp_tool_use");
    /// Where a message may say what was not understood.
    private static final List<String> SAYING = List.of(
            "content", "value", "text", "parts", "message", "output", "data", "tool_calls", "function_call", "audio", "images");
    private static final List<String> REASONING = List.of("reasoning_content", "reasoning", "thinking");
    /// Seconds since 1970 stay below this until the year 5138, milliseconds passed it in 1973.
    private static final BigDecimal SECONDS = BigDecimal.valueOf(100_000_000_000L);

    private MessageParts() {}

    /// The role of a message in lower case: what chat completions call `role`, older dialogues `from`, some frameworks `type`.
    static String role(Json.Obj message) {
        return message.text("role").or(() -> message.text("from")).or(() -> message.text("type")).orElse("").toLowerCase(Locale.ROOT);
    }

    /// Puts into `turn` what an assistant's message says.
    ///
    /// Where a model reports its reasoning beside its text, the text is for the user; text beside calls and without any reasoning is the
    /// model thinking aloud.
    static void fill(ConversationTurn turn, Json.Obj message) {
        boolean reasons = false;
        for (String key : REASONING) {
            if (message.get(key).orElse(Json.NULL) instanceof Json.Str(String text)) {
                turn.reasons(text);
                reasons = true;
                break;
            }
        }
        for (Json.Obj part : reasons ? List.<Json.Obj>of() : objects(message.items("reasoning_details"))) {
            turn.reasons(part.text("text").or(() -> part.text("summary")).orElse(""));
            reasons = true;
        }
        for (Json.Obj part : parts(message)) {
            String type = part.text("type").orElse("");
            if (THOUGHTS.contains(type)) {
                turn.reasons(part.text("thinking").or(() -> part.text("text")).or(() -> part.text("value")).orElse(""));
                reasons = true;
            } else if (CALLS.contains(type)) {
                turn.calls(call(part.text("value").flatMap(JsonTexts::object).orElse(part)));
            } else if (type.endsWith("_tool_result")) {
                // What a tool of the model's own server answers stands in the model's message.
                part.text("tool_use_id").flatMap(turn::open).ifPresent(call -> call.answer(answer(part)));
            }
        }
        calls(message).forEach(turn::calls);
        ContentParts.images(content(message)).forEach(image -> turn.shows(new Picture(Optional.empty(), Optional.empty(), image)));
        if (turn.isSilent() && ContentParts.isUnknown(content(message))) {
            turn.repliesOtherwise(message);
            return;
        }
        String text = text(message);
        boolean saysText = message.get("content").or(() -> message.get("value")).filter(content -> !(content instanceof Json.Null))
                .isPresent();
        if (saysText) {
            turn.writes(text);
        }
        TaggedText.fill(turn, text, reasons);
        besideText(message).forEach(turn::responds);
        if (turn.isSilent() && SAYING.stream().anyMatch(key -> message.get(key).filter(ContentParts::says).isPresent())) {
            turn.repliesOtherwise(message);
        }
    }

    /// What a model says without any text: that it refuses, or what it spoke.
    private static List<String> besideText(Json.Obj message) {
        return Stream.concat(
                message.text("refusal").stream(), message.object("audio").flatMap(audio -> audio.text("transcript")).stream())
                .filter(said -> !said.isBlank())
                .toList();
    }

    /// The calls beside the text.
    static List<Call> calls(Json.Obj message) {
        Stream<Json> calls = switch (message.get("tool_calls").orElse(Json.NULL)) {
            case Json.Arr(List<Json> items) -> items.stream();
            case Json.Null _ -> Stream.empty();
            case Json single -> Stream.of(single);
        };
        Stream<Json> older = message.object("function_call").stream().map(call -> call);
        return Stream.concat(calls, older)
                .map(call -> call instanceof Json.Obj object ? call(object) : new Call("", call, Optional.empty()))
                .toList();
    }

    /// A call in any spelling: `{"id", "function": {"name", "arguments"}}`, or all in one object.
    static Call call(Json.Obj call) {
        Json.Obj function = call.object("function").or(() -> call.object("custom")).orElse(call);
        Json arguments = Stream.of("arguments", "parameters", "args", "input")
                .flatMap(key -> function.get(key).stream())
                .findFirst()
                .orElse(Json.NULL);
        boolean custom = call.object("custom").isPresent() || call.text("type").equals(Optional.of("custom_tool_call"));
        if (custom && arguments instanceof Json.Str(String words) && JsonTexts.object(words).isEmpty()) {
            // A tool that takes words and no object.
            arguments = Json.Obj.EMPTY.with("input", arguments);
        }
        String name = function.text("name").or(() -> call.text("function_name")).or(() -> call.text("tool_name"))
                .or(() -> call.text("toolName")).or(() -> call.text("function")).orElse("");
        return new Call(name, arguments, callId(call));
    }

    private static Optional<String> callId(Json.Obj object) {
        return Stream.of("call_id", "tool_call_id", "toolCallId", "id").flatMap(key -> object.text(key).stream()).findFirst();
    }

    /// The call that a message of its own is: older dialogues carry it as the text of the message.
    static Json.Obj inner(Json.Obj message) {
        return message.text("value").or(() -> message.text("content")).flatMap(JsonTexts::object).orElse(message);
    }

    /// The reasoning of an item of that type: its parts, or its summary.
    static String reasoning(Json.Obj item) {
        String content = text(item);
        return content.isEmpty() ? ContentParts.text(item.items("summary")) : content;
    }

    /// The blocks of a message that answer calls.
    static List<Json.Obj> answers(Json.Obj message) {
        return parts(message).stream()
                .filter(part -> part.text("type").filter(type -> type.equals("tool_result") || type.equals("tool-result")).isPresent())
                .toList();
    }

    /// The answers that one tool's message holds: its blocks, or a text that is an array of answers with the calls that they belong to.
    /// None where the message is one answer itself.
    ///
    /// @param open how many calls wait for an answer: answers that name a tool alone are as many
    static List<Json.Obj> severalAnswers(Json.Obj message, long open) {
        List<Json.Obj> blocks = answers(message);
        if (!blocks.isEmpty() || !message.text("tool_call_id").orElse("").isEmpty()) {
            return blocks;
        }
        return JsonTexts.array(text(message))
                .filter(items -> !items.isEmpty() && items.stream().allMatch(item -> item instanceof Json.Obj answer
                        && answer.get("content").isPresent() && (answer.text("tool_call_id").isPresent()
                                || open > 1 && items.size() == open && answer.text("name").isPresent())))
                .map(MessageParts::objects)
                .orElse(List.of());
    }

    static Answered answeredCall(Json.Obj answer) {
        // tau2-bench says whose call it was, and names that call by the answer's own id.
        Stream<String> keys = Stream.of("tool_call_id", "tool_use_id", "toolCallId", "call_id",
                answer.get("requestor").isPresent() ? "id" : "call_id");
        Optional<String> id = keys.flatMap(key -> answer.text(key).stream())
                .filter(text -> !text.isEmpty())
                .findFirst();
        return new Answered(id,
                answer.text("name").or(() -> answer.text("toolName")).or(() -> answer.text("function")).filter(name -> !name.isEmpty()));
    }

    /// What an answer carries; a message without content answers null. One that is marked as an error is a call that failed, as the
    /// benchmark records it.
    static Json answer(Json.Obj answer) {
        Json content = content(answer);
        return isError(answer) ? failed(content) : content;
    }

    /// An answer that is an error, as the benchmark records a call that failed.
    static Json failed(Json content) {
        Json words = content instanceof Json.Arr parts && RecordedAnswer.isTextParts(parts) ? Json.of(RecordedAnswer.text(parts)) : content;
        return Json.Obj.EMPTY.with("observation", words).with("success", new Json.Bool(false));
    }

    /// Whether an answer is marked as an error.
    static boolean isError(Json.Obj answer) {
        return Stream.of("is_error", "isError", "error").map(key -> answer.get(key).orElse(Json.NULL))
                .anyMatch(mark -> mark.equals(new Json.Bool(true)) || mark instanceof Json.Obj)
                || answer.text("status").equals(Optional.of("error"))
                || typed(answer).flatMap(output -> output.text("type")).filter(type -> type.startsWith("error")).isPresent();
    }

    /// What a message or an answer carries, as recorded; null for nothing.
    static Json content(Json.Obj message) {
        return typed(message).flatMap(output -> output.get("value"))
                .or(() -> Stream.of("content", "output", "results", "result", "value")
                        .flatMap(key -> message.get(key).stream())
                        .findFirst())
                .orElse(Json.NULL);
    }

    /// The AI SDK says of an output what it is: `{type: text|json|content|error-text|error-json, value}`.
    private static Optional<Json.Obj> typed(Json.Obj answer) {
        return answer.object("output").filter(output -> output.text("type").isPresent() && output.get("value").isPresent());
    }

    /// The text of a message, of all its text parts a line each; empty text when it has none.
    static String text(Json.Obj message) {
        return switch (message.get("content").or(() -> message.get("value")).orElse(Json.NULL)) {
            case Json.Str(String text) -> text;
            case Json.Arr(List<Json> parts) -> ContentParts.text(parts);
            case Json.Null _ -> "";
            case Json other -> JsonWriter.compact(other);
        };
    }

    private static List<Json.Obj> parts(Json.Obj message) {
        return objects(message.items("content"));
    }

    static List<Json.Obj> objects(List<Json> items) {
        return items.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).toList();
    }

    /// Milliseconds since 1970: from seconds or milliseconds as a number, or from an ISO 8601 text.
    static Optional<Json.Num> timestamp(Json.Obj message) {
        return Stream.of("timestamp", "created_at", "created")
                .flatMap(key -> message.get(key).stream())
                .findFirst()
                .flatMap(MessageParts::millis);
    }

    /// As [#timestamp] of the value alone.
    static Optional<Json.Num> millis(Json time) {
        return switch (time) {
            case Json.Num number when Double.isFinite(number.asDouble()) -> {
                BigDecimal value = BigDecimal.valueOf(number.asDouble());
                boolean seconds = value.abs().compareTo(SECONDS) < 0;
                yield number.isInteger() && !seconds
                        ? Optional.of(number)
                        : Optional.of(Json.Num.of((seconds ? value.movePointRight(3) : value).longValue()));
            }
            case Json.Str(String text) -> iso(text);
            default -> Optional.empty();
        };
    }

    private static Optional<Json.Num> iso(String text) {
        try {
            return Optional.of(Json.Num.of(OffsetDateTime.parse(text).toInstant().toEpochMilli()));
        } catch (DateTimeException | ArithmeticException e) {
            return local(text);
        }
    }

    /// Python's `isoformat()` of a time without a zone.
    private static Optional<Json.Num> local(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
            return Optional.of(Json.Num.of(time.toInstant(ZoneOffset.UTC).toEpochMilli()));
        } catch (DateTimeException | ArithmeticException e) {
            // No time that can be told; the source still shows what stands there.
            return Optional.empty();
        }
    }
}
