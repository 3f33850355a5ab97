package org.shoptrace.ui.run;

import java.util.Locale;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.transcript.EndingWords;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Texts;

/// What is said of a run in one word.
public final class RunChips {
    private static final int LONGEST_ENDING = 28;

    private RunChips() {}

    /// How it ended.
    public static Chip outcome(OutcomeKind kind) {
        return new Chip(kind.label(), switch (kind) {
            case SUCCEEDED -> Chip.Tone.GOOD;
            case FAILED -> Chip.Tone.BAD;
            case UNSCORABLE -> Chip.Tone.DOUBT;
            case NOT_SCORED -> Chip.Tone.NEUTRAL;
        });
    }

    /// What the run's own file says of how it ended.
    public static Chip own(OwnOutcome outcome, OwnVerdict verdict) {
        // One that does not say whether the run passed may say why it ended.
        String word = outcome == OwnOutcome.OPEN
                ? verdict.ending().map(ending -> "ended" + EndingWords.after(ending)).filter(text -> text.length() <= LONGEST_ENDING)
                        .orElse(outcome.word())
                : outcome.word();
        Chip chip = new Chip("File: " + word, switch (outcome) {
            case PASSED -> Chip.Tone.GOOD;
            case FAILED -> Chip.Tone.BAD;
            case OPEN, NONE -> Chip.Tone.NEUTRAL;
        });
        chip.setTooltip(Texts.tip("By " + verdict.judge() + ", as the run's file says"
                + verdict.ending().map(ending -> ". It ended" + EndingWords.after(ending) + " (" + ending + " in the file)").orElse("")));
        return chip;
    }

    /// What kind of task it is about.
    public static Chip intent(Intent intent) {
        Chip chip = new Chip(intent.label(), Chip.Tone.NEUTRAL);
        chip.setTooltip(Texts.tip(String.format(Locale.ROOT, "%s (%s in files)", intent.meaning(), intent.wireName())));
        return chip;
    }
}
