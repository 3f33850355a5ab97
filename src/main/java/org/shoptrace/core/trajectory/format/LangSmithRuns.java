package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.trajectory.format.TraceSpan.Kind;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict.Part;

/// Runs as LangSmith keeps them: `{id, trace_id, parent_run_id, run_type, inputs, outputs, child_runs}`, alone, in an array, or as what its
/// clients send, `{post: […], patch: […]}`. Those of the type `llm` ask a model, those of the type `tool` call a tool.
final class LangSmithRuns implements SpanFormat {
    @Override
    public String name() {
        return "LangSmith run tree";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("run_type") || keys.contains("post") && keys.contains("patch");
    }

    /// Runs may be exported one a line; one that holds others is a tree by itself.
    @Override
    public boolean isEntry(Json value) {
        return value instanceof Json.Obj run && isRun(run) && run.items("child_runs").isEmpty();
    }

    @Override
    public Optional<Conversation> read(Json value) {
        return SpanFormat.super.read(value).map(read -> {
            List<Json.Obj> runs = runs(value);
            List<Part> feedback = runs.stream().flatMap(run -> feedback(run).stream()).toList();
            OwnRecord groups = runs.stream().filter(run -> run.text("parent_run_id").isEmpty()).findFirst()
                    .map(LangSmithRuns::groups).orElse(OwnRecord.NONE);
            return read.recording(feedback.isEmpty()
                    ? groups
                    : groups.with(Measured.verdict("LangSmith feedback", feedback, List.of())));
        });
    }

    /// The run around all others says what it belongs to.
    private static OwnRecord groups(Json.Obj root) {
        OwnReading reading = new OwnReading("LangSmith").groups(root);
        root.get("name").ifPresent(name -> reading.metadata("name", name));
        root.get("session_name").ifPresent(project -> reading.metadata("project", project));
        root.object("extra").flatMap(extra -> extra.object("metadata")).ifPresent(reading::metadata);
        return reading.record();
    }

    @Override
    public List<TraceSpan> spans(Json value) {
        List<TraceSpan> spans = new ArrayList<>();
        runs(value).forEach(run -> add(run, Optional.empty(), Optional.empty(), spans));
        return spans;
    }

    private static List<Json.Obj> runs(Json value) {
        return switch (value) {
            case Json.Obj run when isRun(run) -> List.of(run);
            case Json.Obj sent when sent.get("post").orElse(Json.NULL) instanceof Json.Arr(List<Json> posted)
                    && posted.stream().allMatch(run -> run instanceof Json.Obj object && isRun(object)) ->
                patched(Fields.objects(posted), Fields.objects(sent.items("patch")));
            case Json.Arr(List<Json> items) when !items.isEmpty()
                    && items.stream().allMatch(run -> run instanceof Json.Obj object && isRun(object)) ->
                Fields.objects(items);
            default -> List.of();
        };
    }

    private static boolean isRun(Json.Obj object) {
        return object.text("run_type").isPresent() && (object.get("inputs").isPresent() || object.get("outputs").isPresent());
    }

    /// What became of a run is sent later, in the order in which the runs were; some of that names the run.
    private static List<Json.Obj> patched(List<Json.Obj> posted, List<Json.Obj> patches) {
        Map<String, Json.Obj> byId = new LinkedHashMap<>();
        patches.forEach(patch -> patch.text("id").ifPresent(id -> byId.put(id, patch)));
        List<Json.Obj> runs = new ArrayList<>();
        for (Json.Obj run : posted) {
            Optional<Json.Obj> patch = run.text("id").map(byId::get)
                    .or(() -> byId.isEmpty() && runs.size() < patches.size() ? Optional.of(patches.get(runs.size())) : Optional.empty());
            Json.Obj merged = run;
            for (var field : patch.orElse(Json.Obj.EMPTY).fields().entrySet()) {
                merged = merged.with(field.getKey(), field.getValue());
            }
            runs.add(merged);
        }
        return runs;
    }

    private static void add(Json.Obj run, Optional<String> trace, Optional<String> parent, List<TraceSpan> spans) {
        String ofTrace = run.text("trace_id").or(() -> trace).or(() -> run.text("id")).orElse("");
        spans.add(span(run, ofTrace, run.text("parent_run_id").or(() -> parent)));
        Fields.objects(run.items("child_runs")).forEach(child -> add(child, Optional.of(ofTrace), run.text("id"), spans));
    }

    private static TraceSpan span(Json.Obj run, String trace, Optional<String> parent) {
        Kind kind = switch (run.text("run_type").orElse("")) {
            case "llm", "chat_model" -> Kind.GENERATION;
            case "tool" -> Kind.TOOL;
            default -> Kind.OTHER;
        };
        Json.Obj inputs = run.object("inputs").orElse(Json.Obj.EMPTY);
        Json.Obj outputs = run.object("outputs").orElse(Json.Obj.EMPTY);
        boolean failed = run.text("error").filter(error -> !error.isBlank()).isPresent();
        Json answer = kind != Kind.TOOL
                ? outputs
                : failed ? run.get("error").orElse(Json.NULL) : outputs.get("output").orElse(outputs);
        return new TraceSpan(
                trace, run.text("id").orElse(""), parent, Fields.time(run.get("start_time").orElse(Json.NULL)), kind,
                run.text("name").orElse(""), Optional.empty(), kind == Kind.TOOL ? arguments(inputs) : inputs, answer, failed,
                measured(run, outputs), run);
    }

    private static Json arguments(Json.Obj inputs) {
        return inputs.fields().size() == 1 && inputs.text("input").isPresent()
                ? Fields.parsed(inputs.get("input").orElse(Json.NULL))
                : inputs;
    }

    private static Json.Obj measured(Json.Obj run, Json.Obj outputs) {
        Optional<Json.Obj> metadata = run.object("extra").flatMap(extra -> extra.object("metadata"));
        Json.Obj usage = outputs.object("usage_metadata").or(() -> outputs.object("usage"))
                .or(() -> outputs.object("llm_output").flatMap(output -> output.object("token_usage"))).orElse(Json.Obj.EMPTY);
        Optional<String> model = metadata.flatMap(known -> known.text("ls_model_name"))
                .or(() -> outputs.text("model")).or(() -> run.object("inputs").flatMap(inputs -> inputs.text("model")));
        Optional<Json> latency = run.get("end_time").map(end -> seconds(run.get("start_time").orElse(Json.NULL), end))
                .filter(seconds -> seconds > 0).map(seconds -> Json.Num.of(seconds));
        return Measured.of(
                model, Fields.number(run, "prompt_tokens").or(() -> Fields.number(usage, "input_tokens", "prompt_tokens")),
                Fields.number(run, "completion_tokens").or(() -> Fields.number(usage, "output_tokens", "completion_tokens")),
                Fields.number(run, "total_tokens").or(() -> Fields.number(usage, "total_tokens")), Fields.number(run, "total_cost"),
                latency, Optional.empty(), run.get("start_time"));
    }

    /// Times are ISO texts, or numbers of milliseconds.
    private static double seconds(Json start, Json end) {
        return (Fields.time(end) - Fields.time(start)) / (end instanceof Json.Num ? 1000 : 1);
    }

    /// What people and judges said of a run: a mean for each key.
    private static List<Part> feedback(Json.Obj run) {
        return Stream.concat(
                run.object("feedback_stats").stream().flatMap(stats -> stats.fields().entrySet().stream())
                        .flatMap(entry -> entry.getValue() instanceof Json.Obj stat
                                ? Fields.number(stat, "avg").stream().map(mean -> new Part(entry.getKey(), mean))
                                : Stream.<Part>empty()),
                Fields.objects(run.items("feedback")).stream()
                        .flatMap(one -> one.get("score").or(() -> one.get("value")).stream()
                                .filter(value -> !(value instanceof Json.Null))
                                .map(value -> new Part(one.text("key").orElse("feedback"), value))))
                .toList();
    }
}
