package org.shoptrace.ui.evaluate;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.evaluate.kept.KeptResult;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;

/// The results that the workspace keeps, and whether each still holds; any of them can be shown.
final class KeptPane extends VBox {
    static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final double HEIGHT = 210;

    private final KeptViewModel model;
    private final ListView<KeptResult> list;

    KeptPane(KeptViewModel model) {
        this.model = model;
        this.list = new ListView<>(model.results());
        setId("kept");
        getStyleClass().add("export-bar");
        list.setId("kept-results");
        list.setAccessibleText("Kept results, the newest first; Enter shows one");
        list.setCellFactory(Cell::new);
        list.setPrefHeight(HEIGHT);
        list.setMinHeight(HEIGHT * 3 / 4);
        list.setPlaceholder(
                Texts.wrapped("This workspace keeps no result yet. Every evaluation that is run here is kept.", "muted", "hint"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        model.shownProperty().subscribe(_ -> list.refresh());
        Button open = new Button("Show", Icons.of(Feather.BAR_CHART_2));
        open.setId("open-kept");
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.disableProperty().bind(list.getSelectionModel().selectedItemProperty().map(one -> !one.isReadable()).orElse(true));
        open.setOnAction(_ -> open());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Texts.heading("Kept results"), Texts.muted("newest first"), gap, open);
        head.getStyleClass().add("field-line");
        getChildren().addAll(head, list);
    }

    private void open() {
        KeptResult chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.isReadable()) {
            model.open(chosen);
        }
    }

    private final class Cell extends WrappingCell<KeptResult> {
        Cell(ListView<KeptResult> list) {
            super(list);
        }

        @Override
        protected Region content(KeptResult result) {
            boolean shown = model.shownProperty().get().filter(result.file()::equals).isPresent();
            String when = result.made().map(WHEN::format).orElse("");
            Label title = Texts.plain(result.title());
            title.setMinWidth(0);
            HBox head = new HBox();
            head.getStyleClass().add("field-line");
            result.made().ifPresent(_ -> head.getChildren().add(Texts.heading(when)));
            head.getChildren().addAll(title, state(result));
            if (shown) {
                head.getChildren().add(new Chip("Shown", Chip.Tone.ACCENT));
            }
            VBox box = new VBox(head);
            box.getStyleClass().add("pair-row");
            if (!result.content().isEmpty()) {
                box.getChildren().add(Texts.wrapped(result.content(), "muted", "hint"));
            }
            String why = String.join("; ", result.remarks());
            if (!why.isEmpty()) {
                box.getChildren().add(Texts.wrapped(why, "hint"));
            }
            box.setAccessibleText(
                    String.join(". ", when, result.title(), result.state() + (shown ? ", shown" : ""), result.content(), why));
            return box;
        }

        private static Node state(KeptResult result) {
            return new Chip(result.state(),
                    !result.isReadable() ? Chip.Tone.BAD : result.remarks().isEmpty() ? Chip.Tone.GOOD : Chip.Tone.DOUBT);
        }
    }
}
