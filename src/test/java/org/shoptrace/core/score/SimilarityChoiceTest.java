package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityChoiceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"embedded:minilm", "embedded:bge", "table:my titles.json",
                    "endpoint:http://localhost:8000/v1/embeddings,Qwen3-Embedding-0.6B"})
    void whatIsWrittenIsReadAgain(String text) {
        assertEquals(text, SimilarityChoice.parse(text).written());
    }

    @Test
    void theEmbeddedModelNeedNotBeNamed() {
        assertEquals(SimilarityChoice.usual(), SimilarityChoice.parse("embedded"));
        assertEquals("embedded:" + EmbeddedModel.DEFAULT.wireName(), SimilarityChoice.usual().written());
    }

    @Test
    void theModelOfAnEndpointStandsBehindTheLastComma() {
        assertEquals(
                new SimilarityChoice.Endpoint(URI.create("http://host/a,b"), "m"), SimilarityChoice.parse("endpoint:http://host/a,b,m"));
        assertEquals(new SimilarityChoice.Table(Path.of("a,b")), SimilarityChoice.parse("table:a,b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "table", "table:", "endpoint:http://localhost", "endpoint:,m", "endpoint:http://localhost,", "qwen", "embedded:",
                    "embedded:qwen"})
    void anotherTextIsRefusedWithTheFormsThatThereAre(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> SimilarityChoice.parse(text));
        assertTrue(String.valueOf(refused.getMessage()).contains("embedded, embedded:minilm, embedded:bge, table:FILE"),
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"endpoint:http://host/?api_key=sk-SECRET,m", "endpoint:http://user:sk-SECRET@host,m",
                    "endpoint:http://host#sk-SECRET,m",
                    "endpoint:http://user:sk-SECRET@ho_st,m", "endpoint:user:sk-SECRET@host,m", "endpoint:http://user:sk-SECRET@host",
                    "endpoint:http://user:sk-SE CRET@host,m", "endpint:http://user:sk-SECRET@host,m", "http://host?key=sk-SECRET,m",
                    "endpoint:http://h:99999/;k=sk-SECRET,m", "endpoint:http://host/key=SECRET/v1,m", "endpoint:http://host/sk-SECRET/v1,m",
                    "endpoint:http://host/token/SECRET,m", "endpoint:host;k=SECRET,m", "http://host/;k=SECRET,m"})
    void anAddressWithASecretIsRefusedWithoutTellingIt(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> SimilarityChoice.parse(text));
        assertFalse(String.valueOf(refused.getMessage()).contains("CRET"), refused.getMessage());
        assertNull(refused.getCause());
    }
}
