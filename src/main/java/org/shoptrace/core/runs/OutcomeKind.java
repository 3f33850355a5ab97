package org.shoptrace.core.runs;

import org.shoptrace.core.session.RunOutcome;

/// How a run ended, in the order of the list sorted by it. Failed is the agent's; unscorable is not.
public enum OutcomeKind {
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    UNSCORABLE("unscorable"),
    NOT_SCORED("not scored");

    private final String label;

    OutcomeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static OutcomeKind of(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Scored(var score) -> score.success() ? SUCCEEDED : FAILED;
            case RunOutcome.Unscorable _ -> UNSCORABLE;
            case RunOutcome.NotScored _ -> NOT_SCORED;
        };
    }
}
