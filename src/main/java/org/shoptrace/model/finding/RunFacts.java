package org.shoptrace.model.finding;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// What lists, filters and the joint search ask of a run: the diagnosis without its evidence, small enough to hold for every run of a
/// workspace. Products that a search merely returned are left out for their number; `core.search` indexes them.
///
/// @param intent      of its task; empty for a run of no task
/// @param stage       empty for a success and for a run of no task
/// @param fault       empty for a success and for a run of no task
/// @param secondFault what is wrong besides
/// @param targets     in the order of the task, each once
/// @param rewards     how far it got with each reward, in the order of the task; none for a run of no task
/// @param cart        empty when nothing was recommended, and for a run that is not scored
/// @param viewed      the products looked at, in order, each once
/// @param recommended the ids of the last recommendation, as they were meant: trimmed, taken out of a list
/// @param claims      what it stated, counted by how it came out
/// @param notCompared how many pairs of titles the stage would rest on, and nothing could compare
public record RunFacts(
        RunId id,
        Result result,
        Optional<Intent> intent,
        Optional<Stage> stage,
        Optional<Fault> fault,
        Optional<Fault> secondFault,
        List<TargetFacts> targets,
        List<RewardFacts> rewards,
        Optional<Cart> cart,
        Conduct conduct,
        List<String> viewed,
        List<String> recommended,
        Set<HealthFinding.Kind> health,
        Set<NearMiss.Kind> nearMisses,
        ClaimFacts claims,
        int notCompared,
        Milestones milestones) {
    public RunFacts {
        targets = List.copyOf(targets);
        rewards = List.copyOf(rewards);
        viewed = List.copyOf(viewed);
        recommended = List.copyOf(recommended);
        health = Collections.unmodifiableSet(health.isEmpty() ? EnumSet.noneOf(HealthFinding.Kind.class) : EnumSet.copyOf(health));
        nearMisses = Collections.unmodifiableSet(nearMisses.isEmpty() ? EnumSet.noneOf(NearMiss.Kind.class) : EnumSet.copyOf(nearMisses));
    }

    /// What is wrong with what was recommended, the fault first.
    public List<Fault> faults() {
        return Stream.concat(fault.stream(), secondFault.stream()).toList();
    }

    /// How the run ended for its scorer.
    public enum Result {
        SUCCESS("success"),
        FAILURE("failure"),
        /// It belongs to no task.
        UNSCORED("unscored");

        private final String wireName;

        Result(String wireName) {
            this.wireName = wireName;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }
    }

    /// What became of one target.
    ///
    /// @param best     its best place in an answer of the run, by page and then place; empty when no answer shows it
    /// @param hiddenOn pages, 1..5, on which a search of the run would have shown it, had that page been asked for
    /// @param hiddenBy everything that kept it out of an answer
    /// @param bestRank its best rank without filters over all searches; empty when it never matched
    public record TargetFacts(
            String productId,
            boolean returned,
            boolean viewed,
            boolean named,
            boolean recommended,
            Optional<Spot> best,
            List<Integer> hiddenOn,
            Set<TargetTrack.HiddenBy> hiddenBy,
            OptionalInt bestRank) {
        public TargetFacts {
            hiddenOn = List.copyOf(hiddenOn);
            hiddenBy = Collections.unmodifiableSet(
                    hiddenBy.isEmpty() ? EnumSet.noneOf(TargetTrack.HiddenBy.class) : EnumSet.copyOf(hiddenBy));
        }
    }

    /// How far the run got with one reward.
    ///
    /// @param target the reward's product
    /// @param passed what the run passed on its way to it, each by itself
    /// @param stage  of a run that failed
    /// @param fault  of a run that failed; empty where nothing is wrong with what was recommended
    public record RewardFacts(String target, Set<Waypoint> passed, Optional<Stage> stage, Optional<Fault> fault) {
        public RewardFacts {
            passed = Collections.unmodifiableSet(passed.isEmpty() ? EnumSet.noneOf(Waypoint.class) : EnumSet.copyOf(passed));
        }

        /// Whether the run got at least so far with it: it passed this, or one that comes later.
        public boolean reached(Waypoint waypoint) {
            return passed.stream().anyMatch(each -> each.compareTo(waypoint) >= 0);
        }
    }

    /// What became of that target; empty when it is none of the task.
    public Optional<TargetFacts> target(String productId) {
        return targets.stream().filter(target -> target.productId().equals(productId)).findFirst();
    }

    /// A place in the answers of a search.
    ///
    /// @param page     1..5
    /// @param position 1..10
    public record Spot(int page, int position) {}

    /// What was recommended, against what was asked for.
    ///
    /// @param misses  what is not as it should be; empty when all is
    /// @param voucher what became of the voucher; empty without one, and while a request has no product
    public record Cart(Set<Miss> misses, Optional<VoucherUse> voucher) {
        public Cart {
            misses = Collections.unmodifiableSet(misses.isEmpty() ? EnumSet.noneOf(Miss.class) : EnumSet.copyOf(misses));
        }

        /// Whether it misses these, each of them, and nothing else.
        public boolean missesOnly(Set<Miss> these) {
            return !these.isEmpty() && misses.equals(these);
        }
    }

    /// What a cart can miss.
    public enum Miss {
        /// A request has no product, or one that the catalogue does not know.
        PRODUCT("product"),
        TITLE("title"),
        PRICE("price"),
        SERVICE("service"),
        SKU("sku"),
        ATTRIBUTE("attribute"),
        /// The answer to the question of a web task is not in the product.
        KNOWLEDGE("knowledge"),
        /// The products are of several shops.
        SHOP("shop"),
        /// What is to be paid is beyond the budget, voucher included.
        BUDGET("budget");

        private final String wireName;

        Miss(String wireName) {
            this.wireName = wireName;
        }

        /// The name in files and queries.
        public String wireName() {
            return wireName;
        }
    }

    /// What became of the voucher.
    public enum VoucherUse {
        /// The budget suffices without it.
        NOT_NEEDED("not_needed"),
        /// It makes the basket affordable.
        APPLIED("applied"),
        /// It applies and does not take off enough.
        TOO_SMALL("too_small"),
        /// It is needed, and its threshold or its shop is missed.
        UNUSABLE("unusable");

        private final String wireName;

        VoucherUse(String wireName) {
            this.wireName = wireName;
        }

        /// The name in files and queries.
        public String wireName() {
            return wireName;
        }
    }

    /// What the agent did, counted.
    ///
    /// @param calls       how often each tool was called, by name in the order of the first calls
    /// @param highestPage the highest page of a search that was asked for; 0 when there is no search with a page
    public record Conduct(int steps, SequencedMap<String, Integer> calls, int highestPage, RunEnding ending) {
        public Conduct {
            calls = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(calls));
        }

        /// Whether it ever asked for a page after the first.
        public boolean paged() {
            return highestPage > 1;
        }
    }
}
