package org.shoptrace.ui.takeover;

import java.util.List;
import java.util.OptionalInt;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.finding.Place;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.run.RunAction;

/// Offers to take the open run over after each of its steps, and to go on with what was left.
public final class TakeOverActions {
    private static final String ID = "take-over";

    private TakeOverActions() {}

    public static List<RunAction> of(TakeOverViewModel model, Sheets sheets, Navigator navigator) {
        TakeOverPane pane = new TakeOverPane(model, (run, step) -> {
            sheets.close();
            navigator.open(new Destination.OpenRun(run, step));
        });
        Runnable open = () -> sheets.open(new Sheet(ID + "-sheet", "Take over", pane, Sheet.Size.FULL));
        return List.of(
                new RunAction(
                        ID,
                        "t",
                        "Take over after this step",
                        Feather.GIT_BRANCH,
                        RunAction.Scope.STEP,
                        (run, place) -> place.step() >= 1,
                        (run, place) -> {
                            model.begin(run, place);
                            open.run();
                        }),
                new RunAction(
                        ID + "-from-start",
                        "",
                        "Do this task by hand from the beginning",
                        Feather.GIT_BRANCH,
                        RunAction.Scope.RUN,
                        (run, _) -> run.run().query().isPresent(),
                        (run, _) -> {
                            model.begin(run, new Place(0, OptionalInt.empty()));
                            open.run();
                        }),
                new RunAction(
                        ID + "-origin",
                        "",
                        "Go to the run that it was taken over from",
                        Feather.CORNER_LEFT_UP,
                        RunAction.Scope.RUN,
                        (run, _) -> model.origin(run).isPresent(),
                        (run, _) -> model.origin(run)
                                .ifPresent(origin -> navigator.open(new Destination.OpenRun(origin.run(), Math.max(1, origin.step()))))),
                new RunAction(
                        ID + "-left",
                        "",
                        "Go on with a take-over that was left",
                        Feather.ROTATE_CW,
                        RunAction.Scope.RUN,
                        (_, _) -> !model.left().isEmpty(),
                        (_, _) -> sheets
                                .open(new Sheet(ID + "-left-sheet", "Take-overs that were left", new LeftList(model.left(), left -> {
                                    sheets.close();
                                    model.resume(left);
                                    open.run();
                                }), Sheet.Size.NARROW))));
    }
}
