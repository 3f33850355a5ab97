package org.shoptrace.ui.replay;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.room.Act;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Selection;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.run.RunPane;
import org.shoptrace.ui.run.SaidOfRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The room of the runs. It takes in what the rooms before it offer to do with a run and show beside it, so it stands after them in the list.
public final class ReplayRoom {
    public static final Feature FEATURE = Feature.screen("replay", "run=N,step=N", ReplayRoom::build);

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRoom.class);

    private ReplayRoom() {}

    private static Room build(Surroundings around) {
        ReplayViewModel model = new ReplayViewModel(
                around.workspace(),
                around.openRun(),
                new SaidOfRuns(around.opened().annotations().annotationsProperty(), around.opened().annotations().labelSetProperty()),
                around.jobs(),
                around.notices(),
                new TimelineTicker());
        around.openRun().publishListed(model.list()::listed);
        model.presentingProperty().subscribe(around.means().present());
        ReplayView view = new ReplayView(
                model, panes(around.runPanes()), around.runActions(), around.navigator(), around.clipboard());
        around.runPanes().forEach(pane -> pane.keys().accept(view.keys()));
        return Room.of(view.screen())
                .opening(Destination.OpenRuns.class, to -> model.openRuns(to.why(), to.runs()))
                .opening(Destination.OpenRun.class, to -> model.openRun(to.run(), to.step()))
                .opening(Destination.OpenNextRun.class, _ -> model.nextRun())
                .selecting(selection -> acts(model, selection))
                .left(model::stopPresenting)
                .closing(() -> keepPlaces(model));
    }

    private static ReplayView.Panes panes(List<RunPane> offered) {
        Region[] all = offered.stream().map(RunPane::content).toArray(Region[]::new);
        return switch (all.length) {
            case 0 -> new ReplayView.Panes(new Region(), new Region());
            case 1 -> new ReplayView.Panes(all[0], new Region());
            case 2 -> new ReplayView.Panes(all[0], all[1]);
            default -> new ReplayView.Panes(all[0], new VBox(List.of(all).subList(1, all.length).toArray(Region[]::new)));
        };
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
