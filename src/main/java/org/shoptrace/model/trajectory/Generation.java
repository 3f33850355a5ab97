package org.shoptrace.model.trajectory;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How a model's turn was made, as its file says.
///
/// @param model        the model that answered, where the file says it of each turn
/// @param finishReason why the model stopped, in the file's word, such as `length`
public record Generation(Usage usage, Optional<String> model, Optional<String> finishReason) {
    /// Where a file says nothing.
    public static final Generation UNSAID = new Generation(Usage.NONE, Optional.empty(), Optional.empty());

    /// The words for a turn that ran out of tokens, of whichever interface; without signs and in lower case.
    private static final Set<String> CUT_OFF = Set.of("length", "maxtokens", "maxoutputtokens", "modellength", "tokenlimit");

    /// Whether the model stopped because it was allowed no more tokens, so that its text is not whole.
    public boolean isCutOff() {
        return finishReason.map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")).filter(CUT_OFF::contains).isPresent();
    }

    /// This with what `later` says besides, or says anew; what both took is added.
    public Generation plus(Generation later) {
        return new Generation(usage.plus(later.usage), later.model.or(() -> model), later.finishReason.or(() -> finishReason));
    }
}
