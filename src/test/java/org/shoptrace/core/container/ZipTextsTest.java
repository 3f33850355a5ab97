package org.shoptrace.core.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.file.PackedStreamException;

class ZipTextsTest {
    @TempDir
    Path folder;

    private Path zip(String... namesAndTexts) throws IOException {
        Path file = folder.resolve("any.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String read(Text text) throws IOException {
        try (InputStream in = text.opener().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> names(Container container) {
        return container.texts().stream().map(Text::name).toList();
    }

    @Test
    void theTextsAreTheEntriesThatAreJsonByTheirNames() throws IOException {
        Path file = zip(
                "readme.md", "# Runs", "b/two.JSONL", "{}\n{}\n", "__MACOSX/b/._two.jsonl", "x", "a.json", "[1]", "._a.json", "x", "c.txt",
                "");
        try (Container container = Container.open(file)) {
            assertEquals(List.of("b/two.JSONL", "a.json"), names(container));
            assertEquals("{}\n{}\n", read(container.texts().getFirst()));
            assertEquals("[1]", read(container.texts().getLast()));
            assertEquals("[1]", read(container.texts().getLast()), "a text can be read again");
        }
    }

    @Test
    void theTextsOfAnInspectLogAreItsSamples() throws IOException {
        Path file = zip(
                "_journal/start.json", "{\"eval\": {\"model\": \"openai/m-0\"}}", "samples/1_epoch_1.json", "{\"id\": 1}",
                "_journal/summaries/1.json", "[]", "samples/2_epoch_1.json", "{\"id\": 2}", "summaries.json", "[]", "reductions.json", "[]",
                "header.json", "{\"version\": 2, \"eval\": {\"model\": \"openai/m-1\"}}");
        try (Container container = Container.open(file)) {
            assertEquals(List.of("samples/1_epoch_1.json", "samples/2_epoch_1.json"), names(container));
            assertEquals(Optional.of("openai/m-1"),
                    container.texts().getFirst().about().object("eval").flatMap(eval -> eval.text("model")));
        }
    }

    @Test
    void anInspectLogThatIsStillBeingWrittenSaysItsModelAtItsStart() throws IOException {
        Path file = zip("_journal/start.json", "{\"eval\": {\"model\": \"openai/m-0\"}}", "samples/1_epoch_1.json", "{}");
        try (Container container = Container.open(file)) {
            assertEquals(Optional.of("openai/m-0"),
                    container.texts().getFirst().about().object("eval").flatMap(eval -> eval.text("model")));
        }
    }

    @Test
    void anInspectLogWithoutSamplesIsItsHeader() throws IOException {
        try (Container container = Container.open(zip("_journal/start.json", "{}", "header.json", "{\"status\": \"error\"}"))) {
            assertEquals(List.of("header.json"), names(container));
        }
    }

    /// As Inspect packs its logs today.
    @Test
    void readsEntriesThatArePackedWithZstd() throws IOException {
        Path file = folder.resolve("zstd.eval");
        byte[] text = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);
        byte[] packed = Zstd.compress(text);
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("samples/1_epoch_1.json");
            CRC32 crc = new CRC32();
            crc.update(text);
            entry.setMethod(ZipMethod.ZSTD.getCode());
            entry.setSize(text.length);
            entry.setCompressedSize(packed.length);
            entry.setCrc(crc.getValue());
            out.addRawArchiveEntry(entry, new java.io.ByteArrayInputStream(packed));
        }
        try (Container container = Container.open(file)) {
            assertEquals("{\"id\": 1}", read(container.texts().getFirst()));
        }
    }

    @Test
    void readsEntriesThatWerePackedBefore() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("{}\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("twice.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("runs.jsonl.gz"));
            out.write(packed.toByteArray());
        }
        try (Container container = Container.open(file)) {
            assertEquals("{}\n", read(container.texts().getFirst()));
        }
    }

    @Test
    void saysThatAnEntryIsEncrypted() throws IOException {
        Path file = zip("a.json", "{}");
        byte[] bytes = Files.readAllBytes(file);
        // The flag stands in the entry itself and in the list of entries.
        bytes[6] |= 1;
        bytes[indexOf(bytes, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;
        Files.write(file, bytes);
        try (Container container = Container.open(file)) {
            assertEquals("it is encrypted",
                    assertThrows(PackedStreamException.class, () -> read(container.texts().getFirst())).getMessage());
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void aDamagedEntryCostsNoOther() throws IOException {
        String text = "{\"a\": \"" + "words of a run ".repeat(40) + "\"}";
        Path file = zip("1.json", text, "2.json", text);
        byte[] bytes = Files.readAllBytes(file);
        bytes[60] ^= 0x5a;
        Files.write(file, bytes);
        try (Container container = Container.open(file)) {
            String damaged = assertThrows(PackedStreamException.class, () -> read(container.texts().getFirst())).getMessage();
            assertTrue(String.valueOf(damaged).startsWith("it is damaged"), damaged);
            assertEquals(text, read(container.texts().getLast()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 50, 100})
    void saysThatAFileIsCutOff(int length) throws IOException {
        Path file = zip("1.json", "{\"a\": 1}", "2.json", "{\"a\": 2}");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertEquals(
                "the zip file is cut off or damaged: its list of entries cannot be read",
                assertThrows(PackedStreamException.class, () -> Container.open(file)).getMessage());
    }

    /// One entry of nothing but zeros, listed often.
    @Test
    void refusesAFileThatWasMadeToFillADisk() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            byte[] nothing = new byte[1 << 20];
            out.putNextEntry(new ZipEntry("a.json"));
            for (int i = 0; i < 1_100; i++) {
                out.write(nothing);
            }
        }
        assertEquals(
                "the zip file unpacks to more than 300 times its size, as no runs do",
                assertThrows(PackedStreamException.class, () -> Container.open(file)).getMessage());
    }

    @Test
    void aFileWithoutJsonHasNoTexts() throws IOException {
        try (Container container = Container.open(zip("picture.png", "x"))) {
            assertEquals(List.of(), container.texts());
        }
    }
}
