package org.shoptrace.core.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Judges how well a threshold can be chosen, by titles that it was not chosen on. Titles are divided into groups; a pair is decided by
/// the threshold that agrees best with the published model on the pairs that have no title of its own two groups. Pairs share titles, so
/// leaving out pairs would not do. One division is an accident, so the mean of several is taken, and intervals come from drawing titles
/// anew.
///
/// @param groups    how many groups the titles are divided into; three at least, or a pair of two groups leaves no other
/// @param divisions how often they are divided anew
/// @param seed      of the divisions; equal seeds give equal figures, on every machine
/// @param bootstrap draws titles for the intervals; thresholds are not chosen anew for it
public record TitleCrossValidation(int groups, int divisions, long seed, Bootstrap bootstrap) {
    /// Six groups, divided 20 times.
    public static final TitleCrossValidation DEFAULT = new TitleCrossValidation(6, 20, Bootstrap.DEFAULT.seed(), Bootstrap.DEFAULT);

    public TitleCrossValidation {
        if (groups < 3 || divisions < 1) {
            throw new IllegalArgumentException(groups + " groups, " + divisions + " divisions");
        }
    }

    /// A pair of titles by their numbers, with what both models say of it.
    private record Judged(int a, int b, double tested, boolean alike) {}

    /// The method in a sentence, for people.
    public String method() {
        return "cross-validated over titles: " + groups + " groups, divided anew " + divisions + " times (seed " + seed
                + "), each pair decided by the threshold that fits the pairs of titles of the other groups; intervals are 95 %, by "
                + String.format(Locale.ROOT, "%,d", bootstrap.resamples()) + " resamples of titles (seed " + bootstrap.seed()
                + "), in which thresholds are not chosen anew";
    }

    /// The agreement at one published threshold.
    ///
    /// @param pairs every two of the titles once
    /// @param pause called now and then; what it throws ends the counting
    /// @return empty for less than two titles a group, which leave too few to choose a threshold on
    public Optional<HeldOutAgreement> agreement(List<TitleCalibration.Pair> pairs, double published, Runnable pause) {
        Map<String, Integer> titles = Ranking.numbered(pairs);
        if (titles.size() < 2 * groups) {
            return Optional.empty();
        }
        List<Judged> judged = pairs.stream()
                .map(pair -> new Judged(
                        titles.getOrDefault(pair.a(), -1), titles.getOrDefault(pair.b(), -1), pair.tested(), pair.published() >= published))
                .sorted(Comparator.comparingDouble(Judged::tested))
                .toList();
        double[] agreed = agreed(judged, titles.size(), pause);
        double[] gained = new double[agreed.length];
        for (int i = 0; i < agreed.length; i++) {
            gained[i] = agreed[i] - (judged.get(i).alike() ? 0 : 1);
        }
        double alwaysNo = (double) judged.stream().filter(pair -> !pair.alike()).count() / judged.size();
        return Optional.of(new HeldOutAgreement(
                titles.size(), judged.size(), share(judged, agreed, titles.size(), pause), alwaysNo,
                share(judged, gained, titles.size(), pause)));
    }

    /// For each pair the share of divisions in which it was decided as the published model decides it.
    private double[] agreed(List<Judged> judged, int titles, Runnable pause) {
        double[] agreed = new double[judged.size()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int division = 0; division < divisions; division++) {
            int[] group = divide(titles, random);
            for (int one = 0; one < groups; one++) {
                for (int other = one; other < groups; other++) {
                    pause.run();
                    int low = one;
                    int high = other;
                    double threshold = threshold(judged, pair -> apart(group[pair.a()], low, high) && apart(group[pair.b()], low, high));
                    for (int i = 0; i < agreed.length; i++) {
                        Judged pair = judged.get(i);
                        int first = group[pair.a()];
                        int second = group[pair.b()];
                        if (Math.min(first, second) == low
                                && Math.max(first, second) == high
                                && (pair.tested() >= threshold) == pair.alike()) {
                            agreed[i]++;
                        }
                    }
                }
            }
        }
        return Arrays.stream(agreed).map(count -> count / divisions).toArray();
    }

    private static boolean apart(int group, int one, int other) {
        return group != one && group != other;
    }

    /// Groups of as equal a size as can be.
    private int[] divide(int titles, SplittableRandom random) {
        int[] group = new int[titles];
        for (int i = 0; i < titles; i++) {
            group[i] = i % groups;
        }
        for (int i = titles - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = group[i];
            group[i] = group[j];
            group[j] = swapped;
        }
        return group;
    }

    private static double threshold(List<Judged> judged, Predicate<Judged> isIn) {
        List<Judged> fit = judged.stream().filter(isIn).toList();
        boolean[] alike = new boolean[fit.size()];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = fit.get(i).alike();
        }
        return BestCut.of(fit.stream().mapToDouble(Judged::tested).toArray(), alike).threshold();
    }

    /// The mean over pairs, and over the pairs of drawn titles; a title drawn twice makes no pair with itself.
    private HeldOutAgreement.Share share(List<Judged> judged, double[] values, int titles, Runnable pause) {
        double mean = Arrays.stream(values).sum() / values.length;
        int[] times = new int[titles];
        ConfidenceInterval interval = bootstrap.interval(titles, drawn -> {
            pause.run();
            Arrays.fill(times, 0);
            for (int title : drawn) {
                times[title]++;
            }
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < values.length; i++) {
                int weight = times[judged.get(i).a()] * times[judged.get(i).b()];
                sum += weight * values[i];
                weights += weight;
            }
            return sum / weights;
        }).orElseThrow();
        return new HeldOutAgreement.Share(mean, interval);
    }
}
