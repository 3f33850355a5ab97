package org.shoptrace.core.score.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.HeldOutAgreement.Share;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.score.TitleCalibration.Level;
import org.shoptrace.core.score.VectorCache;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

class TitleCalibrationTest {
    @TempDir
    private Path folder = Path.of("");

    /// The shipped thresholds are those that agree best on the suite's titles. Processors round the quantised model differently in the
    /// third decimal, so some pairs near a threshold may fall to its other side.
    @NeedsShared
    @ParameterizedTest
    @EnumSource(EmbeddedModel.class)
    void theShippedThresholdsAreTheBestOnTheSuite(EmbeddedModel model) throws Exception {
        SuiteEmbeddings suite = TaskFileReader.read(SharedFiles.require("data/tasks/oro_problem_suite_v3.json")).embeddings();
        try (VectorCache cache = VectorCache.open(folder, model.model())) {
            TitleCalibration calibration = TitleCalibration.of(suite.titles(), suite::vector, new EmbeddedSimilarity(model, cache));
            assertEquals(53, calibration.titles());
            assertEquals(1378, calibration.pairs().size());
            for (int i = 0; i < 3; i++) {
                SimilarityCalibration shipped = ShippedCalibrations.of(model).get(i);
                Level level = calibration.levels().get(i);
                assertEquals(shipped.threshold(), level.used().threshold());
                assertEquals(shipped.heldOut().alwaysNo(), level.alwaysNo(), 1e-4, "the published vectors alone decide that");
                HeldOutAgreement heldOut = level.heldOut().orElseThrow();
                assertShare(shipped.heldOut().agreement(), heldOut.agreement());
                assertShare(shipped.heldOut().gain(), heldOut.gain());
                assertTrue(heldOut.agreement().value() <= level.best().agreement(), "other titles are decided no better than its own");
                assertEquals(level.best().agreement(), level.used().agreement(), 0.01);
                assertEquals(
                        level.disagreeing().size(), Math.round((1 - level.used().agreement()) * calibration.pairs().size()));
            }
        }
    }

    private static void assertShare(Share shipped, Share now) {
        assertEquals(shipped.value(), now.value(), 0.01);
        assertEquals(shipped.interval().low(), now.interval().low(), 0.015);
        assertEquals(shipped.interval().high(), now.interval().high(), 0.015);
    }

    @Test
    void namesThePairsThatDisagreeTheFarthestFirst() throws Exception {
        Map<String, float[]> vectors = Map.of(
                "a", new float[] {1, 0}, "b", new float[] {1, 0.1f}, "c", new float[] {0, 1}, "d", new float[] {1, 1});
        TitleCalibration calibration = TitleCalibration.of(vectors.keySet(), title -> Optional.ofNullable(vectors.get(title)),
                LiteralTitles.EQUAL);
        Level half = calibration.levels().getFirst();
        // alike from 0.5 on: a-b, and d with each of the others; the model under test finds none alike
        assertEquals(List.of("a b", "b d", "a d", "c d"), half.disagreeing().stream().map(pair -> pair.a() + " " + pair.b()).toList());
        assertEquals(half.disagreeing(), half.missed());
        assertEquals(2 / 6.0, half.used().agreement());
        assertEquals(2 / 6.0, half.alwaysNo());
        assertEquals(Optional.empty(), half.heldOut(), "four titles are too few to choose a threshold on some and judge it on others");
        assertEquals(4 / 6.0, half.best().agreement(), "a cut under all of its cosines says always yes");
        assertTrue(half.best().threshold() < 0);
    }
}
