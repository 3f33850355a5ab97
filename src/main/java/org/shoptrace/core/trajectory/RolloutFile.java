package org.shoptrace.core.trajectory;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.Rejections;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.container.Container;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.RolloutIndex.End;
import org.shoptrace.core.trajectory.RunLines.Line;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// A rollout file of any size. Its runs are found once, by offset, and read one at a time, so that memory holds summaries and
/// the run that is looked at, never the file. A file that grows is followed by [#refresh]. Safe for use by several threads.
public final class RolloutFile implements Closeable {
    private static final int BATCH = 256;
    private static final long BATCH_NANOS = 200_000_000L;
    private static final String REMEDY = "Choose a file of rollouts, message lists or ATIF documents";

    private final Path file;
    private final String model;
    private final RolloutBytes bytes;

    /// What became of a file since it was indexed.
    public enum Change {
        NONE,
        /// It has more runs; those known before stay.
        GROWN,
        /// It is another file by now, or a shorter one; all runs were found anew.
        REPLACED
    }

    /// A file after a second look.
    public record Refreshed(RolloutIndex index, Change change) {}

    /// @param scratchFolder where a packed file is unpacked while it is open; created when that is needed
    public RolloutFile(Path file, Path scratchFolder) {
        this.file = file;
        this.model = RolloutFileName.model(file);
        this.bytes = new RolloutBytes(file, scratchFolder);
    }

    public Path path() {
        return file;
    }

    /// The model's name, from the file's name.
    public String model() {
        return model;
    }

    /// Finds the runs of the file. `found` gets them in batches as they are found, the first run at once; each can be read from then
    /// on. It is called on the caller's thread.
    ///
    /// @throws RunlessFile        when it is of a known format and holds no run
    /// @throws ShoptraceException when the file cannot be read or is empty
    public RolloutIndex index(Consumer<List<RunEntry>> found, Progress progress) throws ShoptraceException {
        try {
            RolloutIndex index = new Scan(found, progress).from(End.START).orElseThrow();
            if (index.entries().isEmpty() && index.rejections().size() < 2) {
                RunlessFile.check(file);
            }
            if (index.entries().isEmpty() && index.rejections().isEmpty() && index.halfLine().isEmpty()) {
                throw new ShoptraceException("the rollout file is empty", file.toString(), REMEDY);
            }
            return index;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Looks for what came since `known` was made. `found` gets the new runs, or after [Change#REPLACED] all of them.
    ///
    /// @throws ShoptraceException when the file cannot be read any more
    public Refreshed refresh(RolloutIndex known, Consumer<List<RunEntry>> found, Progress progress) throws ShoptraceException {
        End end = known.end();
        try {
            boolean same = (end.rewritten() || bytes.size() >= end.offset()) && bytes.mark(end).equals(end.mark());
            if (same && (end.rewritten() || bytes.size() == end.offset())) {
                return new Refreshed(known, Change.NONE);
            }
            if (same && end.asWhole() && onlyBlankAfter(end.offset())) {
                return new Refreshed(known, Change.NONE);
            }
            Optional<RolloutIndex> more = same && !end.asWhole() ? new Scan(found, progress).from(end) : Optional.empty();
            if (more.isEmpty()) {
                return new Refreshed(new Scan(found, progress).from(End.START).orElseThrow(), Change.REPLACED);
            }
            RolloutIndex index = joined(known, more.get());
            boolean grown = index.entries().size() > known.entries().size() || index.rejections().size() > known.rejections().size();
            return new Refreshed(index, grown ? Change.GROWN : Change.NONE);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean onlyBlankAfter(long offset) throws IOException {
        try (InputStream in = bytes.open(offset)) {
            for (int read = in.read(); read >= 0; read = in.read()) {
                if (read != ' ' && read != '\n' && read != '\r' && read != '\t' && read != ']') {
                    return false;
                }
            }
            return true;
        }
    }

    /// Reads a run, whole.
    ///
    /// @throws ShoptraceException when the file cannot be read or its bytes are not that run any more
    public Run read(RunEntry entry) throws ShoptraceException {
        RunSource source = entry.summary().source();
        try {
            byte[] line = bytes.read(entry.offset(), entry.length());
            if (source.part() == 0 && !RunCodec.id(line, 0, line.length).equals(entry.summary().id())) {
                throw changed(source);
            }
            // What the file says once of all its runs, their summaries know.
            return RunCodec.decodeAll(line, 0, line.length, new RunSource(file, source.line()), entry.summary().model()).stream()
                    .filter(run -> run.source().part() == source.part() && run.id().equals(entry.summary().id()))
                    .findFirst()
                    .map(run -> run.knowing(entry.summary().own()))
                    .orElseThrow(() -> changed(source));
        } catch (IOException e) {
            throw unreadable(e);
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            // Somebody wrote something else over a run that is one inside its line.
            throw changed(source);
        }
    }

    private ShoptraceException changed(RunSource source) {
        return new ShoptraceException(
                "the file was changed and the run is not where it was", file + ":" + source.place(), "Reload the file");
    }

    /// Walks all runs of a file in order, for scores and statistics. The runs come without their prompts and must not be written.
    ///
    /// @return the lines that are no runs, an incomplete last line among them
    /// @throws ShoptraceException when the file cannot be read
    public static List<Rejection> forEachRun(Path file, Consumer<Run> runs, Progress progress) throws ShoptraceException {
        Rejections rejections = new Rejections();
        try (RunWalk lines = new ContainedRuns(file, RolloutFileName.model(file), Container.open(file), ContainedRuns.Copy.NONE)) {
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                progress.checkCancelled();
                switch (line.get()) {
                    case Line.Good good -> good.runs().forEach(runs);
                    case Line.Bad bad -> rejections.add(bad.rejection());
                    case Line.Half half -> rejections.add(half.rejection());
                    case Line.Blank _ -> {}
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return rejections.all();
    }

    /// The first runs of a file, without their prompts, for a look at what they are about.
    ///
    /// @param count how many at most
    /// @throws ShoptraceException when the file cannot be read
    public static List<Run> firstRuns(Path file, int count) throws ShoptraceException {
        List<Run> runs = new ArrayList<>();
        try (RunWalk lines = new ContainedRuns(file, RolloutFileName.model(file), Container.open(file), ContainedRuns.Copy.NONE)) {
            for (Optional<Line> line = lines.next(); line.isPresent() && runs.size() < count; line = lines.next()) {
                if (line.get() instanceof Line.Good good) {
                    runs.addAll(good.runs());
                }
            }
            return runs.subList(0, Math.min(count, runs.size()));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private RolloutIndex joined(RolloutIndex known, RolloutIndex more) {
        List<RunEntry> entries = new ArrayList<>(known.entries());
        entries.addAll(more.entries());
        List<Rejection> rejections = new ArrayList<>(known.rejections());
        rejections.addAll(more.rejections());
        return new RolloutIndex(file, model, entries, rejections, more.halfLine(), more.end());
    }

    private ShoptraceException unreadable(IOException e) {
        return unreadable(file, e);
    }

    private static ShoptraceException unreadable(Path file, IOException e) {
        return new ShoptraceException("the rollout file cannot be read, " + FileInput.cause(e), file.toString(), REMEDY, e);
    }

    /// One pass over the file or its new end.
    private final class Scan {
        private final Consumer<List<RunEntry>> found;
        private final Progress progress;
        private final List<RunEntry> entries = new ArrayList<>();
        private final Rejections rejections = new Rejections();
        private int delivered;
        private long deliveredAt;

        Scan(Consumer<List<RunEntry>> found, Progress progress) {
            this.found = found;
            this.progress = progress;
        }

        /// What lies after `start`; empty when the line that ended there without a line break goes on, so that the file is another.
        Optional<RolloutIndex> from(End start) throws IOException {
            long end = start.offset();
            long number = start.insideLine() ? start.lines() - 1 : start.lines();
            boolean insideLine = false;
            Optional<Rejection> half = Optional.empty();
            long size = Math.max(1, bytes.size());
            boolean anew = end == 0;
            boolean asWhole = false;
            boolean rewritten = false;
            try (RunWalk lines = anew
                    ? new ContainedRuns(file, model, Container.open(file), bytes.copy())
                    : new RunLines(file, model, bytes.open(end), end, number)) {
                for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                    progress.checkCancelled();
                    boolean restOfKnownLine = start.insideLine() && end == start.offset();
                    if (restOfKnownLine && !(line.get() instanceof Line.Blank)) {
                        return Optional.empty();
                    }
                    insideLine = false;
                    switch (line.get()) {
                        case Line.Good good -> {
                            for (Run run : good.runs()) {
                                entries.add(RunEntry.of(run, good.runs(), good.offset(), good.length()));
                            }
                            number = good.runs().getFirst().source().line();
                            end = good.end();
                            insideLine = !good.terminated();
                            deliver(lines instanceof ContainedRuns texts && texts.isRewritten() ? -1 : (double) end / size);
                        }
                        case Line.Bad(Rejection rejection, long next) -> {
                            rejections.add(rejection);
                            number = rejection.line();
                            end = next;
                        }
                        case Line.Blank(long blank, long next) -> {
                            number = blank;
                            end = next;
                        }
                        case Line.Half(Rejection rejection) -> half = Optional.of(rejection);
                    }
                }
                if (lines instanceof ContainedRuns texts) {
                    asWhole = texts.isAsWhole();
                    rewritten = texts.isRewritten();
                }
            }
            flush();
            if (asWhole && !rewritten) {
                // What stands behind the last run, as the end of the object around them all, was read too.
                end = Math.max(end, size);
            }
            End read = new End(end, number, insideLine, asWhole, rewritten, "");
            return Optional.of(new RolloutIndex(file, model, entries, rejections.all(), half, read.marked(bytes.mark(read))));
        }

        private void deliver(double fraction) {
            if (delivered == 0 || entries.size() - delivered >= BATCH || System.nanoTime() - deliveredAt > BATCH_NANOS) {
                progress.report("Reading " + file.getFileName(), fraction);
                flush();
            }
        }

        private void flush() {
            if (entries.size() > delivered) {
                found.accept(List.copyOf(entries.subList(delivered, entries.size())));
                delivered = entries.size();
                deliveredAt = System.nanoTime();
            }
        }
    }
}
