package org.shoptrace.ui.timeline;

import java.time.Duration;

/// The clock that playing a run goes by, as a port, so that a test can let time pass.
public interface Ticker {
    /// Calls `tick` every `period` from now on, the first time after one period. Whatever ran before is stopped.
    void start(Duration period, Runnable tick);

    void stop();
}
