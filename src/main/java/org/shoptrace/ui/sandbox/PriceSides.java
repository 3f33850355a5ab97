package org.shoptrace.ui.sandbox;

import org.jspecify.annotations.Nullable;

/// A price as it stands on the wire, `low-high`, in the two sides that a form shows. Nothing is rounded or made nice: what was typed is
/// sent.
///
/// @param from empty: open
/// @param to   empty: open
record PriceSides(String from, String to) {

    /// The sides of a price; one that is not two sides is shown as it is on the left.
    static PriceSides of(@Nullable String price) {
        String text = price == null ? "" : price;
        int dash = text.indexOf('-');
        return dash >= 0 && text.indexOf('-', dash + 1) < 0
                ? new PriceSides(text.substring(0, dash), text.substring(dash + 1))
                : new PriceSides(text, "");
    }

    /// As the tool takes it; empty text when both sides are open.
    String wire() {
        return from.isEmpty() && to.isEmpty() ? "" : from + "-" + to;
    }

    PriceSides withFrom(String newFrom) {
        return new PriceSides(newFrom, to);
    }

    PriceSides withTo(String newTo) {
        return new PriceSides(from, newTo);
    }
}
