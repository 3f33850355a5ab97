package org.shoptrace.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.catalog.Document;

class DocumentReaderTest {
    private static final List<Document> DOCUMENTS = SampleProducts.three();

    @TempDir
    Path folder;

    private final List<String> rejected = new ArrayList<>();
    private String sha256 = "";

    @Test
    void readsWhatWasWrittenPackedOrNot() throws Exception {
        for (String name : List.of("documents.jsonl", "documents.jsonl.gz")) {
            Path file = folder.resolve(name);
            try (DocumentWriter writer = new DocumentWriter(file)) {
                for (Document document : DOCUMENTS) {
                    writer.write(document);
                }
            }
            assertEquals(DOCUMENTS, read(file));
        }
    }

    @Test
    void makesTheSearchableTextOfEveryRealDocument() throws Exception {
        List<Document> documents = read(GoldenSet.DOCUMENTS);
        assertEquals(5_454, documents.size());
        for (Document document : documents) {
            assertEquals(document, Document.of(document.product()));
        }
    }

    @Test
    void fingerprintsTheUnpackedLines() throws Exception {
        byte[] text = text();
        String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));

        read(write("plain.jsonl", text));
        assertEquals(expected, sha256);
        read(write("packed", gzip(text)));
        assertEquals(expected, sha256, "gzip is recognised by content, not by name");
        read(write("without-last-break.jsonl", Arrays.copyOf(text, text.length - 1)));
        assertEquals(expected, sha256, "a missing last line break counts as if it were there");
        int half = DocumentCodec.encode(DOCUMENTS.get(0)).getBytes(StandardCharsets.UTF_8).length + 1;
        read(write("first.jsonl", Arrays.copyOf(text, half)), write("second.gz", gzip(Arrays.copyOfRange(text, half, text.length))));
        assertEquals(expected, sha256, "the lines of several files count as one file's");
    }

    @Test
    void readsAllMembersOfAGzipFile() throws Exception {
        byte[] text = text();
        int half = text.length / 2;
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip(Arrays.copyOf(text, half)));
        members.write(gzip(Arrays.copyOfRange(text, half, text.length)));
        assertEquals(DOCUMENTS, read(write("members.gz", members.toByteArray())));
    }

    @Test
    void namesEveryLineThatIsNoDocumentAndReadsTheRest() throws Exception {
        String good = DocumentCodec.encode(DOCUMENTS.get(0));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (String line : List.of(
                "\uFEFF" + good,
                "{\"id\": \"1\"",
                "[]",
                "",
                "{\"id\": 5}",
                "{\"id\": \"1\"}",
                "{\"id\": \"1\", \"contents\": \"\"}",
                "{\"id\": \"1\", \"contents\": \"\", \"product\": {\"product_id\": \"2\"}}",
                "{\"id\": \"1\", \"contents\": \"\", \"product\": {\"product_id\": \"1\", \"price\": NaN}}",
                "{\"id\": \"1\", \"contents\": \"\", \"product\": {\"product_id\": \"1\", \"price\": \"5\"}}",
                good)) {
            text.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        text.write("{\"id\": \"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        text.write(DocumentCodec.encode(DOCUMENTS.get(1)).getBytes(StandardCharsets.UTF_8));

        assertEquals(DOCUMENTS.subList(0, 2), read(write("bad.jsonl", text.toByteArray())));

        assertEquals(
                List.of(
                        "3: the line is no JSON object",
                        "5: id is missing or no string",
                        "6: contents is missing or no string",
                        "7: product is missing or no object",
                        "8: id 1 and product_id 2 differ",
                        "9: product: price or sold_count is not finite",
                        "10: product: price is no number",
                        "11: product id 30 stood before; the first counts",
                        "12: invalid UTF-8"),
                rejected.subList(1, rejected.size()));
        assertTrue(rejected.getFirst().startsWith("2: bad JSON: "), rejected.getFirst());
    }

    @Test
    void rejectsAFiftyMegabyteLineWithoutHoldingIt() throws Exception {
        Path file = folder.resolve("huge.jsonl");
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 50; i++) {
                out.write(megabyte);
            }
            out.write('\n');
            out.write(DocumentCodec.encode(DOCUMENTS.get(0)).getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(DOCUMENTS.subList(0, 1), read(file));
        assertEquals(List.of("1: the line has 52428800 bytes, more than the 16777216 that a document may have"), rejected);
    }

    @Test
    void failsClearlyWhereThereIsNothingToRead() throws Exception {
        assertFails("there is no such file", folder.resolve("absent.jsonl"));
        assertFails("this is no file", folder);
        assertFails("the file is empty", write("empty.jsonl", new byte[0]));
        byte[] packed = gzip(text());
        assertFails("cut off after line", write("cut.gz", Arrays.copyOf(packed, packed.length - 12)));
    }

    private void assertFails(String message, Path file) {
        ShoptraceException failure = assertThrows(ShoptraceException.class, () -> read(file));
        assertTrue(String.valueOf(failure.getMessage()).contains(message), failure.toString());
        assertTrue(String.valueOf(failure.getMessage()).contains(file.toString()), failure.toString());
    }

    private List<Document> read(Path... files) throws ShoptraceException {
        List<Document> documents = new ArrayList<>();
        try (DocumentReader reader = new DocumentReader(List.of(files), this::reject)) {
            for (Optional<Document> next = reader.next(); next.isPresent(); next = reader.next()) {
                documents.add(next.get());
            }
            sha256 = reader.sha256();
        }
        return documents;
    }

    private void reject(Rejection rejection) {
        rejected.add(rejection.line() + ": " + rejection.cause());
    }

    private static byte[] text() {
        StringBuilder text = new StringBuilder();
        DOCUMENTS.forEach(document -> text.append(DocumentCodec.encode(document)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
