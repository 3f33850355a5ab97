package org.shoptrace.core.agent.scripted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One item that the user asks for, as the shopper understood it.
///
/// @param named    the words that name it, lower case: what to search for
/// @param words    all words about it, lower case, the naming ones too: what to look for on a product's page
/// @param low      the least price, Philippine peso
/// @param high     the highest price, Philippine peso
/// @param services wire names of the services that it recognised
record Wish(List<String> named, List<String> words, OptionalInt low, OptionalInt high, List<String> services) {
    Wish {
        named = List.copyOf(named);
        words = List.copyOf(words);
        services = List.copyOf(services);
    }

    /// This wish, about something that the user only described.
    Wish about(String subject) {
        return new Wish(before(subject, named), before(subject, words), low, high, services);
    }

    private static List<String> before(String subject, List<String> words) {
        List<String> more = new ArrayList<>(QueryReader.words(subject));
        more.addAll(words);
        return more;
    }

    /// The stated price as `find_product` takes it, `10-`, `-50` or `10-50`; empty when none is stated.
    Optional<String> priceRange() {
        return low.isEmpty() && high.isEmpty() ? Optional.empty() : Optional.of(text(low) + "-" + text(high));
    }

    private static String text(OptionalInt bound) {
        return bound.isPresent() ? Integer.toString(bound.getAsInt()) : "";
    }

    /// The naming words in the form that `find_product` takes.
    String search() {
        return String.join(" ", named);
    }
}
