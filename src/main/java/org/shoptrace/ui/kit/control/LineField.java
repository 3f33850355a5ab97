package org.shoptrace.ui.kit.control;

import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.shoptrace.core.markup.DrawnText;

/// A field of one line. A break or a tab that is pasted into it, or set by code, is one space there; a plain field leaves both out and
/// glues the words together.
public final class LineField extends TextField {
    public LineField() {
        keepWordsApart(this);
    }

    /// @param text that is in it at first
    public LineField(String text) {
        this();
        setText(text);
    }

    static void keepWordsApart(TextField field) {
        field.setTextFormatter(new TextFormatter<>(change -> {
            String typed = change.getText();
            String line = DrawnText.unbroken(typed);
            if (!line.equals(typed)) {
                change.setText(line);
                int shorter = typed.length() - line.length();
                change.setAnchor(Math.max(change.getRangeStart(), change.getAnchor() - shorter));
                change.setCaretPosition(Math.max(change.getRangeStart(), change.getCaretPosition() - shorter));
            }
            return change;
        }));
        // A field with such a filter keeps Escape to itself, though there is nothing that it could take back.
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Parent around = field.getParent();
            if (event.getCode() == KeyCode.ESCAPE && around != null) {
                around.fireEvent(event.copyFor(around, around));
                event.consume();
            }
        });
    }
}
