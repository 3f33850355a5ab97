package org.shoptrace.core.grounding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;

/// Finds what is said of a part of a product: `a brown leather strap`.
final class PartClaims {
    /// What a part of a thing is said to be.
    private static final List<Family> PARTED = List.of(Family.COLOR, Family.MATERIAL, Family.SHAPE);

    private final ProseWords prose;

    PartClaims(ProseWords prose) {
        this.prose = prose;
    }

    /// What stands before the name of a part that the product has a key for: `a brown leather strap`, `a square case`, `a round case
    /// shape`.
    void find() throws ShoptraceException {
        for (String id : prose.found().bound().mentions().size() > 1 ? List.<String>of() : prose.found().bound().focus()) {
            for (Item.Fact fact : prose.found().shelf().item(id).map(Item::facts).orElse(List.of())) {
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
        for (int at = 1; at < prose.forms().size(); at++) {
            if (!prose.forms().get(at).equals(name)) {
                continue;
            }
            int end = at;
            while (end > 0 && at - end < 2 && isOfAnother(family, prose.forms().get(end - 1))) {
                end--;
            }
            List<String> best = List.of();
            for (List<String> value : family.usual()) {
                if (value.size() > best.size() && end >= value.size() && prose.forms().subList(end - value.size(), end).equals(value)) {
                    best = value;
                }
            }
            int from = end - best.size();
            if (!best.isEmpty() && prose.isFree(from)) {
                prose.state(key, family, from, best);
            }
        }
    }
}
