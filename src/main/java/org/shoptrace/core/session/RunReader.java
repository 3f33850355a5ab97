package org.shoptrace.core.session;

import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;

/// Reads a run whole, from the file that its summary names. Called from a job, never on the JavaFX thread.
@FunctionalInterface
public interface RunReader {
    /// @throws ShoptraceException when the file is gone or its line has changed
    Run read(RunSummary summary) throws ShoptraceException;
}
