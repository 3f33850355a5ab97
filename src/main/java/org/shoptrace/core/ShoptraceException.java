package org.shoptrace.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An expected failure, worded for the person who meets it: what happened, where, and what to do.
/// The message is one line. Bugs are unchecked exceptions instead.
public class ShoptraceException extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param what   what happened, without a full stop
    /// @param where  the file, line, port or request that it happened at
    /// @param remedy what to do, a sentence without a full stop
    public ShoptraceException(String what, String where, String remedy) {
        this(what, where, remedy, null);
    }

    public ShoptraceException(String what, String where, String remedy, @Nullable Throwable cause) {
        super((what + ": " + where + ". " + remedy + ".").replaceAll("\\s*\\R\\s*", " "), cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
