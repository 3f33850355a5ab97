package org.shoptrace.core.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.file.PackedStreamException;

/// The files are DuckDB's: two rows with a column of each kind, in several packings; `groups` has 4,500 rows in groups of 2,048.
class ParquetTextsTest {
    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ParquetTextsTest.class.getResourceAsStream(name))) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private static List<String> lines(Text text) throws IOException {
        try (InputStream in = text.opener().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Container container = Container.open(file)) {
            assertTrue(container.isRewritten());
            for (Text text : container.texts()) {
                lines.addAll(lines(text));
            }
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd", "gzip", "uncompressed"})
    void makesALineOfJsonOfEachRow(String packing) throws IOException {
        assertEquals(
                List.of(
                        "{\"model\":\"m-1\",\"messages\":[{\"role\":\"system\",\"content\":\"You shop.\"},"
                                + "{\"role\":\"user\",\"content\":\"Find a lamp\"},{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c1\","
                                + "\"type\":\"function\",\"function\":{\"name\":\"search\",\"arguments\":\"{\\\"q\\\": \\\"lamp\\\"}\"}}]},"
                                + "{\"role\":\"tool\",\"content\":\"[{\\\"id\\\": 7}]\",\"tool_call_id\":\"c1\"},"
                                + "{\"role\":\"assistant\",\"content\":\"Take lamp 7.\",\"tool_calls\":[]}],\"score\":0.5,"
                                + "\"made\":\"2026-01-05T10:00:00Z\",\"stamped\":\"2026-01-05T10:00:00.25\",\"day\":\"2026-01-05\","
                                + "\"price\":12.50,\"extra_info\":{\"split\":\"test\",\"index\":3},"
                                + "\"counts\":{\"a\":1,\"b\":2},\"ok\":true,"
                                + "\"picture\":\"AP8=\",\"big\":18446744073709551615}",
                        "{\"model\":\"m-2\",\"messages\":[{\"role\":\"user\",\"content\":\"Find a cup\"},"
                                + "{\"role\":\"assistant\",\"content\":\"No cup.\"}],\"score\":1.0,\"made\":\"2026-01-05T10:00:01Z\","
                                + "\"price\":0.01,\"counts\":{},\"ok\":false,\"note\":[{\"role\":\"user\"}],\"big\":1}"),
                lines(file(packing + ".parquet")));
    }

    @Test
    void givesATextForEachGroupOfRows() throws IOException {
        try (Container container = Container.open(file("groups.parquet"))) {
            assertEquals(
                    List.of("rows 1 to 2048", "rows 2049 to 4096", "rows 4097 to 4500"),
                    container.texts().stream().map(Text::name).toList());
            assertEquals(OptionalLong.of(4096), container.texts().getLast().linesAbove());
            assertEquals(404, lines(container.texts().getLast()).size());
            assertEquals(
                    "{\"messages\":[{\"role\":\"user\",\"content\":\"Find thing 4096\"},{\"role\":\"assistant\",\"content\":\"Here.\"}]}",
                    lines(container.texts().getLast()).getFirst());
            assertEquals(2048, lines(container.texts().get(1)).size(), "a text can be read again");
        }
    }

    @Test
    void aDamagedGroupCostsNoOther() throws IOException {
        Path file = file("groups.parquet");
        byte[] bytes = Files.readAllBytes(file);
        // Behind the magic bytes lies the first group.
        for (int i = 30; i < 600; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);
        try (Container container = Container.open(file)) {
            assertThrows(PackedStreamException.class, () -> lines(container.texts().getFirst()));
            assertEquals(2048, lines(container.texts().get(1)).size());
            assertEquals(404, lines(container.texts().get(2)).size());
        }
    }

    @Test
    void saysWhatItDoesNotRead() throws IOException {
        Path brotli = file("brotli.parquet");
        assertEquals(
                "its pages are packed with brotli, which Shoptrace does not read. Write it with zstd or snappy",
                assertThrows(IOException.class, () -> Container.open(brotli)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 100, 3_000})
    void saysThatAFileIsCutOff(int length) throws IOException {
        Path file = file("snappy.parquet");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertEquals(
                "the parquet file is cut off or damaged: what it says of its columns cannot be read",
                assertThrows(PackedStreamException.class, () -> Container.open(file)).getMessage());
    }

    /// Whatever is done to a file, what comes of it is lines or a sentence.
    @Test
    void anyDamageEndsInASentence() throws IOException {
        byte[] whole = Files.readAllBytes(file("zstd.parquet"));
        Path damaged = folder.resolve("damaged.parquet");
        int read = 0;
        for (int at = 4; at < whole.length; at += 7) {
            byte[] bytes = whole.clone();
            bytes[at] = (byte) ~bytes[at];
            Files.write(damaged, bytes);
            try {
                read += lines(damaged).size();
            } catch (IOException e) {
                assertTrue(!String.valueOf(e.getMessage()).contains("Exception"), e.getMessage());
            }
        }
        assertTrue(read > 0);
    }
}
