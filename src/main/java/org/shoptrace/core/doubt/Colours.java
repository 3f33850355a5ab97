package org.shoptrace.core.doubt;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.model.task.Reward;

/// What colours texts name, and where what a query asks is not what its target says of itself. Only words that name little else are
/// colours here: `cream`, `gold`, `rose`, `mint` or `lavender` are as often a substance, a metal, a flower or a scent. Shades that a shop
/// writes one for the other are one colour.
final class Colours {
    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private static final Map<String, Colour> WORDS = words();

    /// Those told apart.
    private enum Colour {
        BLACK("black"),
        WHITE("white"),
        GRAY("gray", "grey"),
        BROWN("brown"),
        BEIGE("beige"),
        KHAKI("khaki"),
        RED("red", "maroon", "burgundy"),
        ORANGE("orange"),
        YELLOW("yellow"),
        GREEN("green"),
        TURQUOISE("turquoise"),
        BLUE("blue", "navy"),
        PURPLE("purple", "violet"),
        PINK("pink", "magenta");

        private final List<String> words;

        Colour(String... words) {
            this.words = List.of(words);
        }
    }

    /// A target held against its query.
    ///
    /// @param asked what the query asks of it, never empty
    /// @param said  what contradicts it: what its title says, or its variant; empty text when nothing does
    record Held(String asked, String said) {
        boolean isContradicted() {
            return !said.isEmpty();
        }
    }

    private Colours() {}

    /// A target is contradicted when its title names colours and the query names none of them, though it asks a colour of this target; or,
    /// of a task's only target, when its variant and attributes do. Where a query asks for several products, a colour is asked of the one
    /// whose variant or attributes have it; what it says of the others is not known.
    ///
    /// @param query without the terms of a voucher
    /// @param only  whether the task has no other target
    /// @return empty when no colour is asked of the target, or it names none
    static Optional<Held> hold(String query, Reward reward, boolean only) {
        Set<Colour> inQuery = of(Stream.of(query));
        Set<Colour> stated = of(values(reward));
        Set<Colour> titled = of(reward.titles().stream());
        Set<Colour> asked = EnumSet.noneOf(Colour.class);
        asked.addAll(inQuery);
        if (!only) {
            asked.retainAll(stated);
        }
        if (asked.isEmpty() || titled.isEmpty() && (stated.isEmpty() || !only)) {
            return Optional.empty();
        }
        if (!titled.isEmpty() && Collections.disjoint(titled, inQuery)) {
            return Optional.of(new Held(words(asked), "its title says " + words(titled)));
        }
        if (only && !stated.isEmpty() && Collections.disjoint(stated, inQuery)) {
            return Optional.of(new Held(words(asked), "its variant is " + words(stated)));
        }
        return Optional.of(new Held(words(asked), ""));
    }

    private static Stream<String> values(Reward reward) {
        return Stream.concat(
                reward.skuOptions().stream().flatMap(options -> options.values().stream()),
                reward.attributes().stream().flatMap(attributes -> attributes.values().stream()).flatMap(List::stream));
    }

    private static Set<Colour> of(Stream<String> texts) {
        Set<Colour> colours = EnumSet.noneOf(Colour.class);
        texts.flatMap(text -> WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group))
                .flatMap(word -> Optional.ofNullable(WORDS.get(word)).stream())
                .forEach(colours::add);
        return colours;
    }

    private static String words(Set<Colour> colours) {
        return colours.stream().map(colour -> colour.words.getFirst()).collect(Collectors.joining(", "));
    }

    private static Map<String, Colour> words() {
        Map<String, Colour> words = new HashMap<>();
        for (Colour colour : Colour.values()) {
            colour.words.forEach(word -> words.put(word, colour));
        }
        return Map.copyOf(words);
    }
}
