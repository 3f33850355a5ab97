package org.shoptrace.ui.takeover;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.takeover.TakeOver;
import org.shoptrace.core.takeover.TakeOverDrafts.Left;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;

/// Take-overs that were left, to choose one of by a click or Enter.
final class LeftList extends ListView<Left> {
    private static final double ROW = 62;

    private final Consumer<Left> chosen;

    LeftList(List<Left> drafts, Consumer<Left> chosen) {
        this.chosen = chosen;
        setId("take-overs-left");
        setAccessibleText("Take-overs that were left");
        getStyleClass().addAll("run-picker", Sheets.FIRST);
        getItems().setAll(drafts);
        setCellFactory(Cell::new);
        getSelectionModel().selectFirst();
        setPrefHeight(Math.min(6, drafts.size()) * ROW + 12);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                choose();
            }
        });
    }

    private void choose() {
        @Nullable
        Left left = getSelectionModel().getSelectedItem();
        if (left != null) {
            chosen.accept(left);
        }
    }

    private final class Cell extends WrappingCell<Left> {
        Cell(ListView<Left> list) {
            super(list);
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    choose();
                }
            });
        }

        @Override
        protected Region content(Left left) {
            TakeOver so = left.takeOver();
            String steps = "after step " + so.origin().step() + " of " + so.parent() + ", " + Counts.of(so.own().size(), "step") + " by "
                    + so.origin().by();
            VBox content = new VBox(Texts.wrapped(so.query()), Texts.muted(steps));
            content.setAccessibleText(so.query() + ", " + steps);
            return content;
        }
    }
}
