package org.shoptrace.core.score;

/// The profiles as they are offered.
public enum ScoringProfile {
    SHOPPINGBENCH(
            "shoppingbench",
            "What the benchmark's released evaluator computes, so that a figure can stand beside the paper's. Divides by the rollouts "
                    + "that are there."),
    ORO("oro", "The competition's corrected variant: product, shop and voucher tasks. Divides by all tasks; a missing one counts 0.");

    private final String wireName;
    private final String sentence;

    ScoringProfile(String wireName, String sentence) {
        this.wireName = wireName;
        this.sentence = sentence;
    }

    /// The name in reports and on the command line.
    public String wireName() {
        return wireName;
    }

    /// What it is, for people.
    public String sentence() {
        return sentence;
    }
}
