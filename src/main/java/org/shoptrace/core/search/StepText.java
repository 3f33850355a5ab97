package org.shoptrace.core.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// The new text of a step as it is searched: what was thought, called, answered and said in it, never the prompt, which repeats all
/// steps before it. Texts of JSON are written out as people read them, a line a value, without quotes and braces: a search for
/// `"color_family: grey"` finds it in an answer.
///
/// @param number from 1
/// @param tools  the names of the tools called, each once
/// @param texts  by role; roles without text are left out
public record StepText(int number, Set<String> tools, Map<Role, String> texts) {
    public StepText {
        tools = Collections.unmodifiableSet(new LinkedHashSet<>(tools));
        Map<Role, String> copy = new EnumMap<>(Role.class);
        copy.putAll(texts);
        texts = Collections.unmodifiableMap(copy);
    }

    /// Of every step of a run.
    public static List<StepText> of(Run run) {
        List<StepText> steps = new ArrayList<>();
        run.steps().forEach(step -> steps.add(of(step, step.number() == 1 ? run.query() : Optional.empty())));
        String judge = String.join("\n", run.own().verdict().map(OwnVerdict::explanations).orElse(List.of()));
        if (!steps.isEmpty() && !judge.isBlank()) {
            StepText last = steps.removeLast();
            Map<Role, String> texts = new EnumMap<>(Role.class);
            texts.putAll(last.texts());
            texts.put(Role.JUDGE, judge);
            steps.add(new StepText(last.number(), last.tools(), texts));
        }
        return steps;
    }

    /// @param query the user's, for the first step
    private static StepText of(Step step, Optional<String> query) {
        Map<Role, String> texts = new EnumMap<>(Role.class);
        query.ifPresent(text -> put(texts, Role.QUERY, text));
        put(texts, Role.USER, others(step, Speaker.USER));
        put(texts, Role.SYSTEM, others(step, Speaker.SYSTEM));
        put(texts, Role.THOUGHT, thought(step));
        Set<String> tools = new LinkedHashSet<>();
        StringJoiner calls = new StringJoiner("\n");
        StringJoiner answers = new StringJoiner("\n");
        for (ToolCall call : step.calls()) {
            tools.add(call.name());
            calls.add(call.name());
            write(call.parameters(), "", calls);
            call.observation().ifPresent(observation -> write(observation.results(), "", answers));
        }
        step.others().stream().filter(other -> other.speaker() == Speaker.ENVIRONMENT).forEach(other -> answers.add(other.text()));
        put(texts, Role.CALL, calls.toString());
        put(texts, Role.ANSWER, answers.toString());
        put(texts, Role.RESPONSE, step.response().orElse(""));
        if (step.think().isEmpty() && step.calls().isEmpty() && step.response().isEmpty()) {
            put(texts, Role.RAW, step.content().orElse(""));
        }
        tools.remove("");
        return new StepText(step.number(), tools, texts);
    }

    private static String others(Step step, Speaker speaker) {
        return step.others().stream().filter(other -> other.speaker() == speaker).map(Interjection::text).collect(Collectors.joining("\n"));
    }

    /// Some models think in `reasoning_content`, some in the message, some in both.
    private static String thought(Step step) {
        List<String> thoughts = new ArrayList<>();
        step.think().ifPresent(thoughts::add);
        step.reasoning().filter(text -> !text.isEmpty() && !step.think().equals(Optional.of(text))).ifPresent(thoughts::add);
        return String.join("\n", thoughts);
    }

    private static void put(Map<Role, String> texts, Role role, String text) {
        if (!text.isBlank()) {
            texts.put(role, text);
        }
    }

    /// @param key what a single value is written after; empty text for none
    private static void write(Json value, String key, StringJoiner lines) {
        switch (value) {
            case Json.Obj object -> object.fields().forEach((name, field) -> write(field, name, lines));
            case Json.Arr(List<Json> items) -> items.forEach(item -> write(item, key, lines));
            case Json.Null _ -> {
                if (!key.isEmpty()) {
                    lines.add(key + ": null");
                }
            }
            case Json.Str(String text) -> lines.add(key.isEmpty() ? text : key + ": " + text);
            default -> lines.add((key.isEmpty() ? "" : key + ": ") + JsonWriter.compact(value));
        }
    }

    /// Whether a step has no text at all, as one whose model failed to answer.
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /// What an observation showed of products, empty for other answers.
    static List<Observation.Hit> hits(ToolCall call) {
        return call.observation().orElse(null) instanceof Observation.Found found ? found.hits() : List.of();
    }
}
