package org.shoptrace.model.annotation;

import java.util.Optional;
import org.shoptrace.model.trajectory.RunId;

/// Where a statement was made; hints for people and queues, not part of what is said.
///
/// @param run      the run that was open; of a statement about a task the run that led to it
/// @param source   its file and line, such as `rollouts.jsonl:3`
/// @param query    its task's query
/// @param queue    the id of the queue that was worked on
public record Occasion(Optional<RunId> run, Optional<String> source, Optional<String> query, Optional<String> queue) {
    public static final Occasion UNKNOWN = new Occasion(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
