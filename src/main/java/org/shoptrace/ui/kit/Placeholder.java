package org.shoptrace.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What an empty pane shows: what is missing, and what to do next.
public final class Placeholder extends VBox {
    private final Rectangle frame = new Rectangle();

    public Placeholder(Ikon icon, String what, String next, Node... actions) {
        FontIcon sign = Icons.of(icon);
        sign.getStyleClass().add("placeholder-icon");
        Label title = Texts.wrapped(what, "heading");
        Label hint = Texts.wrapped(next, "muted");
        getChildren().addAll(sign, title, hint);
        getChildren().addAll(actions);
        getStyleClass().add("placeholder");
        setAlignment(Pos.CENTER);
        setMinSize(0, 0);
        setClip(frame);
    }

    /// Where it has too little room it is shown from its beginning, and never over what stands around it.
    @Override
    protected void layoutChildren() {
        boolean fits = prefHeight(getWidth()) <= getHeight();
        setAlignment(fits ? Pos.CENTER : Pos.TOP_CENTER);
        frame.setWidth(getWidth());
        frame.setHeight(getHeight());
        super.layoutChildren();
    }
}
