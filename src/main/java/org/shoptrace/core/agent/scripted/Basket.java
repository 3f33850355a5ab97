package org.shoptrace.core.agent.scripted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shoptrace.core.agent.scripted.Errand.Purse;

/// What the shopper is about to recommend: for each item the first of its shortlist, unless that is too dear.
final class Basket {
    private final List<List<Candidate>> shortlists;
    private final List<Candidate> chosen;

    /// @param shortlists one for each item, none of them empty
    Basket(List<List<Candidate>> shortlists) {
        this.shortlists = shortlists;
        this.chosen = new ArrayList<>(shortlists.stream().map(List::getFirst).toList());
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    /// In the form that `recommend_product` takes.
    String productIds() {
        return chosen.stream().map(Candidate::productId).collect(Collectors.joining(","));
    }

    /// While the basket costs too much, the dearest product that has a cheaper one on its shortlist gives way to it.
    void makeAffordable(Purse purse) {
        while (!purse.suffices(total())) {
            Optional<Integer> dearest = IntStream.range(0, chosen.size())
                    .boxed()
                    .filter(item -> cheaper(item).isPresent())
                    .max(Comparator.comparingDouble(item -> chosen.get(item).price()));
            if (dearest.isEmpty()) {
                return;
            }
            cheaper(dearest.get()).ifPresent(candidate -> chosen.set(dearest.get(), candidate));
        }
    }

    private Optional<Candidate> cheaper(int item) {
        return shortlists.get(item).stream()
                .filter(candidate -> candidate.price() < chosen.get(item).price())
                .max(Comparator.comparingInt(Candidate::found));
    }

    private double total() {
        return chosen.stream().mapToDouble(Candidate::price).sum();
    }
}
