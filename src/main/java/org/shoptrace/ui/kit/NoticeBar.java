package org.shoptrace.ui.kit;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows the open [Notices] as a stack of lines, each with *copy* and *dismiss*.
public final class NoticeBar extends VBox {
    private static final int SHOWN = 3;

    private final Notices notices;
    private final CopyText clipboard;

    public NoticeBar(Notices notices, CopyText clipboard) {
        this.notices = notices;
        this.clipboard = clipboard;
        setId("notices");
        getStyleClass().add("notice-bar");
        notices.open().addListener((ListChangeListener<Notices.Notice>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().setAll(notices.open().stream().limit(SHOWN).map(this::line).toList());
        int hidden = notices.open().size() - SHOWN;
        if (hidden > 0) {
            getChildren().add(Texts.muted("and " + hidden + " more"));
        }
        setVisible(!notices.open().isEmpty());
        setManaged(isVisible());
    }

    private HBox line(Notices.Notice notice) {
        Label text = Texts.signed(notice.summary(), Icons.of(Feather.ALERT_TRIANGLE));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = Icons.button(Feather.COPY, "Copy this message", () -> clipboard.copy(notice.details()));
        Button dismiss = Icons.button(Feather.X, "Dismiss this message", () -> notices.dismiss(notice));
        text.setTooltip(Texts.tip(notice.summary()));
        HBox line = new HBox(text);
        notice.remedy().ifPresent(remedy -> {
            Button does = new Button(Texts.drawn(remedy.label()));
            does.getStyleClass().addAll("small", "notice-remedy");
            does.setMinWidth(USE_PREF_SIZE);
            does.setOnAction(_ -> {
                notices.dismiss(notice);
                remedy.action().run();
            });
            line.getChildren().add(does);
        });
        line.getChildren().addAll(copy, dismiss);
        line.getStyleClass().add("notice");
        return line;
    }
}
