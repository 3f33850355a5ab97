package org.shoptrace.core.trajectory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.container.Text;
import org.shoptrace.core.file.BytesByOffset;
import org.shoptrace.core.file.PieceStream;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.RequestLog.Folded;
import org.shoptrace.core.trajectory.RequestLog.Piece;
import org.shoptrace.core.trajectory.format.Exchange;
import org.shoptrace.model.json.Json;

/// The conversations of a log of requests, one a line, made as they are read. A conversation of one exchange is that line of the log; one
/// of several is an object with all of them, of which each holds only what it added.
final class FoldedStream extends PieceStream {
    private static final int CHUNK = 1 << 16;

    private final BytesByOffset log;
    private final Iterator<Folded> conversations;
    private final boolean terminated;
    /// What of a line is still in the log, when it is that of the log.
    private long copied;
    private long copiedEnd;
    private boolean ending;

    private FoldedStream(BytesByOffset log, RunFileLayout.Conversations layout) {
        this.log = log;
        this.conversations = layout.conversations().iterator();
        this.terminated = layout.terminated();
    }

    /// Of a log that is a file by itself.
    static FoldedStream of(Path file, RunFileLayout.Conversations layout) throws IOException {
        return new FoldedStream(BytesByOffset.of(file), layout);
    }

    /// Of a log that can only be read from its start: it is copied first, to be read in any order.
    static FoldedStream of(Text text, RunFileLayout.Conversations layout) throws IOException {
        BytesByOffset copy = BytesByOffset.copy();
        try (InputStream in = copy.copying(text.opener().open())) {
            in.transferTo(OutputStream.nullOutputStream());
            return new FoldedStream(copy, layout);
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    @Override
    protected Optional<byte[]> next() throws IOException {
        if (copied < copiedEnd) {
            byte[] copy = bytes(copied, (int) Math.min(CHUNK, copiedEnd - copied));
            copied += copy.length;
            // A value may stand on several lines; in a text a break is written otherwise.
            for (int i = 0; i < copy.length; i++) {
                copy[i] = copy[i] == '\n' || copy[i] == '\r' ? (byte) ' ' : copy[i];
            }
            return Optional.of(copy);
        }
        if (ending) {
            ending = false;
            return Optional.of(conversations.hasNext() || terminated ? new byte[] {'\n'} : new byte[0]);
        }
        return conversations.hasNext() ? Optional.of(line(conversations.next())) : Optional.empty();
    }

    /// The line of a conversation, without its break; of one exchange nothing, since that is copied from the log.
    private byte[] line(Folded conversation) throws IOException {
        ending = true;
        if (conversation.pieces().size() == 1) {
            copied = conversation.pieces().getFirst().offset();
            copiedEnd = conversation.pieces().getFirst().end();
            return new byte[0];
        }
        List<Json> exchanges = new ArrayList<>();
        for (Piece piece : conversation.pieces()) {
            exchange(piece).ifPresent(exchange -> exchanges.add(exchange.without(piece.known())));
        }
        return JsonWriter.compact(Json.Obj.EMPTY.with(Exchange.EXCHANGES, new Json.Arr(exchanges))).getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Exchange> exchange(Piece piece) throws IOException {
        try {
            return Exchange.of(JsonReader.read(bytes(piece.offset(), Math.toIntExact(piece.end() - piece.offset()))));
        } catch (JsonSyntaxException e) {
            throw new IOException("it was changed while it was read", e);
        }
    }

    private byte[] bytes(long offset, int length) throws IOException {
        byte[] bytes = log.read(offset, length);
        if (bytes.length < length) {
            throw new IOException("it became shorter while it was read");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
