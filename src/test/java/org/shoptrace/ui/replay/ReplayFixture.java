package org.shoptrace.ui.replay;

import java.util.List;
import javafx.scene.layout.Region;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.ui.run.RunFixture;
import org.shoptrace.ui.runs.RunListPane;
import org.shoptrace.ui.runs.RunListViewModel;
import org.shoptrace.ui.timeline.HandTicker;
import org.shoptrace.ui.timeline.TimelineParts;
import org.shoptrace.ui.timeline.TimelineViewModel;

/// The small workspace with the screen *Replay* over it, put together as in the window.
final class ReplayFixture extends RunFixture {
    final HandTicker ticker = new HandTicker();
    final RunListViewModel list;
    final TimelineViewModel timeline;
    final ReplayViewModel model;

    ReplayFixture(JobRunner jobs) {
        super(jobs);
        list = new RunListViewModel(workspace, said, jobs, notices);
        timeline = new TimelineViewModel(openRun, remarks, ticker);
        model = new ReplayViewModel(workspace, openRun, list, remarks, jobs, notices);
    }

    @Override
    public ReplayFixture open() throws Exception {
        super.open();
        return this;
    }

    /// The panes of the window, with these right of the transcript.
    ReplayView.Panes panes(Region... beside) {
        return new ReplayView.Panes(
                new RunListPane(list, openRun.truthHiddenProperty()), leave -> new TimelineParts(timeline, leave), List.of(beside));
    }
}
