package org.shoptrace.ui.evaluate;

import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Screen;

/// The screen: what to evaluate on the left, until there is a result and it makes room; what came out on the right.
public final class EvaluateView extends BorderPane {
    public EvaluateView(EvaluateViewModel model) {
        setId("evaluate");
        getStyleClass().add("pane");
        SetupPane setup = new SetupPane(model.setup(), model.servers(), model.running());
        model.results().setupShownProperty().subscribe(shown -> setLeft(shown ? setup : null));
        setCenter(new ResultsPane(
                model.results(), new ResultsPane.Beside(model.shown(), model.diagnosis(), model.scorer(), model.kept(), model.exports())));
    }

    /// The screen as the shell shows it.
    public Screen screen() {
        return new Screen("evaluate", "Evaluate", Feather.BAR_CHART_2, this, new KeyCommands());
    }
}
