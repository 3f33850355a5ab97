package org.shoptrace.core.grounding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.model.finding.Claim;

/// Finds what search results show beside the price: ids, shops, services, pieces sold, whole titles.
final class RecordClaims {
    private static final Pattern SHOP = Pattern
            .compile("(?i)\\b(?:shop|store|seller)[ _]*(?:\\(|with +)?(?:ids?)?[\"'`]?(?:\\s+(?:is|of|number|no\\.?))?(?:\\s+not)?"
                    + "\\s*[:=#(|]?\\s*[\"'`]?(\\d{3,})(?!\\d)");
    private static final String COUNT = "(?<!\\d)(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)\\s*(k\\b)?\\+?";
    private static final Pattern SOLD = Pattern.compile("(?i)" + COUNT + "\\s*(?:(?:units?|pieces?|pcs|items?|times|copies"
            + "|already|of (?:it|them)"
            + "|were|have been|has been)\\s+){0,2}(?:sold|sales|purchases|orders)\\b"
            + "|\\b(?:sold|bought|purchased|ordered)(?:[ _]?(?:count|quantity|number)| (?:so far|only|just|already|about|over"
            + "|around|more than|nearly|almost"
            + "|a total of|at least|some|is|of))*[\"']?\\s*[:=|]?\\s*[\"']?" + COUNT + "(?![\\d.])(?!\\s*(?:php|pesos?))"
            + "|\\b(?:sales|orders|purchases)(?: (?:of|count|are|is|volume|figure|so far))*\\s*[:=|]?\\s*(?:over |about "
            + "|more than )?" + COUNT
            + "(?![\\d.])(?!\\s*(?:php|pesos?))");
    private static final Pattern TITLE = Pattern.compile("(?i)^\\W*(?:product )?(?:title|name)\\s*[:=|]\\s*[\"']?(.{12,}?)[\"']?\\s*$");
    private static final Pattern COLUMN = Pattern.compile(
            "(?i)^\\W*(?:(price|cost)s?|((?:shop|store|seller)(?: ids?)?)|(?:units? |pieces? )?sold|sales)(?: count)?"
                    + "\\s*(?:\\([^)]*\\)|,? in \\w+)?\\W*$");
    private static final Pattern CELL = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)");
    private static final int LONGEST_ID = 14;
    private static final int BACK = 40;

    /// How people call a service.
    private record Called(Service service, Pattern words) {}

    private static final List<Called> SERVICES = List.of(
            new Called(Service.FREE_SHIPPING,
                    Pattern.compile("(?i)\\bfree[ -]?(?:shipping|delivery)\\b|\\bfreeShipping\\b|\\bships? (?:for )?free\\b")),
            new Called(Service.COD, Pattern.compile("(?i)\\bcash[ -]on[ -]delivery\\b|\\bCOD\\b|\\bpay(?:ment|able)? on delivery\\b")),
            new Called(Service.FLASH_SALE, Pattern.compile("(?i)\\bflash[ -]?(?:sales?|deals?)\\b|\\blaz[ -]?flash\\b")),
            new Called(Service.OFFICIAL, Pattern.compile(
                    "(?i)\\blaz[ -]?mall\\b|\\bofficial (?:store|shop|seller|service|product|badge|brand store)s?\\b"
                            + "|\\bservices?\\W{1,4}official\\b")));
    private static final Pattern NO = Pattern.compile(
            "(?i)^[^.;,\\n]{0,20}[:|]\\s*(?:no|none|✗|❌|not available|unavailable|false)\\b|^\\s*(?:is|are) (?:not|unavailable)\\b");

    private final Found found;

    RecordClaims(Found found) {
        this.found = found;
    }

    /// Ids that stand in the sentence.
    ///
    /// @param query whose own numbers are the user's
    void ids(String query) throws ShoptraceException {
        Set<String> shops = SHOP.matcher(found.text()).results().map(shop -> shop.group(1)).collect(Collectors.toSet());
        Matcher matcher = Binding.PRODUCT_ID.matcher(found.text());
        while (matcher.find()) {
            String id = matcher.group();
            boolean digits = id.chars().allMatch(Character::isDigit);
            if (query.contains(id) || found.shelf().isShop(id) || shops.contains(id)) {
                continue;
            }
            boolean shown = found.shelf().shown(id).isPresent();
            boolean known = shown || found.shelf().inCatalog(id);
            if (!known && (!digits || id.length() > LONGEST_ID || !isMeantAsId(matcher.start(), matcher.end()) || isOfAProduct(id))) {
                continue;
            }
            found.add(new Found.Reckoned(
                    Claim.Kind.PRODUCT_ID, id, List.of(id), known ? Truth.YES : Truth.NO, shown,
                    known ? "the catalogue has it" : "no answer showed it and the catalogue lacks it"));
        }
    }

    /// A long number that a product's own text has, such as that of a book.
    private boolean isOfAProduct(String number) {
        return found.shelf().shownIds().stream()
                .anyMatch(id -> found.shelf().shown(id).map(item -> item.says(List.of(number))).orElse(false));
    }

    private boolean isMeantAsId(int start, int end) {
        String before = found.text().substring(Math.max(0, start - 12), start);
        String behind = found.text().substring(end, Math.min(found.text().length(), end + 6));
        return !before.matches("(?is).*(?:₱|php|\\$|isbn|model|no\\.|\\+)\\W*$") && !behind.matches("(?is)^\\s*(?:php|peso|mah"
                + "|\\+|=).*");
    }

    void shops() {
        Matcher matcher = SHOP.matcher(found.withoutIds());
        while (matcher.find()) {
            String shop = matcher.group(1);
            if (!found.states(matcher.start())) {
                continue;
            }
            boolean denied = Negation.denies(found.text(), matcher.start(1));
            found.add(new Assertion(
                    Claim.Kind.SHOP_ID, shop, found.productsAt(matcher.start(), matcher.end()),
                    item -> item.numbers().shops().isEmpty() ? Truth.UNKNOWN : Truth.of(item.numbers().shops().contains(shop)),
                    item -> "it is of shop " + String.join(", ", item.numbers().shops()), denied));
        }
    }

    /// A cell of a table under the head of a price, a shop or pieces sold.
    ///
    /// @return whether it is one
    static boolean cell(Found found, String head, String cell, List<String> ids) {
        Matcher number = CELL.matcher(cell);
        Matcher column = COLUMN.matcher(head);
        if (!column.find() || !number.matches() || ids.size() != 1) {
            return false;
        }
        double value = Double.parseDouble(number.group(1).replace(",", ""));
        if (column.group(1) != null) {
            found.add(new Assertion(
                    Claim.Kind.PRICE, cell, ids, item -> truth(item.numbers().prices(), price -> Math.abs(price - value) < 0.005
                            || (!cell.contains(".") && Math.abs(price - value) <= 0.5)),
                    item -> "its price is " + PriceClaims.text(item), false));
        } else if (column.group(2) != null) {
            found.add(new Assertion(
                    Claim.Kind.SHOP_ID, cell, ids, item -> truth(item.numbers().shops(), number.group(1)::equals),
                    item -> "it is of shop " + String.join(", ", item.numbers().shops()), false));
        } else {
            found.add(new Assertion(
                    Claim.Kind.SOLD, cell, ids, item -> truth(item.numbers().sold(), sold -> sold == value),
                    item -> String.join(" or ", item.numbers().sold().stream().map(PriceClaims::text).toList()) + " were sold", false));
        }
        return true;
    }

    private static <T> Truth truth(Set<T> known, Predicate<T> so) {
        return known.isEmpty() ? Truth.UNKNOWN : Truth.of(known.stream().anyMatch(so));
    }

    void services() {
        for (Called called : SERVICES) {
            Matcher matcher = called.words().matcher(found.text());
            while (matcher.find()) {
                if (!found.states(matcher.start())) {
                    continue;
                }
                boolean denied = Negation.denies(found.text(), matcher.start())
                        || NO.matcher(found.text().substring(matcher.end(), Math.min(found.text().length(), matcher.end() + BACK))).find();
                found.add(new Assertion(
                        Claim.Kind.SERVICE, (denied ? "no " : "") + matcher.group(), found.productsAt(matcher.start(), matcher.end()),
                        item -> service(item, called), RecordClaims::services, denied));
            }
        }
    }

    private static Truth service(Item item, Called called) {
        Optional<Set<String>> services = item.services();
        boolean said = called.words().matcher(item.titleText()).find();
        return services.isEmpty()
                ? said ? Truth.YES : Truth.UNKNOWN
                : Truth.of(said || services.get().contains(called.service().wireName()));
    }

    private static String services(Item item) {
        Set<String> services = item.services().orElse(Set.of());
        return services.isEmpty()
                ? "it has no service"
                : "its services are " + String.join(", ", services.stream()
                        .map(name -> Service.ofWireName(name).map(Service::label).orElse(name)).sorted().toList());
    }

    void sold() {
        Matcher matcher = SOLD.matcher(found.withoutIds());
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : matcher.group(3) != null ? 3 : 5;
            String digits = matcher.group(group);
            int at = matcher.start(group);
            boolean thousands = matcher.group(group + 1) != null;
            double count = Double.parseDouble(digits.replace(",", "")) * (thousands ? 1000 : 1);
            boolean near = thousands
                    || found.text().substring(Math.max(0, at - BACK), at).matches("(?is).*\\b(?:over|about|around|more than|nearly|almost"
                            + "|approximately)\\s*$")
                    || matcher.group().contains("+");
            boolean id = found.bound().mentions().stream().anyMatch(mention -> mention.start() <= at && at < mention.end());
            if (id || !found.states(matcher.start())) {
                continue;
            }
            found.add(new Assertion(
                    Claim.Kind.SOLD, found.text().substring(matcher.start(), matcher.end()).strip(),
                    found.productsAt(matcher.start(), matcher.end()),
                    item -> item.numbers().sold().isEmpty()
                            ? Truth.UNKNOWN
                            : Truth.of(item.numbers().sold().stream().anyMatch(
                                    sold -> near ? Math.abs(sold - count) <= Math.max(50, sold * 0.1) : sold == count)),
                    item -> String.join(" or ", item.numbers().sold().stream().map(PriceClaims::text).toList()) + " were sold",
                    Negation.denies(found.text(), at)));
        }
    }

    void titles() {
        Matcher matcher = TITLE.matcher(found.text());
        if (!matcher.find() || found.bound().focus().size() != 1) {
            return;
        }
        List<String> words = WordForms.forms(matcher.group(1)).stream().filter(word -> word.length() > 2 && !Forms.IDLE.contains(word))
                .toList();
        if (words.size() < 3) {
            return;
        }
        found.add(new Assertion(
                Claim.Kind.TITLE, matcher.group(1), found.bound().focus(), item -> title(item, words),
                item -> "its title is " + item.titleText(), false));
    }

    private static Truth title(Item item, List<String> words) {
        if (item.title().forms().isEmpty()) {
            return Truth.UNKNOWN;
        }
        long held = words.stream().filter(item.title().forms()::contains).count();
        return held >= 0.7 * words.size() ? Truth.YES : held > 0.3 * words.size() ? Truth.UNKNOWN : Truth.NO;
    }
}
