package org.shoptrace.core.trajectory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// One run as a file has it: the benchmark's bare array of steps, an ORO object around a dialogue, a conversation of messages, or an
/// ATIF document. Which of them it is, its content says.
public final class RunCodec {
    private static final String DIALOGUE = "dialogue";
    private static final Set<String> STATUSES = Set.of("SUCCESS", "FAILED", "TIMED_OUT");
    private static final String EXPECTED = "a run is an array of steps, an ORO object, a list of messages, or an ATIF document";

    private RunCodec() {}

    /// The run of one line. Its id is made from exactly these bytes, which hold no line break.
    ///
    /// @throws JsonSyntaxException      when they are no JSON or no UTF-8
    /// @throws IllegalArgumentException when they are JSON but no run; the message says why
    public static Run decode(byte[] line, int offset, int length, RunSource source, String model)
            throws JsonSyntaxException {
        return decode(values(JsonReader.readAll(line, offset, length)), id(line, offset, length), source, model);
    }

    /// A file of one message a line is one run of several values; all others are one.
    private static Json values(List<Json> values) throws JsonSyntaxException {
        if (values.size() == 1) {
            return values.getFirst();
        }
        if (!MessageListCodec.isEntry(values.getFirst())) {
            throw new JsonSyntaxException("text follows the JSON value", 0);
        }
        return new Json.Arr(values);
    }

    /// As [#decode(byte[], int, int, RunSource, String)], but without the steps' prompts, which are most of a line. For lists and
    /// counts only: such a run is not whole and must not be written.
    public static Run decodeWithoutPrompts(byte[] line, int offset, int length, RunSource source, String model)
            throws JsonSyntaxException {
        RunId id = id(line, offset, length);
        Json value;
        try {
            value = JsonReader.readWithout("prompt", line, offset, length);
        } catch (JsonSyntaxException e) {
            // One message a line, or no run at all: reading it whole says which.
            return decode(line, offset, length, source, model);
        }
        // What a rollout repeats in every step is said once in another format, where a prompt may be the first half of the run.
        boolean repeats = value instanceof Json.Arr(List<Json> items)
                ? isRollout(items)
                : value instanceof Json.Obj object && isOro(object);
        return repeats ? decode(value, id, source, model) : decode(line, offset, length, source, model);
    }

    /// Whether a value is a run; an array of anything else is none.
    static boolean isRun(Json value) {
        return isRunInList(value)
                || (value instanceof Json.Arr(List<Json> items)
                        && items.stream().findFirst().filter(RunCodec::isStep).isPresent());
    }

    /// Whether a value that stands in an array is a run by itself, so that the array is many: a step of a run is none.
    static boolean isRunInList(Json value) {
        return switch (value) {
            // A message may hold anything, a conversation too, and stays a message.
            case Json.Obj object when MessageListCodec.isEntry(object) -> false;
            case Json.Obj object -> AtifCodec.isDocument(object) || isOro(object) || MessageListCodec.isConversation(object);
            case Json.Arr(List<Json> items) ->
                MessageListCodec.isConversation(value) || items.stream().findFirst().filter(RunCodec::isStep).isPresent();
            default -> false;
        };
    }

    /// Whether a value with these first keys may be a conversation, for a first look at a file of any size.
    public static boolean mayBeConversation(Set<String> keys) {
        return MessageListCodec.mayHave(keys);
    }

    private static boolean isStep(Json json) {
        return json instanceof Json.Obj step && (step.get("completion").isPresent() || step.get("extra_info").isPresent());
    }

    /// A line without a dialogue is a run that failed before it left one; any other object with a status is none.
    private static boolean isOro(Json.Obj object) {
        return object.get(DIALOGUE).isPresent()
                || (object.get("problem_id").isPresent() && object.text("status").filter(STATUSES::contains).isPresent());
    }

    /// Whether the elements of an array are steps; a run may have none, and some that are broken.
    private static boolean isRollout(List<Json> items) {
        return items.isEmpty() || items.stream().anyMatch(RunCodec::isStep);
    }

    private static String refusal(Json line) {
        String otherwise = switch (line) {
            case Json.Obj _ -> "an object without `dialogue`, `messages` or `steps` is no run; ";
            case Json.Arr _ -> "an array whose elements are no steps is no run; ";
            default -> "";
        };
        return knownAs(line).map(name -> "this is " + name + ", which Shoptrace does not read; ").orElse(otherwise) + EXPECTED;
    }

    /// A run made of new steps, as an agent makes it; its id is that of the line that [#encode] gives.
    public static Run ofSteps(List<Step> steps, RunSource source, String model) {
        byte[] line = line(new Json.Arr(steps.stream().map(StepCodec::encode).toList()));
        return new Run(id(line, 0, line.length), source, model, new Envelope.Bare(), steps);
    }

    /// The line's value, equal to the one that the run was read from.
    public static Json encode(Run run) {
        Json.Arr steps = new Json.Arr(run.steps().stream().map(StepCodec::encode).toList());
        return switch (run.envelope()) {
            case Envelope.Bare() -> steps;
            case Envelope.Oro oro -> oro.hasDialogue() ? oro.source().with(DIALOGUE, steps) : oro.source();
            case Envelope.Messages messages -> messages.source();
            case Envelope.Atif atif -> atif.source();
        };
    }

    /// The line as [RunWriter] writes it, without the line break.
    static byte[] line(Json run) {
        return JsonWriter.compact(run).getBytes(StandardCharsets.UTF_8);
    }

    /// The name of the run whose line is these bytes.
    public static RunId id(byte[] line, int offset, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(line, offset, length);
            return new RunId(HexFormat.of().formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Run decode(Json line, RunId id, RunSource source, String model) {
        return switch (line) {
            case Json.Arr(List<Json> steps) when isRollout(steps) -> new Run(id, source, model, new Envelope.Bare(), steps(steps));
            case Json.Obj oro when isOro(oro) -> new Run(id, source, model, envelope(oro), steps(oro.items(DIALOGUE)));
            case Json.Obj atif when AtifCodec.isDocument(atif) -> new Run(
                    id, source, AtifCodec.model(atif).orElse(model), AtifCodec.envelope(atif), AtifCodec.steps(atif));
            default -> MessageListCodec.read(line)
                    .map(read -> new Run(id, source, read.model().orElse(model), read.envelope(), read.steps(), read.own()))
                    .orElseThrow(() -> new IllegalArgumentException(refusal(line)));
        };
    }

    /// What a value is known as that is no run; empty when it is nothing known.
    public static Optional<String> knownAs(Json value) {
        return KnownFormats.name(value);
    }

    private static List<Step> steps(List<Json> items) {
        List<Step> steps = new ArrayList<>();
        for (Json item : items) {
            steps.add(StepCodec.decode(item, steps.size() + 1));
        }
        return steps;
    }

    private static Envelope.Oro envelope(Json.Obj oro) {
        boolean hasDialogue = oro.get(DIALOGUE).orElse(Json.NULL) instanceof Json.Arr;
        return new Envelope.Oro(
                oro.text("problem_id"),
                oro.text("status").orElse(""),
                oro.get("execution_time").orElse(Json.NULL) instanceof Json.Num seconds
                        ? Optional.of(seconds.asDouble())
                        : Optional.empty(),
                oro.text("error"),
                hasDialogue,
                hasDialogue ? oro.with(DIALOGUE, new Json.Arr(List.of())) : oro);
    }
}
