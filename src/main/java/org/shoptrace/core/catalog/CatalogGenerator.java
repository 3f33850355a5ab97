package org.shoptrace.core.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.core.catalog.Vocabulary.Family;
import org.shoptrace.core.catalog.Vocabulary.ProductType;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.json.Json;

/// Generates a catalogue with the troubles of real ones: near neighbours, the same design in several shops, a key or value spelled by each
/// shop in its own way, options that not every variant has. The same vocabulary, seed and sizes give the same products.
public final class CatalogGenerator {
    private static final int MOST_VARIANTS = 9;
    private static final double SHARE_OF_COPIES = 0.35;

    private final Vocabulary vocabulary;
    private final SeededChoice choice;
    private final Set<String> ids = new HashSet<>();

    private CatalogGenerator(Vocabulary vocabulary, long seed) {
        this.vocabulary = vocabulary;
        this.choice = new SeededChoice(seed);
    }

    /// The products of a catalogue, in an order that tells nothing.
    ///
    /// @param size  how many products
    /// @param shops how many shops they belong to, at least one for each family of the vocabulary
    public static List<Product> generate(Vocabulary vocabulary, long seed, int size, int shops) {
        if (shops < vocabulary.families().size()) {
            throw new IllegalArgumentException(
                    "every one of " + vocabulary.families().size() + " families needs a shop, but there are " + shops);
        }
        return new CatalogGenerator(vocabulary, seed).generate(size, shops);
    }

    private List<Product> generate(int size, int shopCount) {
        List<Trade> trades = vocabulary.families().stream().map(family -> new Trade(family, new ArrayList<>())).toList();
        List<Shop> shops = new ArrayList<>();
        for (int i = 0; i < shopCount; i++) {
            shops.add(shop(trades.get(i % trades.size())));
        }
        List<Product> products = new ArrayList<>();
        while (products.size() < size) {
            Shop shop = choice.of(shops);
            List<Design> known = shop.trade().designs();
            boolean copy = !known.isEmpty() && choice.chance(SHARE_OF_COPIES);
            Design design = copy ? choice.of(known) : design(shop.trade().family());
            if (!copy) {
                known.add(design);
            }
            products.add(product(shop, design, copy));
        }
        return choice.some(products, size);
    }

    /// The shops of one family, who sell each other's designs; `designs` grows.
    private record Trade(Family family, List<Design> designs) {}

    /// A shop and its habits.
    ///
    /// @param slogan what it puts before its titles; empty for most
    /// @param keys   how it spells attribute keys
    /// @param values how it spells attribute values
    /// @param rates  how often its products come with each service
    private record Shop(
            String id,
            Trade trade,
            String slogan,
            SequencedMap<String, String> keys,
            SequencedMap<String, String> values,
            SequencedMap<Service, Double> rates) {}

    /// What a factory makes and several shops may sell.
    private record Design(
            Family family,
            ProductType type,
            String brand,
            List<String> qualifiers,
            String theme,
            String tail,
            double price,
            SequencedMap<String, List<String>> attributes) {}

    private Shop shop(Trade trade) {
        SequencedMap<Service, Double> rates = new LinkedHashMap<>();
        rates.put(Service.OFFICIAL, choice.chance(0.15) ? 0.95 : 0.0);
        rates.put(Service.FREE_SHIPPING, choice.of(List.of(0.1, 0.3, 0.7)));
        rates.put(Service.COD, choice.of(List.of(0.2, 0.5, 0.9)));
        rates.put(Service.FLASH_SALE, choice.of(List.of(0.05, 0.2, 0.4)));
        return new Shop(
                id(100_000, 6_000_000),
                trade,
                choice.chance(0.2) ? choice.of(List.of("【COD】", "【Ready Stock】", "[Local Seller]", "NEW")) + " " : "",
                spellings(vocabulary.keySpellings()),
                spellings(vocabulary.valueSpellings()),
                rates);
    }

    private SequencedMap<String, String> spellings(SequencedMap<String, List<String>> all) {
        SequencedMap<String, String> spellings = new LinkedHashMap<>();
        all.forEach((usual, others) -> spellings.put(usual, choice.chance(0.7) ? usual : choice.of(others)));
        return spellings;
    }

    private Design design(Family family) {
        ProductType type = choice.of(family.types());
        SequencedMap<String, List<String>> attributes = new LinkedHashMap<>();
        type.attributes().forEach((key, values) -> {
            if (choice.chance(0.8)) {
                attributes.put(key, choice.some(values, choice.chance(0.85) ? 1 : 2));
            }
        });
        return new Design(
                family,
                type,
                choice.chance(0.85) ? choice.of(family.brands()) : "",
                choice.some(type.qualifiers(), choice.between(1, 2)),
                family.themed() ? theme() : "",
                choice.of(type.tails()),
                choice.logNormal(type.price(), type.spread()),
                attributes);
    }

    /// Some themes sell better: the first ones of the vocabulary are on most shelves, the last ones on few.
    private String theme() {
        int last = vocabulary.facts().size() - 1;
        int rank = last;
        for (int draw = 0; draw < 3; draw++) {
            rank = Math.min(rank, choice.between(0, last));
        }
        return vocabulary.facts().get(rank).answer();
    }

    private Product product(Shop shop, Design design, boolean copy) {
        String id = id(1_000_000_000, Integer.MAX_VALUE);
        List<Variant> variants = variants(shop, design.type());
        SequencedMap<String, List<String>> attributes = new LinkedHashMap<>();
        design.attributes().forEach((key, values) -> attributes.put(
                shop.keys().getOrDefault(key, key),
                values.stream().map(value -> shop.values().getOrDefault(value, value)).toList()));
        if (!design.brand().isEmpty()) {
            attributes.put("brand", List.of(design.brand().toLowerCase(Locale.ROOT)));
        }
        return new Product(
                id,
                shop.id(),
                design.brand(),
                design.family().category() + " > " + design.type().leaf(),
                title(shop, design, copy),
                CatalogProse.shortDescription(design.qualifiers(), design.tail(), attributes),
                CatalogProse.description(design.type(), design.theme(), attributes, choice),
                CatalogProse.specification(attributes),
                price(copy ? choice.logNormal(design.price(), 0.2) : design.price()),
                Json.Num.of((long) choice.logNormal(25, 1.8)),
                variants,
                attributes,
                services(shop),
                "",
                "");
    }

    /// A copied design keeps what makes it recognisable and loses or gains a word.
    private String title(Shop shop, Design design, boolean copy) {
        List<String> words = new ArrayList<>();
        if (!design.brand().isEmpty() && !(copy && choice.chance(0.3))) {
            words.add(design.brand());
        }
        words.addAll(copy && choice.chance(0.5) ? design.qualifiers().reversed() : design.qualifiers());
        if (!design.theme().isEmpty()) {
            words.add(design.theme());
        }
        words.add(design.type().noun());
        if (!copy || choice.chance(0.6)) {
            words.add(design.tail());
        } else if (choice.chance(0.6)) {
            words.add(choice.of(design.type().tails()));
        }
        return shop.slogan() + String.join(" ", words);
    }

    /// Up to nine combinations of options. Now and then one is sold out, so that not every colour comes in every size.
    private List<Variant> variants(Shop shop, ProductType type) {
        if (choice.chance(0.1)) {
            return List.of();
        }
        List<SequencedMap<String, String>> combinations = List.of(new LinkedHashMap<>());
        for (var option : type.options().entrySet()) {
            if (choice.chance(0.15)) {
                continue;
            }
            List<SequencedMap<String, String>> longer = new ArrayList<>();
            List<String> values = choice.some(option.getValue(), choice.between(1, 4));
            for (SequencedMap<String, String> combination : combinations) {
                for (String value : values) {
                    SequencedMap<String, String> pairs = new LinkedHashMap<>(combination);
                    pairs.put(
                            shop.keys().getOrDefault(option.getKey(), option.getKey()),
                            shop.values().getOrDefault(value, value));
                    longer.add(pairs);
                }
            }
            combinations = longer;
        }
        List<Variant> variants = new ArrayList<>();
        for (SequencedMap<String, String> pairs : combinations) {
            if (!pairs.isEmpty() && variants.size() < MOST_VARIANTS && !choice.chance(0.15)) {
                variants.add(new Variant(Integer.toString(variants.size() + 1), pairs));
            }
        }
        return variants;
    }

    private List<String> services(Shop shop) {
        List<String> services = new ArrayList<>();
        shop.rates().forEach((service, rate) -> {
            if (choice.chance(rate)) {
                services.add(service.wireName());
            }
        });
        return services;
    }

    /// Whole pesos mostly, as shops write prices; never below five.
    private Json.Num price(double price) {
        double pesos = Math.max(5, Math.floor(price));
        return Json.Num.of(choice.chance(0.7) ? pesos : pesos + choice.of(List.of(0.5, 0.75, 0.99, 0.25)));
    }

    private String id(int low, int high) {
        String id = Integer.toString(choice.between(low, high - 1));
        return ids.add(id) ? id : id(low, high);
    }
}
