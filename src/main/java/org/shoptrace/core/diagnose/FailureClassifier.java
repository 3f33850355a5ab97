package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.RewardOutcome;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Task;

/// Stage and fault of every reward, and from these of the run: the stage of the reward that got least far; the fault of the basket or of
/// the form where every product is right, else that of the wrong product that got least far.
final class FailureClassifier {
    private final Task task;
    private final StageFinder stages;
    private final FaultFinder faults;
    private final Choice choice;

    FailureClassifier(Task task, Choice choice, StageFinder stages, FaultFinder faults) {
        this.task = task;
        this.choice = choice;
        this.stages = stages;
        this.faults = faults;
    }

    List<RewardOutcome> rewards() throws ShoptraceException {
        List<RewardOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < task.rewards().size(); i++) {
            StageFinder.Found stage = stages.find(i);
            List<Evidence> evidence = new ArrayList<>(List.of(stage.evidence()));
            Optional<FaultFinder.Found> fault = stage.stage() == Stage.CHOSEN ? Optional.empty() : faults.find(i);
            fault.ifPresent(found -> evidence.add(found.evidence()));
            outcomes.add(new RewardOutcome(
                    task.rewards().get(i).productId(), stage.stage(), fault.map(FaultFinder.Found::fault), evidence));
        }
        return outcomes;
    }

    /// The class of a run that failed.
    ///
    /// @param outcomes of its rewards, at least one
    FailureClass run(List<RewardOutcome> outcomes) throws ShoptraceException {
        RewardOutcome least = outcomes.stream().min(Comparator.comparing(RewardOutcome::stage)).orElseThrow();
        List<FaultFinder.Found> found = faults(outcomes);
        FaultFinder.Found fault = found.getFirst();
        Optional<FailureClass.Second> second = found.stream().skip(1).findFirst()
                .map(next -> new FailureClass.Second(next.fault(), next.evidence()));
        return new FailureClass(
                least.stage(), fault.fault(), List.of(least.evidence().getFirst(), fault.evidence()), second);
    }

    /// All that is wrong with the recommendation, what counts first.
    private List<FaultFinder.Found> faults(List<RewardOutcome> outcomes) throws ShoptraceException {
        List<FaultFinder.Found> found = new ArrayList<>();
        Optional<RewardOutcome> wrong = IntStream.range(0, outcomes.size())
                .filter(reward -> !choice.isRight(reward))
                .mapToObj(outcomes::get)
                .min(Comparator.comparing(RewardOutcome::stage));
        if (wrong.isPresent()) {
            found.add(of(wrong.get()));
            if (!choice.isNothing()) {
                found.addAll(faults.ofForm());
                faults.ofBasket().ifPresent(found::add);
            }
        } else {
            faults.ofBasket().ifPresent(found::add);
            found.addAll(faults.ofForm());
        }
        if (found.isEmpty()) {
            // Right in everything, and yet no success: the harness lost the run, and the scorer never read it.
            found.add(faults.unread());
        }
        return found;
    }

    private static FaultFinder.Found of(RewardOutcome wrong) {
        return new FaultFinder.Found(wrong.fault().orElseThrow(), wrong.evidence().getLast());
    }
}
