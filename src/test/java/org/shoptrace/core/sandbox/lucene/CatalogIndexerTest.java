package org.shoptrace.core.sandbox.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.job.CancelledProgress;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.catalog.Product;

class CatalogIndexerTest {
    @TempDir
    Path folder;

    private Path catalog;
    private Path documents;
    private final List<Rejection> rejections = new ArrayList<>();

    @BeforeEach
    void writeDocuments() throws Exception {
        catalog = folder.resolve("catalogue");
        documents = write("documents.jsonl", SampleProducts.three());
    }

    @Test
    void countsEveryLineAsIndexedOrRejected() throws Exception {
        Files.writeString(documents, "nothing\n", StandardOpenOption.APPEND);
        Path more = write("more.jsonl", SampleProducts.three().subList(0, 2));

        CatalogInfo info = build(documents, more);

        assertEquals(3, info.documents());
        assertEquals(3, info.rejected());
        assertEquals(List.of(documents + ":4", more + ":1", more + ":2"), rejections.stream().map(r -> r.file() + ":" + r.line()).toList());
        try (LuceneSandbox sandbox = LuceneSandbox.open(catalog)) {
            assertEquals(info, sandbox.info());
            assertEquals(List.of("documents.jsonl", "more.jsonl"), info.sources());
        }
    }

    @Test
    void theFirstOfARepeatedIdCountsWhateverTheThreads() throws Exception {
        List<Document> repeated = IntStream.range(0, 400)
                .mapToObj(i -> Document.of(SampleProducts.product("id" + i % 100, "lamp " + i, "7", "1", List.of())))
                .toList();
        Path file = write("repeated.jsonl", repeated);

        CatalogInfo info = new CatalogIndexer(4, 300, Clock.systemUTC()).build(List.of(file), catalog, rejections::add, Progress.NONE);

        assertEquals(100, info.documents());
        assertEquals(IntStream.range(101, 401).boxed().toList(), rejections.stream().map(r -> (int) r.line()).toList());
        try (LuceneSandbox sandbox = LuceneSandbox.open(catalog)) {
            assertEquals("lamp 42", sandbox.product("id42").orElseThrow().title());
        }
    }

    @Test
    void giveBackWholeDocuments() throws Exception {
        build(documents);
        try (LuceneSandbox sandbox = LuceneSandbox.open(catalog)) {
            Product wallet = SampleProducts.three().getFirst().product();
            assertEquals(wallet, sandbox.product("30").orElseThrow());
            assertEquals("ACME", sandbox.record("30").orElseThrow().text("brand").orElseThrow());
            assertTrue(sandbox.product("3").isEmpty());
            assertEquals(List.of("100", "30", "100"), sandbox.view("100,30, 20,,100").stream().map(Product::productId).toList());
        }
    }

    @Test
    void aNewBuildTakesTheOldOnesPlaceAndLeavesNothingBehind() throws Exception {
        build(documents);
        try (LuceneSandbox old = LuceneSandbox.open(catalog)) {
            build(write("one.jsonl", SampleProducts.three().subList(2, 3)));
            assertEquals(3, old.size(), "who has the old one open keeps it");
            assertEquals(1, old.find(new FindRequest("lamp", "1", null, null, null, null)).products().size());
        }
        try (LuceneSandbox now = LuceneSandbox.open(catalog)) {
            assertEquals(1, now.size());
        }
        assertEquals(1, indexFolders());
    }

    @Test
    void aFailedBuildLeavesTheOldCatalogue() throws Exception {
        CatalogInfo before = build(documents);
        Path useless = Files.writeString(folder.resolve("useless.jsonl"), "nothing\n");
        assertFails("there is no usable document (1 lines were rejected)", () -> build(useless));
        assertFails("there is no such file", () -> build(documents, folder.resolve("absent")));
        assertOpens(before);
        assertEquals(1, indexFolders());
    }

    @Test
    void aFailedFirstBuildLeavesNothing() throws Exception {
        Path useless = Files.writeString(folder.resolve("useless.jsonl"), "nothing\n");
        assertFails("there is no usable document", () -> build(useless));
        assertFalse(Files.exists(catalog));
    }

    @Test
    void aCancelledBuildLeavesTheOldCatalogue() throws Exception {
        CatalogInfo before = build(documents);
        Progress cancelled = new CancelledProgress();
        assertThrows(
                CancellationException.class,
                () -> new CatalogIndexer().build(List.of(documents), catalog, rejections::add, cancelled));
        assertOpens(before);
        assertEquals(1, indexFolders());
    }

    @Test
    void aKilledBuildLeavesTheOldCatalogueAndTheNextOneCleansUp() throws Exception {
        CatalogInfo before = build(documents);
        // What a kill -9 leaves: a half-written index that no manifest names, and a manifest that was not moved.
        Path leftover = Files.createDirectory(catalog.resolve("index-dead"));
        Files.writeString(leftover.resolve("_0.fdt"), "half a segment");
        Files.writeString(catalog.resolve("catalog.json.next"), "{");

        assertOpens(before);
        build(documents);
        assertEquals(1, indexFolders());
        assertFalse(Files.exists(catalog.resolve("catalog.json.next")));
    }

    @Test
    void aFirstBuildThatWasKilledIsToldApartAndCanBeRepeated() throws Exception {
        Files.createDirectories(catalog.resolve("index-dead"));
        assertFails("the catalogue was never finished", () -> LuceneSandbox.open(catalog));
        assertEquals(3, build(documents).documents());
        assertEquals(1, indexFolders());
    }

    @Test
    void onlyOneBuildWorksInACatalogue() throws Exception {
        try (CatalogBuild other = new CatalogDirectory(catalog).begin()) {
            assertFails("another build is at work", () -> build(documents));
            assertFalse(Files.exists(other.index()));
        }
        assertEquals(3, build(documents).documents());
    }

    @Test
    void refusesAFolderThatHoldsSomethingElse() throws Exception {
        Files.createDirectory(catalog);
        Files.writeString(catalog.resolve("thesis.txt"), "years of work");
        assertFails("the folder is no catalogue and is not empty", () -> build(documents));
        assertFails("the folder holds no catalogue", () -> LuceneSandbox.open(catalog));
        assertFails("there is a file where the catalogue should go", () -> new CatalogIndexer()
                .build(List.of(documents), documents, rejections::add, Progress.NONE));
        assertEquals("years of work", Files.readString(catalog.resolve("thesis.txt")));
    }

    @Test
    void namesTheCatalogueThatLiesInTheFolderOfAWorkspace() throws Exception {
        assertEquals(3, build(documents).documents());
        Path workspace = Files.createDirectories(catalog.resolveSibling("workspace"));
        Path inside = workspace.resolve("hidden").resolve("catalog").resolve("documents.jsonl");
        Files.createDirectories(inside.getParent());
        Files.move(catalog, inside);
        assertFails("Name the one that lies in it: " + inside, () -> LuceneSandbox.open(workspace));
    }

    @Test
    void saysThatAForeignIndexIsForeign() throws Exception {
        try (IndexWriter writer = new IndexWriter(new MMapDirectory(catalog), new IndexWriterConfig())) {
            writer.commit();
        }
        assertFails("was not built by Shoptrace", () -> LuceneSandbox.open(catalog));
        assertFails("is no catalogue and is not empty", () -> build(documents));
    }

    @Test
    void saysThatAnIndexIsDamaged() throws Exception {
        build(documents);
        Path index;
        try (Stream<Path> entries = Files.list(catalog)) {
            index = entries.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        try (Stream<Path> files = Files.list(index)) {
            Files.delete(files.filter(file -> file.getFileName().toString().startsWith("segments")).findFirst().orElseThrow());
        }
        assertFails("missing or damaged", () -> LuceneSandbox.open(catalog));
        Files.writeString(catalog.resolve("catalog.json"), "{}");
        assertFails("catalog.json is damaged or of another version", () -> LuceneSandbox.open(catalog));
        assertFalse(CatalogDirectory.isCatalog(catalog));
        assertEquals(3, build(documents).documents());
        assertTrue(CatalogDirectory.isCatalog(catalog));
    }

    private void assertOpens(CatalogInfo expected) throws ShoptraceException {
        try (LuceneSandbox sandbox = LuceneSandbox.open(catalog)) {
            assertEquals(expected, sandbox.info());
            assertEquals(1, sandbox.find(FindRequest.of("lamp")).products().size());
        }
    }

    private static void assertFails(String message, Executable action) {
        ShoptraceException failure = assertThrows(ShoptraceException.class, action);
        assertTrue(String.valueOf(failure.getMessage()).contains(message), failure.toString());
    }

    private long indexFolders() throws IOException {
        try (Stream<Path> entries = Files.list(catalog)) {
            return entries.filter(Files::isDirectory).count();
        }
    }

    private CatalogInfo build(Path... files) throws ShoptraceException {
        return new CatalogIndexer().build(List.of(files), catalog, rejections::add, Progress.NONE);
    }

    private Path write(String name, List<Document> lines) throws ShoptraceException {
        Path file = folder.resolve(name);
        try (DocumentWriter writer = new DocumentWriter(file)) {
            for (Document document : lines) {
                writer.write(document);
            }
        }
        return file;
    }
}
