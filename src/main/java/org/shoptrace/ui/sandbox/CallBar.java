package org.shoptrace.ui.sandbox;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.sandbox.CallText;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.CopyButton;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// The search as the call that an agent would send, to copy; and what the sandbox makes of its odd values.
final class CallBar extends VBox {
    private final VBox notes = new VBox();

    CallBar(SearchViewModel model, CopyText clipboard) {
        getStyleClass().add("call-bar");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                Texts.strong(ToolCall.FIND_PRODUCT),
                Texts.muted("as an agent sends it"),
                gap,
                new CopyButton(
                        clipboard, "call-copy-json", "JSON", "Copy the call as JSON", () -> CallText.call(model.requestProperty().get())),
                new CopyButton(
                        clipboard,
                        "call-copy-curl",
                        "curl",
                        "Copy the call as a curl command",
                        () -> CallText.curl(model.requestProperty().get())));
        head.getStyleClass().add("call-head");
        Label call = Texts.wrapped("", "code");
        call.setId("call");
        Texts.follow(call, model.requestProperty().map(CallText::arguments));
        notes.setId("call-notes");
        model.requestProperty().subscribe(this::showNotes);
        getChildren().addAll(head, call, notes);
    }

    private void showNotes(FindRequest request) {
        notes.getChildren().setAll(RequestNotes.of(request).stream().map(CallBar::note).toList());
        notes.setVisible(!notes.getChildren().isEmpty());
        notes.setManaged(notes.isVisible());
    }

    private static Label note(String text) {
        Label note = Texts.wrapped(text, "call-note");
        note.setGraphic(Icons.of(Feather.INFO));
        return note;
    }
}
