package org.shoptrace.core.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.trajectory.AtifCodec;
import org.shoptrace.core.trajectory.format.OwnJson;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.model.trajectory.Usage;

/// A run in the Agent Trajectory Interchange Format, version 1.7, such as Harbor's validator takes: steps count from 1, calls have
/// ids of their own, what a tool answered is text. What that loses stands in `extra.shoptrace`, so that reading the document gives
/// the same steps, calls and answers. The prompts are not in it: they repeat the steps.
public final class AtifExport {
    private static final String VERSION = "ATIF-v1.7";
    private static final Set<String> METRICS = Set.of("prompt_tokens", "completion_tokens", "cached_tokens", "cost_usd");

    private AtifExport() {}

    /// The document; a run that is one already is given as it is.
    public static Json.Obj document(Run run, SeenWith seen) {
        if (run.envelope() instanceof Envelope.Atif atif) {
            return atif.source();
        }
        List<Json> steps = new ArrayList<>();
        Preamble.systemPrompt(run).ifPresent(text -> steps.add(said(steps, "system", Json.of(text))));
        if (run.steps().isEmpty()) {
            run.query().ifPresent(text -> steps.add(said(steps, "user", Json.of(text))));
        }
        for (Step step : run.steps()) {
            ContentOf content = new ContentOf(step, ContentOf::inAtif);
            if (step == run.steps().getFirst()) {
                run.query().ifPresent(text -> steps.add(said(steps, "user", content.said(Speaker.USER, text))));
            }
            step.others().stream().filter(other -> other.before() && spoken(other))
                    .forEach(other -> steps.add(said(steps, other, content)));
            steps.add(step(step, steps.size() + 1, content));
            step.others().stream().filter(other -> !other.before() && spoken(other))
                    .forEach(other -> steps.add(said(steps, other, content)));
        }
        SequencedMap<String, Json> document = new LinkedHashMap<>();
        document.put("schema_version", Json.of(VERSION));
        document.put("session_id", Json.of(run.id().sha256()));
        document.put("agent", Json.Obj.EMPTY
                .with("name", Json.of("shopping-agent"))
                .with("version", Json.of("unknown"))
                .with("model_name", Json.of(run.model())));
        document.put("steps", new Json.Arr(steps));
        document.put("final_metrics", totals(run.usage()).with("total_steps", Json.Num.of(steps.size())));
        document.put("extra", own(origin(run, seen)));
        return new Json.Obj(document);
    }

    private static Json.Obj origin(Run run, SeenWith seen) {
        SequencedMap<String, Json> own = new LinkedHashMap<>();
        own.put("run", Json.of(run.id().sha256()));
        own.put("file", Json.of(String.valueOf(run.source().file().getFileName())));
        own.put("line", Json.Num.of(run.source().line()));
        if (run.source().part() > 0) {
            own.put("part", Json.Num.of(run.source().part()));
        }
        own.put("catalogue", seen.catalogue().<Json>map(Json::of).orElse(Json.NULL));
        own.put("similarity", seen.similarity().<Json>map(Json::of).orElse(Json.NULL));
        seen.origin().ifPresent(origin -> own.put(ProvenanceJson.FIELD, ProvenanceJson.encode(origin)));
        if (run.envelope() instanceof Envelope.Oro oro) {
            own.put("oro", oro.source());
        }
        return OwnJson.withRun(new Json.Obj(own), run.own());
    }

    /// The totals that the format has fields for.
    private static Json.Obj totals(Usage usage) {
        Json.Obj written = OwnJson.usage(usage);
        Json.Obj totals = Json.Obj.EMPTY;
        for (String name : List.of("prompt_tokens", "completion_tokens", "cached_tokens", "cost_usd")) {
            totals = written.get(name).isPresent() ? totals.with("total_" + name, written.get(name).get()) : totals;
        }
        return totals;
    }

    /// A turn's metrics: the format's own, and in their `extra` what it has none for.
    private static Json.Obj metrics(Usage usage) {
        Json.Obj metrics = Json.Obj.EMPTY;
        Json.Obj extra = Json.Obj.EMPTY;
        for (var field : OwnJson.usage(usage).fields().entrySet()) {
            boolean standard = METRICS.contains(field.getKey());
            metrics = standard ? metrics.with(field.getKey(), field.getValue()) : metrics;
            extra = standard ? extra : extra.with(field.getKey(), field.getValue());
        }
        return extra.fields().isEmpty() ? metrics : metrics.with("extra", extra);
    }

    /// What the environment shows unasked is no step of its own but an observation of the agent's.
    private static boolean spoken(Interjection other) {
        return other.speaker() != Speaker.ENVIRONMENT;
    }

    private static Json.Obj said(List<Json> before, Interjection other, ContentOf content) {
        return said(before, other.speaker().wireName(), content.said(other.speaker(), other.text()));
    }

    private static Json.Obj said(List<Json> before, String source, Json message) {
        return Json.Obj.EMPTY
                .with("step_id", Json.Num.of(before.size() + 1L))
                .with("source", Json.of(source))
                .with("message", message);
    }

    private static Json.Obj step(Step step, int id, ContentOf content) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        SequencedMap<String, Json> own = new LinkedHashMap<>();
        fields.put("step_id", Json.Num.of(id));
        step.timestamp().ifPresent(millis -> iso(millis).ifPresentOrElse(
                text -> fields.put("timestamp", Json.of(text)), () -> own.put("timestamp", millis)));
        fields.put("source", Json.of("agent"));
        fields.put("message", step.response().map(content::said).orElse(Json.of("")));
        step.think().ifPresent(text -> fields.put("reasoning_content", Json.of(text)));
        List<String> ids = ids(step);
        if (!step.calls().isEmpty()) {
            fields.put("tool_calls", Json.array(step.calls().stream().map(call -> call(call, ids.get(call.number() - 1))).toList()));
        }
        List<Json.Obj> results = Stream.concat(
                step.calls().stream().flatMap(call -> result(call, ids.get(call.number() - 1), content).stream()),
                step.others().stream().filter(other -> !spoken(other))
                        .map(other -> Json.Obj.EMPTY.with("content", content.said(other.speaker(), other.text()))))
                .toList();
        if (!results.isEmpty()) {
            fields.put("observation", Json.Obj.EMPTY.with("results", Json.array(results)));
        }
        step.generation().model().ifPresent(model -> fields.put("model_name", Json.of(model)));
        Json.Obj metrics = metrics(step.generation().usage());
        if (!metrics.fields().isEmpty()) {
            fields.put("metrics", metrics);
        }
        own.put("step", Json.Num.of(step.number()));
        step.content().ifPresent(text -> own.put("content", Json.of(text)));
        step.reasoning().ifPresent(text -> own.put("reasoning", Json.of(text)));
        step.message().filter(message -> !(message instanceof Json.Obj) || step.isNotUnderstood())
                .ifPresent(message -> own.put("reply", message));
        fields.put("extra", own(OwnJson.withTurn(new Json.Obj(own), step.generation())));
        return new Json.Obj(fields);
    }

    /// An id for each call of a step, the call's own where no other has it.
    private static List<String> ids(Step step) {
        Set<String> taken = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (ToolCall call : step.calls()) {
            String id = call.id().filter(text -> !text.isEmpty() && !taken.contains(text))
                    .orElse("call-" + step.number() + "-" + call.number());
            while (!taken.add(id)) {
                id += "-again";
            }
            ids.add(id);
        }
        return ids;
    }

    private static Json.Obj call(ToolCall call, String id) {
        boolean sound = call.parameters() instanceof Json.Obj;
        Json.Obj written = Json.Obj.EMPTY
                .with("tool_call_id", Json.of(id))
                .with("function_name", Json.of(call.name()))
                .with("arguments", sound ? call.parameters() : Json.Obj.EMPTY);
        Json.Obj own = sound ? Json.Obj.EMPTY : Json.Obj.EMPTY.with("parameters", call.parameters());
        if (!call.id().equals(Optional.of(id))) {
            own = own.with("tool_call_id", call.id().<Json>map(Json::of).orElse(Json.NULL));
        }
        return own.equals(Json.Obj.EMPTY) ? written : written.with("extra", own(own));
    }

    private static Optional<Json.Obj> result(ToolCall call, String id, ContentOf content) {
        return call.observation().map(observation -> {
            Json.Obj result = Json.Obj.EMPTY.with("source_call_id", Json.of(id));
            return switch (observation.results()) {
                case Json.Str(String text) -> result.with("content", content.answer(call, text, false));
                case Json.Null _ -> result.with("content", Json.NULL);
                case Json results -> result.with("content", content.answer(call, JsonWriter.compact(results), true))
                        .with("extra", own(Json.Obj.EMPTY.with("json", new Json.Bool(true))));
            };
        });
    }

    private static Json.Obj own(Json.Obj own) {
        return Json.Obj.EMPTY.with(AtifCodec.OWN, own);
    }

    /// The time as ISO 8601, where that says it exactly.
    private static Optional<String> iso(Json.Num millis) {
        if (!millis.isInteger() || millis.text().length() > 15) {
            return Optional.empty();
        }
        try {
            String text = Instant.ofEpochMilli(Long.parseLong(millis.text())).toString();
            boolean exact = Long.toString(Instant.parse(text).toEpochMilli()).equals(millis.text()) && text.length() <= 24;
            return exact ? Optional.of(text) : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            // No time of any calendar: the number itself is kept.
            return Optional.empty();
        }
    }
}
