package org.shoptrace.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.ClaimQuality;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.SampleOrigin;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// The paragraph names all that was used for a report, and nothing else.
class MethodsParagraphTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(5, 2000);
    private static final Map<Intent, Integer> ASKED = Map.of(Intent.PRODUCT, 2);
    private static final String FINGERPRINT = "f".repeat(64);

    private static final Evaluation A = evaluation("a", ASKED, run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p2", 0));
    private static final Evaluation B = evaluation("b", ASKED, run(Intent.PRODUCT, "p1", 0), run(Intent.PRODUCT, "p2", 0));
    private static final Evaluation TRIED_TWICE = evaluation(
            "c", ASKED, run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p1", 0), run(Intent.PRODUCT, "p2", 0),
            run(Intent.PRODUCT, "p2", 1));
    private static final Evaluation OF_OTHER_TASKS = evaluation("d", ASKED, run(Intent.PRODUCT, "q1", 0), run(Intent.PRODUCT, "q2", 0));

    private static final String CATALOGUE = " Products were looked up in a catalogue of 1,234 products with the fingerprint " + FINGERPRINT
            + " (SHA-256). The newest run is of 5 January 2026.";

    private static final String ONCE = "Success rates are given with the Wilson 95 % interval, means over tasks with that of the percentile"
            + " bootstrap of tasks (2,000 resamples, seed 5).";

    private static String scored(String what) {
        return what + " were scored with Shoptrace 1.2.3 (abc123) by its profile shoppingbench, without looking at thoughts."
                + " Titles were compared by table t.json (SHA-256 aaaaaaaaaa…). ";
    }

    @Test
    void oneModelWithOneTrial() {
        assertEquals(
                scored("2 runs of a on 2 tasks")
                        + ONCE + CATALOGUE,
                methods(Map.of(), A));
    }

    @Test
    void twoModelsAreComparedByAnExactTest() {
        assertEquals(
                scored("4 runs of a and b (2 each) on 2 tasks")
                        + ONCE + " Models were compared task by task, over the tasks that both had a run of, with the exact McNemar"
                        + " test and Newcombe's interval for the difference of paired proportions; p values were adjusted by Holm's method."
                        + CATALOGUE,
                methods(Map.of(), A, B));
    }

    /// Two of five tasks were tried, both models did the same ones, and the harness lost a run of one of them.
    @Test
    void onlyTasksWithARunAreCountedAndWhatIsMissingIsSaid() {
        Evaluation first = evaluation("a", Map.of(Intent.PRODUCT, 5), run(Intent.PRODUCT, "p1", 1), run(Intent.PRODUCT, "p2", 0));
        Evaluation lost = Evaluation.of(
                B.conditions(), new LinkedHashMap<>(ASKED), false, B.trials(), List.of(),
                new Evaluation.Leftovers(
                        List.of(),
                        List.of(new Evaluation.Unscored(new RunId("lost"), B.trials().getFirst().source(), Optional.of("p1"))),
                        List.of()));
        String text = methods(Map.of(), first, lost);
        assertTrue(text.startsWith("4 runs of a and b (2 each) on 2 tasks were scored"), text);
        assertTrue(
                text.contains(" Without a scored run were 3 of the 5 tasks asked of a; no rate is over these. The harness lost 1 run of b,"
                        + " which were not scored."),
                text);
    }

    @Test
    void trialsHaveTheirMeansAndNoTest() {
        assertEquals(
                scored("4 runs of c on 2 tasks")
                        + "Every figure is the mean over tasks of the mean over a task's trials, with the 95 % interval of the percentile"
                        + " bootstrap of tasks (2,000 resamples, seed 5). pass@k and pass^k were estimated from the trials of each task and"
                        + " averaged over tasks." + CATALOGUE,
                methods(Map.of(), TRIED_TWICE));
        assertEquals(
                scored("8 runs of a, c and d (2, 4 and 2) on 4 tasks")
                        + ONCE + " Where a model has several trials of a task, every figure is the mean over tasks"
                        + " of the mean over a task's trials, with the 95 % interval of that bootstrap. Models with several trials of a"
                        + " task were compared by the difference of the tasks' means over the tasks that both had a run of, with the"
                        + " interval of the bootstrap of tasks and without a test. Models without a task in common were not compared."
                        + " pass@k and pass^k were estimated from the"
                        + " trials of each task and averaged over tasks." + CATALOGUE,
                methods(Map.of(), A, TRIED_TWICE, OF_OTHER_TASKS));
    }

    @Test
    void findingsAreNamedWhereThereAreSome() {
        RunId id = A.trials().getFirst().id();
        RunFacts facts = new RunFacts(
                id, RunFacts.Result.FAILURE, Optional.of(Intent.PRODUCT), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                List.of(), Optional.empty(), new RunFacts.Conduct(3, new LinkedHashMap<>(), 0, RunEnding.TERMINATED), List.of(), List.of(),
                Set.of(), Set.of(), ClaimFacts.NONE, 0, Milestones.NONE);
        assertEquals(
                scored("2 runs of a on 2 tasks")
                        + ONCE + " Failures were classified by the rules of the same program, with a limit of 30"
                        + " steps a run. What agents said of products was held against what they had seen, by rules. "
                        + ClaimQuality.measured().summary() + CATALOGUE,
                methods(Map.of(id, facts), A));
    }

    @Test
    void changedDocumentsAndWhatIsNotKnownAreTold() {
        Provenance sample = SampleOrigin.provenance(FINGERPRINT);
        Provenance outdated = new Provenance(
                sample.program(), sample.words(), sample.settings(),
                sample.catalogue().map(one -> new Provenance.Catalogue(one.fingerprint(), 0, List.of(), List.of("documents.jsonl"))),
                sample.inputs(), Optional.empty());
        String text = MethodsParagraph.of(new ReportInput(
                Series.of(List.of(A)), List.of(), BOOTSTRAP, new ExportOrigin(outdated, FileNames.NONE)));
        assertEquals(
                scored("2 runs of a on 2 tasks")
                        + ONCE + " Products were looked up in a catalogue with the fingerprint " + FINGERPRINT
                        + " (SHA-256). documents.jsonl has changed since the catalogue was indexed: what is made with it is of the"
                        + " documents as they were.",
                text);
    }

    private static String methods(Map<RunId, RunFacts> facts, Evaluation... evaluations) {
        return MethodsParagraph.of(new ReportInput(
                Series.of(List.of(evaluations)), List.of(), BOOTSTRAP, SampleOrigin.of(FINGERPRINT),
                ReportInput.Findings.NONE.with(facts)));
    }
}
