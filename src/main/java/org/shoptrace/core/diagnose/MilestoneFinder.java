package org.shoptrace.core.diagnose;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack.FirstSight;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.trajectory.Run;

/// The three marks of `src/site/markdown/findings.md`, *Milestones*.
final class MilestoneFinder {
    private final int stepLimit;
    private final Equivalents equivalents;
    private final Sightings sightings;

    MilestoneFinder(int stepLimit, Equivalents equivalents, Sightings sightings) {
        this.stepLimit = stepLimit;
        this.equivalents = equivalents;
        this.sightings = sightings;
    }

    Milestones find(Run run, Recommendation recommendation, Assessment assessment) throws ShoptraceException {
        int found = 0;
        int named = 0;
        OptionalInt letGo = OptionalInt.empty();
        for (int i = 0; i < assessment.products().size(); i++) {
            ProductScore score = assessment.products().get(i);
            OptionalInt returned = first(i, FirstSight::returned);
            found = Math.max(found, returned.orElse(Integer.MAX_VALUE));
            named = Math.max(named, first(i, FirstSight::recommended).orElse(Integer.MAX_VALUE));
            OptionalInt seen = first(i, sight -> earlier(sight.returned(), sight.viewed()));
            if (score.rule() < 1 && seen.isPresent() && !names(recommendation, i)) {
                letGo = letGo.isEmpty() || seen.getAsInt() < letGo.getAsInt() ? seen : letGo;
            }
        }
        return new Milestones(
                outOfSteps(run, found, named), letGo,
                recommendation.place().map(place -> OptionalInt.of(place.step())).orElse(OptionalInt.empty()));
    }

    /// A recommendation takes one step; a search that returns what is still missing takes another.
    private OptionalInt outOfSteps(Run run, int found, int named) {
        for (int step = 1; step <= run.steps().size(); step++) {
            int needed = named <= step ? 0 : found <= step ? 1 : 2;
            if (stepLimit - step < needed) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    private boolean names(Recommendation recommendation, int reward) throws ShoptraceException {
        for (String id : recommendation.ids()) {
            if (equivalents.answers(reward, id)) {
                return true;
            }
        }
        return false;
    }

    /// The first step at which a product that answers the reward was sighted so.
    private OptionalInt first(int reward, Function<FirstSight, Optional<Place>> kind) throws ShoptraceException {
        OptionalInt first = OptionalInt.empty();
        for (Map.Entry<String, FirstSight> seen : sightings.all().entrySet()) {
            int step = kind.apply(seen.getValue()).map(Place::step).orElse(Integer.MAX_VALUE);
            if (step < first.orElse(Integer.MAX_VALUE) && equivalents.answers(reward, seen.getKey())) {
                first = OptionalInt.of(step);
            }
        }
        return first;
    }

    private static Optional<Place> earlier(Optional<Place> a, Optional<Place> b) {
        return Stream.of(a, b).flatMap(Optional::stream).min(Comparator.comparingInt(Place::step));
    }
}
