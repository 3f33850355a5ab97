package org.shoptrace.core.provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;

/// The files of a folder that something is made from.
public final class FolderFiles {
    private FolderFiles() {}

    /// All JSON files below it, by their paths; what a program keeps there for itself, such as locks, is none.
    ///
    /// @throws ShoptraceException when the folder cannot be looked through
    public static List<Path> of(Path folder) throws ShoptraceException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(".*\\.jsonl?"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw unreadable(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static ShoptraceException unreadable(Path folder, IOException e) {
        return new ShoptraceException(
                "the folder cannot be looked through, " + FileInput.cause(e), folder.toString(), "Check that it is there and may be read",
                e);
    }
}
