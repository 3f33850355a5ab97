package org.shoptrace.core.grounding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;

/// Finds values in prose, where no key and colon say what they are: `comes in white`, `a blue phone case`, `made of suede`, `in queen
/// size`, `suitable for casual wear`, `by the hem brand`. A value is one that the products in view have, or that is
/// usual for its family, and the words around it say what it is a value of.
final class WordClaims {
    private static final Set<String> BE = Set.of("is", "are", "was");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "this", "your");
    private static final Set<String> LINKS = Set.of("and", "or", "both", "also", "fully", "pure", "solid", "real", "genuine",
            "entirely", "mostly");
    /// What may stand before a colour or a material and changes neither.
    private static final Set<String> SHADES = Set.of(
            "fully", "pure", "solid", "real", "genuine", "entirely", "mostly", "also", "beautiful", "nice", "lovely", "soft", "durable",
            "premium", "quality", "stylish", "matte", "glossy", "metallic", "pastel", "deep", "pale", "jet", "plain", "elegant", "high",
            "bright", "light", "dark");
    private static final Set<String> MADE = Set.of(
            "made", "crafted", "constructed", "built", "manufactured", "composed", "consist", "consisting", "fashioned", "produced");
    private static final Set<String> FOR = Set.of("for", "as");

    private final ProseWords prose;

    WordClaims(ProseWords prose) {
        this.prose = prose;
    }

    void find() throws ShoptraceException {
        Map<Key, Set<List<String>>> inView = prose.found().shelf().values(prose.found().bound().focus());
        for (int at = 0; at < prose.forms().size(); at++) {
            if (prose.isFree(at) && !usual(at)) {
                inView(at, inView);
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
                prose.state(Key.of(List.copyOf(family.words()).stream().sorted().limit(1).toList()), family, at, best);
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
            prose.state(of.get(), at, at + best.size(), best);
        }
    }

    private boolean standsAt(List<String> value, int at) {
        return !value.isEmpty() && at + value.size() <= prose.forms().size() && prose.forms().get(at).equals(value.getFirst())
                && prose.forms().subList(at, at + value.size()).equals(value);
    }

    /// Whether the words around say that the value is one of that key: its own words stand beside it.
    private boolean isOf(Key key, int at, int size) throws ShoptraceException {
        if (key.family().isPresent() && isOf(key.family().get(), at, size)) {
            return true;
        }
        List<String> name = key.meaning();
        int end = at + size;
        boolean single = size == 1 && prose.forms().get(at).length() < 3;
        if (name.isEmpty() || name.equals(List.of("item"))) {
            return false;
        }
        boolean behind = (end + name.size() <= prose.forms().size() && prose.forms().subList(end, end + name.size()).equals(name))
                || (!single && prose.behind(end, 0).equals(name.getLast()) && name.getLast().length() > 3);
        boolean before = (at >= name.size() && prose.forms().subList(at - name.size(), at).equals(name))
                || (at >= key.words().size() && prose.forms().subList(at - key.words().size(), at).equals(key.words()));
        return behind || before;
    }

    private boolean isOf(Family family, int at, int size) throws ShoptraceException {
        int end = at + size;
        String next = prose.behind(end, 0);
        String last = prose.before(at, 1);
        boolean named = (size > 1 && prose.forms().subList(at, end).stream().anyMatch(family.words()::contains))
                || (family.words().contains(next) && !isPartOfAName(end))
                || family.words().contains(last)
                || (next.equals("as") && Set.of("the", "its").contains(prose.behind(end, 1))
                        && (family.words().contains(prose.behind(end, 2)) || family.words().contains(prose.behind(end, 3))))
                || (family.words().contains(prose.before(at, 2)) && Set.of("type", "of", "family", "option", "is", "in").contains(last));
        if (named) {
            return family != Family.SIZE || !next.equals("bed");
        }
        return switch (family) {
            case COLOR -> isColor(at, end);
            case MATERIAL -> isMaterial(at, end);
            case ORIGIN -> (last.equals("in") && MADE.contains(prose.before(at, 2)))
                    || (last.equals("from")
                            && (Set.of("imported", "import", "come").contains(prose.before(at, 2)) || prose.isFirstOfItem(at - 1)));
            case OCCASION, SEASON, GENDER, SKIN,
                    AGE ->
                FOR.contains(last) && (next.equals("wear") || next.isEmpty() || family == Family.SKIN
                        || Set.of("suitable", "ideal", "perfect", "designed", "great", "intended", "meant", "recommended")
                                .contains(prose.before(at, 2))
                        || BE.contains(prose.before(at, 2)))
                        || (family == Family.GENDER && ARTICLES.contains(last) && BE.contains(prose.before(at, 2)) && namesTheProduct(end));
            case FIT -> next.equals("fit");
            case BRAND -> last.equals("by") || (last.equals("from") && !prose.before(at, 2).equals("made"));
            case CLOSURE -> prose.forms().subList(Math.max(0, at - 4), at).stream()
                    .anyMatch(Set.of("close", "closes", "fasten", "fastens", "closed")::contains);
            case SIZE -> (last.equals("in") && size == 1 && prose.forms().get(at).matches("xs|xl|\\dxl")) || last.equals("size");
            case PATTERN -> next.equals("design");
            case PLUG -> next.equals("plug") || last.equals("plug");
            default -> false;
        };
    }

    /// `size` of `plus size dress` names a size; `style` of `style name` does not.
    private boolean isPartOfAName(int end) {
        return Set.of("name", "number", "chart", "guide", "code").contains(prose.behind(end, 1));
    }

    /// Articles and other colours or adverbs before it taken away.
    private int start(Family family, int at) {
        int from = at;
        while (from > 0) {
            String last = prose.forms().get(from - 1);
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
        String last = prose.before(from, 1);
        String verb = prose.before(from, 2);
        boolean isNoun = namesTheProduct(end);
        if (prose.isFirstOfItem(from) && closes(end)) {
            return true;
        }
        if (BE.contains(last) || (last.equals("not") && BE.contains(verb))) {
            return isNoun || closes(end);
        }
        if (last.equals("in")) {
            return closes(end) && !verb.equals("search") && !verb.equals("interested");
        }
        return (ARTICLES.contains(last) || prose.isFirstOfItem(from)) && isNoun && !Set.of("with", "for", "has", "have").contains(verb);
    }

    private boolean isMaterial(int at, int end) throws ShoptraceException {
        int from = start(Family.MATERIAL, at);
        String last = prose.before(from, 1);
        for (int back = 1; back <= 4; back++) {
            if (MADE.contains(prose.before(from, back))
                    && Set.of("of", "from", "with", "out", "in", "using").contains(prose.before(from, back - 1))) {
                return true;
            }
        }
        if (prose.isFirstOfItem(from) && closes(end)) {
            return true;
        }
        if (BE.contains(last) || (last.equals("not") && BE.contains(prose.before(from, 2)))) {
            return closes(end) || namesTheProduct(end);
        }
        return (ARTICLES.contains(last) || prose.isFirstOfItem(from)) && namesTheProduct(end)
                && !Set.of("with", "for", "has", "have").contains(prose.before(from, 2));
    }

    /// Whether one of the next words is the product's own noun.
    private boolean namesTheProduct(int end) throws ShoptraceException {
        for (String id : about(end)) {
            Set<String> title = prose.found().shelf().titleWords(id);
            for (int on = 0; on < 3; on++) {
                String word = prose.behind(end, on);
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
        if (end >= prose.words().size()) {
            return true;
        }
        String between = prose.found().text().substring(prose.words().get(end - 1).end(), prose.words().get(end).start());
        return !between.isBlank() || Set.of("and", "or", "with", "but", "for", "which", "as", "in", "color", "colored", "at", "size",
                "only", "that", "option", "too", "while", "variant", "from", "to").contains(prose.forms().get(end));
    }

    private List<String> about(int end) {
        int at = prose.words().get(Math.max(0, Math.min(end, prose.words().size()) - 1)).start();
        return prose.found().productsAt(at, prose.words().get(Math.max(0, Math.min(end, prose.words().size()) - 1)).end());
    }

}
