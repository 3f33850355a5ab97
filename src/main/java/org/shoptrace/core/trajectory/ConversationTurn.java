package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// One turn of an agent that another format records, while its parts come together; [#step] makes it a step such as the benchmark
/// would have written. Not for use by several threads.
final class ConversationTurn {
    private final List<Json> recorded = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Interjection> others = new ArrayList<>();
    private final List<String> think = new ArrayList<>();
    private final List<String> response = new ArrayList<>();
    private final List<String> reasoning = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private @Nullable String content;
    private @Nullable Json reply;
    private Optional<Json.Num> timestamp = Optional.empty();
    private Generation generation = Generation.UNSAID;

    /// A call, and its answer once that is known.
    static final class Call {
        private final String name;
        private final Json parameters;
        private final Optional<String> id;
        private @Nullable Json results;
        private String answeredLike;

        /// @param recordedName the tool's name as recorded
        /// @param arguments    as recorded: an object, or a text that holds one
        Call(String recordedName, Json arguments, Optional<String> id) {
            this(id.filter(text -> !text.isEmpty()), ToolName.of(recordedName), parameters(arguments));
        }

        private Call(Optional<String> id, String name, Json parameters) {
            this.id = id;
            this.name = name;
            this.parameters = parameters;
            this.answeredLike = name;
        }

        /// A call that needs no interpretation.
        static Call exactly(String name, Json parameters, Optional<String> id) {
            return new Call(id, name, parameters);
        }

        String name() {
            return name;
        }

        Optional<String> id() {
            return id;
        }

        /// The call as people write it.
        @Override
        public String toString() {
            return name + " " + JsonWriter.compact(parameters);
        }

        boolean isOpen() {
            return results == null;
        }

        /// @param recordedAnswer as the format carries it
        void answer(Json recordedAnswer) {
            Json answer = RecordedAnswer.of(name, recordedAnswer);
            results = answer;
            answeredLike = RecordedAnswer.likeTool(name, answer);
        }

        /// @param exact as the benchmark records it
        void answerExactly(Json exact) {
            results = exact;
        }

        /// No arguments at all are an empty object; a text that holds none stays what the model wrote.
        private static Json parameters(Json arguments) {
            return switch (arguments) {
                case Json.Null _ -> Json.Obj.EMPTY;
                case Json.Str(String text) when text.isBlank() -> Json.Obj.EMPTY;
                case Json.Str(String text) -> JsonTexts.object(text).<Json>map(object -> object).orElse(arguments);
                default -> arguments;
            };
        }
    }

    // What the format says, in the order of the file

    void record(Json item) {
        // A message that speaks twice, such as a user's with two answers inside, is one item.
        if (recorded.isEmpty() || recorded.getLast() != item || item == Json.NULL) {
            recorded.add(item);
        }
    }

    /// What somebody else says: before the agent does anything in this turn, or after it.
    void othersSay(Speaker speaker, boolean before, String text) {
        if (!text.isBlank()) {
            others.add(new Interjection(speaker, before, text));
        }
    }

    /// @param picture one that somebody shows in this turn
    void shows(Picture picture) {
        pictures.add(picture);
    }

    void thinks(String text) {
        add(think, text);
    }

    void responds(String text) {
        add(response, text);
    }

    /// @param text the model's separate reasoning, which is its thought too
    void reasons(String text) {
        if (!text.isBlank()) {
            reasoning.add(text);
            think.add(text);
        }
    }

    /// @param text the model's separate reasoning, where its thought is known by itself
    void reasonedBeside(String text) {
        reasoning.add(text);
    }

    /// @param text the model's text as it came; of several parts all, one a line
    void writes(String text) {
        content = content == null ? text : content + "\n" + text;
    }

    /// Whether nothing of what the agent says was read.
    boolean isSilent() {
        return calls.isEmpty() && think.isEmpty() && response.isEmpty();
    }

    /// @param message one of which nothing was understood; as JSON it is the model's text as it came
    void repliesOtherwise(Json message) {
        reply = message;
        content = JsonWriter.indented(message);
    }

    /// @param message what stood in the place of a message, which was none
    void repliedOnly(Json message) {
        reply = message;
    }

    void calls(Call call) {
        calls.add(call);
    }

    void happenedAt(Optional<Json.Num> millis) {
        timestamp = millis;
    }

    /// How a part of the turn was made; of several, what they took is added.
    void made(Generation part) {
        generation = generation.plus(part);
    }

    List<Call> calls() {
        return calls;
    }

    List<Json> recorded() {
        return recorded;
    }

    /// The first call without an answer.
    Optional<Call> open() {
        return calls.stream().filter(Call::isOpen).findFirst();
    }

    /// The first call of that id without an answer.
    Optional<Call> open(String id) {
        return calls.stream().filter(call -> call.isOpen() && call.id().equals(Optional.of(id))).findFirst();
    }

    /// @param number from 1
    /// @param query  what the run's user asks first
    Step step(int number, Optional<String> query) {
        List<ToolCall> decoded = new ArrayList<>();
        List<Json> asked = new ArrayList<>();
        List<Json> answers = new ArrayList<>();
        for (Call call : calls) {
            Optional<Json> results = Optional.ofNullable(call.results);
            decoded.add(new ToolCall(
                    decoded.size() + 1, call.name, call.parameters, call.id,
                    results.map(json -> ObservationCodec.decode(call.answeredLike, json))));
            Json.Obj written = Json.Obj.EMPTY.with("name", Json.of(call.name)).with("parameters", call.parameters);
            asked.add(withId(written, call.id));
            results.ifPresent(json -> answers.add(withId(Json.Obj.EMPTY, call.id).with("results", json)));
        }
        SequencedMap<String, Json> message = new LinkedHashMap<>();
        joined(others.stream().filter(other -> other.speaker() == Speaker.USER && other.before()).map(Interjection::text).toList())
                .ifPresent(text -> message.put("user", Json.of(text)));
        joined(think).ifPresent(text -> message.put("think", Json.of(text)));
        if (!asked.isEmpty()) {
            message.put("tool_call", new Json.Arr(asked));
        }
        if (!answers.isEmpty()) {
            message.put("obs", new Json.Arr(answers));
        }
        joined(response).ifPresent(text -> message.put("response", Json.of(text)));
        return new Step(
                number, query, joined(think), decoded, joined(response), others, pictures, generation,
                Optional.of(content == null ? "" : content),
                joined(reasoning),
                timestamp, Optional.of(reply == null ? new Json.Obj(message) : reply), new Json.Arr(recorded));
    }

    private static Json.Obj withId(Json.Obj object, Optional<String> id) {
        return id.map(text -> object.with("tool_call_id", Json.of(text))).orElse(object);
    }

    private static void add(List<String> texts, String text) {
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    private static Optional<String> joined(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
    }
}
