package org.shoptrace.core.catalog;

/// A line is no document.
public final class BadDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fault;

    /// @param fault what is wrong with it, in a sentence
    public BadDocumentException(String fault) {
        super(fault);
        this.fault = fault;
    }

    public String fault() {
        return fault;
    }
}
