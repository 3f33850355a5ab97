package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.model.finding.ConstraintMatrix.Cell;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// The matrix as rows of products and columns of constraints. Virtualised, so that a step costs no more than the rows in view.
final class MatrixTable extends FollowingPane {
    /// More columns than these, or words longer than this, get heads that stand upright.
    private static final int LYING = 4;
    private static final int LONGEST_LYING = 6;
    private static final int ROWS_IN_VIEW = 12;
    private static final PseudoClass RECOMMENDED = PseudoClass.getPseudoClass("recommended");

    private final InspectorViewModel model;
    private final HBox heads = new HBox();
    private final ListView<MatrixRow> rows = new ListView<>();
    private List<MatrixPage.Head> columns = List.of();

    /// @param selected told which row is selected; null for none
    MatrixTable(InspectorViewModel model, java.util.function.Consumer<@Nullable MatrixRow> selected) {
        this.model = model;
        getStyleClass().add("matrix");
        heads.getStyleClass().add("matrix-heads");
        rows.setId("matrix-rows");
        rows.setMinWidth(0);
        rows.getStyleClass().add("matrix-rows");
        rows.setAccessibleText("Products that the agent has seen, against every constraint");
        rows.setCellFactory(_ -> new RowCell());
        rows.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(1, Math.min(ROWS_IN_VIEW, rows.getItems().size())) * Math.max(1, rows.getFixedCellSize()) + 2,
                rows.getItems(), rows.fixedCellSizeProperty()));
        rows.minHeightProperty().bind(rows.prefHeightProperty());
        rows.getSelectionModel().selectedItemProperty().subscribe(selected::accept);
        getChildren().addAll(heads, rows);
        follow(model.matrixProperty().subscribe(this::show));
    }

    private void show(MatrixPage page) {
        if (!page.columns().equals(columns)) {
            columns = page.columns();
            heads.getChildren().setAll(heads());
            getStyleClass().remove("upright");
            if (upright()) {
                getStyleClass().add("upright");
            }
        }
        MatrixRow before = rows.getSelectionModel().getSelectedItem();
        rows.getItems().setAll(page.rows());
        for (int i = 0; before != null && i < page.rows().size(); i++) {
            if (page.rows().get(i).row().productId().equals(before.row().productId())) {
                rows.getSelectionModel().select(i);
            }
        }
    }

    private boolean upright() {
        return columns.size() > LYING
                || columns.stream().flatMap(head -> Arrays.stream(head.name().split("\\s+")))
                        .anyMatch(word -> word.length() > LONGEST_LYING);
    }

    private List<Node> heads() {
        List<Node> nodes = new ArrayList<>();
        Button product = new Button("product");
        product.setId("sort-matrix-first-seen");
        product.getStyleClass().addAll("matrix-head", "matrix-product");
        product.setTooltip(Texts.tip("Sort by first sight, or by promise again"));
        product.setAccessibleText("Sort by first sight, or by promise again");
        product.setOnAction(_ -> model.sortBy(MatrixOrder.FIRST_SEEN));
        product.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(product, Priority.ALWAYS);
        nodes.add(product);
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            Button head = new Button();
            if (upright()) {
                Label name = Texts.plain(columns.get(i).name());
                name.getStyleClass().add("matrix-upright");
                name.setRotate(-90);
                head.setGraphic(new Group(name));
            } else {
                Texts.say(head, columns.get(i).name());
                head.setWrapText(true);
            }
            head.setId("sort-matrix-" + (i + 1));
            head.getStyleClass().addAll("matrix-head", "matrix-column");
            head.setTooltip(Texts.tip(columns.get(i).expected() + "\nSort by it"));
            head.setAccessibleText(columns.get(i).expected() + ", sort by it");
            head.setOnAction(_ -> model.sortBy(MatrixOrder.byColumn(column)));
            nodes.add(head);
        }
        return nodes;
    }

    private final class RowCell extends ListCell<MatrixRow> {
        private final Label title = Texts.plain("");
        private final FontIcon target = sign(Feather.TARGET, "target-sign");
        private final FontIcon cart = sign(Feather.SHOPPING_CART, "cart-sign");
        private final HBox signs = new HBox(target, cart);
        private final HBox product = new HBox(signs, title);
        private final HBox content = new HBox(product);
        private final List<MatrixCells.CellLabel> cells = new ArrayList<>();
        private final Tooltip tooltip = new Tooltip();

        RowCell() {
            getStyleClass().add("matrix-row");
            product.getStyleClass().add("matrix-product");
            product.setMinWidth(0);
            title.setMinWidth(0);
            title.setWrapText(true);
            title.getStyleClass().add("matrix-title");
            title.setTooltip(tooltip);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(360);
            signs.getStyleClass().add("matrix-signs");
            signs.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(product, Priority.ALWAYS);
            content.getStyleClass().add("matrix-content");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable MatrixRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(RECOMMENDED, row != null && !empty && row.recommended());
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                setId(null);
                return;
            }
            setId("matrix-row-" + row.row().productId());
            Texts.say(title, row.title());
            Texts.say(tooltip, row.title() + "\nproduct " + row.row().productId()
                    + (row.row().shopId().isEmpty() ? "" : ", shop " + row.row().shopId()));
            target.setManaged(row.fit().target());
            target.setVisible(row.fit().target());
            cart.setManaged(row.recommended());
            cart.setVisible(row.recommended());
            signs.setManaged(row.fit().target() || row.recommended());
            List<Cell> constraints = row.cells();
            int shown = Math.min(columns.size(), constraints.size());
            while (cells.size() < shown) {
                cells.add(new MatrixCells.CellLabel());
            }
            if (content.getChildren().size() != shown + 1) {
                content.getChildren().setAll(product);
                content.getChildren().addAll(cells.subList(0, shown));
            }
            for (int i = 0; i < shown; i++) {
                cells.get(i).show(constraints.get(i), constraints.get(i).at(row.step()));
            }
            setAccessibleText(row.words());
            if (getGraphic() != content) {
                setGraphic(content);
            }
        }

        private static FontIcon sign(Feather icon, String styleClass) {
            FontIcon sign = Icons.of(icon);
            sign.getStyleClass().add(styleClass);
            return sign;
        }
    }
}
