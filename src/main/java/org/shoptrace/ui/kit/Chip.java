package org.shoptrace.ui.kit;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.catalog.Service;

/// A small rounded label. A tone always comes with an icon or a word, never by colour alone.
public final class Chip extends Label {
    /// What the colour says.
    public enum Tone {
        NEUTRAL("neutral", null),
        ACCENT("accent", null),
        GOOD("good", Feather.CHECK),
        BAD("bad", Feather.X),
        DOUBT("doubt", Feather.ALERT_TRIANGLE);

        private final String styleClass;
        private final @Nullable Ikon icon;

        Tone(String styleClass, @Nullable Ikon icon) {
            this.styleClass = styleClass;
            this.icon = icon;
        }
    }

    public Chip(String text, Tone tone) {
        super(Texts.drawn(text));
        getStyleClass().addAll("chip", tone.styleClass);
        if (tone.icon != null) {
            setGraphic(Icons.of(tone.icon));
        }
        setMinWidth(USE_PREF_SIZE);
    }

    /// A service that a product offers; an unknown one is shown as it is written.
    public static Chip service(String wireName) {
        return new Chip(serviceLabel(wireName), Tone.NEUTRAL);
    }

    /// The name for people of a service as files name it.
    public static String serviceLabel(String wireName) {
        return Service.ofWireName(wireName).map(Service::label).orElse(wireName);
    }
}
