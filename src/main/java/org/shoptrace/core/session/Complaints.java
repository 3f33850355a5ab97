package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.List;

/// Told of what goes wrong with a workspace and keeps nothing else of it from being read; on the thread that results are published on.
public interface Complaints {

    void failed(Exception failure);

    /// The open catalogue's documents have changed since it was indexed.
    ///
    /// @param again indexes them again, for whoever can ask a person
    default void outdated(Exception warning, Runnable again) {
        failed(warning);
    }

    /// Several things of one kind.
    ///
    /// @param what  they are, such as "Lines left out as no runs"
    /// @param items at least one; each says in its own words where it is and what is wrong with it
    void about(String what, List<?> items);

    /// A folder holds nothing that Shoptrace knows.
    void nothingRecognised(Path folder);
}
