package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.List;
import org.shoptrace.model.finding.Claim;

/// What is found in one sentence: statements about products, and sums and comparisons that are judged where they are found.
///
/// @param sentence where
/// @param bound    what it speaks of
/// @param shelf    the products of the run
record Found(Sentence sentence, Binding.Bound bound, Shelf shelf, List<Assertion> statements, List<Reckoned> reckoned) {
    /// A statement that was held against several products at once.
    ///
    /// @param truth whether it is so
    /// @param shown whether all that it rests on had been shown
    record Reckoned(Claim.Kind kind, String text, List<String> ids, Truth truth, boolean shown, String because) {
        Reckoned {
            ids = List.copyOf(ids);
        }
    }

    Found(Sentence sentence, Binding.Bound bound, Shelf shelf) {
        this(sentence, bound, shelf, new ArrayList<>(), new ArrayList<>());
    }

    String text() {
        return sentence.text();
    }

    /// The text with the ids of products blank, so that none is read as a number of something.
    String withoutIds() {
        StringBuilder text = new StringBuilder(sentence.text());
        for (Mention mention : bound.mentions()) {
            if (mention.how() == Mention.How.ID) {
                for (int at = mention.start(); at < mention.end(); at++) {
                    if (Character.isLetterOrDigit(text.charAt(at))) {
                        text.setCharAt(at, ' ');
                    }
                }
            }
        }
        return text.toString();
    }

    /// Whether what stands there is stated as a fact.
    boolean states(int at) {
        return Mood.states(sentence, at);
    }

    /// The products that a value at a place belongs to.
    List<String> productsAt(int start, int end) {
        return Binding.nearest(bound, sentence.text(), start, end);
    }

    void add(Assertion statement) {
        if (!statement.ids().isEmpty()) {
            statements.add(statement);
        }
    }

    void add(Reckoned claim) {
        reckoned.add(claim);
    }
}
