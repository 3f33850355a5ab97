package org.shoptrace.app;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.shoptrace.ui.kit.TextSize;

/// Where a window opens: whole on the screen, however small that is.
final class WindowPlace {
    private WindowPlace() {}

    /// Keeps the window from becoming smaller than that, as far as the screen is large enough; one that is smaller by now grows.
    static void hold(Stage stage, TextSize.Smallest smallest) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(smallest.width(), screen.getWidth()));
        stage.setMinHeight(Math.min(smallest.height(), screen.getHeight()));
        if (stage.isShowing()) {
            stage.setWidth(Math.max(stage.getWidth(), stage.getMinWidth()));
            stage.setHeight(Math.max(stage.getHeight(), stage.getMinHeight()));
        }
    }

    /// Shows the window as large as its scene, or as what the desktop leaves of the screen.
    static void show(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(stage.getMinWidth(), screen.getWidth()));
        stage.setMinHeight(Math.min(stage.getMinHeight(), screen.getHeight()));
        if (stage.getScene().getWidth() > screen.getWidth()) {
            stage.setWidth(screen.getWidth());
        }
        if (stage.getScene().getHeight() > screen.getHeight()) {
            stage.setHeight(screen.getHeight());
        }
        stage.show();
        // With its frame it may be larger than its scene.
        Rectangle2D shown = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        Rectangle2D place = within(shown, screen(shown));
        if (!place.equals(shown)) {
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
        }
    }

    /// The window moved, and made smaller where it must be, so that nothing of it is off the screen.
    static Rectangle2D within(Rectangle2D window, Rectangle2D screen) {
        double width = Math.min(window.getWidth(), screen.getWidth());
        double height = Math.min(window.getHeight(), screen.getHeight());
        return new Rectangle2D(
                Math.clamp(window.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(window.getMinY(), screen.getMinY(), screen.getMaxY() - height),
                width,
                height);
    }

    private static Rectangle2D screen(Rectangle2D window) {
        return Screen.getScreensForRectangle(window).stream().findFirst().orElseGet(Screen::getPrimary).getVisualBounds();
    }
}
