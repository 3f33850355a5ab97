package org.shoptrace.core.file;

import java.io.IOException;

/// A packed stream that is cut off or damaged, so that what follows of it is lost. Its message says so in words, for people.
public final class PackedStreamException extends IOException {
    private static final long serialVersionUID = 1L;

    public PackedStreamException(String message) {
        super(message);
    }

    public PackedStreamException(String message, IOException cause) {
        super(message, cause);
    }
}
