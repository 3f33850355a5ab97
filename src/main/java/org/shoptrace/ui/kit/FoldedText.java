package org.shoptrace.ui.kit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shoptrace.core.markup.DrawnText;

/// Long text that is folded to its beginning and unfolds in place; never cut. A very long one unfolds piece by piece, so that
/// laying it out never holds up the window, and a place deep inside it is shown with what stands round it.
public final class FoldedText extends MeasuredBox {
    private static final int FOLD_AT = 600;
    private static final int PIECE = 20_000;

    /// Shown before a place deep inside.
    private static final int LEAD = 2_000;

    private final String text;
    private final String[] styleClasses;
    private final Hyperlink earlier = new Hyperlink();
    private final Hyperlink more = new Hyperlink();
    private final Hyperlink less = Texts.link("Show less");
    private final HBox links = new HBox(more, less);
    private final VBox pieces = new MeasuredBox();
    private boolean unfolded;
    private int from;
    private int to;

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
        earlier.setOnAction(_ -> showEarlier());
        getChildren().addAll(earlier, pieces, links);
        fold();
        if (unfolded) {
            unfold();
        }
    }

    /// The whole text.
    public String text() {
        return text;
    }

    /// Shows the place of the text that begins there, unfolding as much as is needed.
    ///
    /// @param at in UTF-16 units from 0
    public void reveal(int at) {
        if (at < from || at >= to) {
            from = at < PIECE ? 0 : cut(at - LEAD);
            to = cut(from + PIECE);
            pieces.getChildren().setAll(piece(from, to, ""));
            unfolded = true;
            refreshLinks();
        }
    }

    /// A piece of the text that a label shows.
    ///
    /// @param start where it begins in the whole, in UTF-16 units
    /// @param drawn what the label draws, before an ellipsis
    public record Piece(int start, DrawnText drawn) {}

    /// The piece that a label inside a folded text shows; empty for any other label.
    public static Optional<Piece> piece(Node label) {
        return label.getProperties().get(FoldedText.class) instanceof Piece piece ? Optional.of(piece) : Optional.empty();
    }

    private boolean isLong() {
        return text.length() > FOLD_AT * 5 / 4;
    }

    private void fold() {
        unfolded = false;
        from = 0;
        to = isLong() ? cut(FOLD_AT) : text.length();
        pieces.getChildren().setAll(piece(0, to, isLong() ? " …" : ""));
        refreshLinks();
    }

    private void unfold() {
        if (!unfolded) {
            pieces.getChildren().clear();
            from = 0;
            to = 0;
        }
        unfolded = true;
        int end = cut(to + PIECE);
        pieces.getChildren().add(piece(to, end, ""));
        to = end;
        refreshLinks();
    }

    private void showEarlier() {
        int start = from <= PIECE ? 0 : cut(from - PIECE);
        pieces.getChildren().addFirst(piece(start, from, ""));
        from = start;
        refreshLinks();
    }

    private Label piece(int start, int end, String tail) {
        DrawnText drawn = DrawnText.mapped(text.substring(start, end));
        Label piece = Texts.wrapped(drawn.text() + tail, styleClasses);
        piece.getProperties().put(FoldedText.class, new Piece(start, drawn));
        return piece;
    }

    private void refreshLinks() {
        int left = text.length() - to;
        Texts.say(earlier, String.format(Locale.ROOT, "Show %,d before of %,d characters", Math.min(PIECE, from), text.length()));
        show(earlier, from > 0);
        Texts.say(more,
                !unfolded && PIECE >= text.length()
                        ? String.format(Locale.ROOT, "Show all %,d characters", text.length())
                        : String.format(Locale.ROOT, "Show %,d more of %,d characters", Math.min(PIECE, left), text.length()));
        show(more, left > 0);
        show(less, unfolded && isLong());
        show(links, more.isVisible() || less.isVisible());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
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
