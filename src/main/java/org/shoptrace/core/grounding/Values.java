package org.shoptrace.core.grounding;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Holds a stated value against the values of a product.
final class Values {
    /// Values that leave open what a thing is.
    private static final Set<String> OPEN = Set.of(
            "any", "random", "default", "universal", "other", "none", "various", "assorted", "multicolor", "mixed", "custom", "multi",
            "all",
            "multiple", "null", "na", "unisex");
    /// Words that turn what follows into something else.
    private static final Set<String> TURNS = Set.of("non", "not", "no", "faux", "without", "imitation", "artificial", "synthetic", "free");
    private static final Set<String> GENERIC = Set.of(
            "variation", "variation1", "variation2", "variation3", "type", "design", "option", "model", "style", "item", "specification",
            "different", "set", "variant");
    private static final Set<String> DISTINCT = Set.of("gb", "tb", "mah", "mp", "ml");
    private static final Map<String, String> LETTERS = Map.of(
            "small", "s", "medium", "m", "large", "l");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private Values() {}

    /// Whether a product has that value under a key that means what was said. Of a key that it lacks nothing is known, and whatever its own
    /// words say is so.
    static Truth truth(Item item, Key said, List<String> value) {
        List<Item.Fact> meant = item.facts().stream().filter(fact -> fact.key().isMeantBy(said) || isOne(fact, said)).toList();
        if (meant.stream().anyMatch(fact -> fits(said.family(), value, fact.value()))) {
            return Truth.YES;
        }
        if ((isSaid(item, said, value, meant) && !isAlternative(item, said, value, meant))
                || (said.family().equals(Optional.of(Family.SIZE)) && isInRange(value, item.title().forms()))) {
            return Truth.YES;
        }
        if (meant.isEmpty()) {
            return isOtherwiseInTitle(item, value) ? Truth.NO : Truth.UNKNOWN;
        }
        // What stands under the very key that was said decides; others of its family only where there is none.
        List<Item.Fact> exact = meant.stream().filter(fact -> fact.key().words().equals(said.words())).toList();
        meant = exact.isEmpty() ? meant : exact;
        boolean codes = said.family().equals(Optional.of(Family.COLOR)) && meant.stream().anyMatch(Values::isCode);
        boolean open = codes || meant.stream().anyMatch(fact -> fact.value().isEmpty() || isOpen(fact.value()));
        boolean counted = said.family().equals(Optional.of(Family.PACK)) && value.stream().anyMatch(Values::isNumber);
        return open || counted || !isAbout(item, said, meant) ? Truth.UNKNOWN : Truth.NO;
    }

    /// The same where the sentence denies it: that a title or a description has the words makes a denial no lie.
    static Truth ofDenied(Item item, Key said, List<String> value) {
        Truth truth = truth(item, said, value);
        boolean stands = item.facts().stream().filter(fact -> fact.key().isMeantBy(said) || isOne(fact, said))
                .anyMatch(fact -> fits(said.family(), value, fact.value()));
        return truth == Truth.YES && !stands ? Truth.UNKNOWN : truth;
    }

    private static boolean isOpen(List<String> value) {
        return value.stream().anyMatch(OPEN::contains) && !value.contains("pack");
    }

    /// Whether the product's own words say so. Of a part that has a key of its own, such as a strap, they must say it beside the part's
    /// name: the steel of a case is none of the strap.
    private static boolean isSaid(Item item, Key said, List<String> value, List<Item.Fact> meant) {
        Set<String> names = said.family().map(Family::words).orElse(Set.of());
        List<String> part = said.meaning().stream().filter(word -> !names.contains(word)).toList();
        boolean looks = Family.MATERIAL.usual().contains(value) || Family.COLOR.usual().contains(value)
                || Family.SHAPE.usual().contains(value);
        boolean own = looks && !part.isEmpty() && item.hasEach(part)
                && meant.stream().anyMatch(fact -> fact.key().words().containsAll(part));
        return own ? item.saysNear(value, part) : item.says(value);
    }

    /// Whether the title states another measure of that unit: a phone of `12GB 512GB` has no 256.
    private static boolean isOtherwiseInTitle(Item item, List<String> value) {
        return isMeasure(value) && item.title().forms().contains(value.getLast())
                && measures(item.title().forms(), value.getLast()).stream().noneMatch(value.getFirst()::equals)
                && !measures(item.title().forms(), value.getLast()).isEmpty();
    }

    /// Whether it is a number with a unit that says what a thing is one of, such as `256 gb` and `50 ml`.
    static boolean isMeasure(List<String> value) {
        return value.size() == 2 && isNumber(value.getFirst()) && DISTINCT.contains(value.getLast());
    }

    private static Set<String> measures(List<String> forms, String unit) {
        Set<String> numbers = new HashSet<>();
        for (int at = 1; at < forms.size(); at++) {
            if (forms.get(at).equals(unit) && isNumber(forms.get(at - 1))) {
                numbers.add(forms.get(at - 1));
            }
        }
        return numbers;
    }

    /// Whether a value of a key that says nothing, such as `variation`, is a colour or a size all the same, or one of a part, such as
    /// `strap`, its colour or material.
    private static boolean isOne(Item.Fact fact, Key said) {
        boolean part = fact.key().family().isEmpty() && said.meaning().size() > 1 && said.meaning().containsAll(fact.key().meaning())
                && said.family().map(Family::usual).orElse(List.of()).contains(fact.value());
        if (part) {
            return true;
        }
        Optional<Family> family = said.family().filter(each -> each == Family.COLOR || each == Family.SIZE);
        return family.isPresent() && GENERIC.containsAll(fact.key().meaning()) && family.get().usual().stream()
                .anyMatch(usual -> usual.getFirst().length() > 1 && WordForms.contains(fact.value(), usual));
    }

    /// A code, such as `a` or `04`, tells nothing of a colour.
    private static boolean isCode(Item.Fact fact) {
        return fact.value().stream().allMatch(word -> word.length() < 3);
    }

    /// Whether a title or a description names the value only among several (`Single/Double/Queen`), of which the variants say which one
    /// it is.
    private static boolean isAlternative(Item item, Key said, List<String> value, List<Item.Fact> meant) {
        for (String list : item.ownText().split("[\\s(),\\[\\]]+", -1)) {
            List<List<String>> each = Arrays.stream(list.split("/", -1)).map(WordForms::forms).toList();
            if (each.size() > 2 && each.contains(value)
                    && meant.stream().anyMatch(fact -> each.stream().anyMatch(one -> fits(said.family(), one, fact.value())))) {
                return true;
            }
        }
        return false;
    }

    /// Whether what is said is of the thing itself: the frame's colour is none of the colours of a picture, unless its key or its title
    /// names a frame.
    private static boolean isAbout(Item item, Key said, List<Item.Fact> meant) {
        Set<String> names = said.family().map(Family::words).orElse(Set.of());
        List<String> rest = said.meaning().stream().filter(word -> !names.contains(word)).toList();
        return said.family().isEmpty() || rest.isEmpty()
                || meant.stream().anyMatch(fact -> fact.key().words().containsAll(rest))
                || item.title().forms().containsAll(rest);
    }

    /// Whether a stated value and one of the catalogue are the same, or one is the other said more precisely.
    static boolean fits(Optional<Family> family, List<String> said, List<String> value) {
        if (said.isEmpty() || value.isEmpty()) {
            return false;
        }
        if (said.stream().anyMatch(TURNS::contains) != value.stream().anyMatch(TURNS::contains)) {
            return false;
        }
        if (WordForms.contains(value, said) || isInRange(said, value) || String.join("", said).equals(String.join("", value))) {
            return true;
        }
        boolean digits = said.stream().anyMatch(word -> Character.isDigit(word.charAt(0)));
        if (!digits && value.containsAll(said)) {
            return true;
        }
        if (WordForms.contains(said, value) || (!digits && said.containsAll(value))) {
            List<String> rest = said.stream().filter(word -> !value.contains(word)).toList();
            return family.map(Family::usual).orElse(List.of()).stream().noneMatch(usual -> usual.size() == 1 && rest.containsAll(usual));
        }
        return (family.equals(Optional.of(Family.SIZE)) && value.contains(letter(said.getLast())))
                || value.getLast().equals(letter(said.getLast()));
    }

    private static String letter(String size) {
        String letter = LETTERS.get(size);
        if (letter != null) {
            return letter;
        }
        return LETTERS.entrySet().stream().filter(entry -> entry.getValue().equals(size)).map(Map.Entry::getKey).findFirst().orElse("?");
    }

    /// Whether a stated number lies in a range that stands in a value: `220 v` in `100-240 v`, `300` in `1-500`, `6000` in `5000 and up`.
    private static boolean isInRange(List<String> said, List<String> value) {
        List<String> numbers = said.stream().filter(word -> Character.isDigit(word.charAt(0))).toList();
        if (numbers.size() != 1) {
            return false;
        }
        double number = number(numbers.getFirst());
        for (int at = 0; at + 1 < value.size(); at++) {
            String low = value.get(at);
            String high = value.get(at + 1);
            if (!isNumber(low)) {
                continue;
            }
            if (isNumber(high) && number(low) < number(high) && number(low) <= number && number <= number(high)) {
                return true;
            }
            if (high.equals("and") && value.subList(at + 1, value.size()).stream().anyMatch(Set.of("up", "above", "over")::contains)
                    && number >= number(low)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    private static double number(String word) {
        return isNumber(word) ? Double.parseDouble(word) : Double.NaN;
    }
}
