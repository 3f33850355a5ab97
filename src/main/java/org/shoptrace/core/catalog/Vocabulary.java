package org.shoptrace.core.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.catalog.Product;

/// The words that generated catalogues and tasks are made of: what shops sell, how they spell it, how users say it.
/// Written for this project; [VocabularyReader] reads it from the program's resources.
///
/// @param families       kinds of shops
/// @param keySpellings   attribute key → what some shops write instead (`color_family` → `color`)
/// @param valueSpellings attribute value → what some shops write instead (`int:xl` → `x-large`)
/// @param keyPhrases     attribute key → how a user says it, with `{}` for the value
/// @param valuePhrases   attribute value → other words a user may have for it
/// @param servicePhrases service → how users ask for it
/// @param facts          what web tasks ask about
public record Vocabulary(
        List<Family> families,
        SequencedMap<String, List<String>> keySpellings,
        SequencedMap<String, List<String>> valueSpellings,
        SequencedMap<String, String> keyPhrases,
        SequencedMap<String, String> valuePhrases,
        SequencedMap<String, List<String>> servicePhrases,
        List<Fact> facts) {

    public Vocabulary {
        families = List.copyOf(families);
        keySpellings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keySpellings));
        valueSpellings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(valueSpellings));
        keyPhrases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keyPhrases));
        valuePhrases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(valuePhrases));
        servicePhrases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(servicePhrases));
        facts = List.copyOf(facts);
    }

    /// What one kind of shop sells.
    ///
    /// @param themed whether titles carry the answer of a [Fact]
    public record Family(String category, boolean themed, List<String> brands, List<ProductType> types) {
        public Family {
            brands = List.copyOf(brands);
            types = List.copyOf(types);
        }
    }

    /// A type of product.
    ///
    /// @param leaf       the last level of its category; no two types share one
    /// @param wanted     how users call it: first the shop's own word, then one that shares little with it
    /// @param price      the median price, Philippine peso
    /// @param spread     the standard deviation of the price's natural logarithm
    /// @param options    what variants differ in
    /// @param attributes what products of the type state
    public record ProductType(
            String noun,
            String leaf,
            List<String> wanted,
            double price,
            double spread,
            List<String> qualifiers,
            List<String> tails,
            SequencedMap<String, List<String>> options,
            SequencedMap<String, List<String>> attributes) {
        public ProductType {
            wanted = List.copyOf(wanted);
            qualifiers = List.copyOf(qualifiers);
            tails = List.copyOf(tails);
            options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
            attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
        }
    }

    /// A fact that a web task asks for.
    ///
    /// @param answer what a themed product's title says
    /// @param kind   what the answer is: a city, a planet, an instrument …
    /// @param pages  what a web search finds about it
    public record Fact(String answer, String kind, String question, List<Page> pages) {
        public Fact {
            pages = List.copyOf(pages);
        }
    }

    /// A page of the web, as far as a search shows it.
    public record Page(String url, String title, String content) {}

    /// The type whose leaf ends the category.
    public Optional<ProductType> typeOf(String category) {
        String leaf = category.substring(category.lastIndexOf('>') + 1).strip();
        return families.stream()
                .flatMap(family -> family.types().stream())
                .filter(type -> type.leaf().equals(leaf))
                .findFirst();
    }

    /// The fact whose answer a themed product's title carries; empty for a product of any other family.
    public Optional<Fact> factOf(Product product) {
        boolean themed = families.stream().anyMatch(family -> family.themed() && product.category().startsWith(family.category()));
        return themed
                ? facts.stream().filter(fact -> product.title().contains(fact.answer())).findFirst()
                : Optional.empty();
    }

    /// The words a user may have for a value, whichever way the shop spells it; empty when there are no others.
    public Optional<String> valuePhrase(String value) {
        return Optional.ofNullable(valuePhrases.get(usual(valueSpellings, value)));
    }

    /// How a user says that an attribute has a value: `in navy blue`, `4mm thickness`.
    public String say(String key, String value) {
        String usualKey = usual(keySpellings, key);
        String phrase = keyPhrases.get(usualKey);
        return phrase == null ? value + " " + usualKey.replace('_', ' ') : phrase.replace("{}", value);
    }

    private static String usual(Map<String, List<String>> spellings, String spelling) {
        return spellings.entrySet().stream()
                .filter(entry -> entry.getValue().contains(spelling))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(spelling);
    }
}
