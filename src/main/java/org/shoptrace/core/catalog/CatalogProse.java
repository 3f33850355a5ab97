package org.shoptrace.core.catalog;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.shoptrace.core.catalog.Vocabulary.ProductType;

/// The running text of generated products, in the manner of marketplace shops.
final class CatalogProse {
    private static final List<String> OPENINGS = List.of(
            "Thank you for visiting our shop.",
            "Brand new and checked before it is packed.",
            "On hand and ready to ship within the day.",
            "Please read the description before you order.");
    private static final List<String> CLOSINGS = List.of(
            "Colors may differ a little from the pictures because of lighting.",
            "Message us for bulk orders.",
            "Returns are accepted within seven days when the item is unused.",
            "Rate us five stars if you are happy with your order.",
            "Sizes are measured by hand, so allow one to two centimetres.");

    private CatalogProse() {}

    static String shortDescription(List<String> qualifiers, String tail, SequencedMap<String, List<String>> attributes) {
        return String.join(";", qualifiers) + ";" + tail + ";" + specification(attributes);
    }

    static String specification(SequencedMap<String, List<String>> attributes) {
        return attributes.entrySet().stream()
                .map(entry -> entry.getKey().replace('_', ' ') + ":" + String.join(", ", entry.getValue()))
                .collect(Collectors.joining(";"));
    }

    static String description(
            ProductType type, String theme, SequencedMap<String, List<String>> attributes, SeededChoice choice) {
        String noun = type.noun().toLowerCase(Locale.ROOT);
        String subject = theme.isEmpty() ? noun : theme + " " + noun;
        String facts = attributes.entrySet().stream()
                .map(entry -> entry.getKey().replace('_', ' ') + " " + String.join(" or ", entry.getValue()))
                .collect(Collectors.joining(", "));
        return choice.of(OPENINGS) + " Looking for " + choice.of(type.wanted()) + "? Here is our " + subject + ". "
                + (facts.isEmpty() ? "" : "Details: " + facts + ". ")
                + String.join(" ", choice.some(CLOSINGS, 2));
    }
}
