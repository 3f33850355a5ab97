package org.shoptrace.core.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Repeatable chance: the same seed gives the same choices on every machine, since [Random]'s algorithm is part of its
/// contract and the functions used here are those of [StrictMath]. Not safe for use by several threads.
public final class SeededChoice {
    private final Random random;

    public SeededChoice(long seed) {
        this.random = new Random(seed);
    }

    public <T> T of(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /// `count` of the items, or all where there are fewer, in chance order.
    public <T> List<T> some(List<T> items, int count) {
        List<T> shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
        }
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }

    /// True in `share` of all cases, 0..1.
    public boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /// From `low` up to and including `high`.
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /// From `low` up to `high`.
    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /// Log-normally distributed around its median.
    ///
    /// @param spread the standard deviation of the natural logarithm
    public double logNormal(double median, double spread) {
        return median * StrictMath.exp(spread * random.nextGaussian());
    }
}
