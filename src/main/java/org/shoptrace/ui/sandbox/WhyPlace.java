package org.shoptrace.ui.sandbox;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.VBox;
import org.shoptrace.core.sandbox.Explanation;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.FactTable;
import org.shoptrace.ui.kit.Texts;

/// Why a product stands where it does: what each word of the search adds.
final class WhyPlace extends VBox {

    /// @param catalogue how many products there are; a word of one product in a hundred is rare
    WhyPlace(Explanation why, int catalogue) {
        getStyleClass().add("bubble-text");
        FactTable words = new FactTable().head(List.of("word", "in its text", "in products", "adds"));
        for (Explanation.Term term : why.terms()) {
            words.row(List.of(
                    term.word(),
                    term.matches() ? Counts.grouped(term.inText()) + "×" : "not there",
                    Counts.grouped(term.products()) + (term.products() * 100L <= catalogue ? ", rare" : ""),
                    String.format(Locale.ROOT, "%.1f", term.weight())));
        }
        getChildren().addAll(
                Texts.heading("Why this place"),
                Texts.wrapped(
                        why.terms().isEmpty()
                                ? "The words are stop words only, which match nothing."
                                : "A product's score is the sum of what the words add. A word adds more the rarer it is in the catalogue"
                                        + " and the"
                                        + " oftener it stands in the text, which is title, variants and attributes."));
        if (!why.terms().isEmpty()) {
            getChildren().addAll(words, Texts.strong(String.format(Locale.ROOT, "Together %.1f", why.total())));
        }
    }
}
