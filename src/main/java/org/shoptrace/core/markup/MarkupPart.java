package org.shoptrace.core.markup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A part of a page or a drawing, as it is met when the document is read from its beginning to its end.
public sealed interface MarkupPart {

    /// Where an element begins.
    ///
    /// @param attributes by their names, in the order of these
    record Opened(String element, SequencedMap<String, String> attributes) implements MarkupPart {
        public Opened {
            attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
        }
    }

    /// Text between elements, as it stands there.
    record Said(String text) implements MarkupPart {}

    /// Where an element ends.
    record Closed(String element) implements MarkupPart {}

    /// What is neither, and [Markup] never writes, such as a comment.
    record Foreign(String text) implements MarkupPart {}
}
