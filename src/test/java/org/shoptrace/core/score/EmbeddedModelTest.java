package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A provenance names the very model that compared: another release of it under the same name has another hash.
class EmbeddedModelTest {
    @Test
    void theModelsAreThoseThatTheirCalibrationWasMadeWith() {
        assertEquals(
                Optional.of("afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1"), EmbeddedModel.MINILM.sha256());
        assertEquals(
                Optional.of("6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4"),
                new SimilarityChoice.Embedded(EmbeddedModel.BGE).sha256());
        assertEquals(Optional.empty(), new SimilarityChoice.Table(Path.of("t.json")).sha256());
    }
}
