package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.golden.GoldenCatalogue;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Task;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

/// Failures that were classed wrongly once.
@NeedsShared
class SharedClassesTest {
    @RegisterExtension
    static final GoldenCatalogue CATALOGUE = new GoldenCatalogue();

    @Test
    void aBasketIsSummedUpAsItWasMeant() throws Exception {
        FailureClass failure = only("voucher_test", SharedFiles.require("cases/findings/d1-untrimmed-basket.jsonl"));
        assertEquals(Stage.MALFORMED_ANSWER, failure.stage());
        assertEquals(Fault.BUDGET_MISSED, failure.fault());
        assertEquals(Optional.of(Fault.MALFORMED), failure.secondFault());
    }

    @Test
    void equalTitlesNeedNoTable() throws Exception {
        FailureClass failure = only("web_simpleqa_test", SharedFiles.require("cases/findings/d2-equal-title-not-in-table.jsonl"));
        assertEquals(Stage.MALFORMED_ANSWER, failure.stage());
        assertEquals(Fault.MALFORMED, failure.fault());
    }

    @Test
    void aWrongProductIsNotABudgetMissed() throws Exception {
        Diagnosis marble = diagnose("voucher_test", SharedFiles.require("golden/rollout_voucher_alpha.jsonl")).get(14);
        assertEquals(Fault.OTHER_PRODUCT, marble.failure().orElseThrow().fault(), "a marble table for a plastic sign");
        assertEquals(Optional.of(Fault.BUDGET_MISSED), marble.failure().orElseThrow().secondFault());
    }

    private static FailureClass only(String tasks, Path rollouts) throws Exception {
        List<Diagnosis> diagnoses = diagnose(tasks, rollouts);
        assertEquals(1, diagnoses.size());
        return diagnoses.getFirst().failure().orElseThrow();
    }

    private static List<Diagnosis> diagnose(String tasks, Path rollouts) throws Exception {
        List<Task> read = TaskFileReader.read(SharedFiles.require("data/tasks/synthesize_" + tasks + ".jsonl")).tasks();
        Sandbox sandbox = CATALOGUE.sandbox();
        ShoppingBenchProfile profile = new ShoppingBenchProfile(
                sandbox::product, TableSimilarity.read(SharedFiles.require("golden/title_similarity.json")), false);
        return new FileDiagnosis(new Diagnostician(sandbox, profile, Diagnostician.USUAL_STEP_LIMIT), read, 2)
                .of(rollouts, Optional.empty(), diagnosis -> diagnosis, Progress.NONE).runs();
    }
}
