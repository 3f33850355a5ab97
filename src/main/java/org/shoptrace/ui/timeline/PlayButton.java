package org.shoptrace.ui.timeline;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// Plays the run, or pauses.
final class PlayButton extends Button {
    /// @param id its own
    PlayButton(String id, Playback playback) {
        setId(id);
        getStyleClass().addAll("button-icon", "flat");
        setOnAction(_ -> playback.toggle());
        playback.playingProperty().subscribe(playing -> {
            setGraphic(Icons.of(playing ? Feather.PAUSE : Feather.PLAY));
            setAccessibleText(playing ? "Pause" : "Play");
            setTooltip(Texts.tip(playing ? "Pause (Space)" : "Play (Space)"));
        });
    }
}
