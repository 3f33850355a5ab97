package org.shoptrace.ui.compare;

import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.ui.kit.Chip;

/// How a run ended, as a chip.
final class OutcomeChips {
    private OutcomeChips() {}

    static String word(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Scored(var score) -> score.success() ? "succeeded" : "failed";
            case RunOutcome.Unscorable _ -> "unscorable";
            case RunOutcome.NotScored _ -> "not scored";
        };
    }

    static Chip of(RunOutcome outcome) {
        return new Chip(word(outcome), switch (outcome) {
            case RunOutcome.Scored(var score) -> score.success() ? Chip.Tone.GOOD : Chip.Tone.BAD;
            case RunOutcome.Unscorable _ -> Chip.Tone.DOUBT;
            case RunOutcome.NotScored _ -> Chip.Tone.NEUTRAL;
        });
    }
}
