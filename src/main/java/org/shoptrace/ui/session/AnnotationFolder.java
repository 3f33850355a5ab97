package org.shoptrace.ui.session;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.file.FileWatch;

/// Tells when somebody else annotates, as in a second window.
@FunctionalInterface
public interface AnnotationFolder {
    /// @param changed called on any thread
    /// @return what ends it
    Closeable follow(AnnotationStore store, Runnable changed);

    /// Looks at the files of the store's folders every second, new ones too.
    static AnnotationFolder everySecond() {
        return (store, changed) -> new FileWatch(() -> files(store.folders()), Duration.ofSeconds(1), _ -> changed.run());
    }

    private static List<Path> files(List<Path> folders) {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    entries.forEach(files::add);
                } catch (IOException | UncheckedIOException e) {
                    // A folder that cannot be listed now may be at the next look; reading it tells the user what is wrong.
                }
            }
        }
        return files;
    }
}
