package org.shoptrace.core.diagnose;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack.FirstSight;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.trajectory.Run;

/// How far a failed run got with each reward: the first stage that applies (`src/site/markdown/findings.md`, *Failure classes*).
final class StageFinder {
    private final RunEnd end;
    private final Sandbox sandbox;
    private final Sightings sightings;
    private final Equivalents equivalents;
    private final Choice choice;

    StageFinder(RunEnd end, Sandbox sandbox, Sightings sightings, Equivalents equivalents, Choice choice) {
        this.end = end;
        this.sandbox = sandbox;
        this.sightings = sightings;
        this.equivalents = equivalents;
        this.choice = choice;
    }

    /// A stage and what shows it.
    record Found(Stage stage, Evidence evidence) {}

    Found find(int reward) throws ShoptraceException {
        Optional<Evidence> stopped = end.unanswered().or(() -> choice.isNothing() ? end.stopped() : Optional.empty());
        if (choice.assessment().isEmpty() || stopped.isPresent()) {
            return new Found(Stage.HARNESS, stopped.orElseGet(() -> Evidence.at(Optional.empty(), "the harness lost the run")));
        }
        if (choice.isNothing()) {
            // Who ran out of steps had no answer to give yet: how far the search got says more than that there is none.
            return end.ranOut()
                    ? sought(reward)
                    : new Found(Stage.NO_ANSWER, Evidence.at(
                            choice.place().or(() -> lastStep(end.run())), "nothing is recommended"));
        }
        Optional<ProductScore> read = choice.read(reward);
        if (read.isPresent()) {
            return new Found(Stage.CHOSEN, Evidence.of(
                    choice.place(), read.get().productId(), "what is recommended answers the request"));
        }
        String id = choice.assignment().id(reward);
        if (choice.assignment().answers(reward)) {
            return new Found(Stage.MALFORMED_ANSWER, Evidence.of(
                    choice.place(), id, "the right id is in the recommendation, but not where and how the scorer reads it"));
        }
        if (!id.isEmpty() && sandbox.product(id).isEmpty() && !wasShown(id)) {
            return new Found(Stage.INVENTED, Evidence.of(choice.place(), id, "no answer showed it and the catalogue lacks it"));
        }
        return sought(reward);
    }

    private static Optional<Place> lastStep(Run run) {
        return run.steps().isEmpty() ? Optional.empty() : Optional.of(Place.of(run.steps().getLast()));
    }

    private Found sought(int reward) throws ShoptraceException {
        Optional<Evidence> returned = first(reward, FirstSight::returned, "it was returned here");
        if (returned.isEmpty()) {
            return new Found(Stage.NEVER_RETRIEVED, first(
                    reward, FirstSight::viewed, "it was viewed here, though no search had returned it or a product that would do as well")
                    .orElseGet(() -> Evidence.of(
                            Optional.empty(), equivalents.task().rewards().get(reward).productId(),
                            "no search returned the target or a product that would do as well")));
        }
        return first(reward, FirstSight::viewed, "it was viewed here")
                .map(evidence -> new Found(Stage.VIEWED_NOT_CHOSEN, evidence))
                .orElseGet(() -> new Found(Stage.RETRIEVED_NOT_VIEWED, returned.get()));
    }

    private Optional<Evidence> first(int reward, Function<FirstSight, Optional<Place>> kind, String text) throws ShoptraceException {
        for (Map.Entry<String, FirstSight> seen : sightings.all().entrySet()) {
            Optional<Place> place = kind.apply(seen.getValue());
            if (place.isPresent() && equivalents.answers(reward, seen.getKey())) {
                return Optional.of(Evidence.of(place, seen.getKey(), text));
            }
        }
        return Optional.empty();
    }

    private boolean wasShown(String id) {
        FirstSight sight = sightings.of(id);
        return sight.returned().isPresent() || sight.viewed().isPresent();
    }
}
