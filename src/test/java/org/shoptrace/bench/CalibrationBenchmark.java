package org.shoptrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.score.VectorCache;
import org.shoptrace.core.score.VectorSimilarity;
import org.shoptrace.core.score.embedding.EmbeddedSimilarity;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.core.task.TaskFileReader;

/// Finds the embedded model's thresholds: over all pairs of titles of a suite that carries Qwen3-Embedding-0.6B's vectors,
/// the cosine at which the embedded model decides most often as Qwen3 does at a published threshold. Its table is what
/// `EmbeddedSimilarity` holds as constants.
///
/// Argument: the suite, `oro_problem_suite_v3.json`.
public final class CalibrationBenchmark {
    private static final double[] PUBLISHED = {0.5, 0.7, 0.8};

    private CalibrationBenchmark() {}

    /// One pair of titles under both models.
    private record Pair(double qwen, double embedded) {}

    public static void main(String[] args) throws Exception {
        Path suite = Path.of(args.length > 0 ? args[0] : "../shared/data/tasks/oro_problem_suite_v3.json");
        List<Pair> pairs = pairs(TaskFileReader.read(suite).embeddings());
        System.out.println("published threshold agreement always-no pairs");
        for (double published : PUBLISHED) {
            SimilarityCalibration best = calibrate(pairs, published);
            System.out.printf(
                    Locale.ROOT, "%.1f %.4f %.4f %.4f %d%n",
                    best.published(), best.threshold(), best.agreement(), best.alwaysNo(), best.pairs());
        }
    }

    private static List<Pair> pairs(SuiteEmbeddings suite) throws Exception {
        Path folder = Files.createTempDirectory("calibration");
        try (VectorCache cache = VectorCache.open(folder, EmbeddedSimilarity.MODEL)) {
            EmbeddedSimilarity embedded = new EmbeddedSimilarity(cache);
            List<String> titles = suite.titles().stream().sorted().toList();
            embedded.prepare(titles);
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < titles.size(); i++) {
                float[] a = suite.vector(titles.get(i)).orElseThrow();
                for (int j = i + 1; j < titles.size(); j++) {
                    float[] b = suite.vector(titles.get(j)).orElseThrow();
                    pairs.add(new Pair(VectorSimilarity.cosine(a, b), embedded.similarity(titles.get(i), titles.get(j))));
                }
            }
            return pairs;
        }
    }

    /// Every cut between two neighbouring cosines is tried; of cuts that agree alike the lowest is taken, rounded to four decimals.
    private static SimilarityCalibration calibrate(List<Pair> pairs, double published) {
        double[] cosines = pairs.stream().mapToDouble(Pair::embedded).sorted().toArray();
        double best = 1;
        double bestAgreement = -1;
        for (int i = 0; i <= cosines.length; i++) {
            double low = i == 0 ? -1 : cosines[i - 1];
            double high = i == cosines.length ? 1 : cosines[i];
            double cut = Math.round((low + high) / 2 * 10_000) / 10_000.0;
            double agreement = agreement(pairs, published, cut);
            if (agreement > bestAgreement) {
                best = cut;
                bestAgreement = agreement;
            }
        }
        return new SimilarityCalibration(published, best, bestAgreement, agreement(pairs, published, 2), pairs.size());
    }

    private static double agreement(List<Pair> pairs, double published, double cut) {
        long alike = pairs.stream().filter(p -> (p.qwen() >= published) == (p.embedded() >= cut)).count();
        return (double) alike / pairs.size();
    }
}
