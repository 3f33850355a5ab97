package org.shoptrace.core.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Krippendorff's alpha for nominal labels: any number of raters, and not every rater need have labelled every task
/// (Krippendorff 2011, *Computing Krippendorff's Alpha-Reliability*).
public final class KrippendorffAlpha {
    private final List<List<Integer>> tasks;
    private final int labels;

    /// @param tasks the labels that each task got, one a rater; those with less than two say nothing of agreement and are left
    ///     out
    public KrippendorffAlpha(List<? extends List<?>> tasks) {
        Map<Object, Integer> numbers = new HashMap<>();
        this.tasks = tasks.stream()
                .filter(task -> task.size() > 1)
                .map(task -> task.stream().map(label -> number(numbers, label)).toList())
                .toList();
        this.labels = numbers.size();
    }

    private static Integer number(Map<Object, Integer> numbers, Object label) {
        int next = numbers.size();
        return numbers.computeIfAbsent(label, unseen -> next);
    }

    /// How many tasks have two labels or more.
    public int pairable() {
        return tasks.size();
    }

    /// At most 1; 0 is the agreement of chance. Empty when it is not defined: less than two different labels.
    public OptionalDouble value() {
        double alpha = alpha(tasks.stream());
        return Double.isNaN(alpha) ? OptionalDouble.empty() : OptionalDouble.of(alpha);
    }

    /// The percentile interval over tasks.
    public Optional<ConfidenceInterval> interval(Bootstrap bootstrap) {
        return bootstrap.interval(tasks.size(), drawn -> alpha(Arrays.stream(drawn).mapToObj(tasks::get)));
    }

    private double alpha(Stream<List<Integer>> sample) {
        double[] totals = new double[labels];
        double[] observed = {0};
        sample.forEach(task -> {
            int[] counts = new int[labels];
            task.forEach(label -> counts[label]++);
            int raters = task.size();
            for (int label = 0; label < labels; label++) {
                totals[label] += counts[label];
                observed[0] += (double) counts[label] * (raters - counts[label]) / (raters - 1);
            }
        });
        double all = 0;
        double alike = 0;
        for (double total : totals) {
            all += total;
            alike += total * total;
        }
        double expected = all * all - alike;
        return expected == 0 ? Double.NaN : 1 - (all - 1) * observed[0] / expected;
    }
}
