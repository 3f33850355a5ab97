package org.shoptrace.ui.replay;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Screen;

/// The screen *Replay*: runs | transcript | inspector.
public final class ReplayView extends StackPane {
    private final ReplayViewModel model;
    private final TranscriptPane transcript;
    private final KeyCommands keys = new KeyCommands();

    public ReplayView(ReplayViewModel model, Navigator navigator, CopyText clipboard) {
        this.model = model;
        setId("replay");
        getStyleClass().add("replay");
        RunListPane runs = new RunListPane(model.list());
        transcript = new TranscriptPane(model, navigator, clipboard, this::requestFocus);
        InspectorPane inspector = new InspectorPane(model.inspector(), navigator, clipboard);
        SplitPane panes = new SplitPane(runs, transcript, inspector);
        panes.setDividerPositions(0.235, 0.73);
        SplitPane.setResizableWithParent(runs, false);
        SplitPane.setResizableWithParent(inspector, false);
        getChildren().add(panes);
        bindKeys();
    }

    /// The screen as the shell shows it.
    public Screen screen() {
        return new Screen(Screen.REPLAY, "Replay", Feather.FILM, this);
    }

    /// The keys of this screen, for a list of keys.
    public KeyCommands keys() {
        return keys;
    }

    private void bindKeys() {
        keys.bind("j", "Next step", model::nextStep)
                .bind("k", "Previous step", model::previousStep)
                .bind("Left", "Previous run", model::previousRun)
                .bind("Right", "Next run", model::nextRun)
                .bind("g g", "First step", model::firstStep)
                .bind("G", "Last step", model::lastStep)
                .bind("Ctrl+G", "Go to step", transcript::askForStep)
                .bind("v", "Compact or full", model::toggleCompact)
                .bind("Space", "Play or pause", model.playback()::toggle);
        keys.install(this);
    }
}
