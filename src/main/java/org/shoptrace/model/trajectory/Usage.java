package org.shoptrace.model.trajectory;

import java.math.BigDecimal;
import java.util.Optional;

/// What a turn, or a whole run, took, as its file says.
///
/// @param promptTokens     tokens read, the cached ones among them
/// @param cachedTokens     tokens read that were cached
/// @param completionTokens tokens written, those of the reasoning among them
/// @param reasoningTokens  tokens of the reasoning
/// @param totalTokens      tokens in all, where the file says them; they may be all that it says
/// @param cost             US dollars
/// @param latency          seconds
public record Usage(
        Optional<Long> promptTokens,
        Optional<Long> cachedTokens,
        Optional<Long> completionTokens,
        Optional<Long> reasoningTokens,
        Optional<Long> totalTokens,
        Optional<BigDecimal> cost,
        Optional<Double> latency) {
    /// Where a file says nothing.
    public static final Usage NONE = new Usage(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Of a file that says tokens by their kind alone.
    public Usage(
            Optional<Long> promptTokens,
            Optional<Long> cachedTokens,
            Optional<Long> completionTokens,
            Optional<Long> reasoningTokens,
            Optional<BigDecimal> cost,
            Optional<Double> latency) {
        this(promptTokens, cachedTokens, completionTokens, reasoningTokens, Optional.empty(), cost, latency);
    }

    /// Tokens read and written together; empty where the file says neither.
    public Optional<Long> tokens() {
        return totalTokens.or(() -> sum(promptTokens, completionTokens));
    }

    /// This, and of `other` what this does not say.
    public Usage or(Usage other) {
        boolean tokens = tokens().isPresent();
        return new Usage(
                tokens ? promptTokens : other.promptTokens,
                tokens ? cachedTokens : other.cachedTokens,
                tokens ? completionTokens : other.completionTokens,
                tokens ? reasoningTokens : other.reasoningTokens,
                tokens ? totalTokens : other.totalTokens,
                cost.or(other::cost),
                latency.or(other::latency));
    }

    /// What both took; what neither says stays empty.
    public Usage plus(Usage other) {
        return new Usage(
                sum(promptTokens, other.promptTokens),
                sum(cachedTokens, other.cachedTokens),
                sum(completionTokens, other.completionTokens),
                sum(reasoningTokens, other.reasoningTokens),
                totalTokens.isEmpty() && other.totalTokens.isEmpty() ? Optional.empty() : sum(tokens(), other.tokens()),
                cost.isEmpty() ? other.cost : Optional.of(cost.get().add(other.cost.orElse(BigDecimal.ZERO))),
                latency.isEmpty() ? other.latency : Optional.of(latency.get() + other.latency.orElse(0.0)));
    }

    private static Optional<Long> sum(Optional<Long> one, Optional<Long> other) {
        return one.isEmpty() ? other : Optional.of(one.get() + other.orElse(0L));
    }
}
