package org.shoptrace.ui.kit;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Long text that is folded to its beginning and unfolds in place; never cut.
public final class FoldedText extends VBox {
    private static final int FOLD_AT = 600;

    private final String text;
    private final Label label;
    private final Hyperlink toggle = new Hyperlink();
    private boolean folded;

    public FoldedText(String text, String... styleClasses) {
        this.text = text;
        this.label = Texts.wrapped(text, styleClasses);
        getStyleClass().add("folded-text");
        getChildren().add(label);
        if (text.length() > FOLD_AT * 5 / 4) {
            folded = true;
            toggle.setOnAction(_ -> {
                folded = !folded;
                refresh();
            });
            getChildren().add(toggle);
            refresh();
        }
    }

    private void refresh() {
        label.setText(folded ? beginning() : text);
        toggle.setText(folded ? "Show all " + text.length() + " characters" : "Show less");
    }

    private String beginning() {
        int end = Character.isHighSurrogate(text.charAt(FOLD_AT - 1)) ? FOLD_AT - 1 : FOLD_AT;
        return text.substring(0, end) + " …";
    }
}
