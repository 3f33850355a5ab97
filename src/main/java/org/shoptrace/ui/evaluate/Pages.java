package org.shoptrace.ui.evaluate;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// How the pages of a result are laid out.
final class Pages {
    private Pages() {}

    /// A page that is as wide as its place and scrolls down; only with large text, where cards side by side need more, sideways too. What
    /// gets the focus is brought into view.
    static ScrollPane scrolling(String id, Region content) {
        ScrollPane page = new ScrollPane(content);
        page.setId(id);
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        page.getStyleClass().add("result-page");
        content.getStyleClass().add("result-page-content");
        page.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((_, _, focused) -> {
                    if (focused != null && page.getScene() == scene && isInside(focused, content)) {
                        reveal(page, content, focused);
                    }
                });
            }
        });
        return page;
    }

    /// Puts cards side by side, as many as there are columns, of one width.
    static void fill(GridPane grid, List<? extends Node> cards, int columns) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            grid.getColumnConstraints().add(OverviewPage.share(100.0 / columns));
        }
        for (int i = 0; i < cards.size(); i++) {
            grid.add(cards.get(i), i % columns, i / columns);
        }
    }

    private static boolean isInside(Node node, Node root) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }

    private static void reveal(ScrollPane page, Region content, Node node) {
        Bounds box = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = content.getHeight() - page.getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        double top = page.getVvalue() * hidden;
        double bottom = top + page.getViewportBounds().getHeight();
        if (box.getMinY() < top) {
            page.setVvalue(Math.max(0, box.getMinY() - 8) / hidden);
        } else if (box.getMaxY() > bottom) {
            page.setVvalue(Math.min(hidden, box.getMaxY() + 8 - page.getViewportBounds().getHeight()) / hidden);
        }
    }
}
