package org.shoptrace.core.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.score.TitleCalibration.Pair;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// How well a model ranks pairs of titles, whatever the threshold: the chance that it finds a pair that the published model calls alike
/// more alike than one that it does not (the area under the ROC curve). No threshold is chosen, so nothing is in-sample.
final class Ranking {
    private Ranking() {}

    /// 0.5 for a model that knows nothing, 1 for one that ranks as the published model does; pairs that the model finds equally alike count
    /// half. With the interval of resampled titles.
    ///
    /// @param pause called now and then; what it throws ends the counting
    /// @return empty where the published model finds all pairs alike, or none
    static Optional<HeldOutAgreement.Share> of(List<Pair> pairs, double published, Bootstrap bootstrap, Runnable pause) {
        Map<String, Integer> titles = numbered(pairs);
        List<Pair> rising = pairs.stream().sorted(Comparator.comparingDouble(Pair::tested)).toList();
        int[] first = rising.stream().mapToInt(pair -> titles.getOrDefault(pair.a(), -1)).toArray();
        int[] second = rising.stream().mapToInt(pair -> titles.getOrDefault(pair.b(), -1)).toArray();
        boolean[] alike = new boolean[rising.size()];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = rising.get(i).published() >= published;
        }
        double[] tested = rising.stream().mapToDouble(Pair::tested).toArray();
        int[] once = new int[titles.size()];
        Arrays.fill(once, 1);
        double area = area(first, second, tested, alike, once);
        if (Double.isNaN(area)) {
            return Optional.empty();
        }
        int[] times = new int[titles.size()];
        Optional<ConfidenceInterval> interval = bootstrap.interval(titles.size(), drawn -> {
            pause.run();
            Arrays.fill(times, 0);
            for (int title : drawn) {
                times[title]++;
            }
            return area(first, second, tested, alike, times);
        });
        return interval.map(known -> new HeldOutAgreement.Share(area, known));
    }

    /// The titles of all pairs with their places in the order of the alphabet, from 0.
    static Map<String, Integer> numbered(List<Pair> pairs) {
        Map<String, Integer> numbers = new HashMap<>();
        pairs.stream().flatMap(pair -> Stream.of(pair.a(), pair.b())).distinct().sorted()
                .forEach(title -> numbers.put(title, numbers.size()));
        return numbers;
    }

    /// @param tested rising
    /// @param times  how often each title was drawn
    private static double area(int[] first, int[] second, double[] tested, boolean[] alike, int[] times) {
        double below = 0;
        double won = 0;
        double yes = 0;
        int i = 0;
        while (i < tested.length) {
            double yesHere = 0;
            double noHere = 0;
            int same = i;
            for (; same < tested.length && tested[same] == tested[i]; same++) {
                double weight = (double) times[first[same]] * times[second[same]];
                if (alike[same]) {
                    yesHere += weight;
                } else {
                    noHere += weight;
                }
            }
            won += yesHere * (below + noHere / 2);
            yes += yesHere;
            below += noHere;
            i = same;
        }
        return won / (yes * below);
    }
}
