package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RewardOutcome;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.task.Task;

/// Stage and fault of every reward, and from these of the run: the stage of the reward that got least far, the first fault of a product or
/// of the basket.
final class FailureClassifier {
    private final Task task;
    private final StageFinder stages;
    private final FaultFinder faults;
    private final Recommendation recommendation;

    FailureClassifier(Task task, StageFinder stages, FaultFinder faults, Recommendation recommendation) {
        this.task = task;
        this.stages = stages;
        this.faults = faults;
        this.recommendation = recommendation;
    }

    List<RewardOutcome> rewards(Optional<Assessment> assessment) throws ShoptraceException {
        List<RewardOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < task.rewards().size(); i++) {
            StageFinder.Found stage = stages.find(i, assessment);
            List<Evidence> evidence = new ArrayList<>(List.of(stage.evidence()));
            Optional<FaultFinder.Found> fault = stage.stage() == Stage.CHOSEN ? Optional.empty() : faults.find(i);
            fault.ifPresent(found -> evidence.add(found.evidence()));
            outcomes.add(new RewardOutcome(
                    task.rewards().get(i).productId(), stage.stage(), fault.map(FaultFinder.Found::fault), evidence));
        }
        return outcomes;
    }

    /// The class of a run that failed.
    FailureClass run(Optional<Assessment> assessment, List<RewardOutcome> outcomes) {
        RewardOutcome least = outcomes.stream().min(Comparator.comparing(RewardOutcome::stage)).orElseThrow();
        List<Evidence> evidence = new ArrayList<>(List.of(least.evidence().getFirst()));
        FaultFinder.Found fault = Stream.concat(
                outcomes.stream().flatMap(outcome -> outcome.fault().stream()
                        .map(found -> new FaultFinder.Found(found, outcome.evidence().getLast()))),
                faults.ofBasket(assessment.flatMap(Assessment::basket)).stream())
                .min(Comparator.comparing(FaultFinder.Found::fault))
                .orElseGet(this::unread);
        evidence.add(fault.evidence());
        return new FailureClass(least.stage(), fault.fault(), evidence);
    }

    /// The right products, none of which the scorer could read: to the scorer they are others.
    private FaultFinder.Found unread() {
        return new FaultFinder.Found(
                Fault.OTHER_PRODUCT, Evidence.at(recommendation.place(), "nothing is wrong with the products as they were meant"));
    }
}
