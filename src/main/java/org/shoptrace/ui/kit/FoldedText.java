package org.shoptrace.ui.kit;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Long text that is folded to its beginning and unfolds in place; never cut. A very long one unfolds piece by piece, so that
/// laying it out never holds up the window.
public final class FoldedText extends VBox {
    private static final int FOLD_AT = 600;
    private static final int PIECE = 20_000;

    private final String text;
    private final String[] styleClasses;
    private final Hyperlink more = new Hyperlink();
    private final Hyperlink less = new Hyperlink("Show less");
    private final HBox links = new HBox(more, less);
    private int shown;

    public FoldedText(String text, String... styleClasses) {
        this(text, false, _ -> {}, styleClasses);
    }

    /// @param unfolded whether its first piece is shown to begin with
    /// @param onToggle told whether the text is unfolded, whenever the user changes it
    public FoldedText(String text, boolean unfolded, Consumer<Boolean> onToggle, String... styleClasses) {
        this.text = text;
        this.styleClasses = styleClasses.clone();
        getStyleClass().add("folded-text");
        links.getStyleClass().add("folded-links");
        more.setOnAction(_ -> {
            unfold();
            onToggle.accept(true);
        });
        less.setOnAction(_ -> {
            fold();
            onToggle.accept(false);
        });
        if (unfolded) {
            unfold();
        } else {
            fold();
        }
    }

    private boolean isLong() {
        return text.length() > FOLD_AT * 5 / 4;
    }

    private void fold() {
        shown = isLong() ? cut(FOLD_AT) : text.length();
        getChildren().setAll(Texts.wrapped(isLong() ? text.substring(0, shown) + " …" : text, styleClasses));
        refreshLinks(false);
    }

    private void unfold() {
        boolean first = getChildren().size() < 2 || shown <= FOLD_AT;
        if (first) {
            getChildren().clear();
            shown = 0;
        }
        int end = cut(shown + PIECE);
        getChildren().remove(links);
        getChildren().add(Texts.wrapped(text.substring(shown, end), styleClasses));
        shown = end;
        refreshLinks(true);
    }

    private void refreshLinks(boolean unfolded) {
        if (!isLong()) {
            return;
        }
        int left = text.length() - shown;
        more.setText(
                shown + PIECE >= text.length() && !unfolded
                        ? String.format(Locale.ROOT, "Show all %,d characters", text.length())
                        : String.format(Locale.ROOT, "Show %,d more of %,d characters", Math.min(PIECE, left), text.length()));
        more.setVisible(left > 0);
        more.setManaged(left > 0);
        less.setVisible(unfolded);
        less.setManaged(unfolded);
        getChildren().add(links);
    }

    /// The nearest place at or before `at` that does not split a character, and no word when one ends close by.
    private int cut(int at) {
        if (at >= text.length()) {
            return text.length();
        }
        int space = Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('\n', at));
        if (space > at - 80 && space > 0) {
            return space;
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
