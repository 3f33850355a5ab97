package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.grounding.WordForms.Word;
import org.shoptrace.model.finding.Claim;

/// Finds values in prose, where no key and colon say what they are: `comes in white`, `a blue phone case`, `made of suede`, `in queen
/// size`, `a 12 inch display`, `suitable for casual wear`, `by the hem brand`. A value is one that the products in view have, or that is
/// usual for its family, and the words around it say what it is a value of.
final class WordClaims {
    private static final Set<String> BE = Set.of("is", "are", "was");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "this", "your");
    private static final Set<String> LINKS = Set.of("and", "or", "both", "also", "fully", "pure", "solid", "real", "genuine",
            "entirely", "mostly");
    /// What may stand before a colour or a material and changes neither.
    private static final Set<String> SHADES = Set.of(
            "fully", "pure", "solid", "real", "genuine", "entirely", "mostly", "also", "beautiful", "nice", "lovely", "soft", "durable",
            "premium",
            "quality", "stylish", "matte", "glossy", "metallic", "pastel", "deep", "pale", "jet", "plain", "elegant", "high", "bright",
            "light",
            "dark");
    private static final Set<String> MADE = Set.of(
            "made", "crafted", "constructed", "built", "manufactured", "composed", "consist", "consisting", "fashioned", "produced");
    /// What a part of a thing is said to be.
    private static final List<Family> PARTED = List.of(Family.COLOR, Family.MATERIAL, Family.SHAPE);
    private static final Set<String> UP_TO = Set.of("up", "expandable", "support", "supports", "supported");
    private static final Set<String> TIMES = Set.of("day", "month", "year");
    private static final Set<String> FOR = Set.of("for", "as");

    private final Found found;
    private final KeyedClaims keyed;
    private final List<Word> words;
    private final List<String> forms;
    private final Set<Integer> taken = new HashSet<>();

    WordClaims(Found found, KeyedClaims keyed) {
        this.found = found;
        this.keyed = keyed;
        this.words = found.sentence().words().plain();
        this.forms = found.sentence().words().forms();
    }

    void find() throws ShoptraceException {
        new NameClaims(found, keyed).find().forEach(this::take);
        measures();
        parts();
        Map<Key, Set<List<String>>> inView = found.shelf().values(found.bound().focus());
        for (int at = 0; at < forms.size(); at++) {
            if (taken.contains(at) || keyed.covers(words.get(at).start())) {
                continue;
            }
            if (usual(at)) {
                continue;
            }
            inView(at, inView);
        }
    }

    private void take(int[] range) {
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).start() >= range[0] && words.get(at).end() <= range[1]) {
                taken.add(at);
            }
        }
    }

    private boolean usual(int at) throws ShoptraceException {
        for (Family family : Family.values()) {
            List<String> best = List.of();
            for (List<String> value : family.usual()) {
                if (value.size() > best.size() && standsAt(value, at)) {
                    best = value;
                }
            }
            if (!best.isEmpty() && isOf(family, at, best.size())) {
                state(Key.of(List.copyOf(family.words()).stream().sorted().limit(1).toList()), family, at, best);
                return true;
            }
        }
        return false;
    }

    private void inView(int at, Map<Key, Set<List<String>>> inView) throws ShoptraceException {
        List<String> best = List.of();
        Optional<Key> of = Optional.empty();
        for (Map.Entry<Key, Set<List<String>>> each : inView.entrySet()) {
            for (List<String> value : each.getValue()) {
                if (value.size() > best.size() && standsAt(value, at) && isOf(each.getKey(), at, value.size())) {
                    best = value;
                    of = Optional.of(each.getKey());
                }
            }
        }
        if (of.isPresent()) {
            state(of.get(), at, at + best.size(), best);
        }
    }

    private boolean standsAt(List<String> value, int at) {
        return !value.isEmpty() && at + value.size() <= forms.size() && forms.get(at).equals(value.getFirst())
                && forms.subList(at, at + value.size()).equals(value);
    }

    private String before(int at, int back) {
        return at - back >= 0 ? forms.get(at - back) : "";
    }

    private String behind(int end, int on) {
        return end + on < forms.size() ? forms.get(end + on) : "";
    }

    /// Whether the words around say that the value is one of that key: its own words stand beside it.
    private boolean isOf(Key key, int at, int size) throws ShoptraceException {
        if (key.family().isPresent() && isOf(key.family().get(), at, size)) {
            return true;
        }
        List<String> name = key.meaning();
        int end = at + size;
        boolean single = size == 1 && forms.get(at).length() < 3;
        if (name.isEmpty() || name.equals(List.of("item"))) {
            return false;
        }
        boolean behind = (end + name.size() <= forms.size() && forms.subList(end, end + name.size()).equals(name))
                || (!single && behind(end, 0).equals(name.getLast()) && name.getLast().length() > 3);
        boolean before = (at >= name.size() && forms.subList(at - name.size(), at).equals(name))
                || (at >= key.words().size() && forms.subList(at - key.words().size(), at).equals(key.words()));
        return behind || before;
    }

    private boolean isOf(Family family, int at, int size) throws ShoptraceException {
        int end = at + size;
        String next = behind(end, 0);
        String last = before(at, 1);
        boolean named = (size > 1 && forms.subList(at, end).stream().anyMatch(family.words()::contains))
                || (family.words().contains(next) && !isPartOfAName(end))
                || family.words().contains(last)
                || (next.equals("as") && Set.of("the", "its").contains(behind(end, 1))
                        && (family.words().contains(behind(end, 2)) || family.words().contains(behind(end, 3))))
                || (family.words().contains(before(at, 2)) && Set.of("type", "of", "family", "option", "is", "in").contains(last));
        if (named) {
            return family != Family.SIZE || !next.equals("bed");
        }
        return switch (family) {
            case COLOR -> isColor(at, end);
            case MATERIAL -> isMaterial(at, end);
            case ORIGIN -> (last.equals("in") && MADE.contains(before(at, 2)))
                    || (last.equals("from")
                            && (Set.of("imported", "import", "come").contains(before(at, 2)) || isFirstOfItem(at - 1)));
            case OCCASION, SEASON, GENDER, SKIN,
                    AGE ->
                FOR.contains(last) && (next.equals("wear") || next.isEmpty() || family == Family.SKIN
                        || Set.of("suitable", "ideal", "perfect", "designed", "great", "intended", "meant", "recommended")
                                .contains(before(at, 2))
                        || BE.contains(before(at, 2)))
                        || (family == Family.GENDER && ARTICLES.contains(last) && BE.contains(before(at, 2)) && namesTheProduct(end));
            case FIT -> next.equals("fit");
            case BRAND -> last.equals("by") || (last.equals("from") && !before(at, 2).equals("made"));
            case CLOSURE -> forms.subList(Math.max(0, at - 4), at).stream()
                    .anyMatch(Set.of("close", "closes", "fasten", "fastens", "closed")::contains);
            case SIZE -> (last.equals("in") && size == 1 && forms.get(at).matches("xs|xl|\\dxl")) || last.equals("size");
            case PATTERN -> next.equals("design");
            case PLUG -> next.equals("plug") || last.equals("plug");
            default -> false;
        };
    }

    /// `size` of `plus size dress` names a size; `style` of `style name` does not.
    private boolean isPartOfAName(int end) {
        return Set.of("name", "number", "chart", "guide", "code").contains(behind(end, 1));
    }

    /// Articles and other colours or adverbs before it taken away.
    private int start(Family family, int at) {
        int from = at;
        while (from > 0) {
            String last = forms.get(from - 1);
            boolean same = family.usual().contains(List.of(last)) || (LINKS.contains(last) && from < at)
                    || SHADES.contains(last);
            if (!same) {
                break;
            }
            from--;
        }
        return from;
    }

    private boolean isColor(int at, int end) throws ShoptraceException {
        int from = start(Family.COLOR, at);
        String last = before(from, 1);
        String verb = before(from, 2);
        boolean isNoun = namesTheProduct(end);
        if (isFirstOfItem(from) && closes(end)) {
            return true;
        }
        if (BE.contains(last) || (last.equals("not") && BE.contains(verb))) {
            return isNoun || closes(end);
        }
        if (last.equals("in")) {
            return closes(end) && !verb.equals("search") && !verb.equals("interested");
        }
        return (ARTICLES.contains(last) || isFirstOfItem(from)) && isNoun && !Set.of("with", "for", "has", "have").contains(verb);
    }

    private boolean isMaterial(int at, int end) throws ShoptraceException {
        int from = start(Family.MATERIAL, at);
        String last = before(from, 1);
        for (int back = 1; back <= 4; back++) {
            if (MADE.contains(before(from, back)) && Set.of("of", "from", "with", "out", "in", "using").contains(before(from, back - 1))) {
                return true;
            }
        }
        if (isFirstOfItem(from) && closes(end)) {
            return true;
        }
        if (BE.contains(last) || (last.equals("not") && BE.contains(before(from, 2)))) {
            return closes(end) || namesTheProduct(end);
        }
        return (ARTICLES.contains(last) || isFirstOfItem(from)) && namesTheProduct(end)
                && !Set.of("with", "for", "has", "have").contains(before(from, 2));
    }

    /// Whether a line of a list begins there: `- red phone case`.
    private boolean isFirstOfItem(int at) {
        return at == 0 && found.sentence().isItem() && found.sentence().number() == 0;
    }

    /// Whether one of the next words is the product's own noun.
    private boolean namesTheProduct(int end) throws ShoptraceException {
        for (String id : about(end)) {
            Set<String> title = found.shelf().titleWords(id);
            for (int on = 0; on < 3; on++) {
                String word = behind(end, on);
                if (Set.of("product", "item", "one").contains(word)
                        || (word.length() > 2 && title.contains(word) && !Forms.IDLE.contains(word))) {
                    return true;
                }
                if (word.isEmpty() || Forms.IDLE.contains(word)) {
                    break;
                }
            }
        }
        return false;
    }

    /// Whether nothing follows that the value could belong to.
    private boolean closes(int end) {
        if (end >= words.size()) {
            return true;
        }
        String between = found.text().substring(words.get(end - 1).end(), words.get(end).start());
        return !between.isBlank() || Set.of("and", "or", "with", "but", "for", "which", "as", "in", "color", "colored", "at", "size",
                "only", "that", "option", "too", "while",
                "variant", "from", "to").contains(forms.get(end));
    }

    private List<String> about(int end) {
        int at = words.get(Math.max(0, Math.min(end, words.size()) - 1)).start();
        return found.productsAt(at, words.get(Math.max(0, Math.min(end, words.size()) - 1)).end());
    }

    private void state(Key key, Family family, int at, List<String> value) {
        Key said = key.family().equals(Optional.of(family)) ? key : new Key(key.words(), key.meaning(), Optional.of(family));
        state(said, at, at + value.size(), value);
    }

    private void state(Key said, int at, int end, List<String> value) {
        int start = words.get(at).start();
        int stop = words.get(end - 1).end();
        if (!found.states(start)) {
            return;
        }
        for (int each = at; each < end; each++) {
            taken.add(each);
        }
        Assertion assertion = KeyedClaims.statement(
                said, found.productsAt(start, stop), found.text().substring(start, stop), value, Negation.denies(found.text(), start));
        found.add(assertion.kind() == Claim.Kind.BRAND ? assertion.of(item -> KeyedClaims.has(item, said, value)) : assertion);
    }

    /// Numbers with a unit, where a key of the product has one like it and its name stands beside: `a 12 inch display`.
    private void measures() throws ShoptraceException {
        for (int at = 0; at < forms.size(); at++) {
            if (!words.get(at).isNumber() || keyed.covers(words.get(at).start()) || taken.contains(at)) {
                continue;
            }
            int end = at + 1;
            while (end < forms.size() && words.get(end).isNumber()) {
                end++;
            }
            boolean unit = end < forms.size() && Forms.UNITS.containsValue(forms.get(end));
            if (unit) {
                measure(at, end + 1);
            } else if (at > 0 && forms.get(at - 1).matches("eu|us|uk")
                    && (Set.of("size", "in").contains(before(at - 1, 1)) || behind(end, 0).equals("size")
                            || (isFirstOfItem(at - 1) && end == forms.size()))) {
                state(Key.of(List.of("size")), Family.SIZE, at - 1, forms.subList(at - 1, end));
            } else if (!counted(at, end)
                    && (before(at, 1).equals("size") || (before(at, 1).equals("is") && before(at, 2).equals("size")))) {
                state(Key.of(List.of("size")), Family.SIZE, at, forms.subList(at, end));
            }
            at = end;
        }
    }

    /// A number of what a product has a number of: `240 pages`.
    private boolean counted(int at, int end) throws ShoptraceException {
        String next = behind(end, 0);
        for (String id : found.productsAt(words.get(at).start(), words.get(end - 1).end())) {
            for (Item.Fact fact : found.shelf().item(id).map(Item::facts).orElse(List.of())) {
                if (end == at + 1 && !next.isEmpty() && fact.key().words().contains("number")
                        && fact.key().words().getLast().equals(next)) {
                    state(fact.key(), at, end, forms.subList(at, end));
                    return true;
                }
            }
        }
        return false;
    }

    /// What stands before the name of a part that the product has a key for: `a brown leather strap`, `a square case`, `a round case
    /// shape`.
    private void parts() throws ShoptraceException {
        for (String id : found.bound().mentions().size() > 1 ? List.<String>of() : found.bound().focus()) {
            for (Item.Fact fact : found.shelf().item(id).map(Item::facts).orElse(List.of())) {
                Optional<Family> family = fact.key().family().or(() -> familyOf(fact.value())).filter(PARTED::contains);
                List<String> part = fact.key().meaning().stream()
                        .filter(word -> word.length() > 2 && !family.map(Family::words).orElse(Set.of()).contains(word)).toList();
                if (family.isPresent() && !part.isEmpty()) {
                    part(fact.key(), family.get(), part.getLast());
                }
            }
        }
    }

    private static Optional<Family> familyOf(List<String> value) {
        return PARTED.stream().filter(family -> family.usual().contains(value)).findFirst();
    }

    private static boolean isOfAnother(Family family, String word) {
        return PARTED.stream().anyMatch(other -> other != family && other.usual().contains(List.of(word)));
    }

    private void part(Key key, Family family, String name) {
        for (int at = 1; at < forms.size(); at++) {
            if (!forms.get(at).equals(name)) {
                continue;
            }
            int end = at;
            while (end > 0 && at - end < 2 && isOfAnother(family, forms.get(end - 1))) {
                end--;
            }
            List<String> best = List.of();
            for (List<String> value : family.usual()) {
                if (value.size() > best.size() && end >= value.size() && forms.subList(end - value.size(), end).equals(value)) {
                    best = value;
                }
            }
            int from = end - best.size();
            if (!best.isEmpty() && !taken.contains(from) && !keyed.covers(words.get(from).start())) {
                state(key, family, from, best);
            }
        }
    }

    private void measure(int at, int end) throws ShoptraceException {
        String unit = forms.get(end - 1);
        List<String> value = new ArrayList<>(forms.subList(at, end));
        Set<String> around = new HashSet<>();
        for (int each = Math.max(0, at - 4); each < Math.min(forms.size(), end + 2); each++) {
            if (each < at || each >= end) {
                around.add(forms.get(each));
            }
        }
        for (String id : found.productsAt(words.get(at).start(), words.get(end - 1).end())) {
            Optional<Item> item = found.shelf().item(id);
            for (Item.Fact fact : item.map(Item::facts).orElse(List.of())) {
                boolean like = (fact.value().contains(unit) || (TIMES.contains(unit) && fact.value().stream().anyMatch(TIMES::contains)))
                        && fact.value().stream().anyMatch(word -> Character.isDigit(word.charAt(0)));
                boolean named = fact.key().meaning().stream().anyMatch(word -> word.length() > 3 && around.contains(word))
                        || around.contains("size") || around.contains("option") || around.contains("variant")
                        || (unit.equals("v") && fact.key().family().equals(Optional.of(Family.VOLTAGE)))
                        || (unit.equals("w") && fact.key().family().equals(Optional.of(Family.POWER)));
                if (like && named) {
                    state(fact.key(), at, end, value);
                    return;
                }
            }
        }
        boolean more = forms.subList(Math.max(0, at - 3), at).stream().anyMatch(UP_TO::contains);
        if (Values.isMeasure(value) && !more) {
            for (String id : found.productsAt(words.get(at).start(), words.get(end - 1).end())) {
                if (found.shelf().titleWords(id).contains(unit)) {
                    state(Key.of(List.of("measure")), at, end, value);
                    return;
                }
            }
        }
    }
}
