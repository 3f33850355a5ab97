package org.shoptrace.core.diagnose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack.FirstSight;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// How far a failed run got with each reward: the first stage that applies (`src/site/markdown/findings.md`, *Failure classes*).
final class StageFinder {
    private static final Set<String> READS = Set.of(ToolCall.FIND_PRODUCT, ToolCall.VIEW_PRODUCT_INFORMATION, ToolCall.WEB_SEARCH);

    private final Run run;
    private final Sandbox sandbox;
    private final Sightings sightings;
    private final Equivalents equivalents;
    private final Recommendation recommendation;
    private final List<HealthFinding> health;

    StageFinder(
            Run run,
            Sandbox sandbox,
            Sightings sightings,
            Equivalents equivalents,
            Recommendation recommendation,
            List<HealthFinding> health) {
        this.run = run;
        this.sandbox = sandbox;
        this.sightings = sightings;
        this.equivalents = equivalents;
        this.recommendation = recommendation;
        this.health = List.copyOf(health);
    }

    /// A stage and what shows it.
    record Found(Stage stage, Evidence evidence) {}

    /// @param assessment empty for a run that the harness lost
    Found find(int reward, Optional<Assessment> assessment) throws ShoptraceException {
        Optional<Evidence> stopped = stopped();
        if (assessment.isEmpty() || stopped.isPresent()) {
            return new Found(Stage.HARNESS, stopped.orElseGet(() -> Evidence.at(Optional.empty(), "the harness lost the run")));
        }
        if (recommendation.isEmpty()) {
            Optional<Place> last = run.steps().isEmpty() ? Optional.empty() : Optional.of(Place.of(run.steps().getLast()));
            return new Found(Stage.NO_ANSWER, Evidence.at(recommendation.place().or(() -> last), "nothing is recommended"));
        }
        if (assessment.get().products().get(reward).rule() >= 1) {
            String id = assessment.get().products().get(reward).productId();
            return new Found(Stage.CHOSEN, Evidence.of(recommendation.place(), id, "what is recommended answers the request"));
        }
        for (int place = 0; place < recommendation.ids().size(); place++) {
            String id = recommendation.ids().get(place);
            // What stands where it is due answers the request there, even if it would do for this one as well.
            if (equivalents.answers(reward, id) && (place == reward || equivalents.isFree(place, id))) {
                return new Found(Stage.MALFORMED_ANSWER, Evidence.of(
                        recommendation.place(), id, "the right id is in the recommendation, but not where and how the scorer reads it"));
            }
        }
        String id = recommendation.id(reward);
        if (!id.isEmpty() && sandbox.product(id).isEmpty() && !wasShown(id)) {
            return new Found(Stage.INVENTED, Evidence.of(recommendation.place(), id, "no answer showed it and the catalogue lacks it"));
        }
        return sought(reward);
    }

    private Found sought(int reward) throws ShoptraceException {
        String target = equivalents.task().rewards().get(reward).productId();
        Optional<Evidence> returned = first(reward, FirstSight::returned, "it was returned here");
        Optional<Evidence> viewed = first(reward, FirstSight::viewed, "it was viewed here");
        if (returned.isEmpty()) {
            return new Found(Stage.NEVER_RETRIEVED, Evidence.of(
                    viewed.flatMap(Evidence::place), target, "no search returned the target or a product that would do as well"
                            + (viewed.isPresent() ? ", though one was viewed here" : "")));
        }
        return viewed.map(evidence -> new Found(Stage.VIEWED_NOT_CHOSEN, evidence))
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

    /// Health stopped a run that recommends nothing when its last step shows a failure, and any run of which no search, or no read at all,
    /// was answered.
    private Optional<Evidence> stopped() {
        if (!health.isEmpty() && (allFailed(Set.of(ToolCall.FIND_PRODUCT)) || allFailed(READS))) {
            return Optional.of(Evidence.at(Optional.of(health.getFirst().place()), "no search was answered"));
        }
        if (!recommendation.isEmpty() || run.steps().isEmpty()) {
            return Optional.empty();
        }
        Step last = run.steps().getLast();
        return health.stream()
                .filter(finding -> finding.place().step() == last.number())
                .findFirst()
                .map(finding -> Evidence.at(Optional.of(finding.place()), finding.text()));
    }

    private boolean allFailed(Set<String> tools) {
        List<ToolCall> calls = run.steps().stream()
                .flatMap(step -> step.calls().stream())
                .filter(call -> tools.contains(call.name()))
                .toList();
        return !calls.isEmpty() && calls.stream().allMatch(call -> switch (call.observation().orElseGet(Observation.Failed::new)) {
            case Observation.Failed _ -> true;
            case Observation.Outcome outcome -> HealthCheck.isEmpty(outcome.observation());
            default -> false;
        });
    }
}
