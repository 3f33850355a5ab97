package org.shoptrace.ui.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.ui.kit.Texts;

/// A row for each model and intent level. Arrows move over the cells; Enter or a click opens what stands behind one, Ctrl+C copies it.
final class FiguresTable extends TableView<FigureRow> {
    private static final double NUMBER = 7.3;
    private static final double WORD = 6.6;
    private static final double HEADING = 6.8;
    /// The size of a heading's text, of which the lengths here are.
    private static final double USUAL_HEADING = 12;
    private static final double PADDING = 14;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final OverviewViewModel model;

    FiguresTable(OverviewViewModel model) {
        this.model = model;
        setId("figures");
        setAccessibleText("Figures by model and intent level; Enter opens the runs behind a figure");
        getStyleClass().addAll("figures", "dense");
        getSelectionModel().setCellSelectionEnabled(true);
        setRowFactory(_ -> new Line());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                getSelectionModel().getSelectedCells().stream().findFirst().ifPresent(this::open);
                event.consume();
            } else if (COPY.match(event)) {
                getSelectionModel().getSelectedCells().stream().findFirst().ifPresent(this::copy);
                event.consume();
            }
        });
        model.resultProperty().subscribe(_ -> show(model.rows()));
        model.columns().addListener(
                (SetChangeListener<String>) _ -> show(model.rows()));
    }

    private void show(List<FigureRow> rows) {
        getColumns().setAll(FigureTable.of(rows).columns().stream()
                .filter(column -> model.columns().contains(column.id()))
                .map(column -> column(column, rows))
                .toList());
        getItems().setAll(rows);
    }

    private void open(TablePosition<?, ?> position) {
        if (position.getTableColumn().getUserData() instanceof FigureTable.Column column) {
            column.behind(getItems().get(position.getRow())).ifPresent(model.open()::behind);
        }
    }

    private void copy(TablePosition<?, ?> position) {
        model.copy(String.valueOf(position.getTableColumn().getCellData(position.getRow())));
    }

    private TableColumn<FigureRow, String> column(FigureTable.Column column, List<FigureRow> rows) {
        TableColumn<FigureRow, String> shown = new TableColumn<>();
        String title = column.figure().isName() ? column.title() : twoLines(column.title());
        Label heading = Texts.plain(title);
        heading.setTooltip(Texts.tip(column.tip()));
        shown.setGraphic(heading);
        shown.setId("figure-" + column.id());
        shown.setUserData(column);
        shown.setSortable(false);
        shown.setReorderable(false);
        shown.getStyleClass().add(column.figure().isName() ? "words" : "number");
        shown.setCellValueFactory(cell -> new ReadOnlyStringWrapper(column.text().apply(cell.getValue())));
        shown.setCellFactory(_ -> new FigureCell(model.open(), column));
        int longest = rows.stream().mapToInt(row -> column.text().apply(row).length()).max().orElse(0);
        double width = Math.max(longest * (column.figure().isName() ? WORD : NUMBER), longestLine(title) * HEADING) + PADDING;
        shown.setPrefWidth(width);
        // Larger text needs wider columns; a heading knows the size of its text when it has been styled.
        heading.fontProperty().addListener((_, _, font) -> shown.setPrefWidth(width * font.getSize() / USUAL_HEADING));
        return shown;
    }

    /// Broken at the space that is nearest to its middle: figures are short, and their headings must not be wider.
    private static String twoLines(String title) {
        return IntStream.range(0, title.length())
                .filter(place -> title.charAt(place) == ' ')
                .boxed()
                .min(Comparator.comparingInt(place -> Math.abs(2 * place - title.length())))
                .map(place -> title.substring(0, place) + "\n" + title.substring(place + 1))
                .orElse(title);
    }

    private static int longestLine(String title) {
        return title.lines().mapToInt(String::length).max().orElse(0);
    }

    /// Sets the row of all levels apart.
    private static final class Line extends TableRow<FigureRow> {
        @Override
        protected void updateItem(FigureRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("total");
            if (row != null && row.level().intent().isEmpty()) {
                getStyleClass().add("total");
            }
        }
    }
}
