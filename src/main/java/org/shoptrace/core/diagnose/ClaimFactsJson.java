package org.shoptrace.core.diagnose;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.finding.Claim.Kind;
import org.shoptrace.model.finding.Claim.Verdict;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.Count;
import org.shoptrace.model.finding.ClaimFacts.Wrong;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Span;

/// What a run's claims came to as JSON, for files of our own; a part of [RunFactsJson].
final class ClaimFactsJson {
    private ClaimFactsJson() {}

    /// Puts what there is into a run's object.
    static void put(SequencedMap<String, Json> fields, ClaimFacts claims) {
        fields.put("claims", Json.array(claims.counts().stream().map(ClaimFactsJson::count).toList()));
        fields.put("wrong", Json.array(claims.wrong().stream().map(ClaimFactsJson::wrong).toList()));
    }

    /// @throws IllegalArgumentException when the object is not what [#put] makes
    static ClaimFacts from(Json.Obj run) {
        if (run.get("claims").isEmpty()) {
            throw RunFactsJson.lacks("claims");
        }
        return new ClaimFacts(
                run.items("claims").stream().map(ClaimFactsJson::object).map(ClaimFactsJson::count).toList(),
                run.items("wrong").stream().map(ClaimFactsJson::object).map(ClaimFactsJson::wrong).toList());
    }

    private static Json.Obj count(Count count) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", RunFactsJson.name(count.kind()));
        fields.put("verdict", RunFactsJson.name(count.verdict()));
        fields.put("any", RunFactsJson.number(count.any()));
        fields.put("recommended", RunFactsJson.number(count.recommended()));
        return new Json.Obj(fields);
    }

    private static Count count(Json.Obj json) {
        return new Count(
                Kind.valueOf(RunFactsJson.text(json, "kind")),
                Verdict.valueOf(RunFactsJson.text(json, "verdict")),
                RunFactsJson.integer(json, "any"),
                RunFactsJson.integer(json, "recommended"));
    }

    private static Json.Obj wrong(Wrong claim) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", RunFactsJson.name(claim.kind()));
        fields.put("verdict", RunFactsJson.name(claim.verdict()));
        fields.put("step", RunFactsJson.number(claim.step()));
        fields.put("field", RunFactsJson.name(claim.sentence().field()));
        fields.put("start", RunFactsJson.number(claim.sentence().start()));
        fields.put("quote", Json.of(claim.sentence().quote()));
        fields.put("text", Json.of(claim.text()));
        claim.other().ifPresent(other -> fields.put("other", Json.of(other)));
        fields.put("recommended", new Json.Bool(claim.recommended()));
        fields.put("because", Json.of(claim.because()));
        return new Json.Obj(fields);
    }

    private static Wrong wrong(Json.Obj json) {
        int start = RunFactsJson.integer(json, "start");
        String quote = RunFactsJson.text(json, "quote");
        return new Wrong(
                Kind.valueOf(RunFactsJson.text(json, "kind")),
                Verdict.valueOf(RunFactsJson.text(json, "verdict")),
                RunFactsJson.integer(json, "step"),
                new Span(Span.Field.valueOf(RunFactsJson.text(json, "field")), start, start + quote.length(), quote),
                RunFactsJson.text(json, "text"),
                json.text("other"),
                json.get("recommended").equals(Optional.of(new Json.Bool(true))),
                RunFactsJson.text(json, "because"));
    }

    private static Json.Obj object(Json json) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw new IllegalArgumentException("no object: " + json);
    }
}
