package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.grounding.Amounts.Amount;
import org.shoptrace.core.grounding.Amounts.Role;
import org.shoptrace.model.finding.Claim;

/// Finds prices of products, exact, rounded or bounded, and binds each to the product beside it.
final class PriceClaims {
    /// How far a price that is said to be near may be off, as a share.
    private static final double NEAR = 0.05;
    private static final double CENT = 0.005;

    private static final Pattern RANGE = Pattern.compile(
            "(?i)\\b(within|in|inside|out of|outside(?: of)?|beyond|fits|falls (?:in|within))\\s+(?:the |your |this |that |my |a "
                    + "|requested |specified |desired |required |price )*range"
                    + "\\s*(?:of|from|between)?\\s*(?:₱|php|P)?\\s*(\\d[\\d,]*(?:\\.\\d+)?)\\s*(?:-|–|to|and)\\s*(?:₱|php|P)?\\s*"
                    + "(\\d[\\d,]*(?:\\.\\d+)?)(?!\\s*(?:inch|cm|mm|ml|kg|g|w|v|l)\\b)");

    private PriceClaims() {}

    /// `Out of the range 101 to 430`.
    static void ranges(Found found) {
        Matcher matcher = RANGE.matcher(found.text());
        while (matcher.find()) {
            double low = Double.parseDouble(matcher.group(2).replace(",", ""));
            double high = Double.parseDouble(matcher.group(3).replace(",", ""));
            boolean out = matcher.group(1).toLowerCase(Locale.ROOT).matches("out.*|beyond");
            if (found.states(matcher.start())) {
                found.add(new Assertion(
                        Claim.Kind.PRICE, matcher.group().strip(), found.productsAt(matcher.start(), matcher.end()),
                        item -> item.numbers().prices().isEmpty()
                                ? Truth.UNKNOWN
                                : Truth.of(item.numbers().prices().stream().anyMatch(price -> low <= price && price <= high)),
                        item -> "its price is " + text(item), out != Negation.denies(found.text(), matcher.start()), false));
            }
        }
    }

    static void find(Found found, List<Amount> amounts) {
        ranges(found);
        List<Amount> prices = amounts.stream().filter(amount -> switch (amount.role()) {
            case PRICE, AT_MOST, AT_LEAST -> true;
            default -> false;
        }).toList();
        for (int at = 0; at < prices.size(); at++) {
            Amount amount = prices.get(at);
            if (!found.states(amount.start()) || (isAtStart(found) && ComparisonClaims.isOfAGroup(found, 0))) {
                continue;
            }
            boolean denied = Negation.denies(found.text(), amount.start()) && !isBound(amount);
            Role role = amount.role();
            found.add(new Assertion(
                    Claim.Kind.PRICE, amount.text(), products(found, prices, at), item -> truth(item, amount, role),
                    item -> "its price is " + text(item), denied, role == Role.PRICE));
        }
    }

    private static boolean isAtStart(Found found) {
        return found.text().matches("(?is)\\W*the (?:highest|lowest|cheapest|most expensive|least expensive)\\b.*");
    }

    private static boolean isBound(Amount amount) {
        return amount.role() != Role.PRICE;
    }

    /// Several products named together and as many prices: one each, in their order.
    private static List<String> products(Found found, List<Amount> prices, int at) {
        Amount amount = prices.get(at);
        List<String> ids = found.productsAt(amount.start(), amount.end());
        if (ids.size() > 1) {
            List<Amount> same = new ArrayList<>();
            int place = 0;
            for (Amount each : prices) {
                if (found.productsAt(each.start(), each.end()).equals(ids)) {
                    place = each.start() < amount.start() ? place + 1 : place;
                    same.add(each);
                }
            }
            return same.size() == ids.size() ? List.of(ids.get(place)) : same.size() == 1 ? ids : List.of();
        }
        return ids;
    }

    private static Truth truth(Item item, Amount amount, Role role) {
        if (item.numbers().prices().isEmpty()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(item.numbers().prices().stream().anyMatch(price -> switch (role) {
            case AT_MOST -> price <= amount.value() + CENT;
            case AT_LEAST -> price >= amount.value() - CENT;
            default -> isSame(price, amount);
        }));
    }

    /// Whether an amount is a price, exactly, to the whole peso, or as near as it is said to be.
    static boolean isSame(double price, Amount amount) {
        double off = Math.abs(price - amount.value());
        boolean rounded = amount.whole() && price != Math.rint(price) && (off <= 0.5 || amount.value() == Math.floor(price));
        return off < CENT || rounded || (amount.about() && off <= Math.max(1, NEAR * price));
    }

    static String text(Item item) {
        return String.join(" or ", item.numbers().prices().stream().sorted().map(PriceClaims::text).toList());
    }

    static String text(double price) {
        return price == Math.rint(price) ? Long.toString((long) price) : Double.toString(Math.round(price * 100) / 100.0);
    }
}
