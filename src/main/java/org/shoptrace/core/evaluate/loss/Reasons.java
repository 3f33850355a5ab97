package org.shoptrace.core.evaluate.loss;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.evaluate.loss.Reason.Group;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.RewardFacts;
import org.shoptrace.model.finding.RunFacts.TargetFacts;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.finding.Waypoint;

/// Everything that kept a failed run from success, told in both ways: by where it lost the products, and by what it recommended instead.
///
/// A basket is looked at only where every product is right: with another product it is another basket.
final class Reasons {
    private final RunFacts facts;
    private final Set<Reason> way = EnumSet.noneOf(Reason.class);
    private final Set<Reason> product = EnumSet.noneOf(Reason.class);

    private Reasons(RunFacts facts) {
        this.facts = facts;
    }

    /// @param facts of a run that failed
    static Reasons of(RunFacts facts) {
        Reasons reasons = new Reasons(facts);
        facts.rewards().forEach(reasons::add);
        if (facts.rewards().stream().allMatch(reward -> reward.reached(Waypoint.CHOSEN))) {
            facts.fault().ifPresent(reasons::addBasket);
        }
        return reasons;
    }

    /// Told in the way of a group; those of [Group#ANSWER] are the same in both.
    Set<Reason> by(Group group) {
        return Collections.unmodifiableSet(group == Group.PRODUCT ? product : way);
    }

    private void add(RewardFacts reward) {
        // Without a stage it was a success when it was diagnosed, which is no run of here.
        reward.stage().ifPresent(stage -> {
            switch (stage) {
                case HARNESS -> both(Reason.HARNESS);
                case NO_ANSWER -> unanswered(reward);
                case MALFORMED_ANSWER -> both(Reason.FORM);
                case INVENTED, NEVER_RETRIEVED, RETRIEVED_NOT_VIEWED, VIEWED_NOT_CHOSEN -> {
                    // Who ran out of steps has the stage that the search reached.
                    if (reward.fault().equals(Optional.of(Fault.NOTHING))) {
                        unanswered(reward);
                    } else {
                        lost(reward);
                    }
                }
                case CHOSEN -> {
                    // nothing to mend
                }
            }
        });
    }

    private void unanswered(RewardFacts reward) {
        both(facts.conduct().ending() == RunEnding.STEP_LIMIT ? Reason.STEPS : Reason.NO_ANSWER);
        if (!reward.reached(Waypoint.RETURNED)) {
            lost(reward);
        }
    }

    private void both(Reason reason) {
        way.add(reason);
        product.add(reason);
    }

    private void lost(RewardFacts reward) {
        if (reward.reached(Waypoint.VIEWED)) {
            way.add(Reason.CHOICE);
        } else if (reward.reached(Waypoint.RETURNED)) {
            way.add(Reason.VIEW);
        } else {
            boolean turned = facts.target(reward.target()).filter(Reasons::isOnAnotherPage).isPresent();
            way.add(turned ? Reason.PAGE : Reason.SEARCH);
        }
        product.add(reward.fault().map(Reasons::instead).orElse(Reason.OTHER));
    }

    private static boolean isOnAnotherPage(TargetFacts target) {
        return !target.hiddenOn().isEmpty()
                && (target.hiddenBy().contains(HiddenBy.PAGE) || target.hiddenBy().contains(HiddenBy.SORT));
    }

    /// Of a product that is not the right one; faults of form and basket are told elsewhere.
    private static Reason instead(Fault fault) {
        return switch (fault) {
            case WRONG_VARIANT -> Reason.VARIANT;
            case CONSTRAINT_MISSED -> Reason.CONDITION;
            case KNOWLEDGE_MISSED -> Reason.KNOWLEDGE;
            case SCORER_DOUBT -> Reason.TITLE;
            case UNKNOWN_PRODUCT -> Reason.UNKNOWN;
            case OTHER_PRODUCT, NOTHING, MALFORMED, WRONG_ORDER, SHOP_SPLIT, BUDGET_MISSED -> Reason.OTHER;
        };
    }

    private void addBasket(Fault fault) {
        switch (fault) {
            case SHOP_SPLIT -> both(Reason.SHOP);
            case BUDGET_MISSED -> both(Reason.BUDGET);
            case NOTHING, WRONG_ORDER, MALFORMED, UNKNOWN_PRODUCT, WRONG_VARIANT, CONSTRAINT_MISSED, KNOWLEDGE_MISSED, SCORER_DOUBT,
                    OTHER_PRODUCT -> {
                // none of a basket
            }
        }
    }
}
