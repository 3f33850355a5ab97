package org.shoptrace.core.grounding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.finding.Claim;

/// Holds a basket against what bounds it: the budget, with the voucher and without, and the voucher's threshold.
final class BudgetClaims {
    private static final double CENT = 0.011;
    private static final String NUMBER = "(?:₱|php|\\$|P(?=\\d))?\\s?(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
    private static final String BUDGET = "(?:the |your |my |our |their |user's |customer's )?(?:\\w+ )?budget(?: limit)?";
    private static final Pattern WITHIN = Pattern.compile(
            "(?i)(?:" + NUMBER + "\\s?(?:php|pesos?)?\\s)?\\b(within|under|below|fits?(?: in)?to?|over|above|exceeds?|exceeding)\\s+"
                    + BUDGET + "(?: of)?\\s?(?:" + NUMBER + "(?!\\s?%))?(?:\\s?(?:php|pesos?))?"
                    + "(?:\\s+by (?:only |just )?" + NUMBER + ")?");
    private static final Pattern THRESHOLD = Pattern.compile(
            "(?i)\\b(exceeds?|exceeding|above|over|past|meets?|reaches|reaching|more than|higher than|below|under|less than|short of"
                    + "|beneath)\\s+(?:the |its |your )?(?:voucher(?:'s)? )?(?:minimum|threshold)(?: spend(?:ing)?| amount| of)*\\s?"
                    + "(?:" + NUMBER + ")?");
    private static final Pattern TOTAL_BEYOND = Pattern.compile(
            "(?i)\\b(?:total|sum|basket)(?: price| cost| amount)?\\s+(?:of (?:the )?\\w+ \\w+\\s+)?(?:is |comes |stays |of )?"
                    + "(exceeds|above|over|more than|higher than|below|under|less than|lower than)\\s+" + NUMBER
                    + "(?![\\d%]|[.,]\\d)");
    /// `Without the voucher, it would cost 920`: only words of a sum may stand between.
    private static final Pattern GROSS_SUM = Pattern.compile(
            "(?i)\\bwithout (?:the |your |a |any |this )?voucher\\W+(?:(?:it|they|you|the|this|all|everything|total|basket|order|set|items"
                    + "|products|would|will|have|been|be|is|are|comes?|costs?|pay|due|to|of|price|sum|need|still|a|for|amounts?|only"
                    + "|you'd|it'd)\\W+){0,9}?" + NUMBER + "(?![\\d%]|[.,]\\d|\\s?(?:php|pesos?)?\\s?(?:over|under|above|below|more"
                    + "|less|short|too|off|each|left|remain\\w*|budget|items?|products?|cheaper|dearer))");
    private static final Pattern SUM_GROSS = Pattern.compile(
            "(?i)(?:\\b(?:totals?|sum|pay|due|basket costs?|order costs?|comes? to|amounts? to)\\W+(?:\\w+\\W+){0,3}?)" + NUMBER
                    + "\\s?(?:php|pesos?)?\\s(?:in total )?(?:without|before) (?:applying |using )?(?:the |your |any |a )?"
                    + "(?:voucher|discount)");
    private static final Pattern OF_ALL = Pattern.compile("(?i)\\b(?:total|sum|basket|cart|order|combined|together|altogether)\\b");
    private static final Pattern OF_ONE = Pattern.compile("(?i)\\b(?:alone|itself|each|single|either|neither|one of)\\b");
    private static final Pattern CLAUSE = Pattern.compile("(?i);|\\.\\s|,\\s*(?:but|and|so|while|whereas|which|leaving)\\b");
    private static final Pattern GROSS = Pattern.compile(
            "(?i)\\bwithout (?:even )?(?:applying |using |needing |counting )?(?:the |your |a |any |this )?(?:voucher|discount)"
                    + "|\\bwithout it\\b");
    private static final Pattern NET = Pattern.compile(
            "(?i)\\b(?:with|after|using|by applying|once|thanks to) (?:applying |using )?(?:the |your |a |this )?(?:[\\w.%-]+ )?"
                    + "(?:voucher|discount)|\\bafter (?:the )?(?:voucher|discount)|\\bwith it\\b");

    private final Found found;
    private final Totals totals;

    BudgetClaims(Found found, Totals totals) {
        this.found = found;
        this.totals = totals;
    }

    /// Which of a basket's two sums a sentence speaks of.
    private enum Sum {
        GROSS, NET, EITHER
    }

    void find() throws ShoptraceException {
        List<Double> sums = totals.sums(found);
        if (sums.isEmpty()) {
            return;
        }
        within(sums);
        threshold(sums);
        gross(sums, GROSS_SUM);
        gross(sums, SUM_GROSS);
    }

    /// Whether the words around a place speak of the sum with the voucher or without it.
    private Sum sum(int at, int end) {
        String text = found.text();
        int from = 0;
        int to = text.length();
        Matcher clause = CLAUSE.matcher(text);
        while (clause.find()) {
            if (clause.end() <= at) {
                from = clause.end();
            } else if (clause.start() >= end) {
                to = clause.start();
                break;
            }
        }
        boolean gross = isBeside(GROSS, from, to, at, end);
        boolean net = isBeside(NET, from, to, at, end);
        return gross == net ? Sum.EITHER : gross ? Sum.GROSS : Sum.NET;
    }

    /// Whether such words stand in the clause and no number between them and the place.
    private boolean isBeside(Pattern words, int from, int to, int at, int end) {
        Matcher matcher = words.matcher(found.text()).region(from, to);
        while (matcher.find()) {
            String between = matcher.end() <= at
                    ? found.text().substring(matcher.end(), at)
                    : found.text().substring(Math.min(end, matcher.start()), matcher.start());
            if (between.chars().noneMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    /// `Within the budget of 1752`, `20 pesos over budget even with the voucher`.
    private void within(List<Double> sums) throws ShoptraceException {
        Matcher matcher = WITHIN.matcher(found.text());
        while (matcher.find()) {
            Optional<Double> budget = Optional.ofNullable(matcher.group(3)).map(Totals::number).or(totals::budget);
            Sum which = sum(matcher.start(), matcher.end());
            if (budget.isEmpty() || !found.states(matcher.start(2)) || (which == Sum.NET && !totals.hasVoucher())) {
                continue;
            }
            boolean over = matcher.group(2).toLowerCase(Locale.ROOT).matches("over|above|exceed\\w*");
            boolean denied = Negation.denies(found.text(), matcher.start(2));
            Optional<Double> by = Optional.ofNullable(matcher.group(1)).or(() -> Optional.ofNullable(matcher.group(4)))
                    .map(Totals::number);
            if (by.isPresent() && denied) {
                continue;
            }
            double limit = budget.get();
            boolean within = matcher.group(2).toLowerCase(Locale.ROOT).matches("within|fit.*");
            if (within || (matcher.group(1) != null && isWhole(by, sums))) {
                by = Optional.empty();
            }
            Optional<Double> off = by;
            boolean so = sums.stream().anyMatch(gross -> {
                double net = gross - totals.discount(gross).orElse(0.0);
                // What is over is over before the voucher takes off, unless it is said which is meant.
                List<Double> meant = switch (which) {
                    case GROSS -> List.of(gross);
                    case NET -> List.of(net);
                    case EITHER -> off.isPresent() ? List.of(gross, net) : List.of(over ^ denied ? gross : net);
                };
                return meant.stream().anyMatch(each -> off.isPresent()
                        ? isNear(over ? each - limit : limit - each, off.get())
                        : (over ? each > limit : each <= limit + CENT) != denied);
            });
            add(matcher.group(), so, "the total is " + PriceClaims.text(sums.getFirst()) + reduced(sums.getFirst()));
        }
    }

    /// `4,805 is below your budget`, `a total of 715 pesos under your budget`: the number is the sum and not how far it is away.
    private boolean isWhole(Optional<Double> number, List<Double> sums) {
        return sums.stream().anyMatch(gross -> isNear(gross, number.orElse(0.0))
                || isNear(gross - totals.discount(gross).orElse(0.0), number.orElse(0.0)));
    }

    private String reduced(double gross) {
        return totals.discount(gross).filter(off -> off > 0).map(off -> ", " + PriceClaims.text(gross - off) + " with the voucher")
                .orElse("");
    }

    private static boolean isNear(double sum, double stated) {
        return Math.abs(sum - stated) < CENT || (stated == Math.rint(stated) && Math.abs(sum - stated) < 1);
    }

    /// `The total exceeds the threshold of 681`. Reached and exceeded are not told apart.
    private void threshold(List<Double> sums) throws ShoptraceException {
        for (Pattern pattern : List.of(THRESHOLD, TOTAL_BEYOND)) {
            Matcher matcher = pattern.matcher(found.text());
            while (matcher.find()) {
                Optional<Double> limit = Optional.ofNullable(matcher.group(2)).map(Totals::number).or(totals::threshold);
                if (limit.isEmpty() || !found.states(matcher.start()) || !OF_ALL.matcher(found.text()).find()
                        || OF_ONE.matcher(found.text()).find()) {
                    continue;
                }
                boolean under = matcher.group(1).toLowerCase(Locale.ROOT).matches("below|under|less than|lower than|short of|beneath")
                        ^ Negation.denies(found.text(), matcher.start(1));
                boolean so = sums.stream().anyMatch(gross -> under
                        ? gross - (pattern == THRESHOLD ? 0 : totals.discount(gross).orElse(0.0)) <= limit.get() + CENT
                        : gross >= limit.get() - CENT);
                add(matcher.group(), so, "the total is " + PriceClaims.text(sums.getFirst()));
            }
        }
    }

    private void gross(List<Double> sums, Pattern pattern) throws ShoptraceException {
        Matcher matcher = pattern.matcher(found.text());
        while (matcher.find()) {
            double stated = Totals.number(matcher.group(1));
            boolean states = !found.text().substring(0, matcher.start()).matches("(?is).*\\b(?:if|whether|unless)\\b.*");
            if (states && !totals.isOfVoucher(stated)) {
                add(matcher.group(), sums.stream().anyMatch(gross -> isNear(gross, stated)),
                        "the total is " + PriceClaims.text(sums.getFirst()));
            }
        }
    }

    private void add(String text, boolean so, String because) {
        List<String> ids = totals.sets(found).getFirst();
        boolean shown = ids.stream().allMatch(id -> found.shelf().shown(id).isPresent());
        found.add(new Found.Reckoned(Claim.Kind.REMAINING, text.strip(), ids, Truth.of(so), shown, because));
    }
}
