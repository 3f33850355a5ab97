package org.shoptrace.ui.replay;

import java.util.List;
import java.util.function.Function;
import javafx.scene.layout.Region;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.room.Act;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Selection;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.run.ListedRuns;
import org.shoptrace.ui.run.Passage;
import org.shoptrace.ui.run.RemarksViewModel;
import org.shoptrace.ui.run.RunList;
import org.shoptrace.ui.run.RunPane;
import org.shoptrace.ui.run.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The room of the runs. It takes in what the rooms before it offer to do with a run and show beside it, so it stands after them in the
/// list.
public final class ReplayRoom {
    /// The id of its screen.
    public static final String SCREEN = "replay";

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRoom.class);

    /// What stands around the open run and has a room of its own.
    public interface Parts {
        /// The list that runs are opened from.
        RunList list(Surroundings around);

        /// Makes the run from above; it is given what gives the focus back to the screen.
        Function<Runnable, Timeline> timeline(Surroundings around, RemarksViewModel remarks);
    }

    private ReplayRoom() {}

    public static Feature feature(Parts parts) {
        return Feature.screen(SCREEN, "run=N,step=N", around -> build(around, parts));
    }

    private static Room build(Surroundings around, Parts parts) {
        RunList list = parts.list(around);
        ListedRuns runs = list.runs();
        RemarksViewModel remarks = new RemarksViewModel(around.openRun(), around.visibleAnnotations());
        ReplayViewModel model = new ReplayViewModel(
                around.workspace(), around.openRun(), runs, remarks, around.jobs(), around.notices());
        around.openRun().publishListed(runs::listed);
        around.openRun().presentingProperty().subscribe(around.means().present());
        OwnVerdictViewModel own = new OwnVerdictViewModel(
                around.workspace(), model.transcriptProperty(), around.opened().session()::answer);
        ReplayView view = new ReplayView(
                model,
                new ReplayView.Panes(list.pane(), parts.timeline(around, remarks),
                        new OwnVerdictPane(own, around.openRun().truthHiddenProperty()), beside(around.runPanes())),
                around.runActions(),
                around.navigator(),
                around.clipboard());
        around.runPanes().forEach(pane -> pane.keys().accept(view.keys()));
        return Room.of(view.screen())
                .opening(Destination.OpenRuns.class, to -> runs.showOnly(to.why(), to.runs()))
                .opening(Destination.OpenRun.class, to -> model.openRun(to.run(), to.step()))
                .opening(Destination.OpenPassage.class, to -> model.openPassage(to.run(), new Passage(to.step(), to.passage())))
                .opening(Destination.OpenNextRun.class, _ -> runs.selectNext())
                .selecting(selection -> acts(model, selection))
                .left(around.openRun()::stopPresenting)
                .closing(() -> keepPlaces(model));
    }

    private static List<Region> beside(List<RunPane> offered) {
        return offered.stream().map(RunPane::content).toList();
    }

    /// Where nothing else is asked for, what was open last stays.
    private static List<Act> acts(ReplayViewModel model, Selection selection) {
        return selection.isNothing()
                ? List.of()
                : List.of(() -> open(model, selection.number("run").orElse(1), selection.number("step").orElse(1)));
    }

    private static void open(ReplayViewModel model, int place, int step) throws ShoptraceException {
        if (!model.openAt(place, step)) {
            throw new ShoptraceException("there is no such run", "run=" + place, "Count from 1 to the number that the screen shows");
        }
    }

    /// Where somebody was reading is worth a line in the log, and not a window that does not close.
    private static boolean keepPlaces(ReplayViewModel model) {
        try {
            model.keepPlaces();
        } catch (ShoptraceException e) {
            LOG.warn("{}", e.getMessage());
        }
        return true;
    }
}
