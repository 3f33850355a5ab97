package org.shoptrace.core.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// The percentile bootstrap (Efron and Tibshirani 1993, chapter 13). What is drawn is a task with all its trials: trials of one
/// task resemble each other, and drawing them one by one would make intervals too narrow.
///
/// @param seed      equal seeds give equal intervals, on every machine
/// @param resamples how often the tasks are drawn anew
public record Bootstrap(long seed, int resamples) {
    /// 10,000 resamples with a fixed seed.
    public static final Bootstrap DEFAULT = new Bootstrap(20_260_101L, 10_000);

    private static final double ERROR = 0.05;

    public Bootstrap {
        if (resamples < 1) {
            throw new IllegalArgumentException(resamples + " resamples");
        }
    }

    /// The interval of a statistic over tasks.
    ///
    /// @param tasks     how many there are
    /// @param statistic gets the drawn tasks' numbers, 0 to `tasks` - 1, as many as there are tasks; `NaN` where it is not
    ///     defined, and that resample is left out. The array is used again: it must not be kept
    /// @return empty for less than two tasks, which say nothing about their spread, and when no resample has the statistic
    public Optional<ConfidenceInterval> interval(int tasks, ToDoubleFunction<int[]> statistic) {
        if (tasks < 2) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        int[] drawn = new int[tasks];
        for (int resample = 0; resample < resamples; resample++) {
            for (int i = 0; i < tasks; i++) {
                drawn[i] = random.nextInt(tasks);
            }
            values[resample] = statistic.applyAsDouble(drawn);
        }
        double[] defined = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return defined.length == 0
                ? Optional.empty()
                : Optional.of(new ConfidenceInterval(quantile(defined, ERROR / 2), quantile(defined, 1 - ERROR / 2)));
    }

    /// The interval of the mean over tasks. In whatever order they come, by files and by lines, it is the same.
    ///
    /// @param taskValues one for each task: for repeated trials the task's mean
    public Optional<ConfidenceInterval> meanInterval(double[] taskValues) {
        double[] ordered = taskValues.clone();
        Arrays.sort(ordered);
        return interval(ordered.length, drawn -> {
            double sum = 0;
            for (int task : drawn) {
                sum += ordered[task];
            }
            return sum / drawn.length;
        });
    }

    /// Between neighbours by their distance (type 7 of Hyndman and Fan 1996, the default of R and NumPy).
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
