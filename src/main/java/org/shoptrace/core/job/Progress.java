package org.shoptrace.core.job;

import java.util.concurrent.CancellationException;

/// How a job tells what it has done, and learns that nobody wants the rest. Safe to call from any thread.
public interface Progress {
    /// Nobody looks, nobody cancels.
    Progress NONE = new Progress() {
        @Override
        public void report(String message, double fraction) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /// @param message  what is being done, for people
    /// @param fraction the share done, 0..1; negative when it is not known
    void report(String message, double fraction);

    boolean isCancelled();

    /// @throws CancellationException when the job was cancelled
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /// This progress for a piece of the work that takes it from one fraction to another.
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(String message, double fraction) {
                whole.report(message, fraction < 0 ? from : from + (to - from) * fraction);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
