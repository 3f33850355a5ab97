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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
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
/// go to one file; of the others each is a file. All files take their places together, when [#commit()] is called, and what was there
/// before stays until then. What cannot carry where it comes from has it beside it. Used by one thread.
public final class ExportWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ExportFormat format;
    private final Path out;
    private final boolean folder;
    private final InputFiles inputs;
    private final WholeFiles files = new WholeFiles();
    private final List<Path> written = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable Lines lines;

    /// A file of lines that is being written.
    private record Lines(OutputStream stream, MessageDigest digest) {}

    /// Runs into one file: of a format of lines all of them, of the others the only one.
    ///
    /// @param inputs what is not written over
    public static ExportWriter toFile(ExportFormat format, Path file, InputFiles inputs) {
        return new ExportWriter(format, file, false, inputs);
    }

    /// Runs into files of their own in a folder, which is made when it is absent.
    ///
    /// @param format none of lines
    /// @param inputs what is not written over
    public static ExportWriter toFolder(ExportFormat format, Path folder, InputFiles inputs) {
        return new ExportWriter(format, folder, true, inputs);
    }

    private ExportWriter(ExportFormat format, Path out, boolean folder, InputFiles inputs) {
        this.format = format;
        this.out = out;
        this.folder = folder;
        this.inputs = inputs;
    }

    /// Writes a run.
    ///
    /// @throws ShoptraceException when it cannot be written, or would take the place of an input
    public void add(RunExport run) throws ShoptraceException {
        String text = ExportFile.text(format, run);
        try {
            if (format.isOfLines()) {
                Lines to = lines;
                if (to == null) {
                    to = begin();
                    lines = to;
                }
                to.stream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            } else {
                document(folder ? out.resolve(free(ExportFile.name(run, format))) : out, text, run);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Puts all that was written in place.
    ///
    /// @param origin where it comes from; empty where nobody told
    /// @return the files
    /// @throws ShoptraceException when that fails, and then what was there before is as it was
    public List<Path> commit(Optional<Provenance> origin) throws ShoptraceException {
        try {
            Lines open = lines;
            if (open != null) {
                open.stream().close();
                lines = null;
                if (origin.isPresent() && (!Files.exists(out) || Files.isRegularFile(out))) {
                    beside(out, HexFormat.of().formatHex(open.digest().digest()), origin.get());
                }
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

    private void document(Path file, String text, RunExport run) throws IOException, ShoptraceException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        try (OutputStream stream = open(file)) {
            stream.write(content);
        }
        // A document that is given as it was read has no place for it.
        boolean asRead = format == ExportFormat.ATIF && run.run().envelope() instanceof Envelope.Atif;
        if (asRead && run.seen().origin().isPresent()) {
            beside(file, HexFormat.of().formatHex(sha256().digest(content)), run.seen().origin().get());
        }
    }

    private OutputStream open(Path file) throws IOException, ShoptraceException {
        inputs.spare(file);
        if (file.toAbsolutePath().getParent() instanceof Path parent) {
            OwnFolder.at(parent).made();
        }
        written.add(file);
        return files.open(file);
    }

    private void beside(Path file, String sha256, Provenance origin) throws IOException, ShoptraceException {
        String name = String.valueOf(file.getFileName());
        SequencedMap<String, String> hashes = new LinkedHashMap<>();
        hashes.put(name, sha256);
        try (OutputStream stream = open(file.resolveSibling(Sidecar.name(name)))) {
            stream.write(new Sidecar(origin, hashes).content());
        }
    }

    /// Equal runs from two places are two files.
    private String free(String name) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
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
