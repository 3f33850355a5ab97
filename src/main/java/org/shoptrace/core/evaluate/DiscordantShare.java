package org.shoptrace.core.evaluate;

import java.util.Optional;
import org.shoptrace.core.statistics.DetectableDifference;

/// The share of tasks that one of two models passes and the other fails. What a number of tasks can show hangs on it, and before a run
/// nobody knows it: it is that of the last two models that were compared, or else an assumption.
///
/// @param value  above 0, at most 1
/// @param source where it is from, for people, such as `as alpha and beta do`
public record DiscordantShare(double value, String source) {
    /// What is assumed when no pair tells it.
    public static final DiscordantShare USUAL = new DiscordantShare(DetectableDifference.USUAL_DISCORDANT, "an assumption");

    public DiscordantShare {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("discordant share " + value);
        }
    }

    /// That of two series of a report, by their labels; empty when they differ on no task, and where some task has several trials, for
    /// then none passes or fails as a whole.
    public static Optional<DiscordantShare> of(String a, String b, Comparison comparison) {
        if (!comparison.isOneTrialEach()) {
            return Optional.empty();
        }
        double share = comparison.outcomes().discordantShare();
        return share > 0 ? Optional.of(new DiscordantShare(share, "as " + a + " and " + b + " do")) : Optional.empty();
    }
}
