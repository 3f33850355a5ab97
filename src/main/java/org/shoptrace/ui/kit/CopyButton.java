package org.shoptrace.ui.kit;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// A small flat button that copies a text.
public final class CopyButton extends Button {
    /// @param id   for tests and styles
    /// @param text what it shows beside the icon, such as `JSON`
    /// @param name what it does, for those who do not see it, such as `Copy the call as JSON`
    /// @param what asked when the button is pressed
    public CopyButton(CopyText clipboard, String id, String text, String name, Supplier<String> what) {
        super(text, Icons.of(Feather.COPY));
        setId(id);
        setAccessibleText(name);
        getStyleClass().addAll("small", "flat");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> clipboard.copy(what.get()));
    }
}
