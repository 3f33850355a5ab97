package org.shoptrace.model.trajectory;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.json.Json;

/// One trajectory.
///
/// @param model    the model's name, taken from the file's name since nothing inside says it
/// @param envelope what the line wraps around the steps
/// @param own      what the file says of the run as a whole
public record Run(RunId id, RunSource source, String model, Envelope envelope, List<Step> steps, OwnRecord own) {
    public Run {
        steps = List.copyOf(steps);
    }

    /// A run of which its file says nothing but what was said and done.
    public Run(RunId id, RunSource source, String model, Envelope envelope, List<Step> steps) {
        this(id, source, model, envelope, steps, OwnRecord.NONE);
    }

    /// The run where it stands.
    public RunPlace place() {
        return new RunPlace(id, source);
    }

    /// The query of the first step, which is the only tie to the task.
    public Optional<String> query() {
        return steps.isEmpty() ? Optional.empty() : steps.getFirst().query();
    }

    /// `extra_info.trial` of the first step as text, or what else the file says: which of several trials of its task the run is.
    public Optional<String> trial() {
        return saidTrial().or(own::trial);
    }

    /// What the whole run took: what the file says of it, and else what its steps took together.
    public Usage usage() {
        return own.usage().or(steps.stream().map(step -> step.generation().usage()).reduce(Usage.NONE, Usage::plus));
    }

    private Optional<String> saidTrial() {
        if (steps.isEmpty() || !(steps.getFirst().source() instanceof Json.Obj step)) {
            return Optional.empty();
        }
        return step.object("extra_info").flatMap(extra -> extra.get("trial")).flatMap(trial -> switch (trial) {
            case Json.Num(String number) -> Optional.of(number);
            case Json.Str(String text) -> Optional.of(text);
            default -> Optional.empty();
        });
    }

    /// This run as one that asks `query`, which somebody or something found to be its task's.
    public Run asking(String query) {
        return query().equals(Optional.of(query))
                ? this
                : new Run(id, source, model, envelope, steps.stream().map(step -> step.asking(query)).toList(), own);
    }

    /// This run under another name of its model.
    public Run byModel(String name) {
        return new Run(id, source, name, envelope, steps, own);
    }

    /// This run with what is said of it elsewhere than in its own value, where that does not say it itself.
    public Run knowing(OwnRecord more) {
        return more.equals(OwnRecord.NONE) ? this : new Run(id, source, model, envelope, steps, own.or(more));
    }

    /// This run at another place.
    public Run at(RunSource newSource) {
        return new Run(id, newSource, model, envelope, steps, own);
    }

    /// The `product_ids` of the last `recommend_product` call as recorded; empty when there is no such call or it
    /// has no such parameter.
    public Optional<Json> recommendation() {
        return steps.reversed().stream()
                .flatMap(step -> step.calls().reversed().stream())
                .filter(call -> call.name().equals(ToolCall.RECOMMEND_PRODUCT))
                .findFirst()
                .flatMap(call -> call.parameter("product_ids"));
    }
}
