package org.shoptrace.core.file;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/// How one stream of bytes is packed, by its first bytes.
enum Packing {
    GZIP("gzip", "\u001f\u008b") {
        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return new GZIPInputStream(packed, BUFFER);
        }
    },
    ZSTD("zstd", "(\u00b5/\u00fd") {
        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return new ZstdInputStream(packed);
        }
    },
    BZIP2("bzip2", "BZh") {
        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return new BZip2CompressorInputStream(packed, true);
        }
    };

    /// As many first bytes as tell.
    static final int LONGEST = 4;

    private static final int BUFFER = 1 << 16;

    private final String label;
    /// A character a byte.
    private final String start;

    Packing(String label, String start) {
        this.label = label;
        this.start = start;
    }

    String label() {
        return label;
    }

    /// The packing of what starts so; empty when it is none of these.
    static Optional<Packing> of(byte[] first) {
        String text = new String(first, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(packing -> text.startsWith(packing.start)).findFirst();
    }

    abstract InputStream decoder(InputStream packed) throws IOException;
}
