package org.shoptrace.core.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The folders that were open before, the latest first, each once.
public record RecentWorkspaces(List<Recent> folders) {
    public static final RecentWorkspaces NONE = new RecentWorkspaces(List.of());

    /// How many are remembered.
    private static final int REMEMBERED = 12;

    public RecentWorkspaces {
        folders = List.copyOf(folders);
    }

    /// A folder.
    ///
    /// @param folder absolute
    /// @param opened when it was opened last
    public record Recent(Path folder, Instant opened) {}

    /// These, and one that was opened now.
    public RecentWorkspaces opened(Path folder, Instant now) {
        return new RecentWorkspaces(
                Stream.concat(Stream.of(new Recent(folder, now)), without(folder).folders.stream()).limit(REMEMBERED).toList());
    }

    /// These without one.
    public RecentWorkspaces without(Path folder) {
        return new RecentWorkspaces(folders.stream().filter(recent -> !recent.folder().equals(folder)).toList());
    }
}
