package org.shoptrace.core.transcript;

import org.shoptrace.model.trajectory.Interjection;

/// A kind of event in a run.
public sealed interface EventKind {
    /// The agent thinks, or its model's server reports reasoning.
    record Thought() implements EventKind {}

    /// The agent calls that tool; an empty name for a call that names none.
    record Calls(String tool) implements EventKind {}

    /// Somebody else than the agent speaks in mid-run.
    record Speaks(Interjection.Speaker speaker) implements EventKind {}

    /// A tool answers.
    record Answer() implements EventKind {}

    /// The agent answers the user, or its model says something that could not be read.
    record Response() implements EventKind {}

    /// Something fails that the agent did not choose: no reply, no answer, a null result.
    record Failure() implements EventKind {}
}
