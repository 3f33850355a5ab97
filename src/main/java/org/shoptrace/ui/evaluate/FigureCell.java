package org.shoptrace.ui.evaluate;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableCell;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.ui.kit.Texts;

/// A figure; a link where something stands behind it.
final class FigureCell extends TableCell<FigureRow, String> {
    private final Opener open;
    private final FigureTable.Column column;
    private final Hyperlink link = new Hyperlink();

    FigureCell(Opener open, FigureTable.Column column) {
        this.open = open;
        this.column = column;
        // The table takes the keys: arrows move over the cells, Enter opens.
        link.setFocusTraversable(false);
        getStyleClass().add(column.figure().isName() ? "words" : "number");
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        FigureRow row = getTableRow() == null ? null : getTableRow().getItem();
        Optional<Behind> opening = empty || row == null ? Optional.empty() : column.behind(row);
        boolean linked = opening.isPresent() && !text.isEmpty();
        Texts.say(this, linked || empty ? null : text);
        setGraphic(linked ? link : null);
        if (linked && row != null) {
            Texts.say(link, text);
            link.setId(NodeIds.of("open", row.level().series(), row.level().wireName(), column.id()));
            link.setAccessibleText(text + ", opens " + opening.get().why());
            link.setOnAction(_ -> {
                link.setVisited(false);
                open.behind(opening.get());
            });
        }
    }
}
