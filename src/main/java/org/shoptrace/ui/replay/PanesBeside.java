package org.shoptrace.ui.replay;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands beside the transcript, one below the other. Those below are as high as they like, as long as they leave the first its part:
/// with large text in a small window they scroll instead.
final class PanesBeside extends VBox {
    /// Of the height, for each of those below the first.
    private static final double MOST = 0.58;

    private final List<Region> panes;

    PanesBeside(List<Region> panes) {
        this.panes = List.copyOf(panes);
        getChildren().addAll(panes);
    }

    @Override
    protected void layoutChildren() {
        double bottom = getHeight();
        for (int i = panes.size() - 1; i >= 0; i--) {
            Region pane = panes.get(i);
            if (pane.isManaged()) {
                double height = i == 0 ? bottom : snapSizeY(Math.min(pane.prefHeight(getWidth()), MOST * getHeight()));
                pane.resizeRelocate(0, bottom - height, getWidth(), height);
                bottom -= height;
            }
        }
    }
}
