package org.shoptrace.core.score;

import java.util.List;
import org.shoptrace.core.ShoptraceException;

/// A model that turns titles into vectors. Safe for use by several threads.
public interface Embedder {
    /// The model's name; vectors of one name can be compared with each other, and with no others.
    String model();

    /// One vector for each text, in their order; all of one length.
    ///
    /// @throws ShoptraceException when the model is missing or does not answer
    List<float[]> embed(List<String> texts) throws ShoptraceException;

    /// What a reader of figures should know of it by now, sentences.
    default List<String> remarks() {
        return List.of();
    }
}
