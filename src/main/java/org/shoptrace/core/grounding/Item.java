package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;

/// What is known of a product: by the catalogue all of it, or as much as an agent has been shown.
final class Item {
    private final String id;
    private final Numbers numbers;
    private final Optional<Set<String>> services;
    private final List<Fact> facts;
    private final String titleText;
    private Optional<WordForms> title = Optional.empty();
    private final List<String> texts;
    private List<WordForms> words = List.of();
    private Set<String> single = Set.of();

    /// What is a number, or written like one.
    ///
    /// @param prices in peso; more than one where answers differed, none where none is known
    /// @param shops  ids
    /// @param sold   pieces
    record Numbers(Set<Double> prices, Set<String> shops, Set<Double> sold) {
        static final Numbers NONE = new Numbers(Set.of(), Set.of(), Set.of());

        Numbers {
            prices = Set.copyOf(prices);
            shops = Set.copyOf(shops);
            sold = Set.copyOf(sold);
        }
    }

    /// A value under its key, of an attribute or of a variant.
    record Fact(Key key, String text, List<String> value) {
        static Fact of(String key, String value) {
            return new Fact(Key.of(key), value.strip(), WordForms.forms(value));
        }
    }

    /// @param services wire names; empty when they are not known
    /// @param texts    descriptions
    Item(String id, String title, Numbers numbers, Optional<Set<String>> services, List<Fact> facts, List<String> texts) {
        this.id = id;
        this.titleText = title;
        this.numbers = numbers;
        this.services = services.map(Set::copyOf);
        this.facts = List.copyOf(facts);
        this.texts = List.copyOf(texts);
    }

    /// All that the catalogue knows.
    static Item of(Product product) {
        List<Fact> facts = facts(product.variants(), product.attributes());
        if (!product.brand().isBlank()) {
            facts.add(Fact.of("brand", product.brand()));
        }
        return new Item(
                product.productId(),
                product.title(),
                new Numbers(Set.of(product.priceValue()), Set.of(product.shopId()), Set.of(product.soldCount().asDouble())),
                Optional.of(Set.copyOf(product.services())),
                facts,
                List.of(product.shortDescription(), product.description(), product.specification(), product.category()));
    }

    static List<Fact> facts(List<Variant> variants, SequencedMap<String, List<String>> attributes) {
        List<Fact> facts = new ArrayList<>();
        variants.forEach(variant -> variant.options().forEach((key, value) -> facts.add(Fact.of(key, value))));
        attributes.forEach((key, values) -> values.forEach(value -> facts.add(Fact.of(key, value))));
        return facts;
    }

    String id() {
        return id;
    }

    Numbers numbers() {
        return numbers;
    }

    Optional<Set<String>> services() {
        return services;
    }

    List<Fact> facts() {
        return facts;
    }

    String titleText() {
        return titleText;
    }

    /// Title and descriptions.
    String ownText() {
        return titleText + "\n" + String.join("\n", texts);
    }

    WordForms title() {
        if (title.isEmpty()) {
            title = Optional.of(WordForms.of(titleText));
        }
        return title.get();
    }

    /// Whether each of several words stands somewhere in its own words.
    boolean hasEach(List<String> phrase) {
        says(phrase);
        return single.containsAll(phrase);
    }

    /// Whether its own words say so beside one of several words.
    boolean saysNear(List<String> phrase, List<String> near) {
        says(phrase);
        return words.stream().anyMatch(text -> isNear(text.forms(), phrase, near))
                || facts.stream().anyMatch(fact -> isNear(fact.value(), phrase, near));
    }

    private static boolean isNear(List<String> forms, List<String> phrase, List<String> near) {
        for (int at = 0; at + phrase.size() <= forms.size(); at++) {
            if (forms.subList(at, at + phrase.size()).equals(phrase)
                    && forms.subList(Math.max(0, at - 3), Math.min(forms.size(), at + phrase.size() + 3)).stream()
                            .anyMatch(near::contains)) {
                return true;
            }
        }
        return false;
    }

    /// Whether its own words say so: title, descriptions, or a value of whatever key. A phrase with a number must stand there as it is; of
    /// others it is enough that each word does, one after the other or not.
    boolean says(List<String> phrase) {
        if (words.isEmpty()) {
            List<WordForms> each = new ArrayList<>(List.of(title()));
            texts.forEach(text -> each.add(WordForms.of(text)));
            Set<String> all = new HashSet<>();
            each.forEach(text -> all.addAll(text.forms()));
            facts.forEach(fact -> all.addAll(fact.value()));
            words = List.copyOf(each);
            single = Set.copyOf(all);
        }
        if (phrase.size() == 1) {
            return single.contains(phrase.getFirst());
        }
        boolean exact = phrase.stream().anyMatch(word -> word.length() < 3 || Character.isDigit(word.charAt(0)));
        return exact
                ? words.stream().anyMatch(text -> WordForms.contains(text.forms(), phrase))
                        || facts.stream().anyMatch(fact -> WordForms.contains(fact.value(), phrase))
                : single.containsAll(phrase);
    }
}
