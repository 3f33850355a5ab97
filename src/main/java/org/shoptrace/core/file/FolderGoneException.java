package org.shoptrace.core.file;

import java.io.IOException;
import java.nio.file.Path;

/// A folder of the user's that was open is not there any more, or another one is in its place.
public final class FolderGoneException extends IOException {
    /// What to do.
    public static final String REMEDY = "It was renamed, moved or unmounted: open it where it is now. Nothing was written elsewhere";

    private static final long serialVersionUID = 1;

    FolderGoneException(Path folder) {
        super("the workspace is no longer there: " + folder);
    }
}
