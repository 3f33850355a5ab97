package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
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
    private static final String NUMBER = "(?:₱|php|P|\\$)?\\s*+(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:\\s*+(?:php"
            + "|pesos?))?+(?:\\s*+\\([^)]{0,40}\\))?";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?i)(?<![\\d.,*/×-])" + NUMBER + "((?:\\s*+[+−–-]\\s*+" + NUMBER + "){1,30})\\s*+(?:=|equals)\\s*+" + NUMBER
                    + "(?![\\d]|[.,]\\d|\\s*[-+*/×%])");
    private static final Pattern SHARE = Pattern.compile(
            "(?i)(?<![\\d])(\\d+(?:\\.\\d+)?)\\s*%\\s*(?:discount\\s+)?(?:on|of|off)\\s+" + NUMBER + "\\s*(?:is|=|gives|equals"
                    + "|comes to)\\s*" + NUMBER + "(?!\\d|[.,]\\d)");
    private static final Pattern TERM = Pattern.compile("(?i)([+−–-])\\s*" + NUMBER);
    private final Found found;
    private final Totals totals;

    SumClaims(Found found, Totals totals) {
        this.found = found;
        this.totals = totals;
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
        new BudgetClaims(found, totals).find();
    }

    /// `864 + 417 = 1281`.
    private void written() {
        if (found.text().indexOf('=') < 0 && !found.text().toLowerCase(Locale.ROOT).contains("equals")) {
            return;
        }
        Matcher matcher = WRITTEN.matcher(found.text());
        while (matcher.find()) {
            double sum = Totals.number(matcher.group(1));
            Matcher term = TERM.matcher(matcher.group(2));
            while (term.find()) {
                sum += term.group(1).equals("+") ? Totals.number(term.group(2)) : -Totals.number(term.group(2));
            }
            double stated = Totals.number(matcher.group(matcher.groupCount()));
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
            double share = Totals.number(matcher.group(1)) / 100 * Totals.number(matcher.group(2));
            double stated = Totals.number(matcher.group(3));
            boolean off = matcher.group().toLowerCase(Locale.ROOT).contains("off");
            boolean so = isNear(share, stated) || (off && isNear(Totals.number(matcher.group(2)) - share, stated));
            found.add(new Found.Reckoned(
                    Claim.Kind.REMAINING, matcher.group().strip(), List.of(), Truth.of(so), true,
                    "it comes to " + PriceClaims.text(share)));
        }
    }

    private static boolean isNear(double sum, double stated) {
        return Math.abs(sum - stated) < CENT || (stated == Math.rint(stated) && Math.abs(sum - stated) < 1);
    }

    private void sum(Amount amount) throws ShoptraceException {
        List<List<String>> sets = amount.role() == Role.TOTAL ? totals.several(found) : totals.sets(found);
        List<Double> right = new ArrayList<>();
        boolean shown = true;
        Optional<Double> first = Optional.empty();
        List<String> ids = List.of();
        for (List<String> set : sets) {
            OptionalDouble total = Totals.total(found, set);
            if (total.isEmpty()) {
                continue;
            }
            if (first.isEmpty()) {
                ids = set;
                shown = set.stream().allMatch(id -> found.shelf().shown(id).map(item -> !item.numbers().prices().isEmpty()).orElse(false));
            }
            List<Double> results = results(amount.role(), total.getAsDouble());
            first = first.or(() -> results.stream().findFirst());
            right.addAll(results);
        }
        if (first.isEmpty()) {
            return;
        }
        boolean so = right.stream().anyMatch(each -> PriceClaims.isSame(each, amount));
        if (!so && totals.isOfVoucher(amount.value())) {
            return;
        }
        boolean denied = Negation.denies(found.text(), amount.start());
        Claim.Kind kind = amount.role() == Role.TOTAL ? Claim.Kind.TOTAL : Claim.Kind.REMAINING;
        found.add(new Found.Reckoned(
                kind, amount.text(), ids, denied ? Truth.of(!so) : Truth.of(so), shown, "it comes to " + PriceClaims.text(first.get())));
    }

    private List<Double> results(Role role, double total) {
        List<Double> results = new ArrayList<>();
        Optional<Double> off = totals.discount(total);
        Optional<Double> budget = totals.budget();
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
                if (totals.hasVoucher()) {
                    results.add(total);
                }
            });
            case SAVED -> off.ifPresent(each -> {
                results.add(each);
                totals.voucher().flatMap(Voucher::faceValue).map(Json.Num::asDouble).ifPresent(results::add);
                totals.voucher().flatMap(Voucher::cap).map(Json.Num::asDouble).ifPresent(results::add);
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
}
