package org.shoptrace.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A list cell whose content is as wide as the list and as high as its texts are once they are wrapped. A plain cell asks its content
/// how high it would be on one endless line.
public abstract class WrappingCell<T> extends ListCell<T> {
    private static final double SCROLL_BAR_WIDTH = 12;

    protected WrappingCell(ListView<T> list) {
        prefWidthProperty().bind(list.widthProperty().subtract(SCROLL_BAR_WIDTH));
    }

    /// What the cell shows of an item; its accessible text becomes the cell's.
    protected abstract Region content(T item);

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        Region content = empty || item == null ? null : content(item);
        if (content != null) {
            content.prefWidthProperty().bind(Bindings.createDoubleBinding(this::contentWidth, prefWidthProperty(), insetsProperty()));
        }
        setGraphic(content);
        setAccessibleText(content == null ? null : content.getAccessibleText());
    }

    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() instanceof Region content
                ? snappedTopInset() + content.prefHeight(contentWidth()) + snappedBottomInset()
                : super.computePrefHeight(width);
    }

    private double contentWidth() {
        return getPrefWidth() - snappedLeftInset() - snappedRightInset();
    }
}
