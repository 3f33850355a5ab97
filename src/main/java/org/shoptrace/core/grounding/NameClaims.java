package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.ShoptraceException;

/// Finds names in prose, known or not: `by the hem brand`, `made by Philips`, `compatible with Samsung phones`.
final class NameClaims {
    private static final Pattern BRAND = Pattern.compile(
            "(?:(?i:\\b(?:by|from"
                    + "|of)\\s+(?:the\\s+)?[\"']?)([\\p{L}\\p{N}&.'’-]+(?:\\s+[\\p{L}\\p{N}&.'’-]+){0,3}?)[\"']?(?i:\\s+brand\\b))"
                    + "|(?i:\\bbrand\\s+(?:called\\s+|named\\s+"
                    + "|name\\s+)?[\"']?)(\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?:\\s+(?:\\p{Lu}[\\p{L}\\p{N}&.'’-]*|de|of|and|&))*)"
                    + "|(?i:\\b(?:product|item|made|manufactured|produced)\\s+by\\s+)(\\p{Lu}[\\p{L}\\p{N}&.'’-]*"
                    + "(?:\\s+\\p{Lu}[\\p{L}\\p{N}&.'’-]*)*)");
    private static final String NAME = "(?:\\p{Lu}|i\\p{Lu}|\\d)[\\p{L}\\p{N}+-]*";
    private static final Pattern COMPATIBLE = Pattern.compile(
            "\\b(?:(?i:compatible with|works with|made for|designed for)\\s+(?i:(?:the|all|your|most|any)\\s+)*"
                    + "([\\p{L}\\p{N}+-]+(?:[ /]" + NAME + ")*)"
                    + "|(?i:suitable for)\\s+(?i:(?:the|all|most|any)\\s+)*(" + NAME + "(?:[ /]" + NAME + ")*)"
                    + "(?=\\s+(?i:(?:motorcycle |car |phone )?(?:models?|phones?|vehicles?|motorcycles?|cars?|devices?)\\b))"
                    + "|(?i:fits)\\s+(?i:(?:the|all|your)\\s+)*(" + NAME + "(?:[ /]" + NAME + ")+))");

    private final Found found;
    private final KeyedClaims keyed;
    private final List<int[]> named = new ArrayList<>();

    NameClaims(Found found, KeyedClaims keyed) {
        this.found = found;
        this.keyed = keyed;
    }

    /// @return where names of brands stand in the sentence: from and to
    List<int[]> find() throws ShoptraceException {
        brands();
        compatible();
        return named;
    }

    private void brands() {
        Matcher matcher = BRAND.matcher(found.text());
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3;
            String name = matcher.group(group);
            int start = matcher.start(group);
            List<String> value = WordForms.forms(name);
            if (value.isEmpty() || keyed.covers(start) || Forms.IDLE.containsAll(value)
                    || Set.of("same", "different", "any", "other", "good", "known").contains(value.getLast())
                    || !found.states(matcher.start())) {
                continue;
            }
            named.add(new int[] {start, start + name.length()});
            found.add(KeyedClaims.statement(
                    Key.of(List.of("brand")), found.productsAt(matcher.start(), matcher.end()), matcher.group().strip(), value,
                    Negation.denies(found.text(), matcher.start())));
        }
    }

    /// `Compatible with Samsung Galaxy`, of a product that says what it is compatible with.
    private void compatible() throws ShoptraceException {
        Key said = new Key(List.of("compatibility"), List.of("compatibility"), Optional.of(Family.COMPATIBILITY));
        Matcher matcher = COMPATIBLE.matcher(found.text());
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3;
            List<String> value = WordForms.forms(matcher.group(group));
            List<String> ids = found.productsAt(matcher.start(), matcher.end());
            boolean elsewhere = value.isEmpty() || Forms.IDLE.containsAll(value) || keyed.covers(matcher.start(group));
            if (elsewhere || !found.states(matcher.start()) || !tells(said, ids)) {
                continue;
            }
            Assertion assertion = KeyedClaims.statement(
                    said, ids, matcher.group().strip(), value, Negation.denies(found.text(), matcher.start()));
            found.add(new Assertion(
                    assertion.kind(), assertion.text(), ids, item -> item.hasEach(value) ? Truth.YES : Values.truth(item, said, value),
                    assertion.actual(), assertion.denied()));
        }
    }

    private boolean tells(Key said, List<String> ids) throws ShoptraceException {
        for (String id : ids) {
            if (found.shelf().item(id).map(item -> item.facts().stream().anyMatch(fact -> fact.key().isMeantBy(said))).orElse(false)) {
                return true;
            }
        }
        return false;
    }
}
