package org.shoptrace.core.transcript;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a step that can be opened further.
///
/// @param step the step's number, from 1
/// @param call the call's number in the step, from 1; 0 for a part of the step itself
/// @param item the product's place in the answer, from 1; 0 for the answer as a whole
public record Fold(int step, int call, int item, Part part) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})\\.(\\w+)");

    public Fold(int step, int call, Part part) {
        this(step, call, 0, part);
    }

    /// As it is kept on disk: `3.1.0.ANSWER_TEXT`.
    public String name() {
        return step + "." + call + "." + item + "." + part;
    }

    /// What a name stands for; empty when there is no such fold, or no longer.
    public static Optional<Fold> parse(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Arrays.stream(Part.values())
                        .filter(part -> part.name().equals(parts.group(4)))
                        .findFirst()
                        .map(part -> new Fold(number(parts, 1), number(parts, 2), number(parts, 3), part))
                : Optional.empty();
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /// What is opened.
    public enum Part {
        THINK,
        /// What another than the agent says; the item is its place among the step's.
        OTHERS,
        REASONING,
        RESPONSE,
        OUTPUT,
        ANSWER_TEXT,
        ARGUMENTS,
        /// The cards of a long list beyond the first.
        CARDS,
        /// What the file says of the step beside what the card shows; with an item, one field's text.
        FIELDS,
        /// What a view says of a product, where it is folded at first; the other way round where it is not.
        FACTS,
        /// The answer as raw JSON instead of cards; with the transcript set to JSON: as cards instead.
        ANSWER_FORM
    }
}
