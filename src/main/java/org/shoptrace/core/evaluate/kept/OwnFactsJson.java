package org.shoptrace.core.evaluate.kept;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.OwnFacts;
import org.shoptrace.core.evaluate.kept.EvaluationCodec.Fields;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.Usage;

/// What files say of their runs, in a kept evaluation. What is not said has no field.
final class OwnFactsJson {
    private OwnFactsJson() {}

    /// Empty where the file says nothing.
    static Optional<Json.Obj> encode(OwnFacts own) {
        if (own.equals(OwnFacts.NONE)) {
            return Optional.empty();
        }
        Fields fields = new Fields();
        own.record().task().ifPresent(task -> fields.text("task", task));
        own.record().trial().ifPresent(trial -> fields.text("trial", trial));
        own.verdict().ifPresent(verdict -> fields.object("verdict", verdict(verdict)));
        if (!own.record().metadata().isEmpty()) {
            // A name may be one that no JSON key can be.
            fields.list(
                    "metadata", List.copyOf(own.record().metadata().entrySet()),
                    said -> new Fields().text("name", said.getKey()).text("value", said.getValue()).object());
        }
        if (!own.usage().equals(Usage.NONE)) {
            fields.object("usage", usage(own.usage()));
        }
        return Optional.of(fields.object());
    }

    static OwnFacts decode(JsonFields fields) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        if (fields.has("metadata")) {
            fields.list("metadata", said -> said).forEach(said -> metadata.put(said.text("name"), said.text("value")));
        }
        return new OwnFacts(
                new OwnRecord(
                        text(fields, "task"), text(fields, "trial"),
                        fields.has("verdict") ? Optional.of(verdict(fields.object("verdict"))) : Optional.empty(), metadata),
                fields.has("usage") ? usage(fields.object("usage")) : Usage.NONE);
    }

    private static Json.Obj verdict(OwnVerdict verdict) {
        Fields fields = new Fields().text("judge", verdict.judge());
        verdict.passed().ifPresent(passed -> fields.flag("passed", passed));
        verdict.score().ifPresent(score -> fields.json("score", score));
        verdict.ending().ifPresent(ending -> fields.text("ending", ending));
        verdict.error().ifPresent(error -> fields.text("error", error));
        if (!verdict.parts().isEmpty()) {
            fields.list("parts", verdict.parts(), part -> new Fields().text("name", part.name()).json("value", part.value()).object());
        }
        return fields.object();
    }

    private static OwnVerdict verdict(JsonFields fields) {
        List<OwnVerdict.Part> parts = new ArrayList<>();
        if (fields.has("parts")) {
            parts.addAll(fields.list("parts", part -> new OwnVerdict.Part(part.text("name"), part.json().get("value").orElse(Json.NULL))));
        }
        return new OwnVerdict(
                fields.text("judge"),
                fields.has("passed") ? Optional.of(fields.flag("passed")) : Optional.empty(),
                number(fields, "score"), parts, text(fields, "ending"), text(fields, "error"), List.of());
    }

    private static Json.Obj usage(Usage usage) {
        Fields fields = new Fields();
        usage.promptTokens().ifPresent(tokens -> fields.count("prompt_tokens", tokens));
        usage.cachedTokens().ifPresent(tokens -> fields.count("cached_tokens", tokens));
        usage.completionTokens().ifPresent(tokens -> fields.count("completion_tokens", tokens));
        usage.reasoningTokens().ifPresent(tokens -> fields.count("reasoning_tokens", tokens));
        usage.cost().ifPresent(cost -> fields.json("cost", new Json.Num(cost.toString())));
        usage.latency().ifPresent(latency -> fields.number("latency", latency));
        return fields.object();
    }

    private static Usage usage(JsonFields fields) {
        return new Usage(
                count(fields, "prompt_tokens"), count(fields, "cached_tokens"), count(fields, "completion_tokens"),
                count(fields, "reasoning_tokens"), number(fields, "cost").map(cost -> new BigDecimal(cost.text())),
                fields.has("latency") ? Optional.of(fields.number("latency")) : Optional.empty());
    }

    static Json.Obj encode(OwnCriterion criterion) {
        return new Fields()
                .number("threshold", criterion.threshold())
                .list("judges", criterion.judges(), Json::of)
                .count("said", criterion.said())
                .count("scored", criterion.scored())
                .object();
    }

    static OwnCriterion criterion(JsonFields fields) {
        return new OwnCriterion(
                fields.number("threshold"), fields.texts("judges"), (int) fields.count("said"), (int) fields.count("scored"));
    }

    private static Optional<String> text(JsonFields fields, String name) {
        return fields.has(name) ? Optional.of(fields.text(name)) : Optional.empty();
    }

    private static Optional<Long> count(JsonFields fields, String name) {
        return fields.has(name) ? Optional.of(fields.count(name)) : Optional.empty();
    }

    private static Optional<Json.Num> number(JsonFields fields, String name) {
        return fields.json().get(name).flatMap(value -> value instanceof Json.Num number ? Optional.of(number) : Optional.empty());
    }
}
