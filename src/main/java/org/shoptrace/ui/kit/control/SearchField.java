package org.shoptrace.ui.kit.control;

import javafx.scene.control.Button;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.KeyCommands;

/// A field for words to search by: a glass on the left, and on the right, once something is typed, a button that takes it off again.
/// Escape and Enter give the keys back to the screen, and the words stay.
public final class SearchField extends CustomTextField {

    /// @param id     for tests and styles; the button's is `<id>-clear`
    /// @param name   what it is, for those who do not see it
    /// @param prompt what can be typed
    public SearchField(String id, String name, String prompt) {
        LineField.keepWordsApart(this);
        KeyCommands.leaveByEnter(this);
        setId(id);
        setAccessibleText(name);
        setPromptText(prompt);
        getStyleClass().add("search-words");
        setLeft(Icons.of(Feather.SEARCH));
        Button clear = Icons.button(Feather.X, "Take the words off", this::takeOff);
        clear.setId(id + "-clear");
        // The same is done with Ctrl+A and Delete, so it is no stop of its own for the Tab key.
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        // Where there is nothing to take off its place is the prompt's.
        clear.managedProperty().bind(clear.visibleProperty());
        setRight(clear);
    }

    private void takeOff() {
        clear();
        requestFocus();
    }
}
