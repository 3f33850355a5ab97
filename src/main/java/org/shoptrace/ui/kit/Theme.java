package org.shoptrace.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light or dark: AtlantaFX's Primer, with `app.css` over it and the colours that ControlsFX looks up bridged to its tokens.
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet()),
    DARK(new PrimerDark().getUserAgentStylesheet());

    private static final List<String> FONTS = List.of(
            "Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "Inter-Italic.otf", "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf");

    private final String userAgentStylesheet;

    Theme(String userAgentStylesheet) {
        this.userAgentStylesheet = userAgentStylesheet;
    }

    /// The other one.
    public Theme opposite() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Makes this the theme of the whole program.
    public void apply() {
        Application.setUserAgentStylesheet(userAgentStylesheet);
    }

    /// Gives a scene the program's own fonts and styles; call once for each scene.
    public static void style(Scene scene) {
        for (String font : FONTS) {
            Font.loadFont(resource("fonts/" + font), 13);
        }
        // Before those that a scene has already, such as its text size.
        scene.getStylesheets().addAll(0, List.of(resource("controlsfx-on-atlantafx.css"), resource("app.css")));
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
