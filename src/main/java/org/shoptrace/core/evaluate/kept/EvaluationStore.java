package org.shoptrace.core.evaluate.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WholeFile;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonFile;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.PythonJsonWriter;

/// Keeps evaluations as JSON files, one each, named by the time that they were made, so that a workspace shows tomorrow what it showed
/// today. A file is written aside and moved into place: a killed process leaves the old ones whole. Nothing is ever overwritten.
public final class EvaluationStore {
    private static final String ENDING = ".json";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final OwnFolder own;
    private final Path folder;
    private final EvaluationCodec codec;

    /// A file of the store.
    public sealed interface Entry {
        Path file();

        /// One that can be shown.
        record Readable(Path file, KeptEvaluation kept) implements Entry {}

        /// One that cannot: damaged, or of a newer version. It is left as it is.
        ///
        /// @param cause what is wrong, and what to do
        record Unreadable(Path file, String cause) implements Entry {}
    }

    /// @param storage   where Shoptrace writes for the workspace (`WorkspaceFolder.own()`); evaluations go to `evaluations` in it
    /// @param workspace the workspace's folder; files inside it are kept relative to it, so that it can be moved
    public EvaluationStore(OwnFolder storage, Path workspace) {
        this.own = storage.folder("evaluations");
        this.folder = own.path();
        this.codec = new EvaluationCodec(workspace);
    }

    /// Keeps an evaluation.
    ///
    /// @return its file
    /// @throws ShoptraceException when it cannot be written
    public Path save(KeptEvaluation kept) throws ShoptraceException {
        try {
            own.made();
            Path file = free(NAME.format(kept.made()));
            // ASCII only: half a character in a query, which UTF-8 cannot hold, comes back as it was
            WholeFile.write(file, PythonJsonWriter.json(codec.encode(kept)) + "\n");
            return file;
        } catch (IOException e) {
            throw WriteFailure.of("the evaluation could not be kept", folder, e);
        }
    }

    /// All files, the newest first. What cannot be read is among them and says why.
    ///
    /// @throws ShoptraceException when the folder cannot be looked through
    public List<Entry> entries() throws ShoptraceException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files()) {
            entries.add(read(file));
        }
        return entries;
    }

    /// The newest evaluation that can be read.
    ///
    /// @throws ShoptraceException when the folder cannot be looked through
    public Optional<Entry.Readable> latest() throws ShoptraceException {
        for (Path file : files()) {
            if (read(file) instanceof Entry.Readable readable) {
                return Optional.of(readable);
            }
        }
        return Optional.empty();
    }

    /// The files, the newest first.
    ///
    /// @throws ShoptraceException when the folder cannot be looked through
    public List<Path> files() throws ShoptraceException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(ENDING))
                    .sorted(Comparator.comparing((Path file) -> String.valueOf(file.getFileName())).reversed())
                    .toList();
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the kept evaluations cannot be listed, " + FileInput.cause(e), folder.toString(), "Check that the folder may be read",
                    e);
        }
    }

    /// One of [#files()].
    public Entry read(Path file) {
        try {
            return new Entry.Readable(file, codec.decode(JsonFile.read(file)));
        } catch (IOException e) {
            return new Entry.Unreadable(file, "it cannot be read, " + FileInput.cause(e) + ". Check the file");
        } catch (EvaluationCodec.NewerVersionException e) {
            return new Entry.Unreadable(file, "it was written by a newer version of Shoptrace. Open it with that version");
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            return new Entry.Unreadable(file, "it is damaged, " + e.getMessage() + ". Move it away and evaluate again");
        }
    }

    /// Two evaluations of one millisecond have different names, in the order of their making.
    private Path free(String name) {
        Path file = folder.resolve(name + ENDING);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "_" + String.format(Locale.ROOT, "%03d", i) + ENDING);
        }
        return file;
    }
}
