package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.diagnose.KeptFindings.Found;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.labelled.LabelledClaims;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;

/// Findings are kept under a version of the rules that made them. The version is a digest of what is kept of runs that never change: the
/// planted ones, of which there is one for every stage, fault, near miss and health kind, those of the golden set, and those with labelled
/// statements, of every kind and verdict. So a rule that changes makes this test fail until the version is changed too, and a change of
/// code that changes no finding does not.
class FindingRulesTest extends OnPlantedShop {
    private static final String PLANT = "plant a run that has what is lacking: a case of PlantedTableTest, or a run in planted() here";

    @TempDir
    private Path storage = Path.of("");

    @Test
    void theVersionOfTheRulesIsThatOfWhatTheyFind() throws Exception {
        List<Found> found = new ArrayList<>(planted());
        found.addAll(golden());
        assertEveryKind(found.stream().map(Found::facts).toList());
        ShoppingBenchProfile profile = new ShoppingBenchProfile(shop().sandbox()::product, PlantedShop.byFirstWord(), false);
        KeptFindings.open(OwnFolder.at(storage), new CatalogFingerprint("c".repeat(64)), profile, Diagnostician.USUAL_STEP_LIMIT)
                .add(found);
        List<String> lines = Files.readAllLines(KeptFindingsTest.kept(storage));
        // The first line names the version itself; what hangs on it follows.
        String kept = String.join("\n", lines.subList(1, lines.size()));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(kept.getBytes(StandardCharsets.UTF_8));
        String rules = HexFormat.of().formatHex(digest, 0, 6);
        assertEquals(rules, KeptFindings.RULES,
                "the findings of runs that did not change are others than before. If that is meant, write RULES = \"" + rules
                        + "\" in core.diagnose.KeptFindings, so that what was kept under the old rules is worked out again");
    }

    private List<Found> planted() throws Exception {
        List<Found> found = new ArrayList<>();
        for (PlantedTableTest.Planted each : PlantedTableTest.all(shop())) {
            found.add(found(shop().sandbox(), PlantedShop.byFirstWord(), each.task(), each.run()));
        }
        Task mug = PlantedShop.product();
        for (String parameters : List.of(
                "{'q':'grey clay mug','page':2}", "{'q':'grey clay mug','page':1,'price':'150-'}",
                "{'q':'grey clay mug','page':1,'shop_id':'8'}", "{'q':'grey clay mug','page':1,'service':'official'}",
                "{'q':'hose','page':1}", "{'q':'grey clay mug'}")) {
            found.add(found(shop().sandbox(), PlantedShop.byFirstWord(), mug, shop().run(shop().call("find_product", parameters))));
        }
        for (String parameters : List.of("{'q':'spoon','page':1}", "{'q':'spoon','page':1,'sort':'priceasc'}")) {
            Task spoon = PlantedShop.product(PlantedShop.LAST_SPOON);
            found.add(found(shop().sandbox(), PlantedShop.byFirstWord(), spoon, shop().run(shop().call("find_product", parameters))));
        }
        Run search = shop().run(shop().find("grey clay mug"));
        found.add(found(shop().sandbox(), PlantedShop.byFirstWord(), PlantedShop.product("9999999"), search));
        return found;
    }

    private List<Found> golden() throws Exception {
        Path catalogue = storage.resolve("golden");
        new CatalogIndexer().build(List.of(GoldenSet.DOCUMENTS), catalogue, _ -> {}, Progress.NONE);
        List<Found> found = new ArrayList<>();
        try (Sandbox sandbox = LuceneSandbox.open(catalogue)) {
            for (String intent : List.of("product", "web", "shop", "voucher")) {
                Map<String, Task> tasks = new HashMap<>();
                GoldenSet.tasks(intent).forEach(task -> tasks.put(task.query(), task));
                List<Run> runs = new ArrayList<>();
                RolloutFile.forEachRun(GoldenSet.rollouts(intent, "alpha"), runs::add, Progress.NONE);
                RolloutFile.forEachRun(GoldenSet.rollouts(intent, "beta"), runs::add, Progress.NONE);
                for (Run run : runs) {
                    Task task = Optional.ofNullable(tasks.get(run.query().orElseThrow())).orElseThrow();
                    found.add(found(sandbox, GoldenSet.similarity(), task, run));
                }
            }
            Run said = titleSaid();
            Task asked = GoldenSet.tasks("product").stream().filter(task -> said.query().equals(Optional.of(task.query()))).findFirst()
                    .orElseThrow();
            found.add(found(sandbox, GoldenSet.similarity(), asked, said));
            for (LabelledClaims.Half half : LabelledClaims.Half.values()) {
                for (LabelledClaims.Told told : LabelledClaims.told(half)) {
                    found.add(found(sandbox, GoldenSet.similarity(), told.task().orElseThrow(), told.run()));
                }
            }
        }
        return found;
    }

    /// A run that says the title of a product that it was shown, which no labelled sentence does by itself.
    private static Run titleSaid() throws Exception {
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(GoldenSet.rollouts("product", "alpha"), runs::add, Progress.NONE);
        Run run = runs.stream().filter(each -> !hits(each).isEmpty()).findFirst().orElseThrow();
        Observation.Hit hit = hits(run).getFirst();
        StepEncoder encoder = StepEncoder.after("", run.query().orElseThrow(), run.steps());
        List<Step> steps = new ArrayList<>(run.steps());
        steps.add(encoder.add(StepEncoder.Turn.of(
                "", List.of(), "**Product " + hit.productId() + "**\n- Title: " + hit.title() + "\n", 1)));
        return RunCodec.ofSteps(steps, run.source(), run.model());
    }

    private static List<Observation.Hit> hits(Run run) {
        return run.steps().stream()
                .flatMap(step -> step.calls().stream())
                .flatMap(call -> call.observation().stream())
                .flatMap(answer -> answer instanceof Observation.Found of ? of.hits().stream() : Stream.empty())
                .toList();
    }

    private static Found found(Sandbox sandbox, TitleSimilarity similarity, Task task, Run run) throws Exception {
        Diagnosis diagnosis = new Diagnostician(
                sandbox, new ShoppingBenchProfile(sandbox::product, similarity, false), Diagnostician.USUAL_STEP_LIMIT)
                .diagnose(Optional.of(task), run);
        return new Found(Optional.of(task), RunFactsOf.run(run, diagnosis), diagnosis.assessment().map(Assessment::score));
    }

    /// A rule that no run shows could change unseen. (Stages, faults, near misses and health are the table's own test.)
    private static void assertEveryKind(List<RunFacts> facts) {
        Set<RunFacts.Miss> misses = EnumSet.noneOf(RunFacts.Miss.class);
        Set<RunFacts.VoucherUse> vouchers = EnumSet.noneOf(RunFacts.VoucherUse.class);
        Set<RunEnding> endings = EnumSet.noneOf(RunEnding.class);
        Set<TargetTrack.HiddenBy> hidden = EnumSet.noneOf(TargetTrack.HiddenBy.class);
        Set<Claim.Kind> kinds = EnumSet.noneOf(Claim.Kind.class);
        Set<Claim.Verdict> verdicts = EnumSet.noneOf(Claim.Verdict.class);
        for (RunFacts each : facts) {
            each.claims().counts().forEach(count -> {
                kinds.add(count.kind());
                verdicts.add(count.verdict());
            });
            each.cart().ifPresent(cart -> misses.addAll(cart.misses()));
            each.cart().flatMap(RunFacts.Cart::voucher).ifPresent(vouchers::add);
            endings.add(each.conduct().ending());
            each.targets().forEach(target -> hidden.addAll(target.hiddenBy()));
        }
        assertEquals(EnumSet.allOf(RunFacts.Miss.class), misses, PLANT);
        assertEquals(EnumSet.allOf(RunFacts.VoucherUse.class), vouchers, PLANT);
        assertEquals(EnumSet.allOf(RunEnding.class), endings, PLANT);
        // A category is stated as the value of an attribute of that name, which no product here has.
        assertEquals(EnumSet.complementOf(EnumSet.of(Claim.Kind.CATEGORY)), kinds, PLANT);
        assertEquals(EnumSet.allOf(Claim.Verdict.class), verdicts, PLANT);
        // A walk of 100,000 needs a catalogue that is larger than any here.
        assertEquals(EnumSet.complementOf(EnumSet.of(TargetTrack.HiddenBy.CUT_WALKED)), hidden, PLANT);
    }
}
