package org.shoptrace.core.sandbox.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.RankedProduct;
import org.shoptrace.core.sandbox.SandboxJson;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// Answers on the shared catalogue against those of the reference implementations.
@NeedsShared
class GoldenSandboxTest {
    /// The file has four decimals, and Anserini lowers the scores it prints for ties by 1e-6 a place.
    private static final double SCORE_TOLERANCE = 0.00005 + 0.000001;

    @TempDir
    static Path folder;

    private static LuceneSandbox sandbox;

    @BeforeAll
    static void buildCatalogue() throws Exception {
        Path documents = GoldenSet.DOCUMENTS;
        List<Rejection> rejections = new ArrayList<>();
        new CatalogIndexer().build(List.of(documents), folder.resolve("catalogue"), rejections::add, Progress.NONE);
        assertEquals(List.of(), rejections);
        sandbox = LuceneSandbox.open(folder.resolve("catalogue"));
    }

    @AfterAll
    static void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void knowsTheWholeCatalogue() {
        assertEquals(5_454, sandbox.info().documents());
        assertEquals(0, sandbox.info().rejected());
        assertEquals(List.of("documents.jsonl.gz"), sandbox.info().sources());
    }

    @ParameterizedTest
    @ValueSource(strings = {"golden/find_product.json", "golden/find_product_malformed.json"})
    void findsTheSameProductsAsTheReference(String file) throws Exception {
        List<String> wrong = new ArrayList<>();
        int payloads = 0;
        List<Json> cases = items(file);
        for (Json each : cases) {
            Json.Obj expected = (Json.Obj) each;
            Json.Obj request = expected.object("request").orElseThrow();
            FindAnswer answer = sandbox.find(request(request));
            Json.Arr ids = Json.texts(answer.products().stream().map(Product::productId).toList());
            if (!ids.items().equals(expected.items("product_ids"))) {
                wrong.add(request + " answers " + ids);
            }
            if (expected.get("payload").isPresent()) {
                payloads++;
                assertEquals(expected.items("payload"), SandboxJson.find(answer).items());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(cases.size() >= 220);
        assertTrue(payloads > 0 || file.contains("malformed"));
    }

    @Test
    void ranksAndScoresAsAnserini() throws Exception {
        List<Json> cases = items("golden/rankings.json");
        for (Json each : cases) {
            Json.Obj expected = (Json.Obj) each;
            String q = expected.text("q").orElseThrow();
            List<RankedProduct> hits = sandbox.ranking(q, 100);
            List<Json> expectedHits = expected.items("hits");
            assertEquals(expectedHits.stream().map(hit -> id((Json.Arr) hit)).toList(),
                    hits.stream().map(RankedProduct::productId).toList(), q);
            for (int i = 0; i < hits.size(); i++) {
                assertEquals(score((Json.Arr) expectedHits.get(i)), hits.get(i).score(), SCORE_TOLERANCE, q);
            }
        }
        assertTrue(cases.size() >= 500);
    }

    private static String id(Json.Arr hit) {
        return hit.items().getFirst().asText().orElseThrow();
    }

    private static double score(Json.Arr hit) {
        return ((Json.Num) hit.items().getLast()).asDouble();
    }

    private static List<Json> items(String file) throws Exception {
        return ((Json.Arr) JsonReader.read(Files.readAllBytes(SharedFiles.require(file)))).items();
    }

    private static FindRequest request(Json.Obj wire) {
        return new FindRequest(
                wire.text("q").orElse(null),
                wire.text("page").orElse(null),
                wire.text("shop_id").orElse(null),
                wire.text("price").orElse(null),
                wire.text("sort").orElse(null),
                wire.text("service").orElse(null));
    }
}
