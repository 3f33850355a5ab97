package org.shoptrace.ui.kit;

import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons from the bundled icon font, and buttons that show one.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Ikon ikon) {
        return new FontIcon(ikon);
    }

    /// A flat button that shows only an icon; its name is its tooltip and its accessible text.
    public static Button button(Ikon ikon, String name, Runnable action) {
        Button button = new Button("", of(ikon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(Texts.tip(name));
        button.setAccessibleText(name);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
