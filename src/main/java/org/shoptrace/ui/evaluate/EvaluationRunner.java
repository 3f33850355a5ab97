package org.shoptrace.ui.evaluate;

import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.workspace.RunReader;

/// The scorer, as this screen needs it. Called from a job.
@FunctionalInterface
public interface EvaluationRunner {

    /// What there is to score, taken from the workspace when the user asked.
    ///
    /// @param tasks all tasks of the workspace
    /// @param runs  those of the chosen files
    record Material(List<Task> tasks, List<RunSummary> runs, RunReader reader, Sandbox sandbox) {
        public Material {
            tasks = List.copyOf(tasks);
            runs = List.copyOf(runs);
        }
    }

    /// @throws ShoptraceException when a file, a product or a title similarity cannot be had
    EvaluationResult run(EvaluationSetup setup, Material material, Progress progress) throws ShoptraceException;
}
