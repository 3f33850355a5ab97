package org.shoptrace.mutation;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A way in: a file is read through what the program offers for it, and what was read is written again where it can be.
@FunctionalInterface
interface Reading {
    /// @param file in a folder of its own
    /// @param out  where something may be written
    /// @param said gets each message for people
    /// @return a name for each line that was read, in their order, where lines are read each by itself; else nothing
    /// @throws Exception what must not happen, but a failure with a message
    List<String> read(Path file, Path out, Consumer<String> said) throws Exception;
}
