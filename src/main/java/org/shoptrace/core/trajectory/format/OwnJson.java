package org.shoptrace.core.trajectory.format;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Usage;

/// What a file says of its run, as Shoptrace writes it where another format has no field for it, and reads it again: `{judge, passed,
/// score, parts: [{name, value}], ending, error, explanations, task, trial, metadata, usage}`; what is not said is left out.
public final class OwnJson {
    /// The name of the object in which Shoptrace keeps what a format has no field for.
    public static final String SHOPTRACE = "shoptrace";
    private static final String RUN = "own";
    private static final String TURN = "generation";

    private OwnJson() {}

    public static Json.Obj write(OwnRecord own) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        own.verdict().ifPresent(verdict -> {
            fields.put("judge", Json.of(verdict.judge()));
            verdict.passed().ifPresent(passed -> fields.put("passed", new Json.Bool(passed)));
            verdict.score().ifPresent(score -> fields.put("score", score));
            if (!verdict.parts().isEmpty()) {
                fields.put("parts", Json.array(verdict.parts().stream()
                        .map(part -> Json.Obj.EMPTY.with("name", Json.of(part.name())).with("value", part.value())).toList()));
            }
            verdict.ending().ifPresent(ending -> fields.put("ending", Json.of(ending)));
            verdict.error().ifPresent(error -> fields.put("error", Json.of(error)));
            if (!verdict.explanations().isEmpty()) {
                fields.put("explanations", Json.texts(verdict.explanations()));
            }
        });
        own.task().ifPresent(task -> fields.put("task", Json.of(task)));
        own.trial().ifPresent(trial -> fields.put("trial", Json.of(trial)));
        if (!own.metadata().isEmpty()) {
            SequencedMap<String, Json> metadata = new LinkedHashMap<>();
            own.metadata().forEach((name, value) -> metadata.put(name, Json.of(value)));
            fields.put("metadata", new Json.Obj(metadata));
        }
        if (!own.usage().equals(Usage.NONE)) {
            fields.put("usage", usage(own.usage()));
        }
        return new Json.Obj(fields);
    }

    public static OwnRecord read(Json.Obj written) {
        OwnReading own = new OwnReading(written.text("judge").orElse("the file"));
        written.get("passed").ifPresent(own::passed);
        if (written.get("score").orElse(Json.NULL) instanceof Json.Num score) {
            own.score(score);
        }
        Fields.objects(written.items("parts"))
                .forEach(part -> own.part(part.text("name").orElse(""), part.get("value").orElse(Json.NULL)));
        written.text("ending").ifPresent(own::ending);
        written.get("error").ifPresent(own::error);
        written.items("explanations").forEach(text -> text.asText().ifPresent(own::explains));
        written.get("task").ifPresent(own::task);
        written.get("trial").ifPresent(own::trial);
        written.object("metadata").ifPresent(metadata -> metadata.fields().forEach(own::metadata));
        written.object("usage").ifPresent(usage -> own.took(Metrics.usage(usage)));
        return own.record();
    }

    /// How a turn was made; empty where that is not said.
    public static Json.Obj generation(Generation generation) {
        Json.Obj written = usage(generation.usage());
        written = generation.model().isPresent() ? written.with("model", Json.of(generation.model().get())) : written;
        return generation.finishReason().isPresent() ? written.with("finish_reason", Json.of(generation.finishReason().get())) : written;
    }

    /// What Shoptrace wrote of a whole run into an object for what a format has no field for.
    ///
    /// @param own the object `shoptrace`
    public static OwnRecord ofRun(Json.Obj own) {
        return own.object(RUN).map(OwnJson::read).orElse(OwnRecord.NONE);
    }

    /// The same of a turn.
    public static Generation ofTurn(Json.Obj own) {
        return own.object(TURN).map(Metrics::of).orElse(Generation.UNSAID);
    }

    /// An object with what a file says of the run, ready for [#ofRun]; as it was where the file says nothing.
    public static Json.Obj withRun(Json.Obj own, OwnRecord record) {
        return record.equals(OwnRecord.NONE) ? own : own.with(RUN, write(record));
    }

    /// An object with how a turn was made, ready for [#ofTurn]; as it was where that is not said.
    public static Json.Obj withTurn(Json.Obj own, Generation generation) {
        return generation.equals(Generation.UNSAID) ? own : own.with(TURN, generation(generation));
    }

    /// What a turn or a run took, as metrics of the Agent Trajectory Interchange Format name it.
    public static Json.Obj usage(Usage usage) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        count(fields, "prompt_tokens", usage.promptTokens());
        count(fields, "completion_tokens", usage.completionTokens());
        count(fields, "cached_tokens", usage.cachedTokens());
        count(fields, "reasoning_tokens", usage.reasoningTokens());
        count(fields, "total_tokens", usage.totalTokens());
        usage.cost().ifPresent(cost -> fields.put("cost_usd", new Json.Num(cost.toPlainString())));
        usage.latency().ifPresent(seconds -> fields.put("latency_seconds", Json.Num.of(seconds)));
        return new Json.Obj(fields);
    }

    private static void count(SequencedMap<String, Json> fields, String name, Optional<Long> tokens) {
        tokens.ifPresent(number -> fields.put(name, Json.Num.of(number)));
    }
}
