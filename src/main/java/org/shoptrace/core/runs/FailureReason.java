package org.shoptrace.core.runs;

import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.Stage;

/// Why a run failed, in one word: how far it got; for a run that chose the target what is wrong all the same, and for one without an answer
/// that it ran out of steps.
///
/// @param label   the word, as the list of runs has it
/// @param meaning what the word means, a sentence
public record FailureReason(String label, String meaning) {

    public static FailureReason of(Stage stage, Fault fault) {
        if (fault == Fault.NOTHING && stage.compareTo(Stage.NO_ANSWER) > 0) {
            return new FailureReason(RunEnding.STEP_LIMIT.label(), sentence(RunEnding.STEP_LIMIT.meaning()));
        }
        return stage == Stage.CHOSEN
                ? new FailureReason(fault.label(), sentence(fault.meaning()))
                : new FailureReason(stage.label(), sentence(stage.meaning()));
    }

    private static String sentence(String meaning) {
        return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".";
    }
}
