package org.shoptrace.core.verify;

import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.ShoptraceException;

/// Makes something by the words of a command, in this process.
@FunctionalInterface
public interface Maker {
    /// The word that stands for the place that is written to; it is below a folder of its own.
    ///
    /// @param words the command and its options, files by their paths
    /// @param out   what is written, a file or a folder
    /// @throws ShoptraceException when it cannot be made
    void make(List<String> words, Path out) throws ShoptraceException;
}
