package org.shoptrace.core.evaluate.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

/// One series of a result: a model's rollout files as one evaluation.
///
/// @param label unique in a result
/// @param series      its label, unique in a result, its files, and all of them as one evaluation
/// @param tasks       what it was asked, each query once
/// @param constraints how many constraints of each kind it met
public record Scored(Series series, List<Task> tasks, List<ConstraintShare> constraints) {
    public Scored {
        tasks = List.copyOf(tasks);
        constraints = List.copyOf(constraints);
    }

    public String label() {
        return series.label();
    }

    /// Its rollout files that count.
    public List<Path> files() {
        return series.files();
    }

    public Evaluation evaluation() {
        return series.evaluation();
    }

    /// At one level; over all levels when it is empty. Empty when the series has no task of that level.
    public Optional<Summary> at(Optional<Intent> level) {
        return level.map(intent -> Optional.ofNullable(evaluation().byIntent().get(intent))).orElse(Optional.of(evaluation().overall()));
    }

    /// How many constraints of that kind it met; empty when no task states any.
    public Optional<ConstraintShare> constraint(ConstraintVerdict.Kind kind) {
        return constraints.stream().filter(share -> share.kind() == kind).findFirst();
    }
}
