package org.shoptrace.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What an empty pane shows: what is missing, and what to do next.
public final class Placeholder extends VBox {
    public Placeholder(Ikon icon, String what, String next, Node... actions) {
        FontIcon sign = Icons.of(icon);
        sign.getStyleClass().add("placeholder-icon");
        Label title = Texts.wrapped(what, "heading");
        Label hint = Texts.wrapped(next, "muted");
        getChildren().addAll(sign, title, hint);
        getChildren().addAll(actions);
        getStyleClass().add("placeholder");
        setAlignment(Pos.CENTER);
    }
}
