package org.shoptrace.ui.replay;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRunViewModel;

/// The current step as the file has it, in place of the transcript.
final class RawStepPane extends VBox {
    private final RawStepViewModel raw;

    RawStepPane(RawStepViewModel raw, OpenRunViewModel openRun, CopyText clipboard) {
        this.raw = raw;
        setId("raw-step");
        getStyleClass().add("raw-step");
        ListView<String> lines = new ListView<>(raw.lines());
        lines.setId("raw-step-lines");
        lines.getStyleClass().addAll("code", "raw-lines");
        lines.setAccessibleText("The step as JSON");
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(header(openRun, clipboard), lines);
    }

    private Node header(OpenRunViewModel openRun, CopyText clipboard) {
        Label title = Texts.bound(
                Bindings.createStringBinding(
                        () -> String.format(Locale.ROOT, "Step %d as the file has it", openRun.stepProperty().get()),
                        openRun.stepProperty()),
                "strong");
        Label size = Texts.bound(
                Bindings.createStringBinding(
                        () -> String.format(Locale.ROOT, "%,d characters", raw.jsonProperty().get().length()), raw.jsonProperty()),
                "muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = Icons.button(Feather.COPY, "Copy this step as JSON", () -> clipboard.copy(raw.jsonProperty().get()));
        copy.setId("copy-raw-step");
        Button close = Icons.button(Feather.X, "Back to the transcript", raw::toggle);
        close.setId("close-raw-step");
        HBox header = new HBox(title, size, gap, copy, close);
        header.getStyleClass().add("step-header");
        return header;
    }
}
