package org.shoptrace.app;

import java.util.function.Function;
import org.shoptrace.ui.replay.ReplayRoom;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.run.RemarksViewModel;
import org.shoptrace.ui.run.RunList;
import org.shoptrace.ui.run.Timeline;
import org.shoptrace.ui.runs.RunListPane;
import org.shoptrace.ui.timeline.TimelineParts;

/// What Replay has around the open run: three rooms that do not know each other.
final class ReplayParts implements ReplayRoom.Parts {
    @Override
    public RunList list(Surroundings around) {
        return RunListPane.of(around);
    }

    @Override
    public Function<Runnable, Timeline> timeline(Surroundings around, RemarksViewModel remarks) {
        return TimelineParts.of(around, remarks);
    }
}
