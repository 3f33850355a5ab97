package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds amounts of money in a sentence, and what each is said to be.
final class Amounts {
    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?i)(₱|\\bphp\\.?|\\bpesos?|\\$|\\busd|\\b(?-i:P)(?=\\d[\\d,]*\\.\\d\\d|\\d{1,3},\\d))?\\s*(?<![\\w.,:/₱$-])" + NUMBER
                    + "(?![\\d]|[.,]\\d|\\s*-?(?:x|pcs?|pieces?|inch(?:es)?|cm|mm|ml|kg|gb|tb|mah|mp|v|w|hz|oz|lbs?|items?"
                    + "|products?|units?|sold|sales|stars?"
                    + "|reviews?|results?|options?|pages?|steps?|days?|years?|months?|shops?|g|l|m)\\b|\\s*[%\"])(?:\\s*(php"
                    + "|(?:philippine\\s+)?pesos?|₱)(?!\\w))?");
    private static final Pattern GLUED = Pattern.compile("(?i)(₱|\\bphp|\\$|\\b(?-i:P)(?=\\d[\\d,]*\\.\\d\\d"
            + "|\\d{1,3},\\d))\\s*" + NUMBER
            + "(?!\\d|[.,]\\d|\\s*%)");
    private static final Pattern PRICE_WORD = Pattern.compile(
            "(?i)\\b(?:price[ds]?|pricing|cost(?:s|ing)?|sell(?:s|ing)?|sold (?:at|for)|retails?|available (?:for|at)|goes for"
                    + "|worth|charged?|listed (?:at|for)"
                    + "|offered (?:for|at)|comes (?:at|in at)|yours for|pay|payable|total(?:s|l?ing|l?ed)?|sum|amount(?:s"
                    + "|ing)? to|adds? up to|expensive|cheap\\w*)\\b"
                    + "[^.;\\n]{0,60}$");
    private static final Pattern BETWEEN = Pattern.compile("(?i)\\b(?:between|from|range of|ranges?|ranging|priced)\\b[^.;]{0,25}$");

    /// What an amount is said to be.
    enum Role {
        PRICE, TOTAL, REMAINING, SAVED, PAID, AT_MOST, AT_LEAST, DIFFERENCE, LIMIT, OLD
    }

    /// One amount.
    ///
    /// @param text  as it is written, with its currency
    /// @param about whether it is said to be only near
    /// @param start its first character in the sentence
    record Amount(String text, double value, Role role, boolean about, boolean whole, int start, int end) {}

    private static final Pattern LIMIT = Pattern.compile(
            "(?i)\\b(?:budget(?: (?:is|was))?(?: only)?(?: of)?|limit|threshold|cap(?:ped)?(?: (?:at|of))?|minimum(?: spend)?"
                    + "|maximum|shipping(?: fee)?|delivery(?: fee)?|fee|up to a max\\w*"
                    + "|spend(?:ing)?(?: of| at least| over)?|voucher(?: (?:of|for|worth|requires))?|filter|range"
                    + "|query)\\b\\W*(?:\\w+\\W+){0,3}$");
    private static final Pattern OLD = Pattern.compile(
            "(?i)\\b(?:was|were|originally|original(?: price)?|previously|formerly|used to|old|usual(?:ly)?|regular(?:ly)?|list"
                    + "|down from|reduced from|instead of|from|before(?: the)?(?: discount)?"
                    + "|crossed|srp|msrp|market)\\b\\W*(?:(?:price|cost|costs|be|is|of|at|priced)\\W+){0,3}$");
    private static final Pattern DIFFERS = Pattern.compile(
            "(?i)^\\W{0,2}(?:cheaper|less(?: expensive)?|more(?: expensive)?|dearer|pricier|costlier|higher|lower|difference"
                    + "|apart)\\b");
    private static final Pattern DIFFERENCE = Pattern.compile(
            "(?i)\\b(?:cheaper|expensive|dearer|pricier|less|more|differs?|lower|higher)\\b[^.;]{0,50}\\bby\\s+(?:only |just "
                    + "|about )?$|\\bdifference (?:is|of)\\s*$");
    private static final Pattern UP_TO = Pattern.compile("(?i)\\b(?:within|between|from|ranges?(?: of| is)?|ranging"
            + "|in)\\b[^.;]{0,25}\\d\\s*(?:php|pesos?)?\\s*(?:to|-|–|and)\\s*$");
    private static final Pattern VOUCHER_OF = Pattern.compile("(?i)\\b(?:voucher|discount)\\s+(?:of|worth|for|is)\\W*$");
    private static final Pattern REMAINING = Pattern
            .compile("(?i)\\b(?:remaining|remains?|left(?:over)?|leav(?:es|ing)|spare|change)\\b[^.;]{0,40}$");
    private static final Pattern REMAINS = Pattern
            .compile("(?i)^\\W{0,3}(?:of (?:the |your )?budget\\W+)?(?:\\w+\\W+){0,2}?(?:remaining|remains?|left|to spare|leftover)\\b");
    /// How far a sum is beyond the budget or below it, or what a sum is without the voucher: for [BudgetClaims].
    private static final Pattern OF_A_BASKET = Pattern.compile("(?i)^\\s{0,2}(?:over|under|below|above|short of|beyond)\\s+"
            + "(?:the |your |my |our |user's )?(?:\\w+ )?budget|^\\s{0,2}(?:in total )?(?:without|before) (?:applying |using )?"
            + "(?:the |your |any |a )?(?:voucher|discount)\\b|^\\W{0,2}(?:budget|limit|threshold)\\b");
    private static final Pattern BEYOND = Pattern.compile("(?i)\\bbudget\\b[^.;]{0,20}\\bby (?:only |just )?$"
            + "|\\bwithout (?:the |your |a |any )?voucher\\W+(?:[a-z']+\\W+){0,8}$");
    private static final Pattern SAVED = Pattern.compile(
            "(?i)\\b(?:sav(?:es?|ing|ings|ed)|discount(?: (?:is|of|amount))*|takes?|deduct(?:s|ion|ing)?|less|minus"
                    + "|reduc\\w+ (?:\\w+ )?by)\\b\\W*(?:\\w+\\W+){0,2}$");
    private static final Pattern SAVES = Pattern.compile("(?i)^\\W{0,2}(?:off|discount|savings?)\\b");
    private static final Pattern PAID = Pattern.compile(
            "(?i)\\b(?:after (?:applying )?(?:the |your |a |any )?(?:[\\w.%-]+ )?(?:voucher|discount)|with (?:the|your) voucher"
                    + "|final(?: price| total| cost| amount)?|discounted|you(?:'ll| will)? (?:only )?pay|payable|to pay"
                    + "|net)\\b[^.;]{0,60}$");
    private static final Pattern PAYS = Pattern.compile("(?i)^\\W{0,3}(?:after|with) (?:applying )?(?:the |your |a )?(?:voucher"
            + "|discount)");
    private static final Pattern TOTAL = Pattern.compile(
            "(?i)\\b(?:(?:sub)?totals?|total(?:l?ing|l?ed)|sum(?:s)?|altogether|combined|together|in all|amount(?:s|ing)? to"
                    + "|adds? up to|adding up to|comes to)\\b[^.;]{0,70}$");
    private static final Pattern TOTALS = Pattern.compile(
            "(?i)^\\W{0,3}(?:in total|total\\b|altogether|combined|together|in all|for (?:both|all|everything|the (?:set|basket"
                    + "|order)))");
    private static final Pattern AT_MOST = Pattern.compile(
            "(?i)(?:\\b(?:under|below|less than|at most|up to|no more than|not more than|within|cheaper than|lower than"
                    + "|not exceed\\w*|does not exceed|maximum of|max)|[<≤])\\W*(?:\\w+\\s+){0,1}$");
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?i)(?:\\b(?:over|above|more than|at least|exceeds?|exceeding|starting (?:at|from)|starts (?:at|from)|greater than"
                    + "|higher than|minimum of|from)|[>≥])\\W*(?:\\w+\\s+){0,1}$");
    private static final Pattern ABOUT = Pattern.compile(
            "(?i)(?:\\b(?:about|around|approx(?:imately)?\\.?|roughly|nearly|almost|circa|just (?:over|under|above|below)"
                    + "|close to|some)|[~≈])\\W*(?:only )?$");

    /// Without any of these, and without a currency, no number is an amount.
    private static final Pattern OF_MONEY = Pattern.compile(
            "(?i)pric|cost|sell|sold|retail|available|goes for|worth|charge|listed|offered|comes|yours for|pay|total|sum|amount"
                    + "|add|expensive|cheap|voucher|discount|final|net|altogether|combined|together|in all|for (?:both|all|every|the)");

    /// What leads up to an amount, in UTF-16 units; it says what the amount is.
    private static final int BACK = 160;
    private static final int ON = 80;

    private Amounts() {}

    /// The amounts of a sentence. A number without a currency is one where the words before it speak of a price.
    static List<Amount> of(Found found) {
        List<Amount> amounts = new ArrayList<>();
        String text = found.text();
        boolean speaks = OF_MONEY.matcher(text).find();
        Matcher matcher = AMOUNT.matcher(text);
        while (matcher.find()) {
            boolean currency = matcher.group(1) != null || matcher.group(3) != null;
            if (currency || speaks) {
                add(found, amounts, matcher, currency, 2);
            }
        }
        Matcher glued = GLUED.matcher(text);
        while (glued.find()) {
            int start = glued.start(2);
            if (amounts.stream().noneMatch(each -> each.start() <= start && start < each.end())) {
                add(found, amounts, glued, true, 2);
            }
        }
        amounts.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return ranged(text, amounts);
    }

    private static void add(Found found, List<Amount> amounts, Matcher matcher, boolean currency, int group) {
        String text = found.text();
        int at = matcher.start(group);
        int end = matcher.end(group);
        boolean id = found.bound().mentions().stream().anyMatch(mention -> mention.start() < end && at < mention.end()
                && (mention.how() != Mention.How.TITLE || !currency));
        String digits = matcher.group(group).replace(",", "");
        if (id || digits.replace(".", "").length() > 9) {
            return;
        }
        int back = back(text, at);
        String before = text.substring(back, at);
        String behind = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + ON));
        String shown = before.replaceAll("(?i)(?:₱|php\\.?|\\$|\\bP)\\s*$", "");
        Role role = role(shown, behind);
        boolean price = currency || isPriced(found, shown, back) || (role != Role.PRICE && role != Role.LIMIT && role != Role.OLD
                && role != Role.AT_MOST && role != Role.AT_LEAST && (role == Role.TOTAL || role == Role.PAID));
        if (!price) {
            return;
        }
        int start = Math.max(matcher.start(), back + shown.length());
        amounts.add(new Amount(
                text.substring(start, matcher.end()).strip(), Double.parseDouble(digits), role, ABOUT.matcher(shown).find(),
                !digits.contains("."), at, matcher.end()));
    }

    /// Whether words of a price lead up to a number: nothing stands between that is a number of something else.
    ///
    /// @param back where in the sentence what stands before it begins
    private static boolean isPriced(Found found, String before, int back) {
        Matcher word = PRICE_WORD.matcher(before);
        if (!word.find()) {
            return false;
        }
        StringBuilder between = new StringBuilder(before.substring(word.start()));
        found.bound().mentions().stream().filter(mention -> mention.how() == Mention.How.ID && mention.start() >= back + word.start())
                .filter(mention -> mention.end() <= back + before.length())
                .forEach(mention -> {
                    for (int at = mention.start(); at < mention.end(); at++) {
                        between.setCharAt(at - back - word.start(), ' ');
                    }
                });
        String rest = between.toString()
                .replaceAll("(?i)\\d[\\d,.]*\\s*(?:php|pesos?)?\\s*(?:and|or|to|,|&|-|–|\\+)\\s*(?:₱|php|\\$)?\\s*$", " ");
        return !rest.matches("(?s).*\\d.*") && !rest.matches(
                "(?is).*\\b(?:shop|store|seller|id|size|version|model|page|step|number|no\\.|rating|product|option|item)\\W*(?:id"
                        + "|is|:)*\\W*$");
    }

    /// Where what leads up to a place begins: at a word, as far back as matters.
    private static int back(String text, int at) {
        int back = Math.max(0, at - BACK);
        while (back > 0 && back < at && Character.isLetterOrDigit(text.charAt(back - 1)) && Character.isLetterOrDigit(text.charAt(back))) {
            back++;
        }
        return back;
    }

    private static Role role(String before, String behind) {
        String clause = before.replaceAll("(?s)^.*(?:;|, (?:but|and|while|which|so)\\b|\\. )", "");
        if (DIFFERS.matcher(behind).find() || DIFFERENCE.matcher(clause).find()) {
            return Role.DIFFERENCE;
        }
        if (UP_TO.matcher(clause).find()) {
            return Role.AT_MOST;
        }
        if (OF_A_BASKET.matcher(behind).find() || BEYOND.matcher(clause).find()) {
            return Role.LIMIT;
        }
        if (REMAINING.matcher(sinceNumber(clause)).find() && clause.length() > sinceNumber(clause).length()) {
            return Role.REMAINING;
        }
        if (PAID.matcher(clause).find() && !VOUCHER_OF.matcher(clause).find()) {
            return Role.PAID;
        }
        if (REMAINING.matcher(clause).find() || REMAINS.matcher(behind).find()) {
            return Role.REMAINING;
        }
        if ((LIMIT.matcher(clause).find() && !TOTAL.matcher(clause.replaceAll("(?i)^.*\\b(?:budget|voucher|limit)\\b", "")).find())
                || behind.matches("(?is)^\\W{0,2}(?:budget|voucher|limit|threshold)\\b.*")) {
            return SAVED.matcher(clause).find() ? Role.SAVED : Role.LIMIT;
        }
        if ((SAVED.matcher(clause).find() && !clause.matches("(?is).*\\bless than\\W*(?:\\w+\\W+)?$")) || SAVES.matcher(behind).find()) {
            return Role.SAVED;
        }
        if (PAID.matcher(clause).find() || PAYS.matcher(behind).find()) {
            return Role.PAID;
        }
        if (OLD.matcher(clause).find()) {
            return Role.OLD;
        }
        if (TOTAL.matcher(clause).find() || TOTALS.matcher(behind).find()) {
            return AT_MOST.matcher(clause).find() || AT_LEAST.matcher(clause).find() ? Role.LIMIT : Role.TOTAL;
        }
        return AT_MOST.matcher(clause).find() ? Role.AT_MOST : AT_LEAST.matcher(clause).find() ? Role.AT_LEAST : Role.PRICE;
    }

    /// What stands behind the number before: `you pay 715, leaving 5` has two amounts.
    private static String sinceNumber(String clause) {
        return clause.replaceAll("(?s)^.*\\d", "");
    }

    /// `between 500 and 1000`: the first is the least, the second the most.
    private static List<Amount> ranged(String text, List<Amount> amounts) {
        List<Amount> ranged = new ArrayList<>(amounts);
        for (int at = 0; at + 1 < ranged.size(); at++) {
            Amount low = ranged.get(at);
            Amount high = ranged.get(at + 1);
            String between = text.substring(low.end(), Math.max(low.end(), high.start()));
            boolean joined = between.matches("(?i)\\s*(?:-|–|to|and)\\s*(?:₱|php|\\$|P)?\\s*");
            boolean and = between.toLowerCase(Locale.ROOT).contains("and");
            String before = text.substring(back(text, low.start()), low.start()).replaceAll("(?i)(?:₱|php|\\$|\\bP)\\s*$", "");
            if (joined && low.value() < high.value() && (!and || before.matches("(?is).*\\bbetween\\s*$"))
                    && (!and || BETWEEN.matcher(before).find())) {
                ranged.set(at, new Amount(low.text(), low.value(), Role.AT_LEAST, false, low.whole(), low.start(), low.end()));
                ranged.set(at + 1, new Amount(high.text(), high.value(), Role.AT_MOST, false, high.whole(), high.start(), high.end()));
            }
        }
        return ranged;
    }
}
