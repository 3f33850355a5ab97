package org.shoptrace.core.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Splits bytes into lines without copying them: [#next] moves to a line, which then stands in [#buffer] until the next call.
/// A line ends at `\n`; a `\r` before it belongs to the break.
///
/// A line longer than the limit is passed over: [#isTooLong] says so and its bytes are not kept.
public final class LineReader implements Closeable {
    private static final int CHUNK = 1 << 20;

    private final InputStream in;
    private final int maxLength;
    private byte[] buffer = new byte[CHUNK];
    /// Where the current line starts in the buffer, and the unread bytes after it.
    private int start;
    private int unread;
    private int limit;
    private int length;
    private long offset;
    private long nextOffset;
    private long number;
    private boolean tooLong;
    private boolean terminated;

    /// @param maxLength the longest line that is kept, in bytes
    public LineReader(InputStream in, int maxLength) {
        this(in, maxLength, 0, 0);
    }

    /// Goes on in the middle of a file.
    ///
    /// @param offset where in the file `in` starts, counted in (unpacked) bytes
    /// @param lines  how many lines lie before that place
    public LineReader(InputStream in, int maxLength, long offset, long lines) {
        this.in = in;
        this.maxLength = maxLength;
        this.nextOffset = offset;
        this.number = lines;
    }

    /// Moves to the next line.
    ///
    /// @return false when there is none
    /// @throws IOException when the file cannot be read, which for gzip includes a stream that is cut off
    public boolean next() throws IOException {
        start = unread;
        offset = nextOffset;
        tooLong = false;
        long passedOver = 0;
        int searched = start;
        while (true) {
            int end = indexOfBreak(searched);
            if (end >= 0) {
                terminated = true;
                finish(end, passedOver + end - start + 1);
                unread = end + 1;
                return true;
            }
            // One more than the limit may yet turn out to be the `\r` of the break.
            if (limit - start > maxLength + 1L) {
                tooLong = true;
                passedOver += limit - start;
                limit = start;
            }
            searched = limit;
            int moved = makeRoom();
            searched -= moved;
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                terminated = false;
                unread = limit;
                boolean any = limit > start || tooLong;
                finish(limit, passedOver + limit - start);
                if (!any) {
                    number--;
                }
                return any;
            }
            limit += read;
        }
    }

    private void finish(int end, long consumed) {
        number++;
        nextOffset = offset + consumed;
        length = end - start;
        if (terminated && length > 0 && buffer[end - 1] == '\r') {
            length--;
        }
        if (length > maxLength) {
            tooLong = true;
        }
        if (tooLong) {
            length = 0;
        }
    }

    private int indexOfBreak(int from) {
        for (int i = from; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Makes room behind `limit` and returns by how much the bytes moved to the front.
    private int makeRoom() {
        if (limit < buffer.length) {
            return 0;
        }
        int moved = start;
        if (moved > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= moved;
            start = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, Math.max(buffer.length + 1L, maxLength + (long) CHUNK)));
        }
        return moved;
    }

    /// The bytes that hold the current line; the reader's own, to be read only.
    public byte[] buffer() {
        return buffer;
    }

    /// Where the current line starts in [#buffer].
    public int start() {
        return start;
    }

    /// The current line's length in bytes without its break; 0 when it is too long to be kept.
    public int length() {
        return length;
    }

    /// Where the current line starts in the file.
    public long offset() {
        return offset;
    }

    /// Where the line after the current one starts in the file.
    public long nextOffset() {
        return nextOffset;
    }

    /// The current line's number, counted from 1.
    public long number() {
        return number;
    }

    /// Whether the current line ends with a line break; only a file's last line may not.
    public boolean isTerminated() {
        return terminated;
    }

    /// Whether the current line exceeds the limit and was passed over.
    public boolean isTooLong() {
        return tooLong;
    }

    /// Whether the current line is empty or white space.
    public boolean isBlank() {
        if (tooLong) {
            return false;
        }
        for (int i = start; i < start + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
