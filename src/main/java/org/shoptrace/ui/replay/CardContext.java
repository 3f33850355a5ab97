package org.shoptrace.ui.replay;

import java.util.Map;
import java.util.Set;
import org.shoptrace.core.transcript.EventKind;
import org.shoptrace.core.transcript.ReadingPlace;
import org.shoptrace.core.transcript.ShownAnswer;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Navigator;

/// What the cards of a run's steps share.
///
/// @param steps   how many steps the run has
/// @param targets the ids of the task's targets
/// @param seen    the products that the run's searches showed, by id
/// @param place   remembers what the user opened
/// @param look    what of a step is shown
/// @param said    what people say of steps, by step from 1
/// @param actions what can be done with the run, a step or a call
/// @param ports   send the user elsewhere, take what is copied, read images
record CardContext(
        int steps,
        Set<String> targets,
        Map<String, ShownAnswer.Offer> seen,
        ReadingPlace place,
        Look look,
        Map<Integer, String> said,
        StepActions actions,
        Ports ports) {

    /// What a card asks for what it does not have itself.
    record Ports(Navigator navigator, CopyText clipboard, PictureReadings pictures) {}

    /// What of a step is shown.
    ///
    /// @param compact    whether a step is shown in a few lines
    /// @param rawAnswers whether answers are shown as JSON rather than as cards
    /// @param hidden     the kinds of event that are not shown
    /// @param sought     what is looked for
    /// @param marks      what is marked in the step's texts
    /// @param whole      the step of which everything is shown all the same, because the user was led to something in it; 0 for none
    record Look(boolean compact, boolean rawAnswers, Set<EventKind> hidden, Sought sought, TextMarks marks, int whole) {
        boolean compact(int step) {
            return compact && step != whole;
        }

        boolean shows(int step, EventKind kind) {
            return step == whole || !hidden.contains(kind);
        }
    }

    boolean compact(int step) {
        return look.compact(step);
    }

    boolean shows(int step, EventKind kind) {
        return look.shows(step, kind);
    }
}
