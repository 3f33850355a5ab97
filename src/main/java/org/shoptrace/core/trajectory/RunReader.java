package org.shoptrace.core.trajectory;

import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;

/// Reads a run whole, from the file that its summary names. Safe for use by several threads; it takes a while, so it is
/// called from a job.
@FunctionalInterface
public interface RunReader {
    /// @throws ShoptraceException when the file is gone or its line has changed
    Run read(RunSummary summary) throws ShoptraceException;
}
