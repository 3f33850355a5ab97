package org.shoptrace.core.annotate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.AnnotationEvent;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Stamp;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.trajectory.RunId;

/// The annotations of a workspace: a folder of append-only files, one a process and author, each line an event. Whoever else writes
/// there at the same time is read, never waited for: no two ever write the same file. Safe for use by several threads.
public final class AnnotationStore implements Closeable {
    /// In a workspace's storage.
    public static final String FOLDER = "annotations";

    /// What the files held when they were last read.
    ///
    /// @param newer      how many lines a newer version of Shoptrace wrote; they are kept, and not among the annotations
    /// @param rejections lines that are no annotations, among them lines that were cut off, and files that cannot be read; they are kept
    ///     too
    public record Contents(Annotations annotations, int newer, List<Rejection> rejections) {
        public static final Contents EMPTY = new Contents(Annotations.NONE, 0, List.of());

        public Contents {
            rejections = List.copyOf(rejections);
        }
    }

    /// What an import brought.
    ///
    /// @param added  events that were not here before
    /// @param known  events that were
    /// @param failed lines that are no annotations
    public record Imported(int added, int known, List<Rejection> failed) {
        public Imported {
            failed = List.copyOf(failed);
        }
    }

    private final OwnFolder own;
    private final Path folder;
    private final List<Path> alsoRead;
    private final Clock clock;
    private final AnnotationWriter.Opener opener;
    private final Map<String, AnnotationWriter> writers = new HashMap<>();
    private final AnnotationFiles files = new AnnotationFiles();

    /// @param folder   where to write; made when something is
    /// @param alsoRead other folders with annotations, as of a workspace that cannot be written to
    public AnnotationStore(Path folder, List<Path> alsoRead) {
        this(OwnFolder.at(folder), alsoRead, Clock.systemUTC(), AnnotationWriter.Opener.USUAL);
    }

    /// The annotations of a workspace; of one that cannot be written to, those that its owner left inside are read too.
    public static AnnotationStore of(WorkspaceFolder workspace) {
        OwnFolder own = workspace.own().folder(FOLDER);
        Path inside = workspace.inside().resolve(FOLDER);
        return new AnnotationStore(
                own, own.path().equals(inside) ? List.of() : List.of(inside), Clock.systemUTC(), AnnotationWriter.Opener.USUAL);
    }

    AnnotationStore(OwnFolder own, List<Path> alsoRead, Clock clock, AnnotationWriter.Opener opener) {
        this.own = own;
        this.folder = own.path();
        this.alsoRead = List.copyOf(alsoRead);
        this.clock = clock;
        this.opener = opener;
    }

    /// The folders that hold the annotations of a workspace, those that are there.
    public static List<Path> folders(WorkspaceFolder workspace) {
        try (AnnotationStore store = of(workspace)) {
            return store.folders().stream().filter(Files::isDirectory).toList();
        }
    }

    /// The folders that hold annotations, whether or not they are there.
    public List<Path> folders() {
        List<Path> folders = new ArrayList<>(alsoRead);
        folders.add(folder);
        return folders;
    }

    /// Reads what others have added since the last time.
    ///
    /// @throws ShoptraceException when a folder of annotations cannot be read
    public synchronized Contents read() throws ShoptraceException {
        for (Path each : folders()) {
            try {
                files.readFolder(each);
            } catch (IOException e) {
                throw new ShoptraceException(
                        "the annotations cannot be read, " + FileInput.cause(e), each.toString(), "Check that the folder may be read", e);
            }
        }
        return contents();
    }

    private Contents contents() {
        return new Contents(Annotations.of(files.events()), files.newer(), files.rejections());
    }

    /// Says something of a subject, in place of what the author said before.
    ///
    /// @throws ShoptraceException when it could not be written, and then nothing was
    public synchronized Contents state(String author, Subject subject, Statement statement, Occasion occasion)
            throws ShoptraceException {
        Optional<String> before = read().annotations().by(author, subject).map(Annotation::stamp).map(Stamp::id);
        return write(new AnnotationEvent.Stated(stamp(author), subject, statement, before, occasion));
    }

    /// Keeps what is not submitted yet.
    ///
    /// @param statement an empty one ends the draft, and so does one that says what the author submitted
    public synchronized Contents draft(String author, Subject subject, Statement statement) throws ShoptraceException {
        Contents now = read();
        boolean submitted = now.annotations().by(author, subject).map(Annotation::statement).filter(statement::equals).isPresent();
        Statement left = submitted ? Statement.EMPTY : statement;
        boolean same = now.annotations().draft(author, subject).orElse(Statement.EMPTY).equals(left);
        return same ? now : write(new AnnotationEvent.Drafted(stamp(author), subject, left));
    }

    /// Takes back what the author did last; nothing happens when there is nothing.
    public synchronized Contents undo(String author) throws ShoptraceException {
        Contents now = read();
        Optional<AnnotationEvent> last = now.annotations().undoable(author);
        return last.isEmpty() ? now : write(new AnnotationEvent.Withdrawn(stamp(author), last.get().stamp().id()));
    }

    /// Does again what the author took back last; nothing happens when there is nothing.
    public synchronized Contents redo(String author) throws ShoptraceException {
        Contents now = read();
        Optional<AnnotationEvent> last = now.annotations().redoable(author);
        return last.isEmpty() ? now : write(new AnnotationEvent.Restored(stamp(author), last.get().stamp().id()));
    }

    /// Makes a queue; its id is the last one's in [Annotations#queues].
    public synchronized Contents queue(String author, String name, boolean blind, List<RunId> runs) throws ShoptraceException {
        read();
        return write(new AnnotationEvent.Queued(stamp(author), name, blind, runs));
    }

    /// Takes in the annotations of files and folders, of other annotators or from elsewhere. What is here already is passed over, so
    /// that the same import can be made again.
    ///
    /// @throws ShoptraceException when a file cannot be read or holds no annotation at all, and then nothing was taken in
    public synchronized Imported importFrom(List<Path> sources) throws ShoptraceException {
        read();
        AnnotationFiles theirs = new AnnotationFiles();
        for (Path source : sources) {
            readSource(theirs, source);
        }
        List<AnnotationLine> added = theirs.lines().stream().filter(line -> !files.holds(line.id())).toList();
        if (!added.isEmpty()) {
            append("imported", added);
        }
        return new Imported(added.size(), theirs.lines().size() - added.size(), theirs.rejections());
    }

    private static void readSource(AnnotationFiles theirs, Path source) throws ShoptraceException {
        int before = theirs.lines().size();
        try {
            if (Files.isDirectory(source)) {
                theirs.readFolder(source);
            } else {
                theirs.read(source);
            }
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the annotations cannot be read, " + FileInput.cause(e), source.toString(),
                    "Name a file of annotations or a folder of such", e);
        }
        if (theirs.lines().size() == before && !theirs.rejections().isEmpty()) {
            throw new ShoptraceException(
                    "there is no annotation, " + theirs.rejections().getLast().cause(), source.toString(),
                    "Name a file that Shoptrace exported or keeps");
        }
    }

    private Contents write(AnnotationEvent event) throws ShoptraceException {
        append(event.stamp().author(), List.of(AnnotationCodec.line(event)));
        return contents();
    }

    private void append(String writer, List<? extends AnnotationLine> lines) throws ShoptraceException {
        try {
            writers.computeIfAbsent(writer, name -> new AnnotationWriter(own, name, opener))
                    .append(lines.stream().map(AnnotationLine::text).toList());
        } catch (IOException e) {
            throw WriteFailure.of("the annotation could not be saved and is still in the form", folder, e);
        }
        lines.forEach(files::add);
    }

    /// Later than all that the author did, even when the clock was set back or another computer's is ahead.
    private Stamp stamp(String author) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant last = files.events().stream()
                .map(AnnotationEvent::stamp)
                .filter(stamp -> stamp.author().equals(author))
                .map(Stamp::time)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant time = now.isAfter(last) ? now : last.plusMillis(1);
        return new Stamp(UUID.randomUUID().toString(), time, author);
    }

    /// All lines as they were written, those of newer versions too, each once.
    ///
    /// @throws ShoptraceException as [#read]
    public synchronized List<String> lines() throws ShoptraceException {
        read();
        return files.lines().stream().map(AnnotationLine::text).toList();
    }

    @Override
    public synchronized void close() {
        writers.values().forEach(AnnotationWriter::close);
        writers.clear();
    }
}
