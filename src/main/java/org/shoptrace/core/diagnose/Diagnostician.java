package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.grounding.GroundingCheck;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SearchRules;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.RewardChecks;
import org.shoptrace.model.finding.Budget;
import org.shoptrace.model.finding.ConstraintMatrix;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.NotCompared;
import org.shoptrace.model.finding.RewardOutcome;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.ToolCall;

/// Makes every finding about a run. Safe for use by several threads.
public final class Diagnostician {
    /// The benchmark's.
    public static final int USUAL_STEP_LIMIT = 30;

    /// The tools that no other benchmark has by these names.
    private static final Set<String> SHOP_TOOLS = Set.of(ToolCall.FIND_PRODUCT, ToolCall.VIEW_PRODUCT_INFORMATION,
            ToolCall.RECOMMEND_PRODUCT);

    private final Sandbox sandbox;
    private final Profile profile;
    private final RewardChecks checks;
    private final int stepLimit;

    /// @param stepLimit how many steps an agent had, at least 1
    public Diagnostician(Sandbox sandbox, Profile profile, int stepLimit) {
        this.sandbox = sandbox;
        this.profile = profile;
        this.checks = new RewardChecks(profile);
        this.stepLimit = stepLimit;
    }

    /// The profile that says what a success is.
    public Profile profile() {
        return profile;
    }

    /// The task, if it is of an intent that the profile scores: a run is held against no other.
    Optional<Task> scored(Optional<Task> task) {
        return task.filter(each -> profile.intents().contains(each.intent()));
    }

    /// What the harness did to a run, for which neither a task nor a catalogue is needed.
    ///
    /// @param stepLimit how many steps the agent had, at least 1
    public static List<HealthFinding> health(Run run, int stepLimit) {
        return new HealthCheck(stepLimit).check(run);
    }

    /// Whether a run is one of ShoppingBench, by its form or by the tools that it calls: of others its rules say nothing.
    public static boolean isOfTheBenchmark(Run run) {
        return !run.envelope().isConversation()
                || run.steps().stream().flatMap(step -> step.calls().stream()).anyMatch(call -> SHOP_TOOLS.contains(call.name()));
    }

    /// The rules that the searches of a run were answered by.
    public static SearchRules rules(Run run) {
        return RunSandbox.rules(run);
    }

    /// The ids that a call of `recommend_product` is meant to name: trimmed, and taken out of a list where a text was due.
    public static List<String> recommended(ToolCall call) {
        return Recommendation.ids(call);
    }

    /// Everything about one run.
    ///
    /// @param task of an intent that the profile scores; empty when the run belongs to none
    /// @throws ShoptraceException when the catalogue cannot be read or a similarity cannot be had
    public Diagnosis diagnose(Optional<Task> task, Run run) throws ShoptraceException {
        RunSandbox world = new RunSandbox(sandbox, RunSandbox.rules(run));
        List<String> targets = task.map(Task::rewards).orElse(List.of()).stream().map(Reward::productId).toList();
        Sightings sightings = Sightings.of(run, targets, world);
        List<HealthFinding> health = new HealthCheck(stepLimit).check(run);
        RunEnd end = new RunEnd(run, health);
        Findings findings = task.isPresent() ? judge(task.get(), run, world, sightings, end) : Findings.NONE;
        List<TargetTrack> tracks = new ArrayList<>();
        for (String target : targets.stream().distinct().toList()) {
            tracks.add(new TargetTrack(
                    target, sightings.of(target), new TargetSearches(world, RunSandbox.rules(run).cutoffs()).of(target, run)));
        }
        List<NearMiss> nearMisses = new ArrayList<>(new NearMissFinder(world).inCalls(run));
        nearMisses.addAll(findings.nearMisses());
        return new Diagnosis(
                run.id(), run.source(), run.model(), run.query(), task, findings.assessment(), findings.failure(), findings.rewards(),
                findings.passed(), findings.matrix(), nearMisses, health, tracks,
                new GroundingCheck(world, task.flatMap(Task::voucher)).check(run),
                new ReexecutionCheck(world).check(run, sightings.shown()), findings.budget(), findings.milestones(),
                end.ending(), findings.notCompared());
    }

    /// What needs a task.
    private record Findings(
            Optional<Assessment> assessment,
            Optional<FailureClass> failure,
            List<RewardOutcome> rewards,
            List<Set<Waypoint>> passed,
            ConstraintMatrix matrix,
            List<NearMiss> nearMisses,
            Optional<Budget> budget,
            Milestones milestones,
            NotCompared notCompared) {
        static final Findings NONE = new Findings(
                Optional.empty(), Optional.empty(), List.of(), List.of(), new ConstraintMatrix(List.of()), List.of(), Optional.empty(),
                Milestones.NONE, NotCompared.NONE);
    }

    private Findings judge(Task task, Run run, RunSandbox world, Sightings sightings, RunEnd end)
            throws ShoptraceException {
        Optional<Assessment> assessment = profile.isScored(run) ? Optional.of(profile.assess(task, run)) : Optional.empty();
        Equivalents equivalents = new Equivalents(task, world, checks);
        Recommendation recommendation = Recommendation.of(run);
        boolean success = assessment.map(a -> a.score().success()).orElse(false);
        Choice choice = Choice.of(equivalents, recommendation, assessment);
        FailureClassifier classifier = new FailureClassifier(
                task, choice, new StageFinder(end, world, sightings, equivalents, choice), new FaultFinder(world, equivalents, choice));
        List<RewardOutcome> rewards = success ? List.of() : classifier.rewards();
        Milestones milestones = assessment.isPresent()
                ? new MilestoneFinder(stepLimit, equivalents, sightings).find(run, recommendation, assessment.get())
                : Milestones.NONE;
        ConstraintMatrix matrix = new MatrixBuilder(equivalents, world, BasketFit.of(equivalents, world, sightings)).build(sightings);
        return new Findings(
                assessment,
                success || rewards.isEmpty() ? Optional.empty() : Optional.of(classifier.run(rewards)),
                rewards,
                new WaypointFinder(sightings, equivalents, choice).find(),
                matrix,
                new NearMissFinder(world).inProducts(equivalents, sightings),
                new BudgetCheck(world, equivalents, sightings).check(recommendation),
                milestones,
                equivalents.notCompared(matrix, rewards));
    }
}
