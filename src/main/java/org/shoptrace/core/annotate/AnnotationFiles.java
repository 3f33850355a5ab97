package org.shoptrace.core.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.Rejections;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.LineReader;
import org.shoptrace.model.annotation.AnnotationEvent;

/// Reads annotation files, and what is appended to them afterwards. Nothing here writes: a line that cannot be read stays where it is.
final class AnnotationFiles {
    static final String SUFFIX = ".jsonl";

    /// A queue of a hundred thousand runs fits in one line.
    private static final int LONGEST_LINE = 16 << 20;

    /// How far a file was read.
    ///
    /// @param offset behind the last line that ended
    /// @param lines  how many ended
    /// @param torn   the rest behind them that is no whole line
    private record Reading(long offset, long lines, Optional<Rejection> torn) {
        static final Reading START = new Reading(0, 0, Optional.empty());
    }

    /// How a file is opened for reading.
    @FunctionalInterface
    interface Opener {
        /// The bytes from `offset` on.
        InputStream open(Path file, long offset) throws IOException;
    }

    private final Opener opener;
    private final SequencedMap<String, AnnotationLine> lines = new LinkedHashMap<>();
    private final Map<Path, Reading> readings = new TreeMap<>();
    private final SequencedMap<Path, Rejections> rejections = new LinkedHashMap<>();
    private final Map<Path, Rejection> unreadable = new TreeMap<>();

    AnnotationFiles() {
        this(AnnotationFiles::open);
    }

    AnnotationFiles(Opener opener) {
        this.opener = opener;
    }

    /// Every line once, however many files hold it.
    Collection<AnnotationLine> lines() {
        return Collections.unmodifiableCollection(lines.values());
    }

    boolean holds(String id) {
        return lines.containsKey(id);
    }

    List<AnnotationEvent> events() {
        List<AnnotationEvent> events = new ArrayList<>();
        for (AnnotationLine line : lines.values()) {
            if (line instanceof AnnotationLine.Known known) {
                events.add(known.event());
            }
        }
        return events;
    }

    /// How many lines a newer version wrote.
    int newer() {
        return (int) lines.values().stream().filter(AnnotationLine.Newer.class::isInstance).count();
    }

    /// The lines that are no annotations, those that were cut off after them, and the files that cannot be read last.
    List<Rejection> rejections() {
        List<Rejection> all = new ArrayList<>();
        rejections.values().forEach(ofFile -> all.addAll(ofFile.all()));
        readings.values().forEach(reading -> reading.torn().ifPresent(all::add));
        all.addAll(unreadable.values());
        return all;
    }

    /// An event that this process has just written.
    void add(AnnotationLine line) {
        lines.putIfAbsent(line.id(), line);
    }

    /// Reads what was added to the annotation files of a folder; a folder that is not there holds none. A file that cannot be read keeps
    /// nobody from reading the others, or from writing.
    ///
    /// @throws IOException when the folder cannot be read
    void readFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file)).sorted().toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        for (Path file : files) {
            try {
                read(file);
                unreadable.remove(file);
            } catch (NoSuchFileException e) {
                // Somebody has just removed it.
                unreadable.remove(file);
            } catch (IOException e) {
                unreadable.put(file, new Rejection(file, 1, "the file cannot be read, " + FileInput.cause(e)));
            }
        }
    }

    /// Reads what was added to a file.
    void read(Path file) throws IOException {
        FileInput.requireFile(file);
        Reading before = readings.getOrDefault(file, Reading.START);
        long size = Files.size(file);
        if (size < before.offset()) {
            // Somebody replaced it; what it held is known by its ids.
            before = Reading.START;
            rejections.remove(file);
        } else if (size == before.offset()) {
            readings.put(file, new Reading(before.offset(), before.lines(), Optional.empty()));
            return;
        }
        readings.put(file, read(file, before));
    }

    private Reading read(Path file, Reading from) throws IOException {
        long offset = from.offset();
        long number = from.lines();
        Optional<Rejection> torn = Optional.empty();
        try (LineReader reader = new LineReader(opener.open(file, offset), LONGEST_LINE, offset, number)) {
            while (reader.next()) {
                Optional<Rejection> rejected = take(file, reader);
                if (reader.isTerminated()) {
                    rejected.ifPresent(rejections.computeIfAbsent(file, _ -> new Rejections())::add);
                    offset = reader.nextOffset();
                    number = reader.number();
                } else {
                    // It may be still in writing, or its writer may be dead: the next look will tell.
                    torn = rejected.map(r -> new Rejection(file, r.line(), "cut off in the middle; the line is kept but says nothing"));
                }
            }
        }
        return new Reading(offset, number, torn);
    }

    private static InputStream open(Path file, long offset) throws IOException {
        FileInput.requireUtf8(file);
        FileChannel channel = FileChannel.open(file);
        channel.position(offset);
        return Channels.newInputStream(channel);
    }

    private Optional<Rejection> take(Path file, LineReader reader) {
        if (reader.isBlank()) {
            return Optional.empty();
        }
        if (reader.isTooLong()) {
            return Optional.of(new Rejection(file, reader.number(), "longer than any annotation"));
        }
        String text = new String(reader.buffer(), reader.start(), reader.length(), StandardCharsets.UTF_8);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            AnnotationLine line = AnnotationCodec.decode(text);
            AnnotationLine known = lines.putIfAbsent(line.id(), line);
            return known == null || known.equals(line) || sameEvent(known, line)
                    ? Optional.empty()
                    : Optional.of(new Rejection(file, reader.number(), "its id is that of another annotation, which counts"));
        } catch (MalformedAnnotationException e) {
            return Optional.of(Rejection.of(file, reader.number(), e));
        }
    }

    /// Written differently, they may still say the same.
    private static boolean sameEvent(AnnotationLine a, AnnotationLine b) {
        return a instanceof AnnotationLine.Known(var first, var _)
                && b instanceof AnnotationLine.Known(var second, var _)
                && first.equals(second);
    }
}
