package org.shoptrace.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A stream whose bytes are made piece by piece as they are read, so that memory holds one piece. Used by one thread.
public abstract class PieceStream extends InputStream {
    private byte[] piece = {};
    private int at;

    /// The next piece, which may be empty; no piece is the end.
    protected abstract Optional<byte[]> next() throws IOException;

    @Override
    public final int read() throws IOException {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public final int read(byte[] buffer, int start, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int given = Math.min(count, piece.length - at);
        System.arraycopy(piece, at, buffer, start, given);
        at += given;
        return given;
    }

    private boolean fill() throws IOException {
        while (at == piece.length) {
            Optional<byte[]> next = next();
            if (next.isEmpty()) {
                return false;
            }
            piece = next.get();
            at = 0;
        }
        return true;
    }
}
