package org.shoptrace.core.evaluate;

import java.util.Optional;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// A mean over tasks, with the percentile interval of resampled tasks.
///
/// @param value     0 over nothing
/// @param interval  empty for less than two tasks
/// @param tasks     how many there are
/// @param bootstrap seed and number of resamples
public record TaskMean(double value, Optional<ConfidenceInterval> interval, int tasks, Bootstrap bootstrap) {

    /// The mean, and its interval.
    ///
    /// @param taskValues one for each task
    public static TaskMean of(double[] taskValues, Bootstrap bootstrap) {
        return new TaskMean(mean(taskValues), bootstrap.meanInterval(taskValues), taskValues.length, bootstrap);
    }

    /// From left to right, as the released evaluator adds, so that it is the same number as [Summary#mean] to the last bit.
    ///
    /// @return 0 of nothing
    public static double mean(double[] taskValues) {
        double sum = 0;
        for (double value : taskValues) {
            sum += value;
        }
        return taskValues.length == 0 ? 0 : sum / taskValues.length;
    }
}
