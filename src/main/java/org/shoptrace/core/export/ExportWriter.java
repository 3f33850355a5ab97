package org.shoptrace.core.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WholeFiles;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.model.trajectory.Envelope;

/// Writes runs one after the other to where somebody wants them, so that memory holds the one that is written. Runs of a format of lines
/// go to one file; of the others each is a file. All files take their places together, when [#commit] is called, and what was there
/// before stays until then. What cannot carry where it comes from has it beside it. Used by one thread.
public final class ExportWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ExportFormat format;
    private final Path out;
    private final Shape shape;
    private final InputFiles inputs;
    private final WholeFiles files = new WholeFiles();
    private final List<Path> written = new ArrayList<>();
    private final SequencedMap<String, String> hashes = new LinkedHashMap<>();
    private @Nullable Lines lines;

    /// How the runs lie.
    private enum Shape {
        LINES,
        DOCUMENT,
        FOLDER
    }

    /// A file of lines that is being written.
    private record Lines(OutputStream stream, MessageDigest digest) {}

    /// Runs into one file: of a format of lines all of them, of the others the only one.
    ///
    /// @param inputs what is not written over
    public static ExportWriter toFile(ExportFormat format, Path file, InputFiles inputs) {
        return new ExportWriter(format, file, format.isOfLines() ? Shape.LINES : Shape.DOCUMENT, inputs);
    }

    /// Runs into one file, a line each, of a format whose documents are JSON.
    ///
    /// @param inputs what is not written over
    static ExportWriter toLines(ExportFormat format, Path file, InputFiles inputs) {
        return new ExportWriter(format, file, Shape.LINES, inputs);
    }

    /// Runs into files of their own in a folder, which is made when it is absent.
    ///
    /// @param format none of lines
    /// @param inputs what is not written over
    public static ExportWriter toFolder(ExportFormat format, Path folder, InputFiles inputs) {
        return new ExportWriter(format, folder, Shape.FOLDER, inputs);
    }

    private ExportWriter(ExportFormat format, Path out, Shape shape, InputFiles inputs) {
        this.format = format;
        this.out = out;
        this.shape = shape;
        this.inputs = inputs;
    }

    /// Writes a run.
    ///
    /// @return its bytes, of a line without the line break
    /// @throws ShoptraceException when it cannot be written, or would take the place of an input
    public byte[] add(RunExport run) throws ShoptraceException {
        try {
            if (shape == Shape.LINES) {
                byte[] line = ExportFile.line(format, run).getBytes(StandardCharsets.UTF_8);
                Lines to = lines;
                if (to == null) {
                    to = begin();
                    lines = to;
                }
                to.stream().write(line);
                to.stream().write('\n');
                return line;
            }
            byte[] content = ExportFile.text(format, run).getBytes(StandardCharsets.UTF_8);
            document(shape == Shape.FOLDER ? out.resolve(free(ExportFile.name(run, format))) : out, content, run);
            return content;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Puts all that was written in place.
    ///
    /// @param origin  where it comes from; empty where nobody told
    /// @param leftOut said beside what was written
    /// @return the files
    /// @throws ShoptraceException when that fails, and then what was there before is as it was
    public List<Path> commit(Optional<Provenance> origin, LeftOut leftOut) throws ShoptraceException {
        try {
            Lines open = lines;
            if (open != null) {
                open.stream().close();
                lines = null;
                hashes.put(name(out), HexFormat.of().formatHex(open.digest().digest()));
            }
            boolean regular = !Files.exists(out) || Files.isRegularFile(out);
            if (origin.isPresent() && (shape == Shape.LINES && regular || leftOut.sentence().isPresent())) {
                Path beside = shape == Shape.FOLDER
                        ? out.resolve(Sidecar.OF_A_FOLDER)
                        : out.resolveSibling(Sidecar.name(name(out)));
                write(beside, new Sidecar(origin.get(), hashes, leftOut.sentence()).content());
            }
            files.commit();
            return List.copyOf(written);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Removes what was not put in place.
    @Override
    public void close() throws ShoptraceException {
        try (files) {
            Lines open = lines;
            if (open != null) {
                open.stream().close();
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Lines begin() throws IOException, ShoptraceException {
        OutputStream stream = open(out);
        MessageDigest digest = sha256();
        return new Lines(new BufferedOutputStream(new DigestOutputStream(stream, digest), BUFFER), digest);
    }

    private void document(Path file, byte[] content, RunExport run) throws IOException, ShoptraceException {
        write(file, content);
        String hash = HexFormat.of().formatHex(sha256().digest(content));
        hashes.put(name(file), hash);
        // A document that is given as it was read has no place for where it comes from.
        boolean asRead = format == ExportFormat.ATIF && run.run().envelope() instanceof Envelope.Atif;
        if (asRead && run.seen().origin().isPresent()) {
            SequencedMap<String, String> own = new LinkedHashMap<>();
            own.put(name(file), hash);
            write(file.resolveSibling(Sidecar.name(name(file))), new Sidecar(run.seen().origin().get(), own, Optional.empty()).content());
        }
    }

    private void write(Path file, byte[] content) throws IOException, ShoptraceException {
        try (OutputStream stream = open(file)) {
            stream.write(content);
        }
    }

    private OutputStream open(Path file) throws IOException, ShoptraceException {
        inputs.spare(file);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            OwnFolder.at(parent).made();
        }
        written.add(file);
        return files.open(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// Equal runs from two places are two files.
    private String free(String name) {
        String free = name;
        for (int i = 2; hashes.containsKey(free); i++) {
            free = name.replaceFirst("(\\.[a-z]+)$", "_" + i + "$1");
        }
        return free;
    }

    private ShoptraceException failure(IOException e) {
        return WriteFailure.of("the run cannot be written", out, e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
