package org.shoptrace.model.trajectory;

/// A piece of a step's text.
///
/// @param field which text of the step
/// @param start its first character, counted from 0 in UTF-16 units
/// @param end   behind its last character
/// @param quote the characters themselves, so that the piece can be read, and found again, without the run
public record Span(Field field, int start, int end, String quote) {
    /// The texts of a step that can be marked.
    public enum Field {
        THINK("think", "Thought"),
        RESPONSE("response", "Answer to the user"),
        OUTPUT("output", "Text as it came"),
        REASONING("reasoning", "Reasoning");

        private final String wireName;
        private final String label;

        Field(String wireName, String label) {
            this.wireName = wireName;
            this.label = label;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }

        /// The name for people.
        public String label() {
            return label;
        }
    }

    public Span {
        if (start < 0 || end < start || quote.length() != end - start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end + " of " + quote.length() + " characters");
        }
    }
}
