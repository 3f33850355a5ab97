package org.shoptrace.core.diagnose;

import java.util.Optional;
import java.util.stream.IntStream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.ProductScore;

/// What a run chose for each reward, as it was meant and as the scorer reads it.
///
/// @param recommendation as it was meant
/// @param assignment     of its ids to the rewards
/// @param assessment     the scorer's; empty for a run that the harness lost
record Choice(Recommendation recommendation, Assignment assignment, Optional<Assessment> assessment) {
    static Choice of(Equivalents equivalents, Recommendation recommendation, Optional<Assessment> assessment)
            throws ShoptraceException {
        return new Choice(recommendation, Assignment.of(equivalents, recommendation), assessment);
    }

    /// Whether no id at all is recommended.
    boolean isNothing() {
        return recommendation.isEmpty();
    }

    Optional<Place> place() {
        return recommendation.place();
    }

    /// The scorer's, of a reward for which it reads a product that answers it.
    Optional<ProductScore> read(int reward) {
        return assessment.map(a -> a.products().get(reward)).filter(product -> product.rule() >= 1);
    }

    /// Whether the scorer reads the right product for every reward.
    boolean isAllRead() {
        return assessment.filter(a -> !a.products().isEmpty())
                .filter(a -> a.products().stream().allMatch(product -> product.rule() >= 1))
                .isPresent();
    }

    /// Whether a product that answers the reward was chosen, wherever and however it was written.
    boolean isRight(int reward) {
        return assignment.answers(reward) || read(reward).isPresent();
    }

    /// An id whose place the scorer reads, though not as it was meant; empty where there is none.
    Optional<String> misread() {
        return assessment.flatMap(a -> IntStream.range(0, Math.min(a.products().size(), assignment.ids().size()))
                .filter(place -> !assignment.ids().get(place).isEmpty())
                .filter(place -> !assignment.ids().get(place).equals(a.products().get(place).productId()))
                .mapToObj(assignment.ids()::get)
                .findFirst());
    }
}
