package org.shoptrace.core.trajectory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.LogLines.Broken;
import org.shoptrace.core.trajectory.RunFormat.Content;
import org.shoptrace.core.trajectory.RunFormat.Reading;
import org.shoptrace.core.trajectory.format.Conversation;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// Runs as a line of a file has them: one, or with those inside it several. Which format it is, its content says ([RunFormats]).
public final class RunCodec {
    /// What in the record of a sub-agent's run says where the run stands that called it: its place ([RunSource#place]), or the name of its
    /// file where that is another.
    public static final String SUB_AGENT_OF = Conversation.SUB_AGENT_OF;

    private RunCodec() {}

    /// The run of one line, or the first of those that it holds. Its id is made from exactly these bytes, which hold no line break.
    ///
    /// @throws JsonSyntaxException      when they are no JSON or no UTF-8
    /// @throws IllegalArgumentException when they are JSON but no run; the message says why
    public static Run decode(byte[] line, int offset, int length, RunSource source, String model)
            throws JsonSyntaxException {
        return decodeAll(line, offset, length, source, model).getFirst();
    }

    /// The runs of one line: the one that it is, as part 0, and those inside it, such as the runs of sub-agents, as parts from 1. The id of
    /// a run inside is made from its own value as it is written compactly, so that the run keeps it on a line of its own.
    ///
    /// @throws JsonSyntaxException      when they are no JSON or no UTF-8
    /// @throws IllegalArgumentException when they are JSON but no run; the message says why
    public static List<Run> decodeAll(byte[] line, int offset, int length, RunSource source, String model)
            throws JsonSyntaxException {
        return decodeAll(line, offset, length, source, model, _ -> {});
    }

    /// @param broken gets the lines that are no JSON where a run is a log of an entry a line; the run is of the others
    private static List<Run> decodeAll(byte[] line, int offset, int length, RunSource source, String model, Consumer<Broken> broken)
            throws JsonSyntaxException {
        return decode(values(entries(line, offset, length, broken)), id(line, offset, length), source, model);
    }

    private static List<Json> entries(byte[] line, int offset, int length, Consumer<Broken> broken) throws JsonSyntaxException {
        List<Json> values;
        Optional<JsonSyntaxException> failure = Optional.empty();
        try {
            values = JsonReader.readAll(line, offset, length);
            if (values.size() == 1 || values.stream().allMatch(Json.Obj.class::isInstance)) {
                return values;
            }
        } catch (JsonSyntaxException e) {
            values = List.of();
            failure = Optional.of(e);
        }
        Optional<LogLines> log = LogLines.of(line, offset, length)
                .filter(lines -> lines.values().stream().limit(RunFileLayout.ASKED_LINES).anyMatch(RunFormats::isEntry));
        log.ifPresent(lines -> lines.broken().forEach(broken));
        if (log.isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
        return log.map(LogLines::values).orElse(values);
    }

    /// A file of one message a line is one run of several values; all others are one.
    private static Json values(List<Json> values) throws JsonSyntaxException {
        if (values.size() == 1) {
            return values.getFirst();
        }
        if (values.stream().limit(RunFileLayout.ASKED_LINES).noneMatch(RunFormats::isEntry)) {
            throw new JsonSyntaxException("text follows the JSON value", 0);
        }
        return new Json.Arr(values);
    }

    /// As [#decodeAll], but without the steps' prompts, which are most of a line. For lists and counts only: such a run is not whole and
    /// must not be written.
    public static List<Run> decodeWithoutPrompts(byte[] line, int offset, int length, RunSource source, String model)
            throws JsonSyntaxException {
        return decodeWithoutPrompts(line, offset, length, source, model, _ -> {});
    }

    /// @param broken gets the lines that are no JSON where a run is a log of an entry a line
    static List<Run> decodeWithoutPrompts(byte[] line, int offset, int length, RunSource source, String model, Consumer<Broken> broken)
            throws JsonSyntaxException {
        RunId id = id(line, offset, length);
        Json value;
        try {
            value = JsonReader.readWithout("prompt", line, offset, length);
        } catch (JsonSyntaxException e) {
            // One message a line, or no run at all: reading it whole says which.
            return decodeAll(line, offset, length, source, model, broken);
        }
        // What a rollout repeats in every step is said once in another format, where a prompt may be the first half of the run.
        boolean repeats = value instanceof Json.Arr(List<Json> items)
                ? BenchmarkRollout.isWhollyRollout(items)
                : value instanceof Json.Obj object && OroDialogue.isOro(object);
        return repeats ? decode(value, id, source, model) : decodeAll(line, offset, length, source, model, broken);
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
            case Envelope.Oro oro -> oro.hasDialogue() ? oro.source().with(OroDialogue.DIALOGUE, steps) : oro.source();
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

    private static List<Run> decode(Json line, RunId id, RunSource source, String model) {
        Content content = RunFormats.read(line).orElseThrow(() -> new IllegalArgumentException(RunFormats.refusal(line)));
        List<Run> runs = new ArrayList<>();
        content.itself().ifPresent(run -> runs.add(run(run, id, source, model, run.own())));
        addInside(content, content.itself().map(_ -> source), source, model, runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(RunFormats.refusal(line));
        }
        return runs;
    }

    /// @param parent where the run stands that holds these
    private static void addInside(Content content, Optional<RunSource> parent, RunSource line, String model, List<Run> runs) {
        for (Json inside : content.inside()) {
            Optional<Content> part = RunFormats.read(inside);
            if (part.isEmpty()) {
                continue;
            }
            int number = 1 + (int) runs.stream().filter(run -> run.source().part() > 0).count();
            RunSource source = new RunSource(line.file(), line.line(), number);
            byte[] bytes = line(inside);
            part.get().itself().ifPresent(run -> runs.add(run(
                    run, id(bytes, 0, bytes.length), source, model,
                    parent.map(from -> run.own().with(SUB_AGENT_OF, from.place())).orElse(run.own()))));
            addInside(part.get(), part.get().itself().map(_ -> source), line, model, runs);
        }
    }

    private static Run run(Reading run, RunId id, RunSource source, String model, OwnRecord own) {
        return new Run(id, source, run.model().orElse(model), run.envelope(), run.steps(), own);
    }
}
