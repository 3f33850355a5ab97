package org.shoptrace.core.score;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.task.Intent;

/// The profiles as they are offered.
public enum ScoringProfile {
    SHOPPINGBENCH(
            ShoppingBenchProfile.NAME,
            "What the benchmark's released evaluator computes, so that a figure can stand beside the paper's. Divides by the rollouts "
                    + "that are there."),
    ORO(OroProfile.NAME,
            "The competition's corrected variant: product, shop and voucher tasks. Divides by all tasks; a missing one counts 0.");

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

    /// The profile of a name.
    public static Optional<ScoringProfile> of(String wireName) {
        return Arrays.stream(values()).filter(profile -> profile.wireName.equals(wireName)).findFirst();
    }

    /// The one that this is not.
    public ScoringProfile other() {
        return this == ORO ? SHOPPINGBENCH : ORO;
    }

    /// The intents that it scores.
    public Set<Intent> intents() {
        return with(_ -> Optional.empty(), LiteralTitles.EQUAL, false).intents();
    }

    /// The scorer itself.
    ///
    /// @param titles  what it compares titles with
    /// @param noThink whether the runs were made without thinking, so that the format looks at the calls alone
    public Profile with(ProductSource products, TitleSimilarity titles, boolean noThink) {
        return switch (this) {
            case SHOPPINGBENCH -> new ShoppingBenchProfile(products, titles, noThink);
            case ORO -> new OroProfile(products, titles, noThink);
        };
    }
}
