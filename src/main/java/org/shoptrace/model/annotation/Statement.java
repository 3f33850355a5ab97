package org.shoptrace.model.annotation;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.shoptrace.model.trajectory.Span;

/// What somebody says of a subject, as a whole: a later statement of theirs about it takes the place of the earlier one.
///
/// @param labels   names from the label set, in the order they were given; a statement without labels says that none fits
/// @param note     free text; empty for none
/// @param verdict  on the task; of a statement about a task only
/// @param overrule of the computed stage and fault; of a statement about a run only
/// @param spans    the pieces of text that it points at
public record Statement(
        SequencedSet<String> labels, String note, Optional<TaskVerdict> verdict, Overrule overrule, List<Span> spans) {
    /// Says nothing.
    public static final Statement EMPTY = new Statement(new LinkedHashSet<>(), "", Optional.empty(), Overrule.NOTHING, List.of());

    public Statement {
        labels = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(labels));
        spans = List.copyOf(spans);
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /// With the label when it was without, and the other way round.
    public Statement toggled(String label) {
        SequencedSet<String> changed = new LinkedHashSet<>(labels);
        if (!changed.remove(label)) {
            changed.add(label);
        }
        return new Statement(changed, note, verdict, overrule, spans);
    }

    public Statement withNote(String newNote) {
        return new Statement(labels, newNote, verdict, overrule, spans);
    }

    public Statement withVerdict(Optional<TaskVerdict> newVerdict) {
        return new Statement(labels, note, newVerdict, overrule, spans);
    }

    public Statement withOverrule(Overrule newOverrule) {
        return new Statement(labels, note, verdict, newOverrule, spans);
    }

    public Statement withSpans(List<Span> newSpans) {
        return new Statement(labels, note, verdict, overrule, newSpans);
    }
}
