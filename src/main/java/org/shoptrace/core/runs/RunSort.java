package org.shoptrace.core.runs;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
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
        RULE(Column.RULE.label(), RunRow::rule),
        OWN("The file's verdict", Comparator.comparing(RunRow::own)),
        OWN_SCORE("The file's score", RunRow::ownScore),
        TOKENS("Tokens", RunRow::tokens),
        COST("Cost", RunRow::cost);

        private final String label;
        private final Comparator<RunRow> order;
        /// Whether a run has nothing to be sorted by.
        private final Predicate<RunRow> lacks;

        By(String label, Comparator<RunRow> order) {
            this(label, order, _ -> false);
        }

        By(String label, ToDoubleFunction<RunRow> number) {
            this(label, Comparator.comparingDouble(number), row -> Double.isNaN(number.applyAsDouble(row)));
        }

        By(String label, Comparator<RunRow> order, Predicate<RunRow> lacks) {
            this.label = label;
            this.order = order;
            this.lacks = lacks;
        }

        public String label() {
            return label;
        }
    }

    /// Sorts runs that are in file order. A run without the number that they are sorted by comes last in both directions.
    public void sort(List<RunRow> rows) {
        if (by == By.FILE_ORDER) {
            if (descending) {
                Collections.reverse(rows);
            }
            return;
        }
        Comparator<RunRow> order = descending ? by.order.reversed() : by.order;
        rows.sort(Comparator.<RunRow, Boolean>comparing(by.lacks::test).thenComparing(order));
    }
}
