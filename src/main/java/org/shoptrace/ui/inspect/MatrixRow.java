package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shoptrace.model.finding.ConstraintMatrix.Cell;
import org.shoptrace.model.finding.ConstraintMatrix.Fit;
import org.shoptrace.model.finding.ConstraintMatrix.Row;
import org.shoptrace.model.finding.ConstraintMatrix.State;

/// A product against one reward at one step.
///
/// @param fit         against the reward that is looked at
/// @param recommended whether the last recommendation up to the step names it
record MatrixRow(Row row, Fit fit, int step, boolean recommended) {

    /// What the reward states, then what is asked of the basket.
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(fit.cells());
        cells.addAll(fit.basket());
        return cells;
    }

    State state(int column) {
        return cells().get(column).at(step);
    }

    /// The product's title; what stands for it when the catalogue does not know it.
    String title() {
        return row.title().isEmpty() ? "Not in the catalogue" : row.title();
    }

    /// The row for assistive technology: the title, and how many constraints are met of those that the agent could know.
    String words() {
        List<Cell> cells = cells();
        long met = cells.stream().filter(cell -> cell.at(step) == State.SATISFIED).count();
        long missed = cells.stream().filter(cell -> cell.at(step) == State.VIOLATED).count();
        return String.format(Locale.ROOT, "%s, %s%s%d met, %d missed, %d not seen", title(), fit.target() ? "the target, " : "",
                recommended ? "recommended, " : "", met, missed, cells.size() - met - missed);
    }
}
