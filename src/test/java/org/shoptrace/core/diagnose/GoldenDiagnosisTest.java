package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// The reference rollouts: every observation is the reference sandbox's true answer.
@NeedsShared
class GoldenDiagnosisTest {
    @TempDir
    private static Path folder = Path.of("");

    private static Optional<Sandbox> opened = Optional.empty();

    @BeforeAll
    static void index() throws Exception {
        new CatalogIndexer().build(
                List.of(GoldenSet.DOCUMENTS), folder.resolve("catalogue"), _ -> {}, Progress.NONE);
        opened = Optional.of(LuceneSandbox.open(folder.resolve("catalogue")));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(Sandbox::close);
    }

    @Test
    void everyReadIsTheSameAndEveryFailureHasAStageAndAFault() throws Exception {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        for (String name : List.of(
                "product_alpha", "product_beta", "shop_alpha", "shop_beta", "voucher_alpha", "voucher_beta", "web_alpha", "web_beta")) {
            List<Diagnosis> diagnoses = diagnose(name);
            assertEquals(40, diagnoses.size());
            for (Diagnosis diagnosis : diagnoses) {
                assertTrue(diagnosis.task().isPresent(), diagnosis.source()::toString);
                assertFalse(diagnosis.reexecution().calls().isEmpty());
                assertEquals(
                        List.of(),
                        diagnosis.reexecution().calls().stream().filter(c -> c.outcome() != Reexecution.Outcome.SAME).toList(),
                        diagnosis.source()::toString);
                assertEquals(diagnosis.success().orElseThrow(), diagnosis.failure().isEmpty(), diagnosis.source()::toString);
                diagnosis.failure().ifPresent(failure -> {
                    stages.add(failure.stage());
                    faults.add(failure.fault());
                    assertFalse(failure.evidence().isEmpty());
                });
                for (TargetTrack target : diagnosis.targets()) {
                    assertTrue(target.searches().stream().allMatch(search -> search.page().isPresent() != search.hiddenBy().isPresent()
                            && search.hiddenBy().filter(h -> h == TargetTrack.HiddenBy.OTHER_CATALOG).isEmpty()),
                            target.searches()::toString);
                }
            }
        }
        assertTrue(stages.size() >= 5, stages.toString());
        assertTrue(faults.size() >= 5, faults.toString());
    }

    private static List<Diagnosis> diagnose(String name) throws Exception {
        String intent = name.substring(0, name.indexOf('_'));
        String tasks = intent.equals("web") ? "web_simpleqa" : intent;
        Sandbox sandbox = opened.orElseThrow();
        ShoppingBenchProfile profile = new ShoppingBenchProfile(
                sandbox::product, TableSimilarity.read(SharedFiles.require("golden/title_similarity.json")), false);
        return new FileDiagnosis(
                new Diagnostician(sandbox, profile, Diagnostician.USUAL_STEP_LIMIT),
                TaskFileReader.read(SharedFiles.require("data/tasks/synthesize_" + tasks + "_test.jsonl")).tasks(),
                2)
                .of(SharedFiles.require("golden/rollout_" + name + ".jsonl"), Optional.empty(), diagnosis -> diagnosis, Progress.NONE)
                .runs();
    }
}
