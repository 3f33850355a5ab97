package org.shoptrace.app;

import java.util.function.BooleanSupplier;
import org.shoptrace.ui.kit.Notices;

/// Whether the window may close. Where something the user wrote could not be saved, as on a full disk, it stays open once and says so.
final class Closing {
    static final String CLOSE_AGAIN = "What you wrote last could not be saved, so the window is still open."
            + " Make room on the disk or let the folder be written to, then close again. With this message shown it closes in any case.";

    private final BooleanSupplier keep;
    private final Notices notices;

    /// @param keep waits until what the user has written is on the disk, and tells whether it is
    Closing(BooleanSupplier keep, Notices notices) {
        this.keep = keep;
        this.notices = notices;
    }

    boolean mayClose() {
        boolean told = notices.open().stream().anyMatch(notice -> notice.summary().equals(CLOSE_AGAIN));
        if (keep.getAsBoolean() || told) {
            return true;
        }
        notices.reportUntilSettled(CLOSE_AGAIN);
        return false;
    }
}
