package org.shoptrace.core.session;

import org.shoptrace.model.score.TaskScore;

/// How a run ended, in one word; failed and unscorable are different things.
public sealed interface RunOutcome {

    /// The profile gave it figures.
    record Scored(TaskScore score) implements RunOutcome {}

    /// It cannot be scored.
    ///
    /// @param why a short sentence without a full stop: its task is not here, there is no catalogue, the harness lost it
    record Unscorable(String why) implements RunOutcome {}

    /// Nobody has scored it yet.
    record NotScored() implements RunOutcome {}
}
