package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.OwnJson;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Step;

/// The benchmark's own form: an array of steps. A run may have none, and some that are broken.
final class BenchmarkRollout implements RunFormat {
    @Override
    public String name() {
        return "benchmark rollout";
    }

    @Override
    public boolean mayHave(Set<String> first, boolean array) {
        return array && (first.contains("completion") || first.contains("prompt") || first.contains("extra_info"));
    }

    @Override
    public Optional<Content> read(Json value) {
        return value instanceof Json.Arr(List<Json> items) && isRollout(items)
                ? Optional.of(Content.of(new Reading(new Envelope.Bare(), steps(items), Optional.empty(), own(items))))
                : Optional.empty();
    }

    /// What Shoptrace wrote into the first step of a run of another format.
    private static OwnRecord own(List<Json> items) {
        return items.stream().findFirst()
                .flatMap(first -> first instanceof Json.Obj step ? step.object("extra_info") : Optional.empty())
                .flatMap(extra -> extra.object(OwnJson.SHOPTRACE))
                .map(OwnJson::ofRun)
                .orElse(OwnRecord.NONE);
    }

    /// Whether these items are a run's steps.
    static boolean isRollout(List<Json> items) {
        return items.isEmpty() || items.stream().anyMatch(BenchmarkRollout::isStep);
    }

    /// Whether these items are a run's steps, whatever stands in their prompts.
    static boolean isWhollyRollout(List<Json> items) {
        return items.isEmpty() || items.stream()
                .anyMatch(item -> item instanceof Json.Obj step && step.object("completion").isPresent() && isStep(step));
    }

    /// Whether a value is a step. A sample of a data set may have the same keys: what was asked and what came back as texts or messages,
    /// or where the sample is from.
    static boolean isStep(Json json) {
        if (!(json instanceof Json.Obj step)) {
            return false;
        }
        Json completion = step.get("completion").orElse(Json.NULL);
        boolean sample = step.get("data_source").isPresent()
                || step.get("prompt").isPresent() && (completion instanceof Json.Str || completion instanceof Json.Arr);
        return !sample && (step.get("completion").isPresent() || step.get("extra_info").isPresent());
    }

    /// The steps that these values are, whatever their shape.
    static List<Step> steps(List<Json> items) {
        List<Step> steps = new ArrayList<>();
        for (Json item : items) {
            steps.add(StepCodec.decode(item, steps.size() + 1));
        }
        return steps;
    }
}
