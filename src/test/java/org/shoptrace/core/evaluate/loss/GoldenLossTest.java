package org.shoptrace.core.evaluate.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.diagnose.DiagnosisJson;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Scores;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;

/// Funnel and headroom of the reference's runs against a count over what `shoptrace diagnose --json` writes of each.
class GoldenLossTest {
    private static final Map<Intent, List<ScoredRun>> RUNS = new HashMap<>();
    private static final Map<Intent, List<Json.Obj>> WRITTEN = new HashMap<>();
    private static final Map<RunId, RunFacts> FACTS = new HashMap<>();

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void diagnose() throws Exception {
        Path catalogue = folder.resolve("catalogue");
        new CatalogIndexer().build(List.of(GoldenSet.DOCUMENTS), catalogue, _ -> {}, Progress.NONE);
        try (Sandbox sandbox = LuceneSandbox.open(catalogue)) {
            Diagnostician diagnostician = new Diagnostician(
                    sandbox, new ShoppingBenchProfile(sandbox::product, GoldenSet.similarity(), false), Diagnostician.USUAL_STEP_LIMIT);
            for (Intent intent : Intent.LEVELS) {
                Map<String, Task> tasks = new HashMap<>();
                GoldenSet.tasks(intent.wireName()).forEach(task -> tasks.put(task.query(), task));
                List<Run> runs = new ArrayList<>();
                RolloutFile.forEachRun(GoldenSet.rollouts(intent.wireName(), "alpha"), runs::add, Progress.NONE);
                for (Run run : runs) {
                    Diagnosis diagnosis = diagnostician.diagnose(Optional.ofNullable(tasks.get(run.query().orElseThrow())), run);
                    RUNS.computeIfAbsent(intent, _ -> new ArrayList<>()).add(new ScoredRun(
                            run.id(), run.source(), run.steps().size(), diagnosis.assessment().orElseThrow().score(), Scores.NO_DETAILS));
                    WRITTEN.computeIfAbsent(intent, _ -> new ArrayList<>()).add(DiagnosisJson.run(diagnosis));
                    FACTS.put(run.id(), RunFactsOf.run(run, diagnosis));
                }
            }
        }
    }

    private static Summary summary(Intent intent) {
        List<ScoredRun> runs = RUNS.getOrDefault(intent, List.of());
        return new Summary(new LinkedHashMap<>(Map.of(intent, runs.size())), false, runs);
    }

    private static long count(Intent intent, Predicate<Json.Obj> condition) {
        return WRITTEN.getOrDefault(intent, List.of()).stream().filter(condition).count();
    }

    private static boolean succeeds(Json.Obj run) {
        return run.get("success").equals(Optional.of(new Json.Bool(true)));
    }

    private static boolean is(Json.Obj run, String key, String... names) {
        return run.text(key).filter(Set.of(names)::contains).isPresent();
    }

    private static boolean isSighted(Json.Obj run, String sight) {
        return run.items("targets").stream().allMatch(target -> !((Json.Obj) target).get(sight).orElse(Json.NULL).equals(Json.NULL));
    }

    @Test
    void everyIntentHasAFailureAndASuccess() {
        for (Intent intent : Intent.LEVELS) {
            Funnel funnel = Funnel.of(summary(intent), FACTS, Bootstrap.DEFAULT);
            assertEquals(RUNS.getOrDefault(intent, List.of()).size(), funnel.tasks());
            assertEquals(count(intent, GoldenLossTest::succeeds), funnel.at(Waypoint.SUCCESS).reached().size(), intent.label());
            assertTrue(funnel.at(Waypoint.SUCCESS).share().value() < 1);
        }
    }

    /// Where a task has one product, its stage says all: how far the run got, but for those that recommend nothing.
    @Test
    void ofOneProductTheFunnelIsWhatStagesSay() {
        for (Intent intent : List.of(Intent.PRODUCT, Intent.WEB)) {
            Funnel funnel = Funnel.of(summary(intent), FACTS, Bootstrap.DEFAULT);
            Predicate<Json.Obj> chosen = run -> succeeds(run) || is(run, "stage", "malformed_answer", "chosen");
            Predicate<Json.Obj> silent = run -> is(run, "stage", "harness", "no_answer", "invented");
            Predicate<Json.Obj> viewed = chosen
                    .or(run -> is(run, "stage", "viewed_not_chosen") || silent.test(run) && isSighted(run, "viewed"));
            Predicate<Json.Obj> returned = viewed
                    .or(run -> is(run, "stage", "retrieved_not_viewed") || silent.test(run) && isSighted(run, "returned"));
            assertEquals(
                    List.of(count(intent, returned), count(intent, viewed), count(intent, chosen),
                            count(intent, run -> succeeds(run) || is(run, "stage", "chosen")), count(intent, GoldenLossTest::succeeds)),
                    funnel.steps().stream().map(step -> (long) step.reached().size()).toList(), intent.label());
        }
    }

    @Test
    void ofOneProductTheHeadroomIsWhatStagesAndFaultsSay() {
        for (Intent intent : List.of(Intent.PRODUCT, Intent.WEB)) {
            Headroom headroom = Headroom.of(summary(intent), FACTS, Bootstrap.DEFAULT);
            assertEquals(count(intent, run -> is(run, "stage", "malformed_answer")), headroom.of(Reason.FORM).alone().size());
            assertEquals(count(intent, run -> is(run, "stage", "harness")), headroom.of(Reason.HARNESS).alone().size());
            assertEquals(count(intent, run -> is(run, "stage", "viewed_not_chosen")), headroom.of(Reason.CHOICE).alone().size());
            Predicate<Json.Obj> answered = run -> is(
                    run, "stage", "invented", "never_retrieved", "retrieved_not_viewed", "viewed_not_chosen");
            assertEquals(count(intent, answered.and(run -> is(run, "fault", "wrong_variant"))), headroom.of(Reason.VARIANT).alone().size());
            assertEquals(count(intent, answered.and(run -> is(run, "fault", "scorer_doubt"))), headroom.of(Reason.TITLE).alone().size());
            assertEquals(
                    count(intent, run -> isHiddenByAPage(run)
                            && (is(run, "stage", "never_retrieved") || is(run, "stage", "invented") && !isSighted(run, "returned"))),
                    headroom.of(Reason.PAGE).alone().size());
        }
    }

    @Test
    void ofBasketsTheHeadroomIsWhatFaultsSay() {
        for (Intent intent : List.of(Intent.SHOP, Intent.VOUCHER)) {
            Headroom headroom = Headroom.of(summary(intent), FACTS, Bootstrap.DEFAULT);
            long baskets = count(intent, run -> is(run, "stage", "chosen") && is(run, "fault", "shop_split", "budget_missed"));
            assertEquals(baskets, headroom.of(Reason.SHOP).alone().size() + headroom.of(Reason.BUDGET).alone().size());
            assertEquals(count(intent, run -> !succeeds(run)), headroom.failed().size());
            assertFalse(headroom.rests().getFirst().runs().isEmpty(), "several products go wrong in several ways");
        }
    }

    private static boolean isHiddenByAPage(Json.Obj run) {
        return run.items("targets").stream()
                .flatMap(target -> ((Json.Obj) target).items("searches").stream())
                .anyMatch(search -> is((Json.Obj) search, "hidden_by", "page", "sort"));
    }
}
