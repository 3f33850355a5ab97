package org.shoptrace.ui.replay;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;

/// What an audience sees above the steps: what the agent was asked, and how far it is.
final class PresentationBar extends HBox {
    /// @param play plays the run, or pauses
    PresentationBar(OpenRunViewModel openRun, Button play) {
        setId("presentation-bar");
        getStyleClass().add("presentation-bar");
        Label query = Texts.wrapped("", "presentation-query");
        query.setId("presentation-query");
        query.setMinWidth(0);
        HBox.setHgrow(query, Priority.ALWAYS);
        query.setMaxWidth(Double.MAX_VALUE);
        Texts.follow(query, Bindings.createStringBinding(
                () -> openRun.openProperty().get().map(OpenRun::run).flatMap(Run::query).orElse(""),
                openRun.openProperty()));
        Label step = Texts.bound(
                Bindings.createStringBinding(
                        () -> String.format(Locale.ROOT, "%d / %d", openRun.stepProperty().get(), openRun.steps().size()),
                        openRun.stepProperty(),
                        openRun.openProperty()),
                "muted");
        step.setId("presentation-step");
        step.setMinWidth(Region.USE_PREF_SIZE);
        Button leave = Icons.button(Feather.MINIMIZE_2, "Leave the presentation (Esc)", openRun::stopPresenting);
        leave.setId("presentation-leave");
        getChildren().addAll(query, step, play, leave);
    }
}
