package org.shoptrace.core.file;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/// How one stream of bytes is packed, by its first bytes.
enum Packing {
    GZIP("gzip", 0x1f, 0x8b) {
        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return new GZIPInputStream(packed, BUFFER);
        }
    },
    ZSTD("zstd", 0x28, 0xb5, 0x2f, 0xfd) {
        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return new ZstdInputStream(packed);
        }
    },
    BZIP2("bzip2", 'B', 'Z', 'h') {
        @Override
        InputStream decoder(InputStream packed) throws IOException {
            return new BZip2CompressorInputStream(packed, true);
        }
    };

    /// As many first bytes as tell.
    static final int LONGEST = 4;

    private static final int BUFFER = 1 << 16;

    private final String label;
    private final int[] start;

    Packing(String label, int... start) {
        this.label = label;
        this.start = start;
    }

    String label() {
        return label;
    }

    /// The packing of what starts so; empty when it is none of these.
    static Optional<Packing> of(byte[] first) {
        return Arrays.stream(values()).filter(packing -> packing.starts(first)).findFirst();
    }

    private boolean starts(byte[] first) {
        for (int i = 0; i < start.length; i++) {
            if (first.length <= i || (first[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    abstract InputStream decoder(InputStream packed) throws IOException;
}
