package org.shoptrace.core.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileInputTest {
    private static final byte[] TEXT = text();

    @TempDir
    Path folder;

    /// Words in no order, so that a part of the packed bytes is a part of the text.
    private static byte[] text() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 20_000; line++) {
            text.append("{\"line\": ").append(random.nextInt()).append("}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static OutputStream packer(Packing packing, OutputStream out) throws IOException {
        return switch (packing) {
            case GZIP -> new GZIPOutputStream(out);
            case ZSTD -> new ZstdOutputStream(out);
            case BZIP2 -> new BZip2CompressorOutputStream(out, 1);
        };
    }

    private static byte[] pack(Packing packing, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packer(packing, packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("any.name"), bytes);
    }

    private static byte[] readAll(Path file) throws IOException {
        try (InputStream in = FileInput.open(file)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatIsPackedAsItWasWhateverItIsCalled(Packing packing) throws IOException {
        Path file = write(pack(packing, TEXT));
        assertTrue(FileInput.isPacked(file));
        assertArrayEquals(TEXT, readAll(file));
    }

    @ParameterizedTest
    @EnumSource
    void readsStreamsThatFollowEachOtherAsOne(Packing packing) throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(pack(packing, Arrays.copyOf(TEXT, 1_000)));
        two.write(pack(packing, Arrays.copyOfRange(TEXT, 1_000, TEXT.length)));
        assertArrayEquals(TEXT, readAll(write(two.toByteArray())));
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAStreamIsCutOff(Packing packing) throws IOException {
        byte[] packed = pack(packing, TEXT);
        Path file = write(Arrays.copyOf(packed, packed.length / 2));
        PackedStreamException cut = assertThrows(PackedStreamException.class, () -> readAll(file));
        assertEquals("the " + packing.label() + " stream is cut off", FileInput.cause(cut));
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAStreamIsBroken(Packing packing) throws IOException {
        byte[] packed = pack(packing, TEXT);
        for (int i = packed.length / 2; i < packed.length / 2 + 200; i++) {
            packed[i] ^= 0x5a;
        }
        Path file = write(packed);
        String broken = FileInput.cause(assertThrows(PackedStreamException.class, () -> readAll(file)));
        assertEquals("the " + packing.label() + " stream is broken", broken);
    }

    @Test
    void stopsAtAStreamThatWasMadeToFillADisk() throws IOException {
        Path file = folder.resolve("bomb.zst");
        byte[] nothing = new byte[1 << 20];
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 1_100; i++) {
                out.write(nothing);
            }
        }
        PackedStreamException bomb = assertThrows(PackedStreamException.class, () -> {
            try (InputStream in = FileInput.open(file)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        });
        assertEquals("the zstd stream unpacks to more than 300 times its size, as no runs do", bomb.getMessage());
    }

    @Test
    void refusesWhatItDoesNotUnpackByItsName() throws IOException {
        Path file = write(new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 1, 2, 3});
        assertEquals(Optional.of("packed with xz"), FileInput.unread(file));
        assertEquals(
                "it is packed with xz, which Shoptrace does not read",
                FileInput.cause(assertThrows(IOException.class, () -> readAll(file))));
        assertEquals(Optional.empty(), FileInput.unread(write(pack(Packing.ZSTD, TEXT))));
    }

    @Test
    void readsAFileThatIsNotPackedAsItIs() throws IOException {
        for (String text : new String[] {"", "{", "{}\n", "BZ"}) {
            assertEquals(text, new String(readAll(write(text.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8));
        }
    }
}
