package org.shoptrace.core.trajectory;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.shoptrace.core.trajectory.RunLines.Line;

/// The runs of a file, one after the other.
sealed interface RunWalk extends Closeable permits RunLines, RunPlaces, ContainedRuns {
    /// The next run, or what stands in the place of one; empty at the end.
    Optional<Line> next() throws IOException;
}
