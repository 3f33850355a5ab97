package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.TraceSpan.Kind;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.OwnVerdict.Part;

/// A trace as Langfuse exports it: `{trace, observations: [{id, parentObservationId, type, startTime, input, output}]}`, or its
/// observations alone, each naming its `traceId`. Observations of the type `GENERATION` ask a model, those of the type `TOOL` call a tool.
final class LangfuseTrace implements SpanFormat {
    @Override
    public String name() {
        return "Langfuse trace";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("trace") && keys.contains("observations") || keys.contains("traceId") && keys.contains("usageDetails")
                || keys.contains("parentObservationId");
    }

    /// Observations may be exported one a line.
    @Override
    public boolean isEntry(Json value) {
        return value instanceof Json.Obj one && isObservation(one);
    }

    @Override
    public Optional<Conversation> read(Json value) {
        return SpanFormat.super.read(value).map(read -> value instanceof Json.Obj export && export.object("trace").isPresent()
                ? read.recording(own(export.object("trace").get()))
                : read);
    }

    @Override
    public List<TraceSpan> spans(Json value) {
        return observations(value).stream().map(LangfuseTrace::span).toList();
    }

    private static List<Json.Obj> observations(Json value) {
        return switch (value) {
            case Json.Obj export when export.get("observations").orElse(Json.NULL) instanceof Json.Arr(List<Json> items)
                    && export.get("trace").isPresent() ->
                Fields.objects(items);
            case Json.Obj one when isObservation(one) -> List.of(one);
            case Json.Arr(List<Json> items) when !items.isEmpty() && items.stream().allMatch(
                    item -> item instanceof Json.Obj one && isObservation(one)) ->
                Fields.objects(items);
            default -> List.of();
        };
    }

    private static boolean isObservation(Json.Obj object) {
        return object.text("traceId").isPresent() && object.text("type").isPresent()
                && (object.get("startTime").isPresent() || object.get("parentObservationId").isPresent())
                && (object.get("input").isPresent() || object.get("output").isPresent());
    }

    private static TraceSpan span(Json.Obj one) {
        Kind kind = switch (one.text("type").orElse("")) {
            case "GENERATION" -> Kind.GENERATION;
            case "TOOL" -> Kind.TOOL;
            default -> Kind.OTHER;
        };
        Json input = one.get("input").orElse(Json.NULL);
        return new TraceSpan(
                one.text("traceId").orElse(""), one.text("id").orElse(""), one.text("parentObservationId"),
                Fields.time(one.get("startTime").orElse(Json.NULL)), kind, one.text("name").orElse(""), Optional.empty(),
                kind == Kind.TOOL ? arguments(Fields.parsed(input)) : input, one.get("output").orElse(Json.NULL),
                one.text("level").equals(Optional.of("ERROR")), measured(one), one);
    }

    private static Json arguments(Json input) {
        return input instanceof Json.Obj object && object.fields().size() == 1 && object.object("input").isPresent()
                ? object.object("input").get()
                : input;
    }

    private static Json.Obj measured(Json.Obj one) {
        Json.Obj details = Fields.parsed(one.get("usageDetails").orElse(Json.NULL)) instanceof Json.Obj usage
                ? usage
                : one.object("usage").orElse(Json.Obj.EMPTY);
        Optional<Json> cost = Fields.parsed(one.get("costDetails").orElse(Json.NULL)) instanceof Json.Obj costs
                ? Fields.number(costs, "total")
                : Optional.empty();
        return Measured.of(
                one.text("model"), Fields.number(details, "input", "input_tokens", "promptTokens"),
                Fields.number(details, "output", "output_tokens", "completionTokens"),
                Fields.number(details, "total", "total_tokens", "totalTokens"),
                cost.or(() -> Fields.number(one, "totalCost", "calculatedTotalCost")), Fields.number(one, "latency"), Optional.empty(),
                one.get("startTime"));
    }

    private static OwnRecord own(Json.Obj trace) {
        OwnReading reading = new OwnReading("Langfuse").groups(trace);
        for (String key : List.of("name", "environment", "release", "version")) {
            trace.get(key).ifPresent(value -> reading.metadata(key, value));
        }
        OwnRecord groups = reading.record();
        return verdict(trace).map(groups::with).orElse(groups);
    }

    /// The scores that people and judges gave the trace, each a part; the main one is what is called a success, else the first number.
    private static Optional<OwnVerdict> verdict(Json.Obj trace) {
        List<Json.Obj> scores = Fields.onlyObjects(Fields.parsed(trace.get("scores").orElse(Json.NULL)));
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = scores.stream()
                .map(score -> new Part(score.text("name").orElse("score"), value(score)))
                .toList();
        List<String> explanations = scores.stream()
                .flatMap(score -> score.text("comment").stream())
                .filter(comment -> !comment.isBlank())
                .toList();
        return Optional.of(Measured.verdict("Langfuse scores", parts, explanations));
    }

    private static Json value(Json.Obj score) {
        boolean isBoolean = score.text("dataType").equals(Optional.of("BOOLEAN"));
        Json value = score.get("value").filter(number -> !(number instanceof Json.Null)).or(() -> score.get("stringValue"))
                .orElse(Json.NULL);
        return isBoolean && value instanceof Json.Num number ? new Json.Bool(number.asDouble() != 0) : value;
    }
}
