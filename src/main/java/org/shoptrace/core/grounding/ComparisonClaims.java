package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.finding.Claim;

/// Compares products again: cheaper and dearer, sold more and less, the cheapest and the best-selling of what was shown, the same shop or
/// different ones, the only one.
final class ComparisonClaims {
    private static final Pattern THAN = Pattern.compile(
            "(?i)\\b(cheaper|less expensive|lower[- ]priced|lower (?:in )?price|costs? less|priced lower|more affordable|a lower price"
                    + "|more expensive|dearer|pricier|costs? more|priced higher|higher[- ]priced|a higher price|costlier"
                    + "|more popular|sold (?:more|fewer|less)|(?:has )?more sales|sells (?:better|more)|better[- ]selling|higher sales"
                    + "|less popular|sold less|fewer sales)\\b"
                    + "[^.;,]{0,30}?\\bthan\\b");
    private static final Pattern MOST = Pattern.compile(
            "(?i)\\b(cheapest|least expensive|lowest[- ]priced|lowest price|most affordable|most expensive|dearest|priciest"
                    + "|highest[- ]priced|highest price"
                    + "|best[- ]?sell(?:ing|er)|most[- ]sold|top[- ]selling|most popular|highest (?:sales|sold)|most sales"
                    + "|least sold|lowest sales)\\b");
    private static final Pattern OF_FEW = Pattern.compile(
            "(?i)^\\s+(?:of|among|from|out of)\\s+(?:(?:the|these|those|all|my|your|our)\\s+)*"
                    + "(two|three|four|five|six|[2-9])\\b(?:\\s+(?:products|items|options|ones|picks|recommendations))?(?=\\W|$)");
    private static final Pattern SAME_PRICE = Pattern.compile("(?i)\\b(same price|equally priced|cost the same)\\b");
    private static final Pattern SAME_SHOP = Pattern.compile(
            "(?i)\\b(?:from|in|of|at|by|have|has|with|share|sold by|same)\\s+(?:the |a |an )?(?:(?:very )?(same|single|one"
                    + "|identical)"
                    + "|(different|separate|distinct|two|various|multiple))?\\s*(?:shop|store"
                    + "|seller)s?\\b(?!\\s*(?:id)?\\s*[:#]?\\s*\\d)");
    private static final Pattern WHOLE = Pattern.compile(
            "(?i)\\b(?:of all|among all|in all|across all|all (?:the )?(?:results|products|items|options)|i (?:have )?(?:found"
                    + "|seen|saw)|overall|any other|all others|everything)\\b");
    private static final Pattern ONLY = Pattern.compile(
            "(?i)\\bthe only (?:product|item|one|option|listing|offer)\\b[^.;]{0,40}?\\b(?:from|of|in|at|by) (?:the )?(?:shop"
                    + "|store|seller)"
                    + "\\s*(?:id)?\\s*[:#]?\\s*(\\d{3,})");
    private static final Pattern COUNT = Pattern.compile(
            "(?i)\\bi(?: have|'ve)? (?:recommend(?:ed)?|selected|chosen|chose|picked) (?:these |the following |a total of |all )?"
                    + "(one|two|three|four|five|six|\\d) (?:products?|items?)\\b");
    private static final List<String> NUMBERS = List.of("none", "one", "two", "three", "four", "five", "six");
    private static final double KIN = 0.34;

    private final Found found;

    ComparisonClaims(Found found) {
        this.found = found;
    }

    void find() throws ShoptraceException {
        than();
        only();
        counted();
        most();
        same();
    }

    private static boolean isSales(String words) {
        return words.matches(".*(?:popular|sold|sales|sell).*");
    }

    private static boolean isLess(String words) {
        return words.matches(".*(?:cheap|less|lower|lowest|afford|least|fewer).*");
    }

    private static OptionalDouble number(Item item, boolean sales) {
        Set<Double> numbers = sales ? item.numbers().sold() : item.numbers().prices();
        return numbers.size() == 1 ? OptionalDouble.of(numbers.iterator().next()) : OptionalDouble.empty();
    }

    private void than() throws ShoptraceException {
        Matcher matcher = THAN.matcher(found.text());
        while (matcher.find()) {
            List<String> ones = found.bound().mentions().stream().filter(mention -> mention.end() <= matcher.start()).findFirst()
                    .map(Mention::ids).orElse(found.bound().focus());
            Optional<Mention> others = found.bound().mentions().stream().filter(mention -> mention.start() >= matcher.end()).findFirst();
            if (!found.states(matcher.start()) || ones.size() != 1) {
                continue;
            }
            String words = matcher.group(1).toLowerCase(Locale.ROOT);
            List<String> than = others.map(Mention::ids).orElse(List.of());
            if (than.isEmpty() && WHOLE.matcher(found.text().substring(matcher.end())).find()) {
                superlative(matcher, ones.getFirst(), isSales(words), isLess(words), scope(ones.getFirst(), "", true));
                continue;
            }
            boolean denied = Negation.denies(found.text(), matcher.start());
            for (String other : than) {
                if (!other.equals(ones.getFirst())) {
                    compare(matcher.group() + " " + other, ones.getFirst(), other, words, denied);
                }
            }
        }
        Matcher alike = SAME_PRICE.matcher(found.text());
        if (alike.find() && found.states(alike.start())) {
            List<String> ids = everyNamed();
            if (ids.size() > 1) {
                compareAll(alike.group(), ids, item -> number(item, false).isPresent()
                        ? Optional.of(Double.toString(number(item, false).getAsDouble()))
                        : Optional.empty(),
                        Negation.denies(found.text(), alike.start()) ? Alike.NOT_ALL : Alike.ALL, Claim.Kind.COMPARISON);
            }
        }
    }

    /// `The only product that I saw from shop 800192`.
    private void only() {
        Matcher matcher = ONLY.matcher(found.text());
        while (matcher.find()) {
            String shop = matcher.group(1);
            List<String> ones = found.productsAt(matcher.start(), matcher.end());
            if (ones.isEmpty() || !found.states(matcher.start())) {
                continue;
            }
            Optional<String> other = found.shelf().shownIds().stream()
                    .filter(id -> !ones.contains(id))
                    .filter(id -> found.shelf().shown(id).map(item -> item.numbers().shops().contains(shop)).orElse(false))
                    .findFirst();
            found.add(new Found.Reckoned(
                    Claim.Kind.COUNT, matcher.group().strip(), ones,
                    Truth.of(other.isEmpty() != Negation.denies(found.text(), matcher.start())),
                    true, other.map(id -> id + " was shown of that shop too").orElse("no other that was shown is of that shop")));
        }
    }

    /// `I recommend three items`, held against as many as are recommended.
    private void counted() {
        Matcher matcher = COUNT.matcher(found.text());
        List<String> recommended = found.shelf().recommended().stream().distinct().toList();
        if (!matcher.find() || found.sentence().isThought() || recommended.isEmpty() || !found.bound().mentions().isEmpty()) {
            return;
        }
        String word = matcher.group(1).toLowerCase(Locale.ROOT);
        int number = Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : NUMBERS.indexOf(word);
        if (found.states(matcher.start())) {
            found.add(new Found.Reckoned(
                    Claim.Kind.COUNT, matcher.group().strip(), recommended, Truth.of(number == recommended.size()), true,
                    recommended.size() + " are recommended"));
        }
    }

    private void compare(String text, String one, String other, String words, boolean denied) throws ShoptraceException {
        boolean sales = isSales(words);
        Optional<Item> a = found.shelf().item(one);
        Optional<Item> b = found.shelf().item(other);
        if (a.isEmpty() || b.isEmpty() || number(a.get(), sales).isEmpty() || number(b.get(), sales).isEmpty()) {
            return;
        }
        double first = number(a.get(), sales).getAsDouble();
        double second = number(b.get(), sales).getAsDouble();
        boolean so = isLess(words) ? first < second : first > second;
        found.add(new Found.Reckoned(
                Claim.Kind.COMPARISON, text, List.of(one, other), Truth.of(so != denied), isShown(List.of(one, other)),
                (sales ? "pieces sold: " : "prices: ") + PriceClaims.text(first) + " against " + PriceClaims.text(second)));
    }

    private boolean isShown(List<String> ids) {
        return ids.stream().allMatch(id -> found.shelf().shown(id).isPresent());
    }

    private void most() throws ShoptraceException {
        Matcher matcher = MOST.matcher(found.text());
        while (matcher.find()) {
            List<String> ones = found.productsAt(matcher.start(), matcher.end());
            boolean own = !isOfAGroup(found, matcher.start());
            if (ones.size() != 1 || !own || !found.states(matcher.start())) {
                continue;
            }
            String words = matcher.group().toLowerCase(Locale.ROOT);
            String behind = found.text().substring(matcher.end());
            boolean whole = WHOLE.matcher(behind).find();
            Matcher few = OF_FEW.matcher(behind);
            if (few.find()) {
                List<Item> others = few(few.group(1), ones.getFirst());
                if (!others.isEmpty()) {
                    superlative(matcher, ones.getFirst(), isSales(words), isLess(words), others);
                }
                continue;
            }
            superlative(matcher, ones.getFirst(), isSales(words), isLess(words), scope(ones.getFirst(), behind, whole));
        }
    }

    /// `Of the three items`: those that are named or recommended where they are as many, and the one among them; else none.
    private List<Item> few(String number, String id) throws ShoptraceException {
        int word = NUMBERS.indexOf(number.toLowerCase(Locale.ROOT));
        int size = word >= 0 ? word : Integer.parseInt(number);
        for (List<String> ids : List.of(everyNamed(), found.bound().named(), found.shelf().recommended().stream().distinct().toList())) {
            if (ids.size() == size && ids.contains(id)) {
                List<Item> others = new ArrayList<>();
                for (String other : ids) {
                    if (!other.equals(id)) {
                        found.shelf().item(other).ifPresent(others::add);
                    }
                }
                return others.size() == size - 1 ? others : List.of();
            }
        }
        return List.of();
    }

    /// `The highest price of the two pads is 375.4` is no product's place among others, and its amount
    /// is not the one's that its words name.
    static boolean isOfAGroup(Found found, int at) {
        return found.text().substring(0, at).strip().matches("(?i)(?:the|its|their|and|so|but|,"
                + "|\\s)*") && MOST.matcher(found.text()).find(at)
                && found.bound().mentions().stream().noneMatch(mention -> mention.how() == Mention.How.ID);
    }

    /// What a product is the most of: every product that was shown whose title has the words behind it; those akin to it where it is not
    /// said that all are meant.
    private List<Item> scope(String id, String behind, boolean whole) throws ShoptraceException {
        Set<String> title = found.shelf().titleWords(id);
        List<String> kind = new ArrayList<>();
        for (WordForms.Word word : WordForms.of(behind).all()) {
            if (word.isSign() || word.form().matches("that|i|of|in|among|for|with|and|at|which|from|on|so|to|is|are|here|we|you")) {
                break;
            }
            if (title.contains(word.form()) && !Forms.IDLE.contains(word.form())) {
                kind.add(word.form());
            }
        }
        List<Item> scope = new ArrayList<>();
        for (String other : found.shelf().shownIds()) {
            Set<String> words = found.shelf().titleWords(other);
            boolean in = !kind.isEmpty() ? words.containsAll(kind) : whole || isAkin(title, words);
            if (in && !other.equals(id)) {
                found.shelf().shown(other).ifPresent(scope::add);
            }
        }
        return scope;
    }

    private static boolean isAkin(Set<String> title, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(title);
        both.retainAll(other);
        return both.size() >= KIN * Math.max(1, title.size() + other.size() - both.size());
    }

    private void superlative(Matcher said, String id, boolean sales, boolean least, List<Item> scope) throws ShoptraceException {
        Optional<Item> seen = found.shelf().shown(id).filter(each -> number(each, sales).isPresent());
        Optional<Item> item = seen.isPresent() ? seen : found.shelf().item(id);
        if (item.isEmpty() || number(item.get(), sales).isEmpty()) {
            return;
        }
        double own = number(item.get(), sales).getAsDouble();
        boolean denied = isDenied(said.start());
        Optional<Item> better = scope.stream()
                .filter(each -> number(each, sales).stream().anyMatch(other -> least ? other < own : other > own))
                .findFirst();
        String because = better.map(
                each -> each.id() + " has " + PriceClaims.text(number(each, sales).getAsDouble()) + " against " + PriceClaims.text(own))
                .orElse("nothing like it that was shown goes beyond its " + PriceClaims.text(own));
        found.add(new Found.Reckoned(
                Claim.Kind.COMPARISON, said.group(), List.of(id), Truth.of(better.isEmpty() != denied), true, because));
    }

    /// A comma and a product begin a clause of its own: of `A is not the cheapest, B is the cheapest` only the first is denied.
    private boolean isDenied(int at) {
        int clause = found.bound().mentions().stream().map(Mention::start)
                .filter(start -> start < at && found.text().substring(0, start).stripTrailing().endsWith(","))
                .reduce(0, Math::max);
        return Negation.denies(found.text().substring(clause), at - clause);
    }

    private List<String> everyNamed() {
        Set<String> ids = new LinkedHashSet<>();
        found.bound().mentions().forEach(mention -> ids.addAll(mention.ids()));
        if (ids.size() < 2) {
            ids.clear();
            ids.addAll(found.bound().focus().size() > 1
                    ? found.bound().focus()
                    : found.sentence().isThought() ? List.of() : found.shelf().recommended());
        }
        return List.copyOf(ids);
    }

    private void same() throws ShoptraceException {
        Matcher matcher = SAME_SHOP.matcher(found.text());
        while (matcher.find()) {
            boolean same = matcher.group(1) != null || matcher.group().toLowerCase(Locale.ROOT).startsWith("same");
            boolean different = matcher.group(2) != null;
            List<String> ids = everyNamed();
            if (same == different || ids.size() < 2 || !found.states(matcher.start())) {
                continue;
            }
            compareAll(matcher.group().strip(), ids, item -> item.numbers().shops().stream().findFirst(),
                    Alike.of(same ? "same" : matcher.group(2), Negation.denies(found.text(), matcher.start())), Claim.Kind.SHOP_ID);
        }
    }

    /// What is said of what several products have.
    private enum Alike {
        /// All the same.
        ALL,
        /// The same, denied: two differ.
        NOT_ALL,
        /// No two the same.
        NONE,
        /// Different ones, denied: two are the same.
        SOME;

        /// @param word `same`, `different`, or how many: those are not all the same
        static Alike of(String word, boolean denied) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "same" -> denied ? NOT_ALL : ALL;
                case "two", "various", "multiple" -> denied ? ALL : NOT_ALL;
                default -> denied ? SOME : NONE;
            };
        }

        Truth of(List<String> values) {
            long distinct = values.stream().distinct().count();
            return Truth.of(switch (this) {
                case ALL -> distinct == 1;
                case NOT_ALL -> distinct > 1;
                case NONE -> distinct == values.size();
                case SOME -> distinct < values.size();
            });
        }
    }

    /// Whether what several products have is as much the same as is said.
    private void compareAll(String text, List<String> ids, Function<Item, Optional<String>> what, Alike alike, Claim.Kind kind)
            throws ShoptraceException {
        List<String> values = new ArrayList<>();
        for (String id : ids) {
            found.shelf().item(id).flatMap(what).ifPresent(values::add);
        }
        if (values.size() < ids.size()) {
            return;
        }
        found.add(new Found.Reckoned(
                kind, text, ids, alike.of(values), isShown(ids), "they have " + String.join(", ", values)));
    }
}
