package org.shoptrace.core.grounding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Claim.Verdict;
import org.shoptrace.model.finding.Place;

/// Holds what was found against what had been shown, and then against the catalogue.
final class Judge {
    private final Shelf shelf;

    Judge(Shelf shelf) {
        this.shelf = shelf;
    }

    /// One product's part of a verdict.
    private record Part(Verdict verdict, Optional<String> other, Optional<Place> shown, String because) {}

    /// A statement of several products is as wrong as it is of the one it is most wrong of.
    Claim judge(Place place, Sentence sentence, Assertion statement) throws ShoptraceException {
        Part worst = part(statement, statement.ids().getFirst());
        for (String id : statement.ids().subList(1, statement.ids().size())) {
            Part part = part(statement, id);
            if ((part.verdict().isWrong() && !worst.verdict().isWrong())
                    || (part.verdict() == Verdict.UNOBSERVED && worst.verdict() == Verdict.OBSERVED)) {
                worst = part;
            }
        }
        return new Claim(
                place, sentence.span(), sentence.start(), statement.text(), statement.kind(), worst.verdict(), statement.ids(),
                worst.other(), worst.shown(),
                worst.because());
    }

    private Part part(Assertion statement, String id) throws ShoptraceException {
        Optional<Item> shown = shelf.shown(id);
        Truth seen = shown.map(statement::truth).orElse(Truth.UNKNOWN);
        Optional<Place> where = where(statement, id);
        Optional<Item> known = shelf.item(id);
        String actual = shown.filter(_ -> seen != Truth.UNKNOWN).or(() -> known).map(statement.actual())
                .orElse("nothing is known of it");
        if (seen == Truth.YES) {
            return new Part(Verdict.OBSERVED, Optional.empty(), where, "it was shown: " + actual);
        }
        Truth real = known.map(statement::truth).orElse(Truth.UNKNOWN);
        Optional<String> owner = statement.owner().isPresent() && real == Truth.UNKNOWN ? owner(statement, id) : Optional.empty();
        if (owner.isPresent()) {
            return new Part(
                    Verdict.OTHER_PRODUCT, owner, where(statement, owner.get()),
                    "that is " + owner.get() + "; of " + id + " nothing says so");
        }
        if (real == Truth.YES || (seen == Truth.UNKNOWN && real == Truth.UNKNOWN)) {
            return new Part(
                    Verdict.UNOBSERVED, Optional.empty(), Optional.empty(),
                    real == Truth.YES ? "it is so, but no answer had shown it" : "nothing that is known of " + id + " tells");
        }
        Optional<String> other = other(statement, id);
        if (other.isPresent()) {
            return new Part(Verdict.OTHER_PRODUCT, other, where(statement, other.get()),
                    "that is " + other.get() + "; of " + id + " " + actual);
        }
        return seen == Truth.NO
                ? new Part(Verdict.CONTRADICTED, Optional.empty(), where, "it was shown: " + actual)
                : new Part(Verdict.FALSE, Optional.empty(), Optional.empty(), "by the catalogue " + actual);
    }

    private Optional<Place> where(Assertion statement, String id) {
        return Optional.ofNullable(shelf.observed().products().get(id))
                .flatMap(shown -> statement.isInResults() ? shown.found().or(shown::viewed) : shown.viewed().or(shown::found));
    }

    /// Another product that was shown and of which it is so. What is denied of one is no mix-up with another, and neither is what a title
    /// or a description happens to say.
    private Optional<String> other(Assertion statement, String id) {
        if (statement.denied() || !statement.particular() || statement.kind() == Claim.Kind.SERVICE) {
            return Optional.empty();
        }
        return shelf.observed().products().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(id) && !statement.ids().contains(entry.getKey()))
                .filter(entry -> statement.isInResults() || entry.getValue().viewed().isPresent())
                .filter(entry -> statement.check().of(entry.getValue().item()) == Truth.YES)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Another product that was viewed and has that very key and value, where this one has no such key: there the agent read it.
    /// Without one the claim is unobserved.
    private Optional<String> owner(Assertion statement, String id) {
        return shelf.observed().products().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(id) && !statement.denied())
                .filter(entry -> entry.getValue().viewed().isPresent())
                .filter(entry -> statement.owner().map(owner -> owner.test(entry.getValue().item())).orElse(false))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Claim judge(Place place, Sentence sentence, Found.Reckoned claim) {
        Verdict verdict = claim.truth() == Truth.NO ? Verdict.FALSE : claim.shown() ? Verdict.OBSERVED : Verdict.UNOBSERVED;
        Optional<Place> shown = claim.shown()
                ? claim.ids().stream().flatMap(id -> Optional.ofNullable(shelf.observed().products().get(id)).stream())
                        .flatMap(each -> each.found().or(each::viewed).stream())
                        .reduce((_, last) -> last)
                : Optional.empty();
        return new Claim(
                place, sentence.span(), sentence.start(), claim.text(), claim.kind(), verdict, List.copyOf(claim.ids()), Optional.empty(),
                shown,
                claim.because());
    }
}
