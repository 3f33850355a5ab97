package org.shoptrace.ui.start;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.collections.ObservableList;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.shoptrace.ui.kit.RunningJob;

/// The screen: what can be opened on the left, what is in the open workspace right of it.
final class StartView extends HBox {
    /// @param running the jobs under way
    StartView(PlacesViewModel places, OutcomesViewModel outcomes, ObservableList<RunningJob> running) {
        setId("start");
        getStyleClass().addAll("pane", "start");
        ScrollPane left = scrolling(new PlacesPane(places, running));
        left.getStyleClass().add("start-places");
        // With large text the list takes its share of the width, no more and no less.
        DoubleBinding share = Bindings.createDoubleBinding(
                () -> Math.min(left.getPrefWidth(), 0.32 * getWidth()), left.prefWidthProperty(), widthProperty());
        left.minWidthProperty().bind(share);
        left.maxWidthProperty().bind(share);
        ScrollPane right = scrolling(new OutcomesPane(outcomes, visibleProperty().and(sceneProperty().isNotNull())));
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
    }

    private static ScrollPane scrolling(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }
}
