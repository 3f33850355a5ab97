package org.shoptrace.ui.tasks;

import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.trajectory.RunSummary;

/// A run of the selected task, and how it ended.
public record TaskRun(RunSummary run, RunOutcome outcome) {}
