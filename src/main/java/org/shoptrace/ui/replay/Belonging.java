package org.shoptrace.ui.replay;

import java.util.Optional;

/// What the open run belongs to, as its header says it. What the workspace holds nothing of is left out.
record Belonging(Optional<Fact> task, Optional<Fact> catalogue) {
    static final Belonging NOTHING = new Belonging(Optional.empty(), Optional.empty());

    /// One of the two.
    ///
    /// @param text   short
    /// @param more   what there is to know about it, in a sentence or two
    /// @param asking whether it is for the user to answer
    record Fact(String text, String more, boolean asking) {}
}
