package org.shoptrace.core.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.shoptrace.core.file.BlockStream;
import org.shoptrace.core.file.PackedStreamException;

/// The bytes of a zip's entry, held against what the zip says of them: their number and their checksum.
final class EntryStream extends BlockStream {
    private final InputStream in;
    private final long size;
    private final long crc;
    private final CRC32 checksum = new CRC32();
    private long bytes;

    EntryStream(InputStream in, long size, long crc) {
        this.in = in;
        this.size = size;
        this.crc = crc;
    }

    @Override
    public int read(byte[] buffer, int start, int count) throws IOException {
        int read;
        try {
            read = in.read(buffer, start, count);
        } catch (IOException | RuntimeException e) {
            throw new PackedStreamException("it is damaged", e instanceof IOException io ? io : new IOException(e));
        }
        if (read > 0) {
            bytes += read;
            checksum.update(buffer, start, read);
        }
        boolean ended = read < 0 && (bytes < size || (crc >= 0 && checksum.getValue() != crc));
        if (ended || (size >= 0 && bytes > size)) {
            throw new PackedStreamException("it is damaged: its bytes are not those that the zip file's list names");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
