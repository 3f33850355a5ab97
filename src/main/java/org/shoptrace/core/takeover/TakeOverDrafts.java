package org.shoptrace.core.takeover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.LineReader;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonBounds;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.StepCodec;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Step;

/// Keeps take-overs while they are made. A draft is a file of its own: a first line that holds all that was inherited, then a line for each
/// step made or taken back, on the disk before the step is shown. What a killed program left can be gone on with; half a line at the end,
/// which it was writing, was shown to nobody and does not count. A draft that is open here or in another window is locked and left alone.
public final class TakeOverDrafts {
    private static final String ENDING = ".draft";
    private static final int FORMAT = 1;
    private static final int MAX_LINE = JsonBounds.longestLine(128 << 20);

    /// The drafts that are open in this process. Closing a file here once more would give up its lock, so such a file is not even looked
    /// at.
    private static final Set<Path> OPEN_HERE = new HashSet<>();

    private final OwnFolder own;
    private final Path folder;

    /// @param folder created when there is something to keep
    public TakeOverDrafts(OwnFolder folder) {
        this.own = folder;
        this.folder = folder.path();
    }

    /// A draft that nobody has open.
    ///
    /// @param takeOver as it was left
    public record Left(Path file, TakeOver takeOver) {}

    /// What was left, oldest first.
    ///
    /// @param drafts     can be gone on with
    /// @param unreadable files that hold no draft that can be read; they stay
    public record Listing(List<Left> drafts, List<ShoptraceException> unreadable) {
        public Listing {
            drafts = List.copyOf(drafts);
            unreadable = List.copyOf(unreadable);
        }
    }

    /// Begins to keep a take-over.
    ///
    /// @throws ShoptraceException when the folder cannot be written
    public Draft begin(TakeOver takeOver) throws ShoptraceException {
        try {
            own.made();
            String stem = takeOver.origin().run().brief() + "-" + takeOver.origin().step();
            for (int i = 1;; i++) {
                Path file = folder.resolve(stem + "-" + i + ENDING);
                if (!Files.exists(file)) {
                    Draft draft = new Draft(file, StandardOpenOption.CREATE_NEW);
                    try {
                        draft.write(header(takeOver));
                        for (Step step : takeOver.own()) {
                            draft.add(step);
                        }
                        return draft;
                    } catch (ShoptraceException e) {
                        // A draft without its beginning is none.
                        draft.discard();
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /// Goes on with a draft that was left, as it is by now: another window may have gone on with it since it was listed.
    ///
    /// @throws ShoptraceException when it is open elsewhere, was saved or discarded since, or cannot be read or written
    public Resumed resume(Left left) throws ShoptraceException {
        try {
            Draft draft = new Draft(left.file(), StandardOpenOption.WRITE);
            try {
                byte[] whole = draft.wholeLines();
                TakeOver now = read(new ByteArrayInputStream(whole), left.file())
                        .orElseThrow(() -> broken(left.file(), "it has no first line"));
                return new Resumed(draft, now);
            } catch (IOException | ShoptraceException e) {
                draft.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new ShoptraceException(
                    "the take-over is no longer left", left.file().toString(),
                    "It was saved or discarded in another window; look for it in the list of runs", e);
        } catch (IOException e) {
            throw failure(left.file(), e);
        }
    }

    /// A draft that is open again.
    ///
    /// @param takeOver as it stands on the disk
    public record Resumed(Draft draft, TakeOver takeOver) {}

    /// What was left when the program ended, or was killed, in the middle.
    ///
    /// @throws ShoptraceException when the folder cannot be read
    public Listing left() throws ShoptraceException {
        List<Left> drafts = new ArrayList<>();
        List<ShoptraceException> unreadable = new ArrayList<>();
        for (Path file : files()) {
            try {
                synchronized (OPEN_HERE) {
                    if (!isOpen(file)) {
                        try (InputStream bytes = Files.newInputStream(file)) {
                            read(bytes, file).ifPresent(takeOver -> drafts.add(new Left(file, takeOver)));
                        }
                    }
                }
            } catch (ShoptraceException e) {
                unreadable.add(e);
            } catch (IOException e) {
                unreadable.add(failure(file, e));
            }
        }
        return new Listing(drafts, unreadable);
    }

    private List<Path> files() throws ShoptraceException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private static boolean isOpen(Path file) throws IOException {
        if (OPEN_HERE.contains(file.toAbsolutePath())) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /// Empty for a draft whose first line was never finished.
    private static Optional<TakeOver> read(InputStream bytes, Path file) throws IOException, ShoptraceException {
        @Nullable
        TakeOver takeOver = null;
        try (LineReader lines = new LineReader(bytes, MAX_LINE)) {
            while (lines.next()) {
                if (!lines.isTerminated()) {
                    break;
                }
                if (lines.isTooLong()) {
                    throw broken(file, JsonBounds.tooLong(MAX_LINE));
                }
                Json line = JsonReader.read(lines.buffer(), lines.start(), lines.length());
                takeOver = takeOver == null ? begun(line, file) : changed(takeOver, line, file);
            }
        } catch (JsonSyntaxException e) {
            throw broken(file, e.getMessage());
        }
        return Optional.ofNullable(takeOver);
    }

    private static TakeOver begun(Json line, Path file) throws ShoptraceException {
        if (!(line instanceof Json.Obj header) || header.object("origin").flatMap(Origin::decode).isEmpty()) {
            throw broken(file, "its first line names no origin");
        }
        if (!header.get("format").equals(Optional.of(Json.Num.of((long) FORMAT)))) {
            throw broken(file, "it was made by a newer version");
        }
        List<Step> inherited = new ArrayList<>();
        for (Json step : header.items("steps")) {
            inherited.add(StepCodec.decode(step, inherited.size() + 1));
        }
        Origin origin = header.object("origin").flatMap(Origin::decode).orElseThrow();
        return new TakeOver(origin, header.text("parent").orElse(""), header.text("query").orElse(""), inherited, List.of());
    }

    private static TakeOver changed(TakeOver so, Json line, Path file) throws ShoptraceException {
        Json.Obj change = line instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        if (change.get("undo").isPresent()) {
            return so.withoutLast();
        }
        Json step = change.get("step").orElseThrow(() -> broken(file, "a line is neither a step nor its taking back"));
        return so.with(StepCodec.decode(step, so.steps().size() + 1));
    }

    private static Json.Obj header(TakeOver takeOver) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("format", Json.Num.of((long) FORMAT));
        fields.put("origin", takeOver.origin().encode());
        fields.put("parent", Json.of(takeOver.parent()));
        fields.put("query", Json.of(takeOver.query()));
        fields.put("steps", Json.array(takeOver.inherited().stream().map(StepCodec::encode).toList()));
        return new Json.Obj(fields);
    }

    private static ShoptraceException broken(Path file, @Nullable String why) {
        return new ShoptraceException(
                "the draft of a take-over cannot be read: " + why, file.toString(), "Open it with the version that made it, or remove it");
    }

    private static ShoptraceException failure(Path file, IOException e) {
        return WriteFailure.of("the draft of a take-over cannot be kept", file, e);
    }

    /// An open draft. Not for use by several threads.
    public static final class Draft implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;

        private Draft(Path file, StandardOpenOption way) throws IOException, ShoptraceException {
            this.file = file;
            synchronized (OPEN_HERE) {
                if (OPEN_HERE.contains(file.toAbsolutePath())) {
                    throw openElsewhere(file);
                }
                this.channel = FileChannel.open(file, way, StandardOpenOption.READ, StandardOpenOption.WRITE);
                if (!locked(channel)) {
                    channel.close();
                    throw openElsewhere(file);
                }
                OPEN_HERE.add(file.toAbsolutePath());
            }
            channel.position(channel.size());
        }

        private static ShoptraceException openElsewhere(Path file) {
            return new ShoptraceException("the draft of the take-over is open in another window", file.toString(), "Go on there");
        }

        private static boolean locked(FileChannel channel) throws IOException {
            try {
                return channel.tryLock() != null;
            } catch (OverlappingFileLockException e) {
                return false;
            }
        }

        /// Keeps a step; when this returns it is on the disk.
        ///
        /// @throws ShoptraceException when it cannot be written
        public void add(Step step) throws ShoptraceException {
            write(Json.Obj.EMPTY.with("step", StepCodec.encode(step)));
        }

        /// Notes that the latest step was taken back.
        ///
        /// @throws ShoptraceException when it cannot be written
        public void undo() throws ShoptraceException {
            write(Json.Obj.EMPTY.with("undo", new Json.Bool(true)));
        }

        /// Removes the draft, since its run is saved or nobody wants it.
        ///
        /// @throws ShoptraceException when the file cannot be removed
        public void discard() throws ShoptraceException {
            try {
                Files.deleteIfExists(file);
                release();
            } catch (IOException e) {
                throw failure(file, e);
            }
        }

        /// Leaves the draft for later.
        @Override
        public void close() throws ShoptraceException {
            try {
                release();
            } catch (IOException e) {
                throw failure(file, e);
            }
        }

        private void release() throws IOException {
            synchronized (OPEN_HERE) {
                channel.close();
                OPEN_HERE.remove(file.toAbsolutePath());
            }
        }

        private void write(Json.Obj line) throws ShoptraceException {
            try {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(JsonWriter.compact(line) + "\n");
                long start = channel.position();
                try {
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                } catch (IOException e) {
                    // On a full disk half the line may stand there; the next one must not be glued to it.
                    channel.truncate(start);
                    throw e;
                }
            } catch (IOException e) {
                throw failure(file, e);
            }
        }

        /// What the file holds, without half a line at its end, which is taken off. Read through the channel that has the lock.
        private byte[] wholeLines() throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
                // Reads on.
            }
            int end = bytes.position();
            while (end > 0 && bytes.get(end - 1) != '\n') {
                end--;
            }
            channel.truncate(end);
            channel.position(end);
            return Arrays.copyOf(bytes.array(), end);
        }
    }
}
