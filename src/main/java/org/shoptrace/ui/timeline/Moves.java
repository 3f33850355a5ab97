package org.shoptrace.ui.timeline;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRunViewModel;

/// Moves from step to step, by hand or by itself.
final class Moves extends HBox {
    Moves(OpenRunViewModel openRun, Playback playback) {
        getStyleClass().add("transport-group");
        getChildren().addAll(
                button("step-previous", Feather.CHEVRON_UP, "Previous step (k)", openRun::previousStep),
                button("step-next", Feather.CHEVRON_DOWN, "Next step (j)", openRun::nextStep),
                new PlayButton("play", playback),
                speed(playback));
    }

    private static Button button(String id, Ikon icon, String name, Runnable action) {
        Button button = Icons.button(icon, name, action);
        button.setId(id);
        return button;
    }

    private static Node speed(Playback playback) {
        ComboBox<Double> box = new ComboBox<>();
        box.setId("play-speed");
        box.setAccessibleText("Speed of playing");
        box.setTooltip(Texts.tip("Speed of playing"));
        box.getItems().setAll(Playback.SPEEDS);
        box.setCellFactory(_ -> new SpeedCell());
        box.setButtonCell(new SpeedCell());
        playback.speedProperty().subscribe(speed -> box.setValue(speed.doubleValue()));
        box.setOnAction(_ -> playback.setSpeed(box.getValue()));
        return box;
    }

    private static final class SpeedCell extends ListCell<Double> {
        @Override
        protected void updateItem(@Nullable Double speed, boolean empty) {
            super.updateItem(speed, empty);
            Texts.say(this,
                    empty || speed == null ? "" : (speed == Math.rint(speed) ? String.valueOf(speed.intValue()) : speed.toString()) + "×");
        }
    }
}
