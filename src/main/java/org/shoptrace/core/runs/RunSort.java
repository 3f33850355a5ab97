package org.shoptrace.core.runs;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.score.Column;

/// The order of the list of runs. Sorting is stable: runs that are alike stay in the order of the files.
///
/// @param by         what is compared
/// @param descending whether the greatest comes first
public record RunSort(By by, boolean descending) {
    public static final RunSort FILE_ORDER = new RunSort(By.FILE_ORDER, false);

    /// What runs can be sorted by.
    public enum By {
        FILE_ORDER("File order", (a, b) -> 0),
        OUTCOME("Outcome", Comparator.comparing(RunRow::kind)),
        /// What got least far first; runs that did not fail come last.
        STAGE("Stage", Comparator.comparingInt(row -> row.stage().map(Stage::ordinal).orElse(Stage.values().length))),
        FAULT("Fault", Comparator.comparingInt(row -> row.fault().map(Fault::ordinal).orElse(Fault.values().length))),
        STEPS("Steps", Comparator.comparingInt(row -> row.summary().steps())),
        MODEL("Model", Comparator.comparing(row -> row.summary().model())),
        /// What was annotated most first.
        ANNOTATIONS("Annotations", Comparator.comparingInt(row -> -row.said().annotations())),
        RULE(Column.RULE.label(), Comparator.comparingDouble(RunRow::rule));

        private final String label;
        private final Comparator<RunRow> order;

        By(String label, Comparator<RunRow> order) {
            this.label = label;
            this.order = order;
        }

        public String label() {
            return label;
        }
    }

    /// Sorts runs that are in file order. A run without a rule score comes last in both directions.
    public void sort(List<RunRow> rows) {
        if (by == By.FILE_ORDER) {
            if (descending) {
                Collections.reverse(rows);
            }
            return;
        }
        Comparator<RunRow> order = descending ? by.order.reversed() : by.order;
        rows.sort(by == By.RULE ? Comparator.<RunRow, Boolean>comparing(row -> Double.isNaN(row.rule())).thenComparing(order) : order);
    }
}
