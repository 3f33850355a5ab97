package org.shoptrace.core.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Opens files to read, unpacked when they are packed as one stream: gzip, zstd, bzip2. What a file is, its first bytes say, not its name.
public final class FileInput {
    private static final int BUFFER = 1 << 16;

    private FileInput() {}

    /// The file's bytes, unpacked when it is packed. A stream that is cut off or damaged fails with a [PackedStreamException].
    public static InputStream open(Path file) throws IOException {
        return unpacked(Files.newInputStream(file));
    }

    /// As [#open], of bytes that stand elsewhere than in a file of their own.
    ///
    /// @param raw closed with the stream, and when that cannot be opened
    public static InputStream unpacked(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw, BUFFER);
        try {
            in.mark(Packing.LONGEST);
            byte[] first = in.readNBytes(Packing.LONGEST);
            in.reset();
            Optional<Packing> packing = Packing.of(first);
            return packing.isPresent() ? new UnpackedStream(packing.get(), in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// Whether the file is packed as one stream, so that it can only be read from its start.
    public static boolean isPacked(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file)) {
            return Packing.of(raw.readNBytes(Packing.LONGEST)).isPresent();
        }
    }

    /// What an exception of reading means, in words that need no exception's name.
    public static String cause(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it may not be read";
            case CharacterCodingException _ -> "it is no UTF-8 text";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
