package org.shoptrace.core.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Opens files to read, unpacked when they are gzip. What a file is, its first bytes say, not its name.
public final class FileInput {
    private static final int BUFFER = 1 << 16;

    private FileInput() {}

    /// The file's bytes, unpacked when it is a gzip file.
    public static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            raw.mark(2);
            boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return packed ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /// Whether the file is a gzip file.
    public static boolean isGzip(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file)) {
            return raw.read() == 0x1f && raw.read() == 0x8b;
        }
    }

    /// What an exception of reading means, in words that need no exception's name.
    public static String cause(IOException e) {
        return switch (e) {
            case EOFException _ -> "the gzip stream is cut off";
            case ZipException _ -> "the gzip stream is broken (" + e.getMessage() + ")";
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it may not be read";
            case CharacterCodingException _ -> "it is no UTF-8 text";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
