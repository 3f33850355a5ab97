package org.shoptrace.model.annotation;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.trajectory.RunId;

/// Something that an annotator did. Events are only ever added: what holds now follows from all of them.
public sealed interface AnnotationEvent {
    Stamp stamp();

    /// They submitted a statement.
    ///
    /// @param supersedes the id of their statement that they had before them; empty for the first about the subject
    record Stated(Stamp stamp, Subject subject, Statement statement, Optional<String> supersedes, Occasion occasion)
            implements
                AnnotationEvent {}

    /// They left a statement unfinished; an empty one ends the draft.
    record Drafted(Stamp stamp, Subject subject, Statement statement) implements AnnotationEvent {}

    /// They took back what an event did, by undo.
    ///
    /// @param of the id of a [Stated] or [Queued] event
    record Withdrawn(Stamp stamp, String of) implements AnnotationEvent {}

    /// They let an event that was taken back stand again, by redo.
    record Restored(Stamp stamp, String of) implements AnnotationEvent {}

    /// They made a queue, whose id is the event's.
    record Queued(Stamp stamp, String name, boolean blind, List<RunId> runs) implements AnnotationEvent {
        public Queued {
            runs = List.copyOf(runs);
        }

        public Queue queue() {
            return new Queue(stamp.id(), name, blind, runs);
        }
    }
}
