package org.shoptrace.ui.replay;

import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Holds a run against its task, by the profile that the program is set to. Called from a job, never on the JavaFX thread, and only
/// while the workspace's catalogue is open.
@FunctionalInterface
public interface RunAssessor {
    /// @throws ShoptraceException when a product or a title similarity cannot be had
    Assessment assess(Task task, Run run) throws ShoptraceException;
}
