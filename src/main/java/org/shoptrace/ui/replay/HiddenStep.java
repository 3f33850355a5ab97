package org.shoptrace.ui.replay;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// A step of which the filter shows nothing: one line that keeps its place.
final class HiddenStep extends HBox {
    HiddenStep(Step step, int steps) {
        setId("step-" + step.number());
        getStyleClass().add("hidden-step");
        Label number = Texts.muted(String.format(Locale.ROOT, "Step %d / %d", step.number(), steps));
        number.setGraphic(Icons.of(Feather.EYE_OFF));
        number.setMinWidth(Region.USE_PREF_SIZE);
        String tools = StepCard.tools(step);
        Label what = Texts.muted(tools.isEmpty() ? "hidden by the filter" : tools + " · hidden by the filter");
        what.setMinWidth(0);
        getChildren().addAll(number, what);
    }
}
