package org.shoptrace.core.trajectory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.json.JsonSpans.Failure;
import org.shoptrace.core.json.JsonSpans.Span;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.RunLines.Line;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// Walks the runs of a file whose runs are not its lines, as [RunLines] walks lines.
final class RunPlaces implements RunWalk {
    private final Path file;
    private final String model;
    private final OwnRecord own;
    private final InputStream in;
    private final Iterator<Span> spans;
    private final long start;
    private final long linesAbove;
    private Optional<Failure> failure;
    /// Lines of the run before that it is read without.
    private final Queue<Line> broken = new ArrayDeque<>();
    /// How far the text was read, from its start.
    private long at;

    /// @param in     a text from its start
    /// @param offset where that lies in all that is read of the file
    /// @param number how many lines lie before it
    RunPlaces(Path file, String model, InputStream in, RunFileLayout.Places places, long offset, long number) {
        this.file = file;
        this.model = places.model().orElse(model);
        this.in = in;
        this.own = places.own().or(TrialResult.beside(file));
        this.spans = places.spans().iterator();
        this.failure = places.failure();
        this.start = offset;
        this.linesAbove = number;
    }

    @Override
    public Optional<Line> next() throws IOException {
        if (!broken.isEmpty()) {
            return Optional.of(broken.remove());
        }
        if (spans.hasNext()) {
            return Optional.of(line(spans.next()));
        }
        // To the end, so that a packed file is unpacked whole.
        at += in.transferTo(OutputStream.nullOutputStream());
        Optional<Line> last = failure.map(this::failed);
        failure = Optional.empty();
        return last;
    }

    private Line line(Span span) throws IOException {
        if (span.length() > RunLines.MAX_LINE) {
            String cause = "the run is longer than " + (RunLines.MAX_LINE >> 20) + " MB, too large to be held";
            return new Line.Bad(new Rejection(file, linesAbove + span.line(), cause), start + span.end());
        }
        skip(span.offset() - at);
        byte[] bytes = in.readNBytes((int) span.length());
        at = span.end();
        if (bytes.length < span.length()) {
            throw new IOException("it became shorter while it was read");
        }
        try {
            RunSource source = new RunSource(file, linesAbove + span.line());
            List<Run> runs = RunCodec.decodeWithoutPrompts(bytes, 0, bytes.length, source, model, line -> broken
                    .add(new Line.Bad(new Rejection(file, linesAbove + span.line() + line.line(), line.cause()), start + span.end())))
                    .stream().map(run -> run.source().part() == 0 ? run.knowing(own) : run).toList();
            return new Line.Good(runs, start + span.offset(), bytes.length, start + span.end(), true);
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            broken.clear();
            return new Line.Bad(Rejection.of(file, linesAbove + span.line(), e), start + span.end());
        } catch (OutOfMemoryError | StackOverflowError e) {
            return new Line.Bad(new Rejection(file, linesAbove + span.line(), RunLines.TOO_LARGE), start + span.end());
        }
    }

    /// By reading: a packed file is unpacked by what is read of it.
    private void skip(long count) throws IOException {
        byte[] passed = new byte[1 << 16];
        for (long left = count; left > 0;) {
            int read = in.read(passed, 0, (int) Math.min(left, passed.length));
            if (read < 0) {
                throw new IOException("it became shorter while it was read");
            }
            left -= read;
        }
    }

    private Line failed(Failure cut) {
        Rejection rejection = new Rejection(file, linesAbove + cut.line(), cut.cause());
        return cut.atEnd() ? new Line.Half(rejection) : new Line.Bad(rejection, start + at);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
