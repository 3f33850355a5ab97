package org.shoptrace.core.evaluate.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.PairwiseComparisons;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ResultAssembly;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

class OwnEvaluatorTest {
    @TempDir
    private Path folder = Path.of("");

    private List<Evaluation> evaluated(double threshold, Path... files) throws ShoptraceException {
        return new OwnEvaluator(threshold).evaluate(EvaluationSetup.byOwn(List.of(files), List.of(), threshold), _ -> {}, Progress.NONE);
    }

    private Path mixed() throws Exception {
        return OwnFiles.write(folder.resolve("mixed.json"), List.of(
                OwnFiles.run("7", 0, "1.0", ", \"domain\": \"airline\", \"termination_reason\": \"user_stop\""),
                OwnFiles.run("7", 1, "0.5", ", \"domain\": \"airline\", \"termination_reason\": \"max_steps\""),
                OwnFiles.run("7", 0, "0.0", ", \"domain\": \"retail\", \"error\": \"the server was gone\""),
                OwnFiles.run("8", 0, "", ", \"domain\": \"retail\"")));
    }

    @Test
    void countsWhatTheFileJudgesAndWhatItDoesNot() throws Exception {
        Evaluation evaluation = evaluated(1, mixed()).getFirst();
        Summary overall = evaluation.overall();
        assertEquals(List.of(true, false, false), overall.runs().stream().map(run -> run.score().success()).toList());
        assertEquals(1, evaluation.leftovers().unknown().size(), "a run without a verdict is in no rate");
        assertEquals(3, overall.taskCount());
        assertEquals(2, overall.scoredTasks());
        assertEquals(1, overall.missing());
        assertEquals((0.5 + 0) / 2, overall.asr().value(), "task 7 of the airline by half of its trials");
        assertEquals(Set.of("airline · 7", "retail · 7"), overall.byTask().stream().map(task -> task.query()).collect(Collectors.toSet()),
                "the same name in another domain is another task");
        assertEquals(0, evaluation.conditions().own().orElseThrow().said());
        assertEquals(3, evaluation.conditions().own().orElseThrow().scored());
        assertTrue(evaluation.byIntent().isEmpty(), "tasks of other benchmarks have no level");
    }

    @Test
    void theThresholdIsChosen() throws Exception {
        assertEquals(Optional.of(new Rate(2, 3)), evaluated(0.5, once()).getFirst().overall().asr().rate());
        assertEquals(Optional.of(new Rate(1, 3)), evaluated(1, once()).getFirst().overall().asr().rate());
        assertTrue(evaluated(0.5, once()).getFirst().conditions().own().orElseThrow().told().contains("a score of 0.5 on"));
    }

    private Path once() throws Exception {
        return OwnFiles.write(folder.resolve("once.json"), List.of(
                OwnFiles.run("1", 0, "1.0", ""), OwnFiles.run("2", 0, "0.5", ""), OwnFiles.run("3", 0, "0", "")));
    }

    @Test
    void whatTheFileSaysInAWordCountsWhateverTheScore() throws Exception {
        Path file = OwnFiles.write(folder.resolve("said.json"), List.of(
                OwnFiles.run("1", 0, "0.2", ", \"passed\": true"), OwnFiles.run("2", 0, "1.0", ", \"passed\": false")));
        Evaluation evaluation = evaluated(1, file).getFirst();
        assertEquals(List.of(true, false), evaluation.trials().stream().map(run -> run.score().success()).toList());
        assertEquals("a success where the file says so", evaluation.conditions().own().orElseThrow().rule());
    }

    @Test
    void runsOfSeveralModelsInOneFileAreSeveralModels() throws Exception {
        Path file = folder.resolve("logs.jsonl");
        List<String> lines = new ArrayList<>();
        for (String model : List.of("one", "two", "one")) {
            lines.add("{\"model\": \"%s\", \"task_id\": \"%d\", \"score\": %d, \"messages\": [{\"role\": \"user\", \"content\": \"q\"},"
                    .formatted(model, lines.size(), lines.size() % 2) + "{\"role\": \"assistant\", \"content\": \"a\"}]}");
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
        List<Evaluation> evaluations = evaluated(1, file);
        assertEquals(Map.of("one", 2, "two", 1), evaluations.stream()
                .collect(Collectors.toMap(one -> one.conditions().model(), one -> one.trials().size())));
        List<Evaluation> renamed = new OwnEvaluator(1)
                .evaluate(EvaluationSetup.byOwn(List.of(file), List.of("mine"), 1), _ -> {}, Progress.NONE);
        assertEquals(List.of("mine"), renamed.stream().map(one -> one.conditions().model()).toList(), "who names the model names them all");
    }

    @Test
    void groupsAreWhateverTheFilesSay() throws Exception {
        List<Breakdown> by = Breakdown.of(evaluated(1, mixed()).getFirst(), List.of(), TargetCategories.NONE);
        assertEquals(
                List.of("own_domain", "own_ending", "own_error", "steps", "calls", "own_tools"), by.stream().map(one -> one.by().id())
                        .toList());
        Breakdown domain = by.getFirst();
        assertEquals("Domain", domain.by().label());
        assertEquals(List.of("airline", "retail"), List.copyOf(domain.groups().keySet()));
        assertEquals(0.5, Objects.requireNonNull(domain.groups().get("airline")).asr().value());
        Breakdown tools = by.getLast();
        assertEquals(Set.of("cancel", "look_up"), tools.groups().keySet());
        assertEquals(List.of("max_steps", "user_stop", "not known"), List.copyOf(by.get(1).groups().keySet()));
    }

    @Test
    void figuresThatNeedOurScorerAreNotThere() throws Exception {
        Evaluation evaluation = evaluated(1, mixed()).getFirst();
        FigureRow row = FigureRow.of(Level.of("m", evaluation, true).getLast(), Bootstrap.DEFAULT);
        FigureTable table = FigureTable.of(List.of(row));
        List<String> names = table.table().names();
        assertTrue(names.containsAll(List.of("ASR", "own score", "unjudged", "errors", "steps", "calls", "runs")), names.toString());
        assertFalse(names.contains("CAR") || names.contains("gt") || names.contains("intent"), names.toString());
        Json.Obj json = EvaluationJson.encode(evaluation);
        assertEquals("own", json.text("profile").orElseThrow());
        Json.Obj summary = json.object("summary").orElseThrow();
        assertEquals(Json.Num.of(0.25), summary.get("asr").orElseThrow());
        assertEquals(Json.Num.of((0.75 + 0) / 2), summary.get("own_score").orElseThrow(), "the mean over tasks of their trials");
        assertTrue(summary.get("car").isEmpty() && summary.get("rule").isEmpty(), summary.toString());
        assertEquals(3, json.items("scores").size());
    }

    @Test
    void modelsWithoutACommonTaskHaveNoDifference() throws Exception {
        Path a = OwnFiles.write(folder.resolve("a.json"), List.of(OwnFiles.run("1", 0, "1", "")));
        Path b = OwnFiles.write(folder.resolve("b.json"), List.of(OwnFiles.run("2", 0, "1", "")));
        PairedDifference difference = PairwiseComparisons.of(evaluated(1, a, b), Bootstrap.DEFAULT).overall().getFirst().difference();
        assertEquals(PairedDifference.Method.NOTHING_IN_COMMON, difference.method());
        assertEquals(OptionalDouble.empty(), difference.p());
    }

    @Test
    void aResultNeverPassesForOneByTheRules() throws Exception {
        EvaluationResult result = new ResultAssembly(EvaluationMaterial.ofFiles()).assemble(evaluated(1, mixed()));
        assertTrue(result.isOwn());
        assertTrue(result.outcomes().isEmpty(), "how a run ended by the rules is not what its file says");
        assertEquals(1, result.rows().size());
        assertTrue(result.report().startsWith("Verdict: "), result.report());
        assertTrue(result.asides().stream().anyMatch(aside -> aside.id().equals("unjudged")));
    }

    @Test
    void filesThatJudgeNothingAreRefused() throws Exception {
        Path file = OwnFiles.write(folder.resolve("silent.json"), List.of(OwnFiles.run("1", 0, "", "")));
        ShoptraceException refused = assertThrows(ShoptraceException.class, () -> evaluated(1, file));
        assertTrue(refused.getMessage().contains("does not judge"), refused.getMessage());
    }

    @Test
    void agreementCountsTheFourCellsAndNamesTheRunsThatDiffer() {
        List<OwnAgreement.Judged> runs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            runs.add(new OwnAgreement.Judged(new RunId("r" + i), i < 6, i < 5 || i == 9));
        }
        OwnAgreement agreement = new OwnAgreement(runs);
        assertEquals(List.of(5, 1, 1, 3), List.of(OwnAgreement.Cell.values()).stream().map(cell -> agreement.in(cell).size()).toList());
        assertEquals(List.of(new RunId("r5"), new RunId("r9")), agreement.disagreeing());
        assertEquals(8, agreement.agreed());
        // By hand: agreed 0.8, by chance 0.6 · 0.6 + 0.4 · 0.4 = 0.52
        assertEquals((0.8 - 0.52) / 0.48, agreement.kappa().orElseThrow().value(), 1e-12);
    }

    @Test
    void aRunThatBothJudgeIsHeldAgainstItself() throws Exception {
        Evaluation own = evaluated(1, once()).getFirst();
        List<ScoredRun> runs = own.trials();
        OwnAgreement agreement = OwnAgreement.of(
                List.of(own), Map.of(runs.get(0).id(), true, runs.get(1).id(), true)).orElseThrow();
        assertEquals(2, agreement.runs().size(), "what the rules do not judge is in no cell");
        assertEquals(List.of(runs.get(1).id()), agreement.in(OwnAgreement.Cell.ONLY_RULES));
        assertTrue(OwnAgreement.of(List.of(own), Map.of()).isEmpty());
    }
}
