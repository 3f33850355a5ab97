package org.shoptrace.model.trajectory;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.json.Json;

/// One trajectory.
///
/// @param model    the model's name, taken from the file's name since nothing inside says it
/// @param envelope what the line wraps around the steps
public record Run(RunId id, RunSource source, String model, Envelope envelope, List<Step> steps) {
    public Run {
        steps = List.copyOf(steps);
    }

    /// The query of the first step, which is the only tie to the task.
    public Optional<String> query() {
        return steps.isEmpty() ? Optional.empty() : steps.getFirst().query();
    }

    /// `extra_info.trial` of the first step as text: which of several trials of its task the run says that it is.
    public Optional<String> trial() {
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
                : new Run(id, source, model, envelope, steps.stream().map(step -> step.asking(query)).toList());
    }

    /// This run under another name of its model.
    public Run byModel(String name) {
        return new Run(id, source, name, envelope, steps);
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
