package org.shoptrace.core.statistics;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// The smallest difference of two rates on the same tasks that McNemar's test, two-sided at 0.05, finds with power 0.8
/// (the normal approximation of Connor 1987, *Biometrics* 43:207).
///
/// @param tasks      how many tasks both systems do
/// @param discordant the share of tasks, 0..1, that one passes and the other fails
public record DetectableDifference(int tasks, double discordant) {
    /// The discordant share to assume when no pair of runs tells it.
    public static final double USUAL_DISCORDANT = 0.3;

    private static final double ERROR = 0.05;
    private static final double POWER = 0.8;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public DetectableDifference {
        if (tasks < 1 || !(discordant >= 0 && discordant <= 1)) {
            throw new IllegalArgumentException(tasks + " tasks, discordant share " + discordant);
        }
    }

    /// 0..[#discordant]; empty when the tasks are too few to show any difference that such a discordant share allows.
    public OptionalDouble value() {
        double error = NORMAL.inverseCumulativeProbability(1 - ERROR / 2);
        double power = NORMAL.inverseCumulativeProbability(POWER);
        // the positive root d of: sqrt(n) d = error sqrt(s) + power sqrt(s - d²)
        double root = tasks + power * power - error * error;
        if (root < 0) {
            return OptionalDouble.empty();
        }
        double difference = Math.sqrt(discordant) * (error * Math.sqrt(tasks) + power * Math.sqrt(root)) / (tasks + power * power);
        return difference <= discordant && difference > 0 ? OptionalDouble.of(difference) : OptionalDouble.empty();
    }
}
