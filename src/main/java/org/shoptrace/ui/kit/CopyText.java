package org.shoptrace.ui.kit;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The clipboard as a port, so that tests can see what was copied.
@FunctionalInterface
public interface CopyText {
    void copy(String text);

    /// The system's clipboard.
    static CopyText toSystemClipboard() {
        return text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        };
    }
}
