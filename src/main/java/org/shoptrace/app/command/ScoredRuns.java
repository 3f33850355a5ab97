package org.shoptrace.app.command;

import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;

/// A report of zeros over nothing helps nobody: it is the wrong file.
final class ScoredRuns {
    private ScoredRuns() {}

    /// @param tasks the names of the task files
    /// @throws ShoptraceException when the rollout file has no run of these tasks
    static void require(Evaluation evaluation, String tasks) throws ShoptraceException {
        Evaluation.Leftovers leftovers = evaluation.leftovers();
        String file = evaluation.conditions().rollouts().toString();
        if (!evaluation.trials().isEmpty() || !leftovers.lost().isEmpty()) {
            return;
        }
        if (leftovers.unknown().isEmpty()) {
            throw new ShoptraceException("the file holds no run", file, "Name a file of rollouts, one trajectory a line");
        }
        throw new ShoptraceException(
                "none of the " + leftovers.unknown().size() + " runs belongs to a task of " + tasks,
                file + ":" + leftovers.unknown().getFirst().source().line(),
                "Name the task file that these runs were made for");
    }
}
