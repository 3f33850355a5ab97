package org.shoptrace.ui.palette;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.SearchField;

/// The palette: a field, and below it what answers. The focus stays in the field; arrows choose, Enter opens.
public final class PalettePane extends VBox {
    private static final int PAGE = 8;

    private final PaletteViewModel model;
    private final Runnable close;
    private final SearchField field = new SearchField(
            "palette-text", "Palette", "A command, a task, a run, a product, a reference…");
    private final ListView<PaletteEntry> list = new ListView<>();

    /// @param close closes what this is shown in, before an entry is opened
    public PalettePane(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        setId("palette-pane");
        getStyleClass().add("palette");
        field.getStyleClass().add(Sheets.FIRST);
        field.textProperty().addListener((_, _, typed) -> model.type(typed));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("palette-entries");
        list.setAccessibleText("What answers");
        list.setFocusTraversable(false);
        list.setItems(model.entries());
        list.setCellFactory(_ -> new EntryCell(model, this::open));
        list.getStyleClass().add("palette-entries");
        list.setPlaceholder(new Placeholder(Feather.SEARCH, "Nothing answers to that", "Type fewer letters."));
        model.entries().subscribe(() -> list.getSelectionModel().selectFirst());
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox row = new HBox(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        row.getStyleClass().add("find-question");
        getChildren().addAll(row, list);
        model.type("");
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        int move = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> PAGE;
            case PAGE_UP -> -PAGE;
            default -> 0;
        };
        if (move != 0) {
            int chosen = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) move, 0, Math.max(0, list.getItems().size() - 1));
            list.getSelectionModel().clearAndSelect(chosen);
            list.scrollTo(Math.max(0, chosen - PAGE / 2));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            // Enter right after a letter means what that letter brings, not what was offered before it.
            model.whenOffered(() -> {
                if (getScene() != null) {
                    open();
                }
            });
            event.consume();
        }
    }

    private void open() {
        PaletteEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            close.run();
            entry.open().run();
        }
    }

    private static final class EntryCell extends ListCell<PaletteEntry> {
        private final PaletteViewModel model;

        /// @param open opens the chosen entry, which a press has made this one
        EntryCell(PaletteViewModel model, Runnable open) {
            this.model = model;
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    open.run();
                }
            });
            setPrefWidth(0);
        }

        /// A heading makes a cell higher; the usual cell would be as high as the theme's least.
        @Override
        protected double computePrefHeight(double width) {
            return getGraphic() == null
                    ? super.computePrefHeight(width)
                    : snappedTopInset() + getGraphic().prefHeight(-1) + snappedBottomInset();
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label title = Texts.plain(entry.title().replaceAll("\\s+", " "));
            title.setMinWidth(0);
            Label detail = Texts.muted(entry.detail());
            detail.setMinWidth(0);
            detail.getStyleClass().add("palette-detail");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(Icons.of(icon(entry.kind())), title, detail, gap);
            if (!entry.keys().isEmpty()) {
                Label keys = Texts.code(entry.keys());
                keys.getStyleClass().add("key-cap");
                keys.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(keys);
            }
            line.getStyleClass().add("palette-entry");
            VBox box = new VBox(line);
            if (getIndex() == 0 || model.entries().get(getIndex() - 1).kind() != entry.kind()) {
                Label kind = Texts.muted(entry.kind().label());
                kind.getStyleClass().add("palette-kind");
                box.getChildren().addFirst(kind);
            }
            setGraphic(box);
            setAccessibleText(entry.kind().label() + ": " + entry.title() + ", " + entry.detail() + " " + entry.keys());
        }

        private static Ikon icon(PaletteEntry.Kind kind) {
            return switch (kind) {
                case REFERENCE -> Feather.LINK;
                case COMMAND -> Feather.ZAP;
                case TASK -> Feather.CLIPBOARD;
                case RUN -> Feather.FILM;
                case PRODUCT -> Feather.PACKAGE;
                case SEARCH -> Feather.SEARCH;
            };
        }
    }
}
