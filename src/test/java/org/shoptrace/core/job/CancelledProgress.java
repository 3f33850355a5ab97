package org.shoptrace.core.job;

/// The progress of a job that nobody wants any more, from its start.
public final class CancelledProgress implements Progress {
    @Override
    public void report(String message, double fraction) {}

    @Override
    public boolean isCancelled() {
        return true;
    }
}
