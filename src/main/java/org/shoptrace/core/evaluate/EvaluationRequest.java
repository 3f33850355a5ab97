package org.shoptrace.core.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.score.Profile;
import org.shoptrace.model.task.Task;

/// One rollout file to be scored.
///
/// @param tasks    what was asked; of two tasks with one query the later counts
/// @param rollouts the file of runs
/// @param model    the model's name where the file's name does not tell it; `human` has a meaning to the scorer
public record EvaluationRequest(List<Task> tasks, Path rollouts, Optional<String> model, Profile profile) {
    public EvaluationRequest {
        tasks = List.copyOf(tasks);
    }
}
