package org.shoptrace.core.trajectory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.container.Container;
import org.shoptrace.core.container.Text;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.PackedStreamException;
import org.shoptrace.core.trajectory.RequestLog.Folded;
import org.shoptrace.core.trajectory.RunLines.Line;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// Walks the runs of a file, whatever it is: of a file that holds texts, those of each, one after the other. A text that is damaged costs
/// no other. Offsets are those in the texts put together.
final class ContainedRuns implements RunWalk {
    private final Path file;
    private final String model;
    private final Container container;
    private final Copy copy;
    private final Iterator<Text> texts;
    private @Nullable Text text;
    private @Nullable RunWalk runs;
    private @Nullable CountedStream bytes;
    /// Where the current text starts, and how many lines were counted before it.
    private long offset;
    private long linesAbove;
    private long number;
    private List<Folded> folded = List.of();
    private OwnRecord own = OwnRecord.NONE;
    private boolean rewritten;
    private boolean asWhole;

    /// What is done with the bytes of a text while they are read, so that they can be read again by offset.
    @FunctionalInterface
    interface Copy {
        /// They are not read again.
        Copy NONE = in -> in;

        InputStream of(InputStream in) throws IOException;
    }

    /// @param container closed with the walk
    /// @param copy      of what is not the file's own bytes
    ContainedRuns(Path file, String model, Container container, Copy copy) throws IOException {
        this.file = file;
        this.model = model;
        this.container = container;
        this.copy = copy;
        this.rewritten = container.isRewritten();
        this.texts = container.texts().iterator();
        if (!texts.hasNext()) {
            container.close();
            throw new IOException("there is no JSON in it");
        }
    }

    /// Whether the texts are no lines, so that whatever is added to the file makes another file of it.
    boolean isAsWhole() {
        return asWhole;
    }

    /// Whether what was read are other bytes than the file's.
    boolean isRewritten() {
        return rewritten;
    }

    @Override
    public Optional<Line> next() throws IOException {
        while (true) {
            Text current = text;
            if (current == null) {
                if (!texts.hasNext()) {
                    return Optional.empty();
                }
                current = texts.next();
                text = current;
            }
            try {
                RunWalk walk = runs == null ? open(current) : runs;
                Optional<Line> line = walk.next();
                if (line.isPresent()) {
                    return Optional.of(noted(folded.isEmpty() ? line.get() : inLog(line.get())));
                }
                closeText();
            } catch (PackedStreamException e) {
                Rejection lost = new Rejection(file, number + 1, FileInput.cause(e) + "; what follows is lost");
                Line line = noted(new Line.Bad(lost, end()));
                closeText();
                return Optional.of(line);
            }
        }
    }

    private RunWalk open(Text next) throws IOException {
        linesAbove = next.linesAbove().orElse(number);
        number = linesAbove;
        RunFileLayout layout = RunFileLayout.of(next.opener()::open);
        asWhole |= layout instanceof RunFileLayout.Places;
        folded = layout instanceof RunFileLayout.Conversations requests ? requests.conversations() : List.of();
        InputStream raw = layout instanceof RunFileLayout.Conversations requests ? folded(next, requests) : next.opener().open();
        rewritten |= layout instanceof RunFileLayout.Conversations;
        CountedStream in = new CountedStream(rewritten ? copy.of(raw) : raw);
        bytes = in;
        Optional<RunCollection> log = RunCollection.around(next.about());
        Json common = log.flatMap(kind -> next.about().get(kind.about())).orElse(Json.NULL);
        String named = log.flatMap(kind -> kind.model(common)).orElse(model);
        own = log.map(kind -> kind.own(common)).orElse(OwnRecord.NONE);
        RunWalk walk = switch (layout) {
            case RunFileLayout.Lines() -> new RunLines(file, named, in, offset, linesAbove);
            case RunFileLayout.Conversations _ -> new RunLines(file, named, in, offset, linesAbove);
            case RunFileLayout.Places places -> new RunPlaces(file, named, in, places, offset, linesAbove);
        };
        runs = walk;
        return walk;
    }

    private InputStream folded(Text next, RunFileLayout.Conversations log) throws IOException {
        return container.isRewritten() ? FoldedStream.of(next, log) : FoldedStream.of(file, log);
    }

    /// A line of a log's conversations, by the line of the log that its conversation starts on.
    private Line inLog(Line line) {
        return switch (line) {
            case Line.Good(List<Run> said, long start, int length, long end, boolean terminated) ->
                new Line.Good(
                        said.stream().map(run -> run.at(new RunSource(file, inLog(run.source().line()), run.source().part()))).toList(),
                        start, length, end, terminated);
            case Line.Bad(Rejection bad, long end) -> new Line.Bad(inLog(bad), end);
            case Line.Half(Rejection half) -> new Line.Half(inLog(half));
            case Line.Blank(long blank, long end) -> new Line.Blank(inLog(blank), end);
        };
    }

    private Rejection inLog(Rejection rejection) {
        return new Rejection(rejection.file(), inLog(rejection.line()), rejection.cause());
    }

    private long inLog(long line) {
        long index = line - linesAbove - 1;
        return index < folded.size() ? linesAbove + folded.get((int) index).line() : line;
    }

    private long end() {
        return offset + (bytes == null ? 0 : bytes.count);
    }

    private void closeText() throws IOException {
        offset = end();
        bytes = null;
        text = null;
        if (runs != null) {
            runs.close();
            runs = null;
        }
    }

    /// A line, with the name of its text where it is lost.
    private Line noted(Line line) {
        switch (line) {
            case Line.Good good -> number = good.runs().getFirst().source().line();
            case Line.Bad bad -> number = bad.rejection().line();
            case Line.Blank blank -> number = blank.number();
            case Line.Half half -> number = half.rejection().line();
        }
        return switch (line) {
            case Line.Good(List<Run> said, long start, int length, long end, boolean terminated) when !own.equals(OwnRecord.NONE) ->
                new Line.Good(
                        said.stream().map(run -> run.source().part() == 0 ? run.knowing(own) : run).toList(), start, length, end,
                        terminated);
            case Line.Bad(Rejection rejection, long end) -> new Line.Bad(named(rejection), end);
            // Nobody is still writing a text inside another file.
            case Line.Half(Rejection rejection) when isInside() -> new Line.Bad(named(rejection), end());
            default -> line;
        };
    }

    private boolean isInside() {
        return text != null && !text.name().isEmpty();
    }

    private Rejection named(Rejection rejection) {
        if (text == null || !isInside()) {
            return rejection;
        }
        long line = rejection.line() - linesAbove;
        String place = text.linesAbove().isPresent() || line == 1 ? text.name() : text.name() + ", line " + line;
        return new Rejection(rejection.file(), rejection.line(), place + ": " + rejection.cause());
    }

    @Override
    public void close() throws IOException {
        try (container) {
            closeText();
        }
    }

    private static final class CountedStream extends InputStream {
        private final InputStream in;
        private long count;

        CountedStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int start, int length) throws IOException {
            int read = in.read(buffer, start, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
