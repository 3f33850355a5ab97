package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What would become of the success rate if titles had to be more or less alike, everything else being as it is.
///
/// @param points from the lowest threshold to the highest
public record ThresholdSweep(List<Point> points) {
    public ThresholdSweep {
        points = List.copyOf(points);
    }

    /// The figures at a threshold.
    ///
    /// @param threshold from which cosine on two titles are alike, in the terms of the model that compared; a stand-in's cosines are not
    ///     those of the published model
    /// @param asr       by the denominator of the profile
    /// @param lost      the runs that were successes at the threshold before this one and are none here
    public record Point(double threshold, TaskShare asr, List<ScoredRun> lost) {
        public Point {
            lost = List.copyOf(lost);
        }
    }

    /// 0.20, 0.25, … 0.95.
    public static double[] usualThresholds() {
        return IntStream.rangeClosed(4, 19).mapToDouble(i -> i * 5 / 100.0).toArray();
    }

    /// @param thresholds at least one; taken from low to high. One threshold holds for all intents, where the profile has one for each
    public static ThresholdSweep of(Summary summary, double... thresholds) {
        double[] rising = Arrays.stream(thresholds).sorted().toArray();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rising.length; i++) {
            double here = rising[i];
            double before = i == 0 ? here : rising[i - 1];
            List<ScoredRun> lost = summary.runs().stream()
                    .filter(run -> run.details().titles().success(before) && !run.details().titles().success(here))
                    .toList();
            points.add(new Point(here, summary.share(run -> run.details().titles().success(here)), lost));
        }
        return new ThresholdSweep(points);
    }
}
