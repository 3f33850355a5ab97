package org.shoptrace.model.trajectory;

import java.util.Optional;

/// How a model's turn was made, as its file says.
///
/// @param model        the model that answered, where the file says it of each turn
/// @param finishReason why the model stopped, in the file's word, such as `length`
public record Generation(Usage usage, Optional<String> model, Optional<String> finishReason) {
    /// Where a file says nothing.
    public static final Generation UNSAID = new Generation(Usage.NONE, Optional.empty(), Optional.empty());
}
