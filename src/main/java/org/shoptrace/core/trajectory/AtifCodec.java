package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.ConversationTurn.Call;
import org.shoptrace.core.trajectory.format.Metrics;
import org.shoptrace.core.trajectory.format.OwnJson;
import org.shoptrace.core.trajectory.format.OwnReading;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.model.trajectory.Step;

/// Trajectories in the Agent Trajectory Interchange Format, versions 1.x: a document with an agent and its steps, of which those of
/// the source `agent` are turns. Fields beyond the format, and fields that should be there and are not, are no fault.
///
/// What Shoptrace exported says in `extra.shoptrace` what the format has no field for, so that reading it gives the steps as they were.
/// Source: Harbor's RFC 0001; `src/site/markdown/formats.md`.
public final class AtifCodec {
    /// The name of the object in `extra` that holds what the format has no field for.
    public static final String OWN = "shoptrace";

    private static final Set<String> SOURCES = Set.of("system", "user", "agent");

    private AtifCodec() {}

    /// Whether a value is such a document; one that lacks its version is known by its steps.
    static boolean isDocument(Json json) {
        if (!(json instanceof Json.Obj object) || !(object.get("steps").orElse(Json.NULL) instanceof Json.Arr(List<Json> steps))) {
            return false;
        }
        return object.text("schema_version").filter(version -> version.startsWith("ATIF")).isPresent()
                || steps.stream().findFirst().filter(AtifCodec::isStep).isPresent();
    }

    private static boolean isStep(Json json) {
        return json instanceof Json.Obj step
                && step.text("source").filter(SOURCES::contains).isPresent()
                && (step.get("message").isPresent() || step.get("tool_calls").isPresent());
    }

    /// The model's name, else the agent's.
    static Optional<String> model(Json.Obj document) {
        Optional<Json.Obj> agent = document.object("agent");
        return Stream.concat(
                agent.stream().flatMap(a -> a.text("model_name").stream()),
                Stream.concat(
                        document.items("steps").stream()
                                .flatMap(step -> step instanceof Json.Obj object ? object.text("model_name").stream() : Stream.empty()),
                        agent.stream().flatMap(a -> a.text("name").stream())))
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    static Envelope.Atif envelope(Json.Obj document) {
        return new Envelope.Atif(
                document.text("schema_version").orElse("ATIF without version"),
                document.text("session_id"),
                document.object("agent").flatMap(agent -> agent.text("name")),
                own(document).flatMap(own -> own.text("catalogue")),
                document);
    }

    /// What a document says of its run: what Shoptrace wrote into it, its totals, and under any common key in `extra` a verdict.
    static OwnRecord ownRecord(Json.Obj document) {
        Optional<Json.Obj> written = own(document);
        if (written.isPresent()) {
            return OwnJson.ofRun(written.get());
        }
        OwnReading said = new OwnReading("the file's reward").verdict(document).task(document)
                .took(Metrics.usage(document.object("final_metrics").orElse(Json.Obj.EMPTY)));
        document.object("extra").ifPresent(extra -> said.verdict(extra).task(extra).groups(extra));
        OwnRecord record = said.record();
        return document.text("continued_trajectory_ref").map(file -> record.with("continued_in", file)).orElse(record);
    }

    /// The turns of the agent; a document without any makes one empty step, so that it is seen.
    static List<Step> steps(Json.Obj document) {
        List<ConversationTurn> turns = new ArrayList<>();
        List<Json> pending = new ArrayList<>();
        List<Interjection> words = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        Optional<String> query = Optional.empty();
        boolean exact = own(document).isPresent();
        for (Json json : document.items("steps")) {
            pending.add(json);
            if (!(json instanceof Json.Obj step)) {
                continue;
            }
            String text = text(step.get("message").orElse(Json.NULL));
            List<String> images = ContentParts.images(step.get("message").orElse(Json.NULL));
            switch (step.text("source").orElse("")) {
                case "user" -> {
                    show(images, Speaker.USER, pictures);
                    if (query.isEmpty() && !text.isBlank()) {
                        query = Optional.of(exact ? text : TaggedText.query(text));
                    } else {
                        words.add(new Interjection(Speaker.USER, true, text));
                    }
                }
                case "agent" -> {
                    ConversationTurn turn = new ConversationTurn();
                    pending.forEach(turn::record);
                    words.forEach(other -> turn.othersSay(other.speaker(), true, other.text()));
                    pictures.forEach(turn::shows);
                    images.forEach(image -> turn.shows(new Picture(Optional.empty(), Optional.empty(), image)));
                    pending.clear();
                    words.clear();
                    pictures.clear();
                    fill(turn, step, text, exact);
                    turns.add(turn);
                }
                // The system's first words are its prompt; what it says in mid-run is an event.
                case "system" -> {
                    if (!turns.isEmpty()) {
                        show(images, Speaker.SYSTEM, pictures);
                        words.add(new Interjection(Speaker.SYSTEM, true, text));
                    }
                }
                // One of an unknown source: part of the next turn's record.
                default -> {}
            }
        }
        if (turns.isEmpty() && !pending.isEmpty()) {
            turns.add(new ConversationTurn());
        }
        if (!turns.isEmpty()) {
            pending.forEach(turns.getLast()::record);
            words.forEach(other -> turns.getLast().othersSay(other.speaker(), false, other.text()));
            pictures.forEach(turns.getLast()::shows);
        }
        List<Step> steps = new ArrayList<>();
        for (ConversationTurn turn : turns) {
            steps.add(turn.step(steps.size() + 1, query));
        }
        return steps;
    }

    private static void show(List<String> images, Speaker speaker, List<Picture> pictures) {
        images.forEach(image -> pictures.add(new Picture(Optional.empty(), Optional.of(speaker), image)));
    }

    /// @param exact whether Shoptrace wrote the document, so that nothing in it needs interpretation
    private static void fill(ConversationTurn turn, Json.Obj step, String text, boolean exact) {
        Json.Obj own = own(step).orElse(Json.Obj.EMPTY);
        turn.made(exact ? OwnJson.ofTurn(own) : Metrics.of(step));
        turn.happenedAt(own.get("timestamp")
                .flatMap(time -> time instanceof Json.Num number ? Optional.of(number) : Optional.empty())
                .or(() -> step.get("timestamp").flatMap(MessageParts::millis)));
        Map<String, Call> byId = new HashMap<>();
        for (Json json : step.items("tool_calls")) {
            Call call = json instanceof Json.Obj object ? call(object, exact) : new Call("", json, Optional.empty());
            turn.calls(call);
            if (json instanceof Json.Obj object) {
                object.text("tool_call_id").ifPresent(id -> byId.put(id, call));
            }
        }
        Optional<String> reasoning = step.text("reasoning_content");
        if (exact) {
            reasoning.ifPresent(turn::thinks);
            turn.responds(text);
            own.text("user").ifPresent(said -> turn.othersSay(Speaker.USER, true, said));
            own.text("content").ifPresent(turn::writes);
            own.text("reasoning").ifPresent(turn::reasonedBeside);
            own.get("reply").ifPresent(turn::repliedOnly);
        } else {
            reasoning.ifPresent(turn::reasons);
            turn.writes(text);
            TaggedText.fill(turn, text, reasoning.isPresent());
        }
        for (Json json : step.object("observation").map(observation -> observation.items("results")).orElse(List.of())) {
            if (json instanceof Json.Obj result) {
                answer(turn, result, byId, exact);
            }
        }
    }

    private static Call call(Json.Obj call, boolean exact) {
        if (!exact) {
            return MessageParts.call(call.with("name", call.get("function_name").or(() -> call.get("name")).orElse(Json.of(""))));
        }
        Json.Obj own = own(call).orElse(Json.Obj.EMPTY);
        return Call.exactly(
                call.text("function_name").orElse(""),
                own.get("parameters").or(() -> call.get("arguments")).orElse(Json.NULL),
                own.get("tool_call_id").map(Json::asText).orElse(call.text("tool_call_id")));
    }

    /// Results name the call that they belong to; those that name none answer the open calls in order.
    private static void answer(ConversationTurn turn, Json.Obj result, Map<String, Call> byId, boolean exact) {
        Optional<String> id = result.text("source_call_id").filter(text -> !text.isEmpty());
        Optional<Call> call = id.isPresent() ? id.map(byId::get).filter(Call::isOpen) : turn.open();
        Json recorded = result.get("content").orElse(Json.NULL);
        Json content = failed(result) ? MessageParts.failed(recorded) : recorded;
        List<String> images = ContentParts.images(recorded);
        Optional<Integer> number = call.map(answered -> turn.calls().indexOf(answered) + 1);
        Optional<Speaker> speaker = call.isEmpty() ? Optional.of(Speaker.ENVIRONMENT) : Optional.empty();
        images.forEach(image -> turn.shows(new Picture(number, speaker, image)));
        if (call.isEmpty()) {
            turn.othersSay(Speaker.ENVIRONMENT, false, RecordedAnswer.words(content));
        } else if (exact) {
            call.ifPresent(
                    c -> c.answerExactly(
                            own(result).filter(own -> own.get("json").isPresent()).isPresent() ? parsed(content) : words(content)));
        } else {
            call.ifPresent(c -> c.answer(content));
        }
    }

    /// The format has no mark for an error; who writes one puts it beside the content or among what is extra.
    private static boolean failed(Json.Obj result) {
        return MessageParts.isError(result) || result.object("extra").filter(MessageParts::isError).isPresent();
    }

    /// An answer with images is parts.
    private static Json words(Json content) {
        return content instanceof Json.Arr parts ? Json.of(RecordedAnswer.text(parts)) : content;
    }

    /// The answer as it was before it was made a text, behind which images may follow.
    private static Json parsed(Json content) {
        Json first = content instanceof Json.Arr(List<Json> parts) && !parts.isEmpty() && parts.getFirst() instanceof Json.Obj part
                ? part.get("text").orElse(content)
                : content;
        if (!(first instanceof Json.Str(String text))) {
            return content;
        }
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException e) {
            // Somebody edited it; what stands there now is the answer.
            return content;
        }
    }

    private static Optional<Json.Obj> own(Json.Obj object) {
        return object.object("extra").flatMap(extra -> extra.object(OWN));
    }

    private static String text(Json message) {
        return switch (message) {
            case Json.Str(String text) -> text;
            case Json.Arr parts -> RecordedAnswer.text(parts);
            default -> "";
        };
    }
}
