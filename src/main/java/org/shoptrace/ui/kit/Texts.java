package org.shoptrace.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.markup.DrawnText;

/// Labels in the program's few text styles, and every other text that a view draws: each goes through [DrawnText] here. Sizes and colours
/// are in `app.css`.
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
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label behind a sign.
    public static Label signed(String text, Node sign) {
        Label label = styled(text);
        label.setGraphic(sign);
        return label;
    }

    /// A label that follows a value.
    public static Label bound(ObservableValue<String> text, String... styleClasses) {
        Label label = styled("", styleClasses);
        follow(label, text);
        return label;
    }

    /// A piece of a text that flows.
    public static Text piece(String text) {
        return new Text(DrawnText.of(text));
    }

    public static Hyperlink link(String text) {
        return new Hyperlink(DrawnText.of(text));
    }

    /// What is said where something is pointed at; a long text wraps.
    public static Tooltip tip(String text) {
        Tooltip tip = new Tooltip();
        say(tip, text);
        return tip;
    }

    /// What a control that is made elsewhere, such as a button, is given as its text.
    public static String drawn(String text) {
        return DrawnText.of(text);
    }

    /// Gives something else another text.
    ///
    /// @param text null for none, as an empty cell has it
    public static void say(Labeled labeled, @Nullable String text) {
        labeled.setText(text == null ? null : DrawnText.of(text));
    }

    public static void say(Tooltip tip, String text) {
        tip.setText(DrawnText.of(text));
    }

    /// Lets a text follow a value.
    public static void follow(Labeled labeled, ObservableValue<String> text) {
        labeled.textProperty().bind(text.map(DrawnText::of));
    }

    private static Label styled(String text, String... styleClasses) {
        Label label = new Label(DrawnText.of(text));
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
