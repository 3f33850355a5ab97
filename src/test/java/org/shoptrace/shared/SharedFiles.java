package org.shoptrace.shared;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The real files and reference results beside the project (`../shared`), read in place.
/// Where they are absent a test that asks for one is skipped and says so; with `-Dshared.required=true` it fails.
public final class SharedFiles {
    /// The folder, there or not.
    public static final Path ROOT = Path.of("..", "shared");

    private SharedFiles() {}

    /// The file or folder at `path` below `../shared`.
    public static Path require(String path) {
        Path file = ROOT.resolve(path);
        if (Boolean.getBoolean("shared.required")) {
            assertTrue(Files.exists(file), () -> file + " is required (-Dshared.required=true) and absent");
        }
        assumeTrue(Files.exists(file), () -> "skipped: " + file + " is absent");
        return file;
    }
}
