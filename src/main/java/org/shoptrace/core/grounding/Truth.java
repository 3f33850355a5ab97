package org.shoptrace.core.grounding;

/// Whether what is stated is so, as far as what is known of a product says.
enum Truth {
    YES, NO, UNKNOWN;

    static Truth of(boolean so) {
        return so ? YES : NO;
    }

    Truth negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
