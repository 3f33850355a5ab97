package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;

/// Finds measures in prose: `a 12 inch display`, `in size 42`, `240 pages`.
final class MeasureClaims {
    private static final Set<String> UP_TO = Set.of("up", "expandable", "support", "supports", "supported");
    private static final Set<String> TIMES = Set.of("day", "month", "year");

    private final ProseWords prose;

    MeasureClaims(ProseWords prose) {
        this.prose = prose;
    }

    /// Numbers with a unit, where a key of the product has one like it and its name stands beside: `a 12 inch display`.
    void find() throws ShoptraceException {
        for (int at = 0; at < prose.forms().size(); at++) {
            if (!prose.words().get(at).isNumber() || !prose.isFree(at)) {
                continue;
            }
            int end = at + 1;
            while (end < prose.forms().size() && prose.words().get(end).isNumber()) {
                end++;
            }
            boolean unit = end < prose.forms().size() && Forms.UNITS.containsValue(prose.forms().get(end));
            if (unit) {
                measure(at, end + 1);
            } else if (at > 0 && prose.forms().get(at - 1).matches("eu|us|uk")
                    && (Set.of("size", "in").contains(prose.before(at - 1, 1)) || prose.behind(end, 0).equals("size")
                            || (prose.isFirstOfItem(at - 1) && end == prose.forms().size()))) {
                prose.state(Key.of(List.of("size")), Family.SIZE, at - 1, prose.forms().subList(at - 1, end));
            } else if (!counted(at, end)
                    && (prose.before(at, 1).equals("size") || (prose.before(at, 1).equals("is") && prose.before(at, 2).equals("size")))) {
                prose.state(Key.of(List.of("size")), Family.SIZE, at, prose.forms().subList(at, end));
            }
            at = end;
        }
    }

    /// A number of what a product has a number of: `240 pages`.
    private boolean counted(int at, int end) throws ShoptraceException {
        String next = prose.behind(end, 0);
        for (String id : prose.found().productsAt(prose.words().get(at).start(), prose.words().get(end - 1).end())) {
            for (Item.Fact fact : prose.found().shelf().item(id).map(Item::facts).orElse(List.of())) {
                if (end == at + 1 && !next.isEmpty() && fact.key().words().contains("number")
                        && fact.key().words().getLast().equals(next)) {
                    prose.state(fact.key(), at, end, prose.forms().subList(at, end));
                    return true;
                }
            }
        }
        return false;
    }

    private void measure(int at, int end) throws ShoptraceException {
        String unit = prose.forms().get(end - 1);
        List<String> value = new ArrayList<>(prose.forms().subList(at, end));
        Set<String> around = new HashSet<>();
        for (int each = Math.max(0, at - 4); each < Math.min(prose.forms().size(), end + 2); each++) {
            if (each < at || each >= end) {
                around.add(prose.forms().get(each));
            }
        }
        for (String id : prose.found().productsAt(prose.words().get(at).start(), prose.words().get(end - 1).end())) {
            Optional<Item> item = prose.found().shelf().item(id);
            for (Item.Fact fact : item.map(Item::facts).orElse(List.of())) {
                boolean like = (fact.value().contains(unit) || (TIMES.contains(unit) && fact.value().stream().anyMatch(TIMES::contains)))
                        && fact.value().stream().anyMatch(word -> Character.isDigit(word.charAt(0)));
                boolean named = fact.key().meaning().stream().anyMatch(word -> word.length() > 3 && around.contains(word))
                        || around.contains("size") || around.contains("option") || around.contains("variant")
                        || (unit.equals("v") && fact.key().family().equals(Optional.of(Family.VOLTAGE)))
                        || (unit.equals("w") && fact.key().family().equals(Optional.of(Family.POWER)));
                if (like && named) {
                    prose.state(fact.key(), at, end, value);
                    return;
                }
            }
        }
        boolean more = prose.forms().subList(Math.max(0, at - 3), at).stream().anyMatch(UP_TO::contains);
        if (Values.isMeasure(value) && !more) {
            for (String id : prose.found().productsAt(prose.words().get(at).start(), prose.words().get(end - 1).end())) {
                if (prose.found().shelf().titleWords(id).contains(unit)) {
                    prose.state(Key.of(List.of("measure")), at, end, value);
                    return;
                }
            }
        }
    }
}
