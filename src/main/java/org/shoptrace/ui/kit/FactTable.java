package org.shoptrace.ui.kit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// A small table of texts that wraps its cells instead of scrolling; for a handful of rows, not for lists.
public final class FactTable extends GridPane {
    /// In per cent.
    private static final double NAMES = 46;

    private int rows;

    public FactTable() {
        getStyleClass().add("fact-table");
    }

    /// The first row. Its first column stays as narrow as its texts.
    public FactTable head(List<String> names) {
        add(names, "fact-head", "code");
        return this;
    }

    /// Gives the first column its share of the width whatever stands beside it: names stay readable beside a value without a break, such as
    /// a hash. To be called before the first row.
    public FactTable named() {
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setPercentWidth(100 - NAMES);
        getColumnConstraints().setAll(names, values);
        return this;
    }

    public FactTable row(List<String> cells) {
        add(cells, "fact-cell");
        return this;
    }

    private void add(List<String> cells, String... styleClasses) {
        for (int column = 0; column < cells.size(); column++) {
            Label cell = Texts.wrapped(cells.get(column), styleClasses);
            cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            if (column == 0) {
                cell.getStyleClass().add("fact-first");
            }
            add(cell, column, rows);
        }
        while (getColumnConstraints().size() < cells.size()) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(getColumnConstraints().isEmpty() ? Priority.NEVER : Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
        rows++;
    }
}
