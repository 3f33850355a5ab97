package org.shoptrace.ui.compare;

import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.takeover.Origin;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;

/// Offers the comparison of the open run with another of its task, and of one that was taken over with the run that it comes from.
public final class CompareActions {
    private static final String PICKER = "compare-picker";

    private CompareActions() {}

    public static List<RunAction> of(RunComparisonViewModel model, OpenRunViewModel openRun, CompareSheet sheet, Sheets sheets) {
        return List.of(
                new RunAction(
                        "compare",
                        "c",
                        "Compare with another run of this task",
                        Feather.COLUMNS,
                        RunAction.Scope.RUN,
                        (run, _) -> !model.others(run.summary()).isEmpty(),
                        (run, _) -> choose(model, openRun, sheet, sheets, run)),
                new RunAction(
                        "compare-next",
                        "C",
                        "Compare with the next run of this task",
                        Feather.COLUMNS,
                        RunAction.Scope.RUN,
                        (run, _) -> !model.others(run.summary()).isEmpty(),
                        (run, _) -> sheet.open(run.summary().place(), model.next(run.summary()).orElseThrow().place())),
                new RunAction(
                        "compare-origin",
                        "",
                        "Compare with the run that it was taken over from",
                        Feather.GIT_COMMIT,
                        RunAction.Scope.RUN,
                        (run, _) -> parent(model, run).isPresent(),
                        (run, _) -> parent(model, run).ifPresent(parent -> sheet.open(parent.place(), run.summary().place()))));
    }

    private static Optional<RunSummary> parent(RunComparisonViewModel model, OpenRun run) {
        return Origin.of(run.run())
                .flatMap(origin -> model.others(run.summary()).stream().filter(other -> other.id().equals(origin.run())).findFirst());
    }

    /// Where there is one other run there is nothing to choose.
    private static void choose(RunComparisonViewModel model, OpenRunViewModel openRun, CompareSheet sheet, Sheets sheets, OpenRun run) {
        List<RunSummary> others = model.others(run.summary());
        if (others.size() == 1) {
            sheet.open(run.summary().place(), others.getFirst().place());
            return;
        }
        RunPicker picker = new RunPicker(others, openRun.truthHiddenProperty().get() ? _ -> new RunOutcome.NotScored() : model::outcome,
                chosen -> {
                    sheets.close();
                    sheet.open(run.summary().place(), chosen.place());
                });
        sheets.open(new Sheet(PICKER, "Compare with", picker, Sheet.Size.NARROW));
    }
}
