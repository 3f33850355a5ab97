package org.shoptrace.core.json;

/// A text is no JSON. The message says what is wrong and at which column, counted from 1 (0: not known).
public final class JsonSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    public JsonSyntaxException(String what, int column) {
        // Without a stack trace: a file may have millions of bad lines, and the message says where each is bad.
        super(column > 0 ? what + " (column " + column + ")" : what, null, false, false);
    }
}
