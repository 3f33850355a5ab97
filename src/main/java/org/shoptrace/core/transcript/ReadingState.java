package org.shoptrace.core.transcript;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.model.trajectory.RunId;

/// Where the reader of a workspace was, so that another start finds everything as it was left.
///
/// @param run        that was open last
/// @param compact    whether steps were shown in a few lines each
/// @param rawAnswers whether answers were shown as JSON
/// @param hidden     the kinds of event that were not shown
/// @param outline    whether the outline was shown; empty when the user never said
/// @param places     where each run was left, the one read last at the end
public record ReadingState(
        Optional<RunId> run, boolean compact, boolean rawAnswers, Set<EventKind> hidden, Optional<Boolean> outline,
        SequencedMap<RunId, Place> places) {
    public static final ReadingState NOTHING = new ReadingState(Optional.empty(), false, false, Set.of(), Optional.empty(),
            new LinkedHashMap<>());

    public ReadingState {
        hidden = Set.copyOf(hidden);
        places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
    }

    /// Where a run was left.
    ///
    /// @param step   the current step, from 1
    /// @param top    the index of the first step in view, -1 when the run was not scrolled
    /// @param offset of its card's top from the view's, in pixels
    /// @param opened what was unfolded, by names that the screen gives
    public record Place(int step, int top, double offset, Set<String> opened) {
        public Place {
            opened = Set.copyOf(opened);
        }
    }
}
