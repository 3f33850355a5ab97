package org.shoptrace.ui.room;

import org.shoptrace.core.ShoptraceException;

/// Something that is done to the window before it is pictured.
@FunctionalInterface
public interface Act {
    void run() throws ShoptraceException;
}
