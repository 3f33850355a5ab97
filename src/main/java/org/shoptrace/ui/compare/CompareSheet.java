package org.shoptrace.ui.compare;

import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.run.OpenRunViewModel;

/// The sheet that two runs are compared in; there is one, and it is built once.
public final class CompareSheet {
    static final String ID = "compare-sheet";

    private final RunComparisonViewModel model;
    private final Sheets sheets;
    private final ComparePane pane;

    public CompareSheet(RunComparisonViewModel model, OpenRunViewModel openRun, Sheets sheets, Navigator navigator) {
        this.model = model;
        this.sheets = sheets;
        this.pane = new ComparePane(model, openRun.truthHiddenProperty(), (run, step) -> {
            sheets.close();
            navigator.open(new Destination.OpenRun(run, step));
        });
    }

    /// Opens the comparison of two runs.
    public void open(RunPlace a, RunPlace b) {
        model.compare(a, b);
        sheets.open(new Sheet(ID, "Compare two runs", pane, Sheet.Size.FULL));
    }
}
