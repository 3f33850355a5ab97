package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shoptrace.model.finding.ConstraintMatrix;
import org.shoptrace.model.finding.ConstraintMatrix.Cell;
import org.shoptrace.model.finding.ConstraintMatrix.Fit;
import org.shoptrace.model.finding.ConstraintMatrix.Row;

/// The constraint matrix at a step against one reward, as it is shown.
///
/// @param columns the heads, in the order of a row's cells
/// @param rows    those shown, sorted
/// @param total   how many the agent had seen by then
record MatrixPage(List<Head> columns, List<MatrixRow> rows, int total) {
    static final MatrixPage EMPTY = new MatrixPage(List.of(), List.of(), 0);
    /// More rows than these are shown only when they are asked for.
    static final int PROMISING = 8;

    MatrixPage {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// A column's head.
    ///
    /// @param name     short, for the head
    /// @param expected the constraint in full
    record Head(String name, String expected) {
        static Head of(Cell cell) {
            String key = cell.expected().contains(": ") ? cell.expected().substring(0, cell.expected().indexOf(": ")) : cell.expected();
            return new Head(
                    switch (cell.kind()) {
                        case TITLE, PRICE, KNOWLEDGE, BUDGET -> cell.kind().label().toLowerCase(Locale.ROOT);
                        case SHOP -> "shop";
                        case SERVICE -> cell.expected().equals("freeShipping") ? "free shipping" : cell.expected();
                        case SKU, ATTRIBUTE -> key.replace('_', ' ');
                    },
                    cell.kind().label() + ": " + (cell.expected().isEmpty() ? "not stated" : cell.expected()));
        }
    }

    /// @param reward      from 0
    /// @param recommended the ids that are recommended as of that step
    /// @param all         whether every row is shown, or the promising ones alone
    static MatrixPage of(ConstraintMatrix matrix, int step, int reward, Set<String> recommended, MatrixOrder order, boolean all) {
        List<MatrixRow> rows = new ArrayList<>();
        for (Row row : matrix.upTo(step)) {
            Fit fit = reward < row.rewards().size() ? row.rewards().get(reward) : Fit.UNKNOWN;
            rows.add(new MatrixRow(row, fit, step, recommended.contains(row.productId())));
        }
        List<Head> heads = matrix.rows().stream()
                .filter(row -> reward < row.rewards().size() && !row.rewards().get(reward).cells().isEmpty())
                .findFirst()
                .map(row -> new MatrixRow(row, row.rewards().get(reward), step, false).cells().stream().map(Head::of).toList())
                .orElse(List.of());
        int total = rows.size();
        if (!all && total > PROMISING) {
            rows.sort(MatrixOrder.PROMISING.comparator());
            rows = new ArrayList<>(rows.subList(0, PROMISING));
        }
        rows.sort(order.comparator());
        return new MatrixPage(heads, rows, total);
    }
}
