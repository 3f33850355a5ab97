package org.shoptrace.core.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shoptrace.core.container.Container;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.trajectory.RunlessFile;
import org.shoptrace.core.workspace.Workspace.Problem;

/// Why a file is none that Shoptrace reads, where a person might have expected that it is: a JSON file, or one that is packed.
final class PassedOver {
    private static final Pattern JSON = Pattern.compile(".*\\.(?:json|jsonl|ndjson|traj)");
    private static final Pattern DATA = Pattern.compile(".*\\.(?:json|jsonl|ndjson|traj|parquet|eval|zip|gz|zst|bz2)");

    private PassedOver() {}

    /// @param file one that holds no runs, tasks or documents by [FileKind]
    /// @return empty for a file that nobody expects to be read, such as a picture
    /// @throws IOException when it cannot be read
    static Optional<Problem> of(Path file) throws IOException {
        Optional<String> unread = FileInput.unread(file);
        if (unread.equals(Optional.of(FileInput.POINTER)) && !isNamedAsData(file)) {
            return Optional.empty();
        }
        if (unread.isPresent()) {
            return Optional.of(new Problem(file, unread.get() + ", which Shoptrace does not read"));
        }
        Optional<Container.Kind> container = Container.Kind.of(file);
        if (container.isPresent()) {
            return Optional.of(new Problem(file, RunlessFile.reason(file).orElse(container.get().label() + " without runs")));
        }
        if (FileKind.mayBeJson(file)) {
            return Optional.of(new Problem(file, RunlessFile.reason(file).orElse("JSON, but no runs, tasks or documents")));
        }
        if (FileInput.isPacked(file)) {
            return Optional.of(new Problem(file, "packed, and not JSON inside"));
        }
        return JSON.matcher(name(file)).matches()
                ? Optional.of(new Problem(file, "called as JSON is, but it does not begin as JSON does"))
                : Optional.empty();
    }

    private static boolean isNamedAsData(Path file) {
        return DATA.matcher(name(file)).matches();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
