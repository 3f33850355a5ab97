package org.shoptrace.ui.timeline;

import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RemarksViewModel;

/// The open run from above, step by step, and the way through it.
public final class TimelineViewModel {
    private final OpenRunViewModel openRun;
    private final RemarksViewModel remarks;
    private final StripViewModel strip;
    private final OutlineViewModel outline;
    private final Playback playback;

    public TimelineViewModel(OpenRunViewModel openRun, RemarksViewModel remarks, Ticker ticker) {
        this.openRun = openRun;
        this.remarks = remarks;
        strip = new StripViewModel(openRun);
        outline = new OutlineViewModel(openRun, remarks);
        playback = new Playback(ticker, openRun);
    }

    OpenRunViewModel openRun() {
        return openRun;
    }

    /// Which steps of the open run are annotated.
    RemarksViewModel remarks() {
        return remarks;
    }

    /// What stands under the strip of steps.
    StripViewModel strip() {
        return strip;
    }

    /// The open run in a line a step.
    OutlineViewModel outline() {
        return outline;
    }

    Playback playback() {
        return playback;
    }
}
