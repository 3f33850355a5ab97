package org.shoptrace.core.trajectory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.LineReader;
import org.shoptrace.core.file.PackedStreamException;
import org.shoptrace.core.json.JsonBounds;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// Walks the lines of a rollout file. Runs come without their prompts: nobody who walks a whole file needs them.
final class RunLines implements RunWalk {
    /// Lines of many megabytes are normal, since each repeats its history in every step; this much is none that fits beside others.
    static final int MAX_LINE = JsonBounds.longestLine(128 << 20);

    static final String TOO_LARGE = "the run is too large to be held in memory";

    private final Path file;
    private final String model;
    private final OwnRecord own;
    private final LineReader lines;
    private boolean ended;

    /// What a line is. `end` is where the next one starts in the (unpacked) file.
    sealed interface Line {
        /// @param runs those that it holds, never none
        record Good(List<Run> runs, long offset, int length, long end, boolean terminated) implements Line {}

        record Bad(Rejection rejection, long end) implements Line {}

        /// The file's last line when it has no line break and is no run: somebody may still be writing it.
        record Half(Rejection rejection) implements Line {}

        record Blank(long number, long end) implements Line {}
    }

    /// @param file   named in what is read and rejected
    /// @param in     its unpacked bytes from `offset` on
    /// @param number how many lines lie before `offset`
    RunLines(Path file, String model, InputStream in, long offset, long number) {
        this.file = file;
        this.model = model;
        this.own = TrialResult.beside(file);
        this.lines = new LineReader(in, MAX_LINE, offset, number);
    }

    /// The next line; empty at the end. A packed file that is cut off or damaged ends with a bad line that says so.
    @Override
    public Optional<Line> next() throws IOException {
        try {
            return ended || !lines.next() ? Optional.empty() : Optional.of(line());
        } catch (PackedStreamException e) {
            ended = true;
            String cause = FileInput.cause(e) + "; what follows is lost";
            return Optional.of(new Line.Bad(new Rejection(file, lines.number() + 1, cause), lines.nextOffset()));
        }
    }

    private Line line() {
        if (lines.isBlank()) {
            return new Line.Blank(lines.number(), lines.nextOffset());
        }
        if (lines.isTooLong()) {
            return new Line.Bad(new Rejection(file, lines.number(), JsonBounds.tooLong(MAX_LINE)), lines.nextOffset());
        }
        try {
            RunSource source = new RunSource(file, lines.number());
            List<Run> runs = RunCodec.decodeWithoutPrompts(lines.buffer(), lines.start(), lines.length(), source, model).stream()
                    .map(run -> run.source().part() == 0 ? run.knowing(own) : run).toList();
            return new Line.Good(runs, lines.offset(), lines.length(), lines.nextOffset(), lines.isTerminated());
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            Rejection rejection = Rejection.of(file, lines.number(), e);
            return lines.isTerminated() ? new Line.Bad(rejection, lines.nextOffset()) : new Line.Half(rejection);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // What was made of it is let go by now. The bounds of a value are an estimate; this is what stands behind them.
            return new Line.Bad(new Rejection(file, lines.number(), TOO_LARGE), lines.nextOffset());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
