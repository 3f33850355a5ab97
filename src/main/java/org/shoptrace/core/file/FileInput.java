package org.shoptrace.core.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens files to read, unpacked when they are packed as one stream: gzip, zstd, bzip2. What a file is, its first bytes say, not its name.
/// A pipe, a device or a folder is refused before anything waits for it: what is read here is read more than once.
public final class FileInput {
    private static final int BUFFER = 1 << 16;

    /// Enough of a text for its mark and the white space before its first bracket.
    private static final int LOOKED_AT = 64;

    private FileInput() {}

    /// What [#unread] calls the few lines that stand in a checkout for a file that was not fetched with it.
    public static final String POINTER = "a pointer to a file that Git LFS keeps elsewhere";

    /// Ways of packing that are known and not read, and what stands for a file, by the first bytes.
    private static final List<Unread> UNREAD = List.of(
            new Unread("packed with xz", "\u00fd7zXZ\0"),
            new Unread("packed with 7z", "7z\u00bc\u00af"),
            new Unread("packed with rar", "Rar!\u001a\7"),
            new Unread("packed with lz4", "\4\"M\u0018"),
            new Unread("an encrypted parquet file", "PARE"),
            new Unread(POINTER, "version https://git-lfs."));

    private static final int FIRST = 32;

    /// @param start a character a byte
    private record Unread(String name, String start) {}

    /// The file's bytes, unpacked when it is packed. A stream that is cut off or damaged fails with a [PackedStreamException].
    ///
    /// @throws IOException when it is no file, cannot be read, or is JSON in UTF-16
    public static InputStream open(Path file) throws IOException {
        requireUtf8(file);
        return unpacked(Files.newInputStream(file));
    }

    /// As [#open], of bytes that stand elsewhere than in a file of their own.
    ///
    /// @param raw closed with the stream, and when that cannot be opened
    public static InputStream unpacked(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw, BUFFER);
        try {
            in.mark(FIRST);
            byte[] first = in.readNBytes(FIRST);
            in.reset();
            Optional<String> unread = unread(first);
            if (unread.isPresent()) {
                throw new IOException("it is " + unread.get() + ", which Shoptrace does not read");
            }
            Optional<Packing> packing = Packing.of(first);
            return packing.isPresent() ? new UnpackedStream(packing.get(), in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// All bytes of a file, unpacked when it is packed.
    ///
    /// @param longest how many bytes are held
    /// @throws IOException as of [#open], and when there are more
    public static byte[] readAll(Path file, int longest) throws IOException {
        try (InputStream in = open(file)) {
            byte[] content = in.readNBytes(longest);
            if (content.length == longest && in.read() >= 0) {
                throw tooLong(longest);
            }
            return content;
        }
    }

    /// All bytes of a file as they lie there, packed or not.
    ///
    /// @throws IOException when it is no file, cannot be read, or is too long to be held
    public static byte[] asItIs(Path file) throws IOException {
        requireFile(file);
        if (Files.size(file) > longestHeld()) {
            throw tooLong(longestHeld());
        }
        return Files.readAllBytes(file);
    }

    /// The longest file that is held whole, in bytes: a quarter of the memory that the program may use.
    public static int longestHeld() {
        return (int) Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 4);
    }

    private static IOException tooLong(int longest) {
        return new IOException("it is longer than " + (longest >> 20) + " MB, too large to be held");
    }

    /// Refuses what is there and is no file.
    ///
    /// @throws IOException when it is a pipe, a device or a folder, in words for people
    public static void requireFile(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(Files.isDirectory(file)
                    ? "it is a folder"
                    : "it is a pipe or a device and no file; write what comes from it to a file first");
        }
    }

    /// Refuses what is there and is no file, and JSON in UTF-16.
    ///
    /// @throws IOException as of [#open]
    public static void requireUtf8(Path file) throws IOException {
        requireFile(file);
        byte[] first = new byte[LOOKED_AT];
        try (InputStream in = unpacked(Files.newInputStream(file))) {
            if (isWideJson(first, in.readNBytes(first, 0, LOOKED_AT))) {
                throw new CodedOtherwiseException();
            }
        } catch (PackedStreamException e) {
            // A packed file that is broken this early: whoever reads it is told.
        }
    }

    /// Whether the file is packed as one stream, so that it can only be read from its start.
    public static boolean isPacked(Path file) throws IOException {
        requireFile(file);
        try (InputStream raw = Files.newInputStream(file)) {
            return Packing.of(raw.readNBytes(Packing.LONGEST)).isPresent();
        }
    }

    /// Whether a text starts as JSON does whose characters take two bytes, with or without a mark of their order.
    private static boolean isWideJson(byte[] first, int length) {
        boolean little = length >= 2 && (first[0] & 0xff) == 0xff && (first[1] & 0xff) == 0xfe;
        boolean big = length >= 2 && (first[0] & 0xff) == 0xfe && (first[1] & 0xff) == 0xff;
        for (int i = little || big ? 2 : 0; i + 1 < length; i += 2) {
            boolean highFirst = first[i] == 0;
            int character = highFirst ? first[i + 1] : first[i + 1] == 0 ? first[i] : -1;
            if (character == '{' || character == '[' || (character > ' ' && (little || big))) {
                return true;
            }
            if (character != ' ' && character != '\n' && character != '\r' && character != '\t') {
                return false;
            }
        }
        return false;
    }

    /// How a file is packed that is not read, for people; empty when it is read, packed or not.
    public static Optional<String> unread(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file)) {
            return unread(raw.readNBytes(FIRST));
        }
    }

    private static Optional<String> unread(byte[] first) {
        String text = new String(first, StandardCharsets.ISO_8859_1);
        return UNREAD.stream().filter(one -> text.startsWith(one.start())).map(Unread::name).findFirst();
    }

    /// What an exception of reading means, in words that need no exception's name.
    public static String cause(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it may not be read";
            case CodedOtherwiseException _ -> "it is UTF-16 text, which Shoptrace does not read; save it as UTF-8";
            case CharacterCodingException _ -> "it is no UTF-8 text";
            case FileSystemException failed -> // whose message is a path
                failed.getReason() == null ? "the system does not say why" : failed.getReason();
            default -> e.getMessage() == null ? "the system does not say why" : e.getMessage();
        };
    }

    /// A text in UTF-16.
    private static final class CodedOtherwiseException extends CharacterCodingException {
        private static final long serialVersionUID = 1L;
    }
}
