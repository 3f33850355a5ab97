package org.shoptrace.core.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.shoptrace.model.json.Json;

/// A text of JSON in a file.
///
/// @param name       what it is called in its file, for people; empty when it is the whole file
/// @param about      what the file says beside the text of all that it holds, as the header of an Inspect log; else empty
/// @param linesAbove how many lines of the file lie above it, where its lines are counted through the file; empty when its runs are
/// @param opener     opens it from its start, as often as it is asked
public record Text(String name, Json.Obj about, OptionalLong linesAbove, Opener opener) {
    /// Opens bytes.
    @FunctionalInterface
    public interface Opener {
        /// The bytes from their start.
        ///
        /// @throws IOException when they cannot be read; a [org.shoptrace.core.file.PackedStreamException] when only this text is damaged
        InputStream open() throws IOException;
    }

    /// A cause with the text that it belongs to.
    public String named(String cause) {
        return name.isEmpty() ? cause : name + ": " + cause;
    }
}
