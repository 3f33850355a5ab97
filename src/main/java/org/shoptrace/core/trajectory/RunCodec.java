package org.shoptrace.core.trajectory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// One line of a rollout file: the benchmark's bare array of steps, or an ORO object around a dialogue.
public final class RunCodec {
    private static final String DIALOGUE = "dialogue";

    private RunCodec() {}

    /// The run of one line. Its id is made from exactly these bytes, which hold no line break.
    ///
    /// @throws JsonSyntaxException      when they are no JSON or no UTF-8
    /// @throws IllegalArgumentException when they are JSON but no run; the message says why
    public static Run decode(byte[] line, int offset, int length, RunSource source, String model)
            throws JsonSyntaxException {
        return decode(JsonReader.read(line, offset, length), id(line, offset, length), source, model);
    }

    /// As [#decode(byte[], int, int, RunSource, String)], but without the steps' prompts, which are most of a line. For lists and
    /// counts only: such a run is not whole and must not be written.
    public static Run decodeWithoutPrompts(byte[] line, int offset, int length, RunSource source, String model)
            throws JsonSyntaxException {
        return decode(
                JsonReader.readWithout("prompt", line, offset, length), id(line, offset, length), source, model);
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
            case Json.Arr(List<Json> steps) -> new Run(id, source, model, new Envelope.Bare(), steps(steps));
            case Json.Obj oro when oro.get(DIALOGUE).isPresent() || oro.get("status").isPresent() ->
                new Run(id, source, model, envelope(oro), steps(oro.items(DIALOGUE)));
            case Json.Obj _ -> throw new IllegalArgumentException(
                    "an object without `dialogue` and `status` is no run; a run is an array of steps or an ORO object");
            default -> throw new IllegalArgumentException("a run is an array of steps or an ORO object");
        };
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
