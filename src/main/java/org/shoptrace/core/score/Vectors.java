package org.shoptrace.core.score;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;

/// Where the vectors of one model are kept, so that each is made once. Safe for use by several threads.
public interface Vectors extends AutoCloseable {
    /// The text's vector, empty when it is not there.
    ///
    /// @throws ShoptraceException when it cannot be read
    Optional<float[]> get(String text) throws ShoptraceException;

    /// Keeps one vector for each text.
    ///
    /// @throws ShoptraceException when they cannot be kept, or others are of another length
    void putAll(List<String> texts, List<float[]> vectors) throws ShoptraceException;

    @Override
    void close();
}
