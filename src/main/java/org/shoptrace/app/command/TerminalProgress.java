package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.shoptrace.core.job.Progress;

/// Progress as lines on standard error, at most one a second. A terminal cancels by ending the program.
final class TerminalProgress implements Progress {
    private static final long INTERVAL_NANOS = 1_000_000_000;

    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private long nextAt;

    TerminalProgress(PrintWriter err, LongSupplier nanoTime) {
        this.err = err;
        this.nanoTime = nanoTime;
        this.nextAt = nanoTime.getAsLong() + INTERVAL_NANOS;
    }

    @Override
    public synchronized void report(String message, double fraction) {
        long now = nanoTime.getAsLong();
        if (now - nextAt < 0) {
            return;
        }
        nextAt = now + INTERVAL_NANOS;
        // Of nothing there is no share done.
        err.println(!(fraction >= 0) ? message : String.format(Locale.ROOT, "%3.0f %% %s", 100 * fraction, message));
        err.flush();
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
