package org.shoptrace.core.runs;

import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;

/// What a run's own file says of whether it succeeded, in the order of the list sorted by it.
public enum OwnOutcome {
    PASSED("passed", "passed, by its file"),
    FAILED("failed", "failed, by its file"),
    /// It has a verdict, and nothing that says whether the run succeeded.
    OPEN("not judged", "its file does not say whether it passed"),
    NONE("no verdict", "its file has no verdict");

    private final String word;
    private final String label;

    OwnOutcome(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /// The meaning in a word or two, where it is clear that the file says so.
    public String word() {
        return word;
    }

    /// The meaning, for people.
    public String label() {
        return label;
    }

    /// @param threshold from which score on a run succeeded whose file does not say whether it did
    public static OwnOutcome of(OwnRecord own, double threshold) {
        if (own.verdict().isEmpty()) {
            return NONE;
        }
        OwnVerdict verdict = own.verdict().get();
        return verdict.success(threshold).map(passed -> passed ? PASSED : FAILED).orElse(OPEN);
    }
}
