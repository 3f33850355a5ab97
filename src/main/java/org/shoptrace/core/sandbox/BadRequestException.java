package org.shoptrace.core.sandbox;

import org.shoptrace.core.ShoptraceException;

/// A request that no catalogue could answer: the asker's mistake, not the sandbox's. Over HTTP it is a 400.
public final class BadRequestException extends ShoptraceException {
    private static final long serialVersionUID = 1L;

    /// The parameters are those of [ShoptraceException].
    public BadRequestException(String what, String where, String remedy) {
        super(what, where, remedy);
    }
}
