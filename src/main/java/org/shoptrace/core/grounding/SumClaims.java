package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.grounding.Amounts.Amount;
import org.shoptrace.core.grounding.Amounts.Role;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Voucher;

/// Does sums again: totals, what a voucher takes off, what it leaves to pay and of the budget, and sums that are written out.
final class SumClaims {
    private static final double CENT = 0.011;
    private static final String NUMBER = "(?:₱|php|P|\\$)?\\s*(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(?:php"
            + "|pesos?)?(?:\\s*\\([^)]{0,40}\\))?";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?i)(?<![\\d.,*/×-])" + NUMBER + "((?:\\s*[+−–-]\\s*" + NUMBER + ")+)\\s*(?:=|equals)\\s*" + NUMBER
                    + "(?![\\d]|[.,]\\d|\\s*[-+*/×%])");
    private static final Pattern SHARE = Pattern.compile(
            "(?i)(\\d+(?:\\.\\d+)?)\\s*%\\s*(?:discount\\s+)?(?:on|of|off)\\s+" + NUMBER + "\\s*(?:is|=|gives|equals"
                    + "|comes to)\\s*" + NUMBER + "(?!\\d|[.,]\\d)");
    private static final Pattern TERM = Pattern.compile("(?i)([+−–-])\\s*" + NUMBER);
    private static final Pattern WITHIN = Pattern.compile(
            "(?i)\\b(within|under|below|fits?(?: in)?to?|over|above|exceeds?|exceeding)\\s+(?:the |your |my |our |their |user's "
                    + "|customer's )?(?:\\w+ )?"
                    + "budget(?: limit)?(?: of)?\\s*(?:₱|php|P|\\$)?\\s*(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)?");

    private final Found found;
    private final Optional<Voucher> voucher;

    SumClaims(Found found, Optional<Voucher> voucher) {
        this.found = found;
        this.voucher = voucher;
    }

    void find(List<Amount> amounts) throws ShoptraceException {
        written();
        shares();
        for (Amount amount : amounts) {
            boolean sum = switch (amount.role()) {
                case TOTAL, REMAINING, SAVED, PAID -> true;
                default -> false;
            };
            if (sum && found.states(amount.start())) {
                sum(amount);
            }
        }
        within();
    }

    /// `864 + 417 = 1281`.
    private void written() {
        Matcher matcher = WRITTEN.matcher(found.text());
        while (matcher.find()) {
            double sum = number(matcher.group(1));
            Matcher term = TERM.matcher(matcher.group(2));
            while (term.find()) {
                sum += term.group(1).equals("+") ? number(term.group(2)) : -number(term.group(2));
            }
            double stated = number(matcher.group(matcher.groupCount()));
            boolean so = Math.abs(sum - stated) < CENT
                    || (stated == Math.rint(stated) && Math.abs(sum - stated) < 1 && sum != Math.rint(sum));
            found.add(new Found.Reckoned(
                    Claim.Kind.TOTAL, matcher.group().strip(), List.of(), Truth.of(so), true, "it comes to " + PriceClaims.text(sum)));
        }
    }

    /// `23% of 497 is 114.31`; the share off counts as well as what it leaves.
    private void shares() {
        Matcher matcher = SHARE.matcher(found.text());
        while (matcher.find()) {
            double share = number(matcher.group(1)) / 100 * number(matcher.group(2));
            double stated = number(matcher.group(3));
            boolean off = matcher.group().toLowerCase(Locale.ROOT).contains("off");
            boolean so = isNear(share, stated) || (off && isNear(number(matcher.group(2)) - share, stated));
            found.add(new Found.Reckoned(
                    Claim.Kind.REMAINING, matcher.group().strip(), List.of(), Truth.of(so), true,
                    "it comes to " + PriceClaims.text(share)));
        }
    }

    private static boolean isNear(double sum, double stated) {
        return Math.abs(sum - stated) < CENT || (stated == Math.rint(stated) && Math.abs(sum - stated) < 1);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }

    private void sum(Amount amount) throws ShoptraceException {
        List<List<String>> sets = sets(amount);
        List<Double> right = new ArrayList<>();
        boolean shown = true;
        Optional<Double> first = Optional.empty();
        List<String> ids = List.of();
        for (List<String> set : sets) {
            Optional<Double> total = total(set);
            if (total.isEmpty()) {
                continue;
            }
            if (first.isEmpty()) {
                ids = set;
                shown = set.stream().allMatch(id -> found.shelf().shown(id).map(item -> !item.numbers().prices().isEmpty()).orElse(false));
            }
            List<Double> results = results(amount.role(), total.get());
            first = first.or(() -> results.stream().findFirst());
            right.addAll(results);
        }
        if (first.isEmpty()) {
            return;
        }
        boolean so = right.stream().anyMatch(each -> PriceClaims.isSame(each, amount));
        boolean denied = Negation.denies(found.text(), amount.start());
        Claim.Kind kind = amount.role() == Role.TOTAL ? Claim.Kind.TOTAL : Claim.Kind.REMAINING;
        found.add(new Found.Reckoned(
                kind, amount.text(), ids, denied ? Truth.of(!so) : Truth.of(so), shown, "it comes to " + PriceClaims.text(first.get())));
    }

    private List<Double> results(Role role, double total) {
        List<Double> results = new ArrayList<>();
        Optional<Double> off = discount(total);
        Optional<Double> budget = voucher.flatMap(Voucher::budget).map(Json.Num::asDouble);
        String before = found.text().toLowerCase(Locale.ROOT);
        switch (role) {
            case TOTAL -> {
                results.add(total);
                off.ifPresent(each -> {
                    if (before.contains("voucher") || before.contains("discount") || before.contains("final")) {
                        results.add(total - each);
                    }
                });
            }
            case PAID -> off.ifPresentOrElse(each -> results.add(total - each), () -> {
                if (voucher.isPresent()) {
                    results.add(total);
                }
            });
            case SAVED -> off.ifPresent(each -> {
                results.add(each);
                voucher.flatMap(Voucher::faceValue).map(Json.Num::asDouble).ifPresent(results::add);
                voucher.flatMap(Voucher::cap).map(Json.Num::asDouble).ifPresent(results::add);
            });
            case REMAINING -> budget.ifPresent(each -> {
                off.ifPresent(less -> results.add(each - total + less));
                results.add(each - total);
                off.ifPresent(less -> results.add(total - less));
            });
            default -> {}
        }
        return results;
    }

    private Optional<Double> discount(double total) {
        return voucher.map(each -> {
            if (each.threshold().map(Json.Num::asDouble).map(threshold -> total < threshold).orElse(false)) {
                return 0.0;
            }
            if (each.discountType().equals(Voucher.PERCENTAGE)) {
                double off = total * each.discount().map(Json.Num::asDouble).orElse(0.0);
                return Math.min(off, each.cap().map(Json.Num::asDouble).orElse(off));
            }
            return each.faceValue().map(Json.Num::asDouble).orElse(0.0);
        });
    }

    /// What may be summed up: the products that the sentence names, else those that the text has named, else the recommended ones.
    private List<List<String>> sets(Amount amount) {
        Set<String> ids = new LinkedHashSet<>();
        found.bound().mentions().forEach(mention -> ids.addAll(mention.ids()));
        if (ids.size() > 1) {
            return List.of(List.copyOf(ids));
        }
        Set<List<String>> sets = new LinkedHashSet<>();
        if (found.bound().focus().size() > 1) {
            sets.add(found.bound().focus());
        }
        if (found.bound().named().size() > 1) {
            sets.add(found.bound().named());
        }
        if (!found.sentence().isThought() && !found.shelf().recommended().isEmpty()) {
            sets.add(found.shelf().recommended());
        }
        if (amount.role() != Role.TOTAL && sets.isEmpty()) {
            sets.add(ids.isEmpty() ? found.bound().focus() : List.copyOf(ids));
            sets.remove(List.of());
        }
        return List.copyOf(sets);
    }

    private Optional<Double> total(List<String> ids) throws ShoptraceException {
        double total = 0;
        for (String id : ids) {
            Optional<Item> item = found.shelf().item(id);
            if (item.isEmpty() || item.get().numbers().prices().size() != 1) {
                return Optional.empty();
            }
            total += item.get().numbers().prices().iterator().next();
        }
        return Optional.of(total);
    }

    /// `within the budget of 1752`: held against the same sums.
    private void within() throws ShoptraceException {
        Matcher matcher = WITHIN.matcher(found.text());
        while (matcher.find()) {
            Optional<Double> budget = Optional.ofNullable(matcher.group(2)).map(SumClaims::number)
                    .or(() -> voucher.flatMap(Voucher::budget).map(Json.Num::asDouble));
            if (budget.isEmpty() || !found.states(matcher.start())) {
                continue;
            }
            Set<List<String>> sets = new LinkedHashSet<>(sets(new Amount("", 0, Role.PAID, false, false, 0, 0)));
            boolean one = sets.stream().anyMatch(set -> set.size() > 1);
            sets.removeIf(set -> one && set.size() == 1);
            List<Double> sums = new ArrayList<>();
            for (List<String> set : sets) {
                total(set).ifPresent(sums::add);
            }
            if (sums.isEmpty()) {
                continue;
            }
            boolean over = matcher.group(1).toLowerCase(Locale.ROOT).matches("over|above|exceed\\w*")
                    ^ Negation.denies(found.text(), matcher.start());
            boolean so = sums.stream().anyMatch(sum -> over ? sum > budget.get() : sum - discount(sum).orElse(0.0) <= budget.get() + CENT);
            boolean shown = sets.iterator().next().stream().allMatch(id -> found.shelf().shown(id).isPresent());
            found.add(new Found.Reckoned(
                    Claim.Kind.REMAINING, matcher.group().strip(), sets.iterator().next(), Truth.of(so), shown,
                    "the total is " + PriceClaims.text(sums.getFirst())));
        }
    }
}
