package org.shoptrace.core.score.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.score.VectorCache;

class EmbeddedSimilarityTest {
    private static final String A = "Stainless steel water bottle, 1 litre, with a straw";
    private static final String B = "Insulated drinking flask made of steel, 1000 ml";

    @TempDir
    private Path folder = Path.of("");

    /// The model is quantised, and processors round its integers differently in the third decimal.
    @ParameterizedTest
    @CsvSource({"MINILM, 0.5351", "BGE, 0.7701"})
    void embedsTwoTitlesAfreshWithoutANetwork(EmbeddedModel model, double expected) throws Exception {
        try (VectorCache cache = VectorCache.open(folder, model.model())) {
            EmbeddedSimilarity similarity = new EmbeddedSimilarity(model, cache);
            assertEquals(expected, similarity.similarity(A, B), 0.01);
            assertEquals(1, similarity.similarity(A, A), 1e-6);
            assertEquals(384, cache.get(A).orElseThrow().length);
            assertTrue(Boolean.getBoolean("ai.djl.offline"), "or the tokenizer's library asks a metadata service where it runs");
        }
    }

    @Test
    void aTitleWithoutWordsResemblesNothing() throws Exception {
        try (VectorCache cache = VectorCache.open(folder, EmbeddedModel.DEFAULT.model())) {
            EmbeddedSimilarity similarity = new EmbeddedSimilarity(EmbeddedModel.DEFAULT, cache);
            similarity.prepare(List.of(" ", A));
            assertEquals(0, similarity.similarity(A, " "));
        }
    }

    @ParameterizedTest
    @EnumSource(EmbeddedModel.class)
    void saysThatItIsAStandInAndHowWellItAgrees(EmbeddedModel model) throws Exception {
        try (VectorCache cache = VectorCache.open(folder, model.model())) {
            EmbeddedSimilarity similarity = new EmbeddedSimilarity(model, cache);
            assertFalse(similarity.comparableWithPublished());
            for (double published : new double[] {0.5, 0.7, 0.8}) {
                SimilarityCalibration calibration = similarity.calibration(published).orElseThrow();
                assertEquals(calibration.threshold(), similarity.threshold(published));
                HeldOutAgreement heldOut = calibration.heldOut();
                assertTrue(heldOut.agreement().interval().contains(heldOut.agreement().value()));
                assertEquals(heldOut.agreement().value() - heldOut.alwaysNo(), heldOut.gain().value(), 0.0011);
                assertTrue(calibration.told().startsWith("threshold " + calibration.threshold() + " stands in for " + published));
            }
        }
    }
}
