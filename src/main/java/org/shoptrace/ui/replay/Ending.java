package org.shoptrace.ui.replay;

import java.util.Optional;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.model.task.Intent;

/// How the run ended that is open or being read, as its header says it.
///
/// @param outcome empty where nothing is known of how any run ended
/// @param intent  that of its task; empty when the workspace does not hold the task
/// @param rule    the rule score, 0..1; `NaN` when the run has none
record Ending(Optional<OutcomeKind> outcome, Optional<Intent> intent, double rule) {
    static final Ending NOTHING = new Ending(Optional.empty(), Optional.empty(), Double.NaN);
}
