package org.shoptrace.core.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.Locale;

/// The bytes that were packed. What goes wrong with them is told by a [PackedStreamException], whatever they are packed with.
final class UnpackedStream extends BlockStream {
    private final Packing packing;
    private final Counted packed;
    private final InputStream decoder;
    private long unpacked;

    /// @param in closed with this stream, and when it cannot be opened
    UnpackedStream(Packing packing, InputStream in) throws IOException {
        this.packing = packing;
        this.packed = new Counted(in);
        try {
            this.decoder = packing.decoder(packed);
        } catch (IOException e) {
            in.close();
            throw damaged(e);
        } catch (LinkageError e) {
            in.close();
            throw new IOException("what unpacks " + packing.label() + " cannot be loaded on this computer", e);
        }
    }

    @Override
    public int read(byte[] buffer, int start, int count) throws IOException {
        int read;
        try {
            read = decoder.read(buffer, start, count);
        } catch (IOException e) {
            throw damaged(e);
        }
        unpacked += Math.max(0, read);
        UnpackedSize.check("the " + packing.label() + " stream", unpacked, packed.bytes);
        return read;
    }

    @Override
    public int available() throws IOException {
        return decoder.available();
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }

    private IOException damaged(IOException e) {
        if (e instanceof FileSystemException || packed.failed) {
            return e;
        }
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean cut = e instanceof EOFException || words.contains("truncated") || words.contains("unexpected end");
        return new PackedStreamException("the " + packing.label() + " stream is " + (cut ? "cut off" : "broken"), e);
    }

    /// What the decoder reads, with a note of whether the failure was one of the disk.
    private static final class Counted extends FilterInputStream {
        private long bytes;
        private boolean failed;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                int read = in.read();
                bytes += read < 0 ? 0 : 1;
                return read;
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public int read(byte[] buffer, int start, int count) throws IOException {
            try {
                int read = in.read(buffer, start, count);
                bytes += Math.max(0, read);
                return read;
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }
}
