package org.shoptrace.ui.run;

import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.shoptrace.ui.kit.KeyCommands;

/// Something that stands beside the open run, right of its steps. Of several the first gets the height that is left.
///
/// @param content what is shown
/// @param keys    binds its commands to the keys of the screen that shows the run
public record RunPane(Region content, Consumer<KeyCommands> keys) {
    /// A pane without keys.
    public static RunPane of(Region content) {
        return new RunPane(content, _ -> {});
    }
}
