package org.shoptrace.core.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.markup.MarkupText;
import org.shoptrace.model.json.Json;

/// Provenance that no program of ours wrote, and pages of any size.
class OddProvenanceTest {
    @Test
    void numbersBeyondAllBoundsSayNothing() throws Exception {
        assertEquals(Optional.empty(), ProvenanceJson.decode(JsonReader.read("{\"schema_version\": 99999999999999999999}")));
        Json.Obj real = (Json.Obj) ProvenanceJson.encode(SampleOrigin.provenance("f".repeat(64)));
        Json.Obj odd = real.with("seed", new Json.Num("99999999999999999999")).with("step_limit", new Json.Num("3000000000"));
        assertTrue(ProvenanceJson.decode(odd).isPresent(), "what else it says is kept");
    }

    @Test
    void aSidecarSpeaksForFilesBesideItOnly() throws Exception {
        Json.Obj sidecar = (Json.Obj) JsonReader.read(JsonWriter.compact(
                Json.Obj.EMPTY.with("provenance", ProvenanceJson.encode(SampleOrigin.provenance("f".repeat(64)))).with("files", JsonReader
                        .read("""
                        [{"name": "../secret", "sha256": "aa"}, {"name": "/dev/zero", "sha256": "bb"}, {"name": "a.csv", "sha256": "cc"}]"""))));
        Sidecar read = Sidecar.read(JsonWriter.compact(sidecar).getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertEquals(Set.of("a.csv"), read.files().keySet());
    }

    @Test
    void aPageOfManyQuotesIsReadToo() {
        String page = "<html><head><meta name=\"provenance\" content=\"" + "&quot;".repeat(200_000) + "\"/></head><body><p>"
                + "&lt;a&gt;".repeat(200_000) + "</p></body></html>";
        MarkupText read = MarkupText.read(page.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertEquals(200_000, read.attribute("meta", "name", "provenance", "content").orElseThrow().length());
    }
}
