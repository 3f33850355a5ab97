package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shoptrace.core.ShoptraceException;

/// How a similarity model decides beside the published one, over all pairs of titles that a suite carries Qwen3-Embedding-0.6B's vectors
/// of. It says whether figures made with that model mean anything.
///
/// @param model  the name of the model under test
/// @param titles how many titles the pairs are made of
/// @param pairs  every two titles once
/// @param levels one for each published threshold
public record TitleCalibration(String model, int titles, List<Pair> pairs, List<Level> levels) {
    /// The thresholds of the two profiles: 0.5 for targets, 0.7 for the competition's, 0.8 for web tasks.
    public static final List<Double> PUBLISHED = List.of(0.5, 0.7, 0.8);

    public TitleCalibration {
        pairs = List.copyOf(pairs);
        levels = List.copyOf(levels);
    }

    /// Two titles under both models.
    ///
    /// @param published the cosine of the suite's vectors
    /// @param tested    that of the model under test
    public record Pair(String a, String b, double published, double tested) {}

    /// What holds at one published threshold. Of the agreements only `heldOut` tells how the model would do on other titles; the others are
    /// in-sample where their threshold was chosen on these pairs.
    ///
    /// @param used        the threshold that the model is scored with
    /// @param best        the threshold that agrees on most of these pairs; of several the lowest
    /// @param heldOut     how thresholds that are chosen so do on other titles; empty for too few titles
    /// @param ranking     how well the model ranks pairs, whatever the threshold (the area under the ROC curve): 0.5 for one that knows
    ///     nothing; empty where the published model finds all pairs alike, or none
    /// @param alwaysNo    the share of pairs on which answering "no" always would decide alike, 0..1
    /// @param disagreeing the pairs on which `used` decides otherwise than the published model, those that the two see most apart first
    public record Level(
            double published, Cut used, Cut best, Optional<HeldOutAgreement> heldOut, Optional<HeldOutAgreement.Share> ranking,
            double alwaysNo,
            List<Pair> disagreeing) {
        public Level {
            disagreeing = List.copyOf(disagreeing);
        }

        /// The pairs that the published model finds alike and the one under test does not.
        public List<Pair> missed() {
            return disagreeing.stream().filter(pair -> pair.published() >= published).toList();
        }
    }

    /// A threshold of the model under test.
    ///
    /// @param agreement the share of these pairs that it decides as the published model does, 0..1; in-sample where the threshold was
    ///     chosen on them
    public record Cut(double threshold, double agreement) {}

    /// Some seconds for many titles, of which nobody hears.
    ///
    /// @param titles those that `vector` knows
    /// @param vector the published model's vector of a title
    /// @throws ShoptraceException when the model under test cannot compare two titles
    public static TitleCalibration of(
            Collection<String> titles, Function<String, Optional<float[]>> vector, TitleSimilarity model) throws ShoptraceException {
        return of(titles, vector, model, () -> {});
    }

    /// As above, for who may not want to wait.
    ///
    /// @param pause called now and then; what it throws ends the counting
    /// @throws ShoptraceException when the model under test cannot compare two titles
    public static TitleCalibration of(
            Collection<String> titles, Function<String, Optional<float[]>> vector, TitleSimilarity model, Runnable pause)
            throws ShoptraceException {
        List<String> sorted = titles.stream().sorted().distinct().toList();
        List<float[]> vectors = sorted.stream().map(title -> vector.apply(title).orElseThrow()).toList();
        model.prepare(sorted);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            pause.run();
            for (int j = i + 1; j < sorted.size(); j++) {
                pairs.add(new Pair(
                        sorted.get(i),
                        sorted.get(j),
                        VectorSimilarity.cosine(vectors.get(i), vectors.get(j)),
                        model.similarity(sorted.get(i), sorted.get(j))));
            }
        }
        return new TitleCalibration(
                model.name(), sorted.size(), pairs,
                PUBLISHED.stream().map(level -> level(pairs, level, model.threshold(level), pause)).toList());
    }

    private static Level level(List<Pair> pairs, double published, double used, Runnable pause) {
        List<Pair> disagreeing = pairs.stream()
                .filter(pair -> alike(pair, published) != (pair.tested() >= used))
                .sorted(Comparator.comparingDouble((Pair pair) -> Math.abs(pair.published() - published)).reversed())
                .toList();
        List<Pair> rising = pairs.stream().sorted(Comparator.comparingDouble(Pair::tested)).toList();
        boolean[] alike = new boolean[rising.size()];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = alike(rising.get(i), published);
        }
        BestCut best = BestCut.of(rising.stream().mapToDouble(Pair::tested).toArray(), alike);
        return new Level(
                published,
                new Cut(used, agreement(pairs, published, used)),
                new Cut(best.threshold(), best.agreement()),
                TitleCrossValidation.DEFAULT.agreement(pairs, published, pause),
                Ranking.of(pairs, published, TitleCrossValidation.DEFAULT.bootstrap(), pause),
                agreement(pairs, published, Double.POSITIVE_INFINITY),
                disagreeing);
    }

    private static double agreement(List<Pair> pairs, double published, double cut) {
        long agreed = pairs.stream().filter(pair -> alike(pair, published) == (pair.tested() >= cut)).count();
        return pairs.isEmpty() ? 0 : (double) agreed / pairs.size();
    }

    private static boolean alike(Pair pair, double published) {
        return pair.published() >= published;
    }
}
