package org.shoptrace.ui.replay;

import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.task.Task;

/// What the inspector shows.
sealed interface Inspection {

    /// No run is open.
    record Nothing() implements Inspection {}

    /// The run belongs to no task of the workspace.
    ///
    /// @param query the run's query; empty text when it has none
    record Taskless(String query, Gap gap) implements Inspection {}

    /// The task is known, and the run is not held against it.
    record Unassessed(Task task, Gap gap) implements Inspection {}

    /// The run is being held against its task.
    record Assessing(Task task) implements Inspection {}

    record Assessed(Task task, Assessment assessment) implements Inspection {}

    /// Why something is missing.
    ///
    /// @param what   what is missing
    /// @param remedy what to do, in a sentence
    record Gap(String what, String remedy) {}
}
