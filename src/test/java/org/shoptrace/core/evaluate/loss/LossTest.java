package org.shoptrace.core.evaluate.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;
import static org.shoptrace.core.evaluate.loss.SampleFacts.reward;
import static org.shoptrace.core.evaluate.loss.SampleFacts.right;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.loss.Reason.Group;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.RewardFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// Funnel and headroom, counted by hand.
class LossTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(7, 200);
    private static final Optional<Fault> NONE = Optional.empty();

    private final Map<RunId, RunFacts> facts = new HashMap<>();
    private final List<ScoredRun> runs = new ArrayList<>();

    private ScoredRun add(String query, boolean success, Optional<Fault> fault, RunEnding ending, boolean turned, RewardFacts... rewards) {
        ScoredRun run = run(Intent.SHOP, query, success ? 1 : 0.5);
        runs.add(run);
        facts.put(run.id(), SampleFacts.of(run, fault, ending, turned, List.of(rewards)));
        return run;
    }

    private ScoredRun fails(String query, Optional<Fault> fault, RewardFacts... rewards) {
        return add(query, false, fault, RunEnding.TERMINATED, false, rewards);
    }

    private Summary summary() {
        return evaluation("m", Map.of(Intent.SHOP, runs.size()), runs.toArray(ScoredRun[]::new)).overall();
    }

    private Funnel funnel() {
        return Funnel.of(summary(), facts, BOOTSTRAP);
    }

    private Headroom headroom() {
        return Headroom.of(summary(), facts, BOOTSTRAP);
    }

    @Test
    void aRunIsAsFarAsTheProductThatGotLeastFar() {
        ScoredRun passed = add("passed", true, NONE, RunEnding.TERMINATED, false, right(), right());
        ScoredRun blind = fails("blind", Optional.of(Fault.SHOP_SPLIT), reward(Stage.CHOSEN, NONE, Waypoint.WELL_FORMED, Waypoint.CHOSEN),
                reward(Stage.CHOSEN, NONE, Waypoint.RETURNED, Waypoint.VIEWED, Waypoint.CHOSEN, Waypoint.WELL_FORMED));
        ScoredRun half = fails("half", Optional.of(Fault.OTHER_PRODUCT),
                reward(Stage.CHOSEN, NONE, Waypoint.RETURNED, Waypoint.VIEWED, Waypoint.CHOSEN, Waypoint.WELL_FORMED),
                reward(Stage.RETRIEVED_NOT_VIEWED, Optional.of(Fault.OTHER_PRODUCT), Waypoint.RETURNED));
        ScoredRun nowhere = fails("nowhere", Optional.of(Fault.OTHER_PRODUCT),
                reward(Stage.NEVER_RETRIEVED, Optional.of(Fault.OTHER_PRODUCT)),
                reward(Stage.VIEWED_NOT_CHOSEN, Optional.of(Fault.OTHER_PRODUCT), Waypoint.VIEWED));
        Funnel funnel = funnel();
        assertEquals(4, funnel.tasks());
        assertEquals(
                List.of(List.of(passed, blind, half), List.of(passed, blind), List.of(passed, blind), List.of(passed, blind),
                        List.of(passed)),
                funnel.steps().stream().map(Funnel.Step::reached).toList());
        assertEquals(List.of(List.of(nowhere), List.of(half), List.of(), List.of(), List.of(blind)),
                funnel.steps().stream().map(Funnel.Step::lost).toList());
        assertEquals(List.of(blind), funnel.at(Waypoint.VIEWED).skipped(), "chosen, though never viewed");
        assertEquals(Estimate.of(new Rate(3, 4)), funnel.at(Waypoint.RETURNED).share());
        assertEquals((1 + 1 + 1 + 0.5) / 4, funnel.at(Waypoint.RETURNED).rewards().value(), 1e-12);
        assertEquals((1 + 1 + 0.5 + 0.5) / 4, funnel.at(Waypoint.VIEWED).rewards().value(), 1e-12);
        assertEquals(0.25, funnel.at(Waypoint.SUCCESS).rewards().value(), 1e-12);
    }

    /// Ten tasks: one passes, one fails, one has no diagnosis, seven have no run and count 0.
    @Test
    void aProfileThatCountsTasksWithoutARunCountsThemInFunnelAndHeadroom() {
        add("passed", true, NONE, RunEnding.TERMINATED, false, right());
        ScoredRun shop = fails("shop", Optional.of(Fault.SHOP_SPLIT), reward(Stage.CHOSEN, NONE, Waypoint.WELL_FORMED));
        runs.add(run(Intent.SHOP, "not diagnosed", 1));
        Summary summary = new Summary(new LinkedHashMap<>(Map.of(Intent.SHOP, 10)), true, runs);
        Funnel funnel = Funnel.of(summary, facts, BOOTSTRAP);
        assertEquals(9, funnel.tasks());
        assertEquals(1 / 9.0, funnel.at(Waypoint.SUCCESS).share().value());
        assertEquals(Estimate.of(new Rate(1, 9)).interval(), funnel.at(Waypoint.SUCCESS).share().interval());
        assertEquals(2 / 9.0, funnel.at(Waypoint.WELL_FORMED).share().value());
        assertEquals(2 / 9.0, funnel.at(Waypoint.WELL_FORMED).rewards().value(), 1e-15);
        Headroom headroom = Headroom.of(summary, facts, BOOTSTRAP);
        assertEquals(9, headroom.tasks());
        assertEquals(List.of(shop), headroom.of(Reason.SHOP).alone());
        assertEquals(1 / 9.0, headroom.of(Reason.SHOP).points().value());
    }

    @Test
    void aReasonCountsAloneWhereNothingElseKeepsTheRunFromSuccess() {
        ScoredRun form = fails("form", Optional.of(Fault.WRONG_ORDER),
                reward(Stage.MALFORMED_ANSWER, Optional.of(Fault.WRONG_ORDER), Waypoint.CHOSEN),
                reward(Stage.CHOSEN, NONE, Waypoint.CHOSEN, Waypoint.WELL_FORMED));
        ScoredRun formAndShop = fails("form and shop", Optional.of(Fault.SHOP_SPLIT),
                reward(Stage.MALFORMED_ANSWER, NONE, Waypoint.CHOSEN));
        ScoredRun shop = fails("shop", Optional.of(Fault.SHOP_SPLIT), reward(Stage.CHOSEN, NONE, Waypoint.WELL_FORMED));
        ScoredRun page = add("page", false, Optional.of(Fault.WRONG_VARIANT), RunEnding.TERMINATED, true,
                reward(Stage.NEVER_RETRIEVED, Optional.of(Fault.WRONG_VARIANT)),
                reward(Stage.CHOSEN, NONE, Waypoint.CHOSEN, Waypoint.WELL_FORMED));
        ScoredRun pageAndChoice = add("page and choice", false, Optional.of(Fault.SCORER_DOUBT), RunEnding.TERMINATED, true,
                reward(Stage.NEVER_RETRIEVED, Optional.of(Fault.SCORER_DOUBT)),
                reward(Stage.VIEWED_NOT_CHOSEN, Optional.of(Fault.SCORER_DOUBT), Waypoint.VIEWED));
        ScoredRun late = add("late", false, Optional.of(Fault.OTHER_PRODUCT), RunEnding.STEP_LIMIT, false,
                reward(Stage.NO_ANSWER, Optional.of(Fault.OTHER_PRODUCT), Waypoint.RETURNED, Waypoint.VIEWED));
        ScoredRun lateAndLost = add("late and lost", false, Optional.of(Fault.OTHER_PRODUCT), RunEnding.STEP_LIMIT, false,
                reward(Stage.NO_ANSWER, Optional.of(Fault.OTHER_PRODUCT)));
        ScoredRun harness = fails("harness", Optional.of(Fault.OTHER_PRODUCT), reward(Stage.HARNESS, Optional.of(Fault.OTHER_PRODUCT)));
        add("passed", true, NONE, RunEnding.TERMINATED, false, right());
        Headroom headroom = headroom();

        SequencedMap<Reason, List<ScoredRun>> alone = new LinkedHashMap<>();
        headroom.costs().stream().filter(cost -> !cost.alone().isEmpty()).forEach(cost -> alone.put(cost.reason(), cost.alone()));
        assertEquals(Map.of(
                Reason.HARNESS, List.of(harness), Reason.STEPS, List.of(late), Reason.FORM, List.of(form), Reason.SHOP, List.of(shop),
                Reason.PAGE, List.of(page), Reason.VARIANT, List.of(page), Reason.TITLE, List.of(pageAndChoice)), alone);
        assertEquals(List.of(page, pageAndChoice), headroom.of(Reason.PAGE).with());
        assertEquals(List.of(form, formAndShop), headroom.of(Reason.FORM).with());
        assertEquals(Estimate.of(new Rate(1, 9)), headroom.of(Reason.PAGE).points());
        assertEquals(List.of(formAndShop, pageAndChoice, lateAndLost), headroom.rests().getFirst().runs());
        assertEquals(List.of(formAndShop, lateAndLost), headroom.rests().getLast().runs());
    }

    @Test
    void whatTheScorerSeesOtherwiseThanTheDiagnosisIsNotCounted() {
        ScoredRun run = fails("turned", NONE, reward(Stage.CHOSEN, NONE, Waypoint.CHOSEN));
        facts.put(run.id(), SampleFacts.of(run(Intent.SHOP, "turned", 1), right()));
        ScoredRun unknown = run(Intent.SHOP, "unknown", 1);
        runs.add(unknown);
        assertEquals(0, funnel().tasks());
        assertTrue(Double.isNaN(funnel().at(Waypoint.SUCCESS).share().value()), "of nothing there is no share");
        assertEquals(List.of(run, unknown), headroom().undiagnosed());
    }

    @Test
    void severalTrialsOfATaskCountAsOneTask() {
        ScoredRun first = fails("twice", Optional.of(Fault.OTHER_PRODUCT), reward(Stage.NEVER_RETRIEVED, NONE));
        ScoredRun again = run(Intent.SHOP, "twice", 1);
        facts.put(again.id(), SampleFacts.of(again, right()));
        ScoredRun once = add("once", true, NONE, RunEnding.TERMINATED, false, right());
        Summary trials = new Summary(new LinkedHashMap<>(Map.of(Intent.SHOP, 2)), false, List.of(first, again, once));
        Funnel funnel = Funnel.of(trials, facts, BOOTSTRAP);
        assertEquals(2, funnel.tasks());
        assertEquals(0.75, funnel.at(Waypoint.SUCCESS).share().value(), 1e-12);
        assertEquals(0.25, Headroom.of(trials, facts, BOOTSTRAP).of(Reason.SEARCH).points().value(), 1e-12);
    }

    /// Whatever the diagnosis says: each number stands for what a run passed, whether it succeeded and how it ended.
    @Property(tries = 300)
    void noStepIsAboveTheOneBeforeAndReasonsAddUpToTheFailures(
            @ForAll @Size(max = 12) List<@Size(min = 1, max = 3) List<@IntRange(max = 8191) Integer>> given) {
        facts.clear();
        runs.clear();
        for (int i = 0; i < given.size(); i++) {
            List<Integer> numbers = given.get(i);
            add("task " + i, numbers.getFirst() % 5 == 0, fault(numbers.getFirst() / 3),
                    RunEnding.values()[numbers.getFirst() % RunEnding.values().length],
                    numbers.getFirst() % 2 == 0, numbers.stream().map(LossTest::made).toArray(RewardFacts[]::new));
        }
        Funnel funnel = funnel();
        assertEquals(runs.size(), funnel.tasks());
        for (int i = 1; i < funnel.steps().size(); i++) {
            Funnel.Step before = funnel.steps().get(i - 1);
            Funnel.Step step = funnel.steps().get(i);
            assertTrue(before.reached().containsAll(step.reached()));
            assertEquals(before.reached().size(), step.reached().size() + step.lost().size());
        }
        assertEquals(summary().asr().hits(), funnel.steps().getLast().reached().size());
        Headroom headroom = headroom();
        for (Headroom.Cost cost : headroom.costs()) {
            assertTrue(cost.with().containsAll(cost.alone()) && headroom.failed().containsAll(cost.with()), cost.reason().label());
        }
        for (Headroom.Rest rest : headroom.rests()) {
            List<ScoredRun> told = new ArrayList<>(rest.runs());
            headroom.costs().stream()
                    .filter(cost -> cost.reason().group() == Group.ANSWER || cost.reason().group() == rest.told())
                    .forEach(cost -> told.addAll(cost.alone()));
            assertEquals(headroom.failed().size(), told.size(), "each failure once, told by " + rest.told());
            assertTrue(told.containsAll(headroom.failed()));
        }
    }

    private static RewardFacts made(int number) {
        Waypoint[] passed = IntStream.range(0, 4).filter(bit -> (number >> bit & 1) == 1).mapToObj(bit -> Waypoint.values()[bit])
                .toArray(Waypoint[]::new);
        return SampleFacts.reward(Stage.values()[number / 16 % Stage.values().length], fault(number / 128), passed);
    }

    private static Optional<Fault> fault(int number) {
        int place = number % (Fault.values().length + 1);
        return place == 0 ? Optional.empty() : Optional.of(Fault.values()[place - 1]);
    }
}
