package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Claim.Kind;
import org.shoptrace.model.finding.Claim.Verdict;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.model.trajectory.Step;

/// Checks the product ids, prices, shop ids and `key: value` attributes that an agent states. A statement is held against the products
/// that its own sentence names; where it names none, against all that the run came across. What stands in the query is the user's word,
/// and a price that the sentence calls a total, a budget or a bound is none of a product's: neither is a claim.
public final class GroundingCheck {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;])\\s+|\\n+");
    private static final Pattern PRODUCT_ID = Pattern.compile("(?<![\\d.,])\\d{7,}(?![\\d])");
    private static final Pattern SHOP_ID = Pattern.compile("(?i)\\b(?:shop|store)[ _]*(?:\\(|with +)?(?:ids?)?[\"'`]?(?:\\s+(?:is|of))?"
            + "\\s*[:=#]?\\s*[\"'`]?(\\d{3,})(?!\\d)");
    private static final String AMOUNT = "(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?![\\d]|,\\d)";
    private static final String PESOS = "(?:₱|\\bphp|\\b(?-i:P)(?=\\d[\\d,]*\\.\\d\\d|\\d{1,3},\\d))";
    private static final Pattern PRICE = Pattern
            .compile("(?i)(?:" + PESOS + "\\s*|\\bprice[ds]?[\"'`]?(?:\\s+(?:of|for)\\s+(?:\\w+\\s+){0,3}?\\d{7,})?"
                    + "(?:\\s+(?:is|of|at))?\\s*[:=]?\\s*[\"'`]?" + PESOS + "?\\s*|\\bcost(?:s|ing)?\\s+)" + AMOUNT
                    + "|" + AMOUNT + "\\s*(?:php\\b|(?:philippine\\s+)?pesos?\\b)");
    private static final Pattern NO_PRICE_OF_A_PRODUCT = Pattern
            .compile("(?i)\\b(?:totals?|totall?ing|sum|budgets?|vouchers?|discount(?:s|ed)?"
                    + "|caps?|capped|threshold|under|below|above|over|less|more|most|least|between|ranges?|ranging"
                    + "|max(?:imum)?|min(?:imum)?)\\b");
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z][A-Za-z_ ]{1,60}?)[\"'`]?(\\s*[:=]\\s*|\\s+is\\s+)[\"'`]?"
            + "((?:[A-Za-z]{2,4}:(?=\\S))?(?:[^,;.\\n\"'`():=]|\\.(?=\\d)){1,60}?)(?=\\s+(?:and|with|but|which)\\b|[,;.\\n\"'`():=]|$)");
    private static final int WORDS_OF_A_KEY = 4;
    private static final int WORDS_OF_A_SEARCH = 20;

    private final Sandbox sandbox;
    private final Observed observed = new Observed();
    private final List<Product> known = new ArrayList<>();
    private final Map<String, Set<String>> valuesOfKeys = new HashMap<>();
    private final String query;

    /// @param cameAcross the ids of all products of the run, targets included
    public GroundingCheck(Sandbox sandbox, Collection<String> cameAcross, String query) throws ShoptraceException {
        this.sandbox = sandbox;
        this.query = query;
        for (String id : cameAcross) {
            sandbox.product(id).ifPresent(known::add);
        }
        for (Product product : known) {
            product.attributes().forEach((key, values) -> values.forEach(value -> addValue(key, value)));
            product.variants().forEach(variant -> variant.options().forEach(this::addValue));
        }
    }

    private void addValue(String key, String value) {
        valuesOfKeys.computeIfAbsent(Observed.key(key), _ -> new HashSet<>()).add(value.strip());
    }

    /// The claims of a run in the order in which it makes them, each once a step. A step is written before its own calls are answered.
    public List<Claim> check(Run run) throws ShoptraceException {
        SequencedMap<Stated, Claim> claims = new LinkedHashMap<>();
        for (Step step : run.steps()) {
            for (Span sentence : sentences(step)) {
                claims(Place.of(step), sentence).forEach(claim -> claims.putIfAbsent(Stated.of(claim), claim));
            }
            observed.add(step);
        }
        return List.copyOf(claims.values());
    }

    /// What makes two claims of a step one.
    private record Stated(Place place, String text, Kind kind, List<String> products) {
        static Stated of(Claim claim) {
            return new Stated(claim.place(), claim.text(), claim.kind(), claim.products());
        }
    }

    private static List<Span> sentences(Step step) {
        List<Span> sentences = new ArrayList<>();
        add(sentences, Span.Field.THINK, step.think().orElse(""));
        add(sentences, Span.Field.RESPONSE, step.response().orElse(""));
        return sentences;
    }

    private static void add(List<Span> sentences, Span.Field field, String text) {
        int start = 0;
        for (MatchResult gap : SENTENCE.matcher(text).results().toList()) {
            sentences.add(new Span(field, start, gap.start(), text.substring(start, gap.start())));
            start = gap.end();
        }
        sentences.add(new Span(field, start, text.length(), text.substring(start)));
    }

    private List<Claim> claims(Place place, Span span) throws ShoptraceException {
        String sentence = span.quote();
        List<Claim> claims = new ArrayList<>();
        Set<String> shops = new LinkedHashSet<>();
        SHOP_ID.matcher(sentence).results().forEach(match -> shops.add(match.group(1)));
        Set<String> ids = new LinkedHashSet<>();
        PRODUCT_ID.matcher(sentence).results().map(match -> match.group()).filter(id -> !shops.contains(id)).forEach(ids::add);
        List<Product> named = new ArrayList<>();
        for (String id : ids) {
            sandbox.product(id).ifPresent(named::add);
            if (!query.contains(id)) {
                claims.add(new Claim(place, span, id, Kind.PRODUCT_ID, product(id), List.of(id), Optional.empty(), Optional.empty(),
                        "held against the catalogue"));
            }
        }
        for (String shop : shops) {
            Verdict verdict = verdict(named, shown -> shown.shops().contains(shop), product -> product.shopId().equals(shop));
            boolean exists = verdict != Verdict.FALSE || (named.isEmpty() && hasProducts(shop));
            Verdict told = verdict == Verdict.FALSE && exists ? Verdict.UNOBSERVED : verdict;
            claims.add(new Claim(place, span, shop, Kind.SHOP_ID, told, ids(named), Optional.empty(), Optional.empty(), against(named)));
        }
        prices(sentence, named).forEach(text -> claims.add(price(place, span, text, named)));
        attributes(place, span, named, claims);
        return claims;
    }

    private Verdict product(String id) throws ShoptraceException {
        return observed.products().containsKey(id)
                ? Verdict.OBSERVED
                : sandbox.product(id).isPresent() ? Verdict.UNOBSERVED : Verdict.FALSE;
    }

    /// Whether the catalogue has products of that shop, as far as the query's own words find them.
    private boolean hasProducts(String shop) throws ShoptraceException {
        String words = Arrays.stream(query.split("\\s+")).limit(WORDS_OF_A_SEARCH).collect(Collectors.joining(" "));
        return !sandbox.find(new FindRequest(words, "1", shop, null, null, null)).products().isEmpty();
    }

    private List<String> prices(String sentence, List<Product> named) {
        if (named.isEmpty() && NO_PRICE_OF_A_PRODUCT.matcher(sentence).find()) {
            return List.of();
        }
        return PRICE.matcher(sentence).results()
                .filter(match -> !NO_PRICE_OF_A_PRODUCT.matcher(sentence.substring(Math.max(0, match.start() - 20), match.start())).find())
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .filter(amount -> named.stream().noneMatch(product -> product.productId().equals(amount)) && !isInQuery(amount))
                .toList();
    }

    private boolean isInQuery(String amount) {
        return Pattern.compile("(?<![\\d.,])" + Pattern.quote(amount) + "(?!\\d|[.,]\\d)").matcher(query).find();
    }

    private Claim price(Place place, Span span, String text, List<Product> named) {
        double amount = Double.parseDouble(text.replace(",", ""));
        Verdict verdict = verdict(named, shown -> shown.prices().contains(amount), product -> product.priceValue() == amount);
        return new Claim(place, span, text, Kind.PRICE, verdict, ids(named), Optional.empty(), Optional.empty(), against(named));
    }

    private void attributes(Place place, Span span, List<Product> named, List<Claim> claims) {
        String sentence = span.quote();
        Matcher matcher = ATTRIBUTE.matcher(sentence);
        while (matcher.find()) {
            Optional<String> key = key(matcher.group(1));
            if (key.isEmpty()) {
                continue;
            }
            String cut = matcher.group(3).strip();
            Optional<String> whole = valueAt(key.get(), sentence, matcher.start(3), cut.length());
            String value = whole.orElse(cut);
            boolean asked = named.isEmpty() && query.contains(value);
            // Prose says of much that it "is" something; only a key as the catalogue writes it, or a value that it has, makes that a claim.
            boolean stated = !matcher.group(2).strip().equals("is") || whole.isPresent() || matcher.group(1).contains("_");
            if (stated && !value.isEmpty() && !asked) {
                String pair = Observed.pair(key.get(), value);
                Verdict verdict = verdict(
                        named,
                        shown -> shown.attributes().contains(pair),
                        product -> Observed.pairs(product.variants(), product.attributes()).contains(pair));
                claims.add(new Claim(place, span, pair, Kind.ATTRIBUTE, verdict, ids(named), Optional.empty(), Optional.empty(),
                        against(named)));
            }
        }
    }

    /// The longest value of that key that stands there as a whole, commas and all; empty when none is as long as what stands before the
    /// next punctuation.
    private Optional<String> valueAt(String key, String sentence, int start, int shortest) {
        return valuesOfKeys.getOrDefault(key, Set.of()).stream()
                .filter(value -> value.length() >= Math.max(1, shortest) && sentence.regionMatches(true, start, value, 0, value.length()))
                .filter(value -> {
                    int end = start + value.length();
                    return end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end));
                })
                .max(Comparator.comparingInt(String::length));
    }

    /// The key that the words before a colon end with; the longest.
    private Optional<String> key(String words) {
        List<String> each = List.of(words.strip().split("\\s+"));
        for (int from = Math.max(0, each.size() - WORDS_OF_A_KEY); from < each.size(); from++) {
            String key = Observed.key(String.join(" ", each.subList(from, each.size())));
            if (valuesOfKeys.containsKey(key)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /// @param named the products that the sentence names; none: all that the run came across
    private Verdict verdict(List<Product> named, Predicate<Observed.Shown> wasShown, Predicate<Product> isTrue) {
        Set<String> ids = new HashSet<>();
        named.forEach(product -> ids.add(product.productId()));
        boolean shown = observed.products().entrySet().stream()
                .filter(entry -> ids.isEmpty() || ids.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .anyMatch(wasShown);
        if (shown) {
            return Verdict.OBSERVED;
        }
        return (named.isEmpty() ? known : named).stream().anyMatch(isTrue) ? Verdict.UNOBSERVED : Verdict.FALSE;
    }

    private static List<String> ids(List<Product> named) {
        return named.stream().map(Product::productId).toList();
    }

    private static String against(List<Product> named) {
        return named.isEmpty()
                ? "held against every product of the run"
                : "held against " + String.join(", ", named.stream().map(Product::productId).toList());
    }
}
