package org.shoptrace.ui.evaluate;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableCell;
import org.shoptrace.core.evaluate.result.ResultRow;
import org.shoptrace.model.task.Intent;

/// A figure; a link where something stands behind it.
final class FigureCell extends TableCell<ResultRow, String> {
    private final EvaluateViewModel model;
    private final FigureColumn column;
    private final Hyperlink link = new Hyperlink();

    FigureCell(EvaluateViewModel model, FigureColumn column) {
        this.model = model;
        this.column = column;
        // The table takes the keys: arrows move over the cells, Enter opens.
        link.setFocusTraversable(false);
        getStyleClass().add(column.words() ? "words" : "number");
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        ResultRow row = getTableRow() == null ? null : getTableRow().getItem();
        Optional<FigureColumn.Opening> opening = empty || row == null ? Optional.empty() : column.opens().apply(row);
        boolean linked = opening.isPresent() && !text.isEmpty();
        setText(linked || empty ? null : text);
        setGraphic(linked ? link : null);
        if (linked && row != null) {
            link.setText(text);
            link.setId(NodeIds.of("open", row.model(), row.intent().map(Intent::wireName).orElse("all"), column.id()));
            link.setAccessibleText(text + ", opens " + opening.get().why());
            link.setOnAction(_ -> {
                link.setVisited(false);
                model.open(opening.get());
            });
        }
    }
}
