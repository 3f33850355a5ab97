package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.json.Json;

class SandboxCommandsTest {
    @TempDir
    Path folder;

    private Path documents;
    private Path catalog;
    private String out = "";
    private String err = "";

    @BeforeEach
    void writeDocuments() throws Exception {
        documents = folder.resolve("documents.jsonl");
        catalog = folder.resolve("catalogue");
        try (DocumentWriter writer = new DocumentWriter(documents)) {
            for (Document document : SampleProducts.three()) {
                writer.write(document);
            }
        }
    }

    @Test
    void indexPrintsASummaryAndNamesRejectedLines() throws Exception {
        Files.writeString(documents, "no document\n", StandardOpenOption.APPEND);

        assertEquals(0, run("index", "--documents", documents.toString(), "--catalog", catalog.toString()));

        Json.Obj summary = (Json.Obj) JsonReader.read(out);
        assertEquals(new Json.Num("3"), summary.fields().get("documents"));
        assertEquals(new Json.Num("1"), summary.fields().get("rejected"));
        assertTrue(summary.text("fingerprint").orElseThrow().matches("[0-9a-f]{64}"));
        assertTrue(summary.fields().get("seconds") instanceof Json.Num);
        assertTrue(err.startsWith(documents + ":4: bad JSON"), err);
    }

    @Test
    void findAndViewPrintTheToolsAnswers() {
        run("index", "--documents", documents.toString(), "--catalog", catalog.toString());

        assertEquals(0, run("find", "--catalog", catalog.toString(), "--q", "wallets", "--price", "-200"));
        assertEquals(
                "[{\"product_id\":\"30\",\"shop_id\":\"7\",\"title\":\"Blue"
                        + " wallet\",\"price\":100.0,\"service\":[\"COD\",\"official\"],\"sold_count\":4}]\n",
                out);
        assertEquals(0, run("view", "--catalog", catalog.toString(), "--product-ids", "30,none"));
        assertEquals(
                "[{\"product_id\":\"30\",\"short_description\":\"Short\",\"description\":\"Long\","
                        + "\"sku_options\":{\"1\":{\"color_family\":\"blue\"}},"
                        + "\"attributes\":{\"material\":[\"café leather\",\"blue\"]}}]\n",
                out);
    }

    @Test
    void failuresAreOneLineAndExitCodeOne() {
        assertEquals(1, run("find", "--catalog", folder.resolve("absent").toString(), "--q", "wallet"));
        assertEquals("", out);
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.startsWith("shoptrace: there is no catalogue: " + folder.resolve("absent")), err);
    }

    @Test
    void wrongUsageIsExitCodeTwo() {
        assertEquals(2, run("find", "--catalog", catalog.toString()));
        assertTrue(err.contains("--q"), err);
    }

    private int run(String... args) {
        CommandLineRun run = CommandLineRun.of(args);
        out = run.out();
        err = run.err();
        return run.exitCode();
    }
}
