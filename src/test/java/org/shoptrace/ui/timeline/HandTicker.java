package org.shoptrace.ui.timeline;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A clock that moves when the test says so.
public final class HandTicker implements Ticker {
    private Duration period = Duration.ZERO;
    private @Nullable Runnable tick;

    @Override
    public void start(Duration newPeriod, Runnable newTick) {
        period = newPeriod;
        tick = newTick;
    }

    @Override
    public void stop() {
        tick = null;
    }

    /// How often it was last asked to tick.
    public Duration period() {
        return period;
    }

    public boolean isRunning() {
        return tick != null;
    }

    public void tick() {
        if (tick != null) {
            tick.run();
        }
    }
}
