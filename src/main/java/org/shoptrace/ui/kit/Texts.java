package org.shoptrace.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/// Labels in the program's few text styles. Sizes and colours are in `app.css`.
public final class Texts {
    private Texts() {}

    public static Label plain(String text) {
        return styled(text);
    }

    /// A pane's heading.
    public static Label heading(String text) {
        return styled(text, "heading");
    }

    public static Label strong(String text) {
        return styled(text, "strong");
    }

    public static Label muted(String text) {
        return styled(text, "muted");
    }

    /// Ids, calls, raw values.
    public static Label code(String text) {
        return styled(text, "code");
    }

    /// A label that wraps over as many lines as it needs.
    public static Label wrapped(String text, String... styleClasses) {
        Label label = styled(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that follows a value.
    public static Label bound(ObservableValue<String> text, String... styleClasses) {
        Label label = styled("", styleClasses);
        label.textProperty().bind(text);
        return label;
    }

    private static Label styled(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
