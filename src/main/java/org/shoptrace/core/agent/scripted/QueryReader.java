package org.shoptrace.core.agent.scripted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.agent.scripted.Errand.Purse;

/// Reads a query by fixed phrases, and so misses what is said in other ones: a service in unknown words stays a word to search for, and
/// an item without an article runs into the one before it.
final class QueryReader {
    private static final Pattern QUESTION = Pattern.compile("^([^?]+\\?) I would like to (?:buy|purchase) ");
    private static final Pattern ONE_SHOP = Pattern.compile("\\ba shop that\\b|only applies to the products from the same shop");
    private static final Pattern OPENING = Pattern.compile(
            "^(?:I'm looking for|Looking for|Show me|Find) (?:a shop that (?:offers|sells) (?:all of these|these items): )?");
    private static final Pattern CLOSING = Pattern.compile(
            "(?: Can you help me find it\\?| The shop should sell all these products\\.| Please show shops that sell all of them\\.)$");
    private static final Pattern MARKERS = Pattern.compile("(?:; )?\\(\\d\\) |\\.? ?(?:First|Second|Third|Lastly), ");
    private static final Pattern LIST = Pattern.compile(", (?:and )?(?=(?:an?|some) )|, and ");
    private static final Pattern RANGE = Pattern.compile("priced (?:from|between) (\\d+) (?:to|and) (\\d+) (?:PHP|pesos)");
    private static final Pattern ABOVE = Pattern.compile("(?:priced above|costing over) (\\d+) (?:PHP|pesos)");
    private static final Pattern BELOW = Pattern.compile("(?:priced below|costing less than) (\\d+) (?:PHP|pesos)");
    private static final Pattern BUDGET = Pattern.compile("\n\nMy budget is only `([\\d.]+)`");
    private static final Pattern THRESHOLD = Pattern.compile("exceeds `([\\d.]+)`");
    private static final Pattern FIXED = Pattern.compile("fixed discount of `([\\d.]+)`");
    private static final Pattern PERCENTAGE = Pattern.compile("percentage discount of `([\\d.]+)%` with a cap of `([\\d.]+)`");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9:./&'-]+");

    private static final Set<String> EMPTY_WORDS = Set.of(
            "a", "an", "the", "some", "and", "or", "of", "in", "on", "to", "for", "from", "with", "by", "at", "up", "that", "this", "is",
            "made", "size", "around", "themed", "inspired", "shows", "material", "type");

    private static final Map<String, String> SERVICES = services();

    private QueryReader() {}

    private static Map<String, String> services() {
        Map<String, String> services = new LinkedHashMap<>();
        services.put("with free shipping", "freeShipping");
        services.put("with free delivery", "freeShipping");
        services.put("with cash on delivery", "COD");
        services.put("that supports cash on delivery", "COD");
        services.put("from an official store", "official");
        services.put("with LazMall service", "official");
        services.put("on a flash sale", "flashsale");
        services.put("with LazFlash deals", "flashsale");
        return services;
    }

    static Errand read(String query) {
        Matcher budget = BUDGET.matcher(query);
        String items = budget.find() ? query.substring(0, budget.start()) : query;
        Matcher question = QUESTION.matcher(items);
        Optional<String> asked = question.find() ? Optional.of(question.group(1)) : Optional.empty();
        items = asked.isPresent() ? items.substring(question.end()) : items;
        boolean oneShop = ONE_SHOP.matcher(query).find();
        boolean several = oneShop || budget.reset().find();
        items = CLOSING.matcher(OPENING.matcher(items).replaceFirst("")).replaceFirst("");
        return new Errand(
                asked, split(items, several).stream().map(QueryReader::wish).toList(), oneShop, purse(query));
    }

    private static List<String> split(String items, boolean several) {
        if (!several) {
            return List.of(items);
        }
        Pattern between = MARKERS.matcher(items).find() ? MARKERS : LIST;
        return Arrays.stream(between.split(items)).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static Wish wish(String item) {
        String rest = item;
        OptionalInt low = OptionalInt.empty();
        OptionalInt high = OptionalInt.empty();
        Matcher range = RANGE.matcher(rest);
        Matcher above = ABOVE.matcher(rest);
        Matcher below = BELOW.matcher(rest);
        if (range.find()) {
            low = OptionalInt.of(Integer.parseInt(range.group(1)));
            high = OptionalInt.of(Integer.parseInt(range.group(2)));
            rest = range.replaceFirst("");
        } else if (above.find()) {
            low = OptionalInt.of(Integer.parseInt(above.group(1)));
            rest = above.replaceFirst("");
        } else if (below.find()) {
            high = OptionalInt.of(Integer.parseInt(below.group(1)));
            rest = below.replaceFirst("");
        }
        List<String> services = new ArrayList<>();
        for (Map.Entry<String, String> service : SERVICES.entrySet()) {
            if (rest.contains(service.getKey())) {
                services.add(service.getValue());
                rest = rest.replace(service.getKey(), "");
            }
        }
        // What stands before the first comma names the item; the rest describes it.
        return new Wish(words(rest.split(",", 2)[0]), words(rest), low, high, services);
    }

    /// The words of a text that say something, lower case, each once.
    static List<String> words(String text) {
        return SEPARATORS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .map(word -> word.replaceAll("^[.'-]+|[.'-]+$", ""))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .distinct()
                .toList();
    }

    private static Optional<Purse> purse(String query) {
        Matcher budget = BUDGET.matcher(query);
        Matcher threshold = THRESHOLD.matcher(query);
        if (!budget.find() || !threshold.find()) {
            return Optional.empty();
        }
        double spend = Double.parseDouble(budget.group(1));
        double from = Double.parseDouble(threshold.group(1));
        Matcher fixed = FIXED.matcher(query);
        Matcher percentage = PERCENTAGE.matcher(query);
        if (fixed.find()) {
            return Optional.of(new Purse(spend, from, Double.parseDouble(fixed.group(1)), 1));
        }
        return percentage.find()
                ? Optional.of(new Purse(
                        spend, from, Double.parseDouble(percentage.group(2)), Double.parseDouble(percentage.group(1)) / 100))
                : Optional.empty();
    }
}
