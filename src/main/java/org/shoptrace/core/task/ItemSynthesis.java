package org.shoptrace.core.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shoptrace.core.catalog.SeededChoice;
import org.shoptrace.core.catalog.Vocabulary;
import org.shoptrace.core.catalog.Vocabulary.ProductType;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;

/// Turns a product into what a user says who wants just that: some of its facts as requirements, often in other words than the shop's.
final class ItemSynthesis {
    private static final Pattern ARTICLE = Pattern.compile("^(an?|some) ");

    private final Vocabulary vocabulary;
    private final SeededChoice choice;

    ItemSynthesis(Vocabulary vocabulary, SeededChoice choice) {
        this.vocabulary = vocabulary;
        this.choice = choice;
    }

    /// What the user says about one product, and what counts as having understood it.
    ///
    /// @param phrase as it stands inside a sentence, with its article: `a slim phone case in navy blue, priced above 114 PHP`
    record Item(String phrase, Reward reward) {}

    /// @param mostPairs at most so many variant and attribute values are asked for
    /// @param priced    whether the user may state a price for this item
    Item item(Product product, int mostPairs, boolean priced) {
        List<String> wishes = new ArrayList<>();
        List<SequencedMap<String, String>> skuOptions = skuOptions(product, mostPairs, wishes);
        int left = mostPairs - skuOptions.stream().mapToInt(Map::size).sum();
        List<SequencedMap<String, List<String>>> attributes = attributes(product, 0, left, wishes);
        List<String> services = choice.chance(0.35) ? choice.some(product.services(), 1) : List.of();
        services.forEach(service -> wishes.add(choice.of(
                vocabulary.servicePhrases().getOrDefault(service, List.of("with " + service)))));
        List<PriceRange> prices = priced && choice.chance(0.6) ? List.of(price(product, wishes)) : List.of();
        String phrase = head(product, choice.chance(0.6)) + wishes.stream().map(wish -> ", " + wish).collect(Collectors.joining());
        return new Item(
                // The first wish reads better without the comma: `a tote bag in beige, made of canvas`.
                phrase.replaceFirst(", ", " "),
                new Reward(
                        product.productId(), List.of(product.title()), skuOptions, attributes, services, prices, Optional.empty()));
    }

    /// What the user calls the product: `a shockproof phone case`.
    ///
    /// @param qualified whether words of the title stand before the noun
    String head(Product product, boolean qualified) {
        ProductType type = vocabulary
                .typeOf(product.category())
                .orElseThrow(() -> new IllegalArgumentException("no product type ends " + product.category()));
        String wanted = choice.chance(0.8) ? type.wanted().getFirst() : choice.of(type.wanted());
        List<String> known = type.qualifiers().stream().filter(product.title()::contains).toList();
        if (!qualified || known.isEmpty()) {
            return wanted;
        }
        String qualifier = choice.of(known).toLowerCase(Locale.ROOT);
        String noun = ARTICLE.matcher(wanted).replaceFirst("");
        boolean vowel = "aeiou8".indexOf(qualifier.charAt(0)) >= 0;
        String article = noun.equals(wanted) ? "" : wanted.startsWith("some ") ? "some " : vowel ? "an " : "a ";
        return article + qualifier + " " + noun;
    }

    /// One more thing about the product, to stand after its name: `, made of metal`; empty when it has no attribute.
    String detail(Product product) {
        List<String> wishes = new ArrayList<>();
        attributes(product, 1, 1, wishes);
        return wishes.stream().map(wish -> ", " + wish).collect(Collectors.joining());
    }

    private List<SequencedMap<String, String>> skuOptions(Product product, int most, List<String> wishes) {
        if (product.variants().isEmpty() || most == 0 || choice.chance(0.3)) {
            return List.of();
        }
        Variant variant = choice.of(product.variants());
        SequencedMap<String, String> pairs = new LinkedHashMap<>();
        for (String key : choice.some(List.copyOf(variant.options().keySet()), choice.between(1, most))) {
            String value = String.valueOf(variant.options().get(key));
            pairs.put(key, value);
            wishes.add(say(key, value));
        }
        return List.of(pairs);
    }

    private List<SequencedMap<String, List<String>>> attributes(Product product, int least, int most, List<String> wishes) {
        List<SequencedMap<String, List<String>>> attributes = new ArrayList<>();
        if (most <= 0) {
            return attributes;
        }
        for (String key : choice.some(List.copyOf(product.attributes().keySet()), choice.between(least, most))) {
            String value = product.attributes().getOrDefault(key, List.of()).getFirst();
            SequencedMap<String, List<String>> pair = new LinkedHashMap<>();
            pair.put(key, List.of(value));
            attributes.add(pair);
            wishes.add(say(key, value));
        }
        return attributes;
    }

    private String say(String key, String value) {
        Optional<String> paraphrase = vocabulary.valuePhrase(value);
        // Nobody says `int:xl` of their own accord.
        double share = value.indexOf(':') >= 0 ? 0.6 : 0.35;
        return vocabulary.say(key, paraphrase.isPresent() && choice.chance(share) ? paraphrase.get() : value);
    }

    private PriceRange price(Product product, List<String> wishes) {
        double price = product.priceValue();
        Json.Num low = whole(Math.max(1, Math.floor(price * choice.between(0.4, 0.9))));
        Json.Num high = whole(Math.ceil(price * choice.between(1.1, 1.7)));
        String currency = choice.of(List.of("PHP", "pesos"));
        return switch (choice.between(1, 3)) {
            case 1 -> {
                wishes.add(choice.of(List.of("priced above ", "costing over ")) + low.text() + " " + currency);
                yield new PriceRange(PriceRange.GREATER_THAN, Optional.of(low), Optional.empty());
            }
            case 2 -> {
                wishes.add(choice.of(List.of("priced below ", "costing less than ")) + high.text() + " " + currency);
                yield new PriceRange(PriceRange.LESS_THAN, Optional.empty(), Optional.of(high));
            }
            default -> {
                boolean from = choice.chance(0.5);
                wishes.add("priced " + (from ? "from " : "between ") + low.text() + (from ? " to " : " and ") + high.text() + " "
                        + currency);
                yield new PriceRange(PriceRange.BETWEEN, Optional.of(low), Optional.of(high));
            }
        };
    }

    private static Json.Num whole(double pesos) {
        return Json.Num.of((long) pesos);
    }
}
