package org.shoptrace.core.evaluate.own;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.PairwiseComparisons;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Scores;
import org.shoptrace.core.evaluate.Trials;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.task.Intent;

/// Who judges changes nothing about how the figures are made: of equal outcomes they are equal, to the last bit.
class OwnAndRulesAgreeTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"1,1,12", "2,1,40", "3,4,9", "4,3,25", "5,2,1", "6,1,1"})
    void equalOutcomesGiveEqualFigures(long seed, int trials, int tasks) throws Exception {
        Random random = new Random(seed);
        List<Evaluation> own = new ArrayList<>();
        List<Evaluation> rules = new ArrayList<>();
        for (String model : List.of("alpha", "beta")) {
            int[][] outcomes = new int[tasks][trials];
            List<ScoredRun> scored = new ArrayList<>();
            for (int task = 0; task < tasks; task++) {
                for (int trial = 0; trial < trials; trial++) {
                    outcomes[task][trial] = random.nextInt(5) < 3 ? 1 : 0;
                    scored.add(Scores.run(Intent.PRODUCT, "t" + task, outcomes[task][trial]));
                }
            }
            Path file = OwnFiles.write(folder.resolve(model + ".json"), outcomes);
            own.addAll(new OwnEvaluator(1).evaluate(EvaluationSetup.byOwn(List.of(file), List.of(), 1), _ -> {}, Progress.NONE));
            rules.add(Scores.evaluation(model, Map.of(Intent.PRODUCT, tasks), scored.toArray(ScoredRun[]::new)));
        }
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    Figures.ASR.estimate(rules.get(i).overall(), Bootstrap.DEFAULT),
                    Figures.ASR.estimate(own.get(i).overall(), Bootstrap.DEFAULT));
            Optional<Trials> ofRules = Trials.of(rules.get(i));
            Optional<Trials> ofFile = Trials.of(own.get(i));
            assertEquals(trials > 1, ofFile.isPresent());
            for (int k = 1; k <= (trials > 1 ? trials : 0); k++) {
                assertEquals(
                        ofRules.orElseThrow().passHatK(k, Bootstrap.DEFAULT), ofFile.orElseThrow().passHatK(k, Bootstrap.DEFAULT));
                assertEquals(
                        ofRules.orElseThrow().passAtK(k, Bootstrap.DEFAULT), ofFile.orElseThrow().passAtK(k, Bootstrap.DEFAULT));
            }
        }
        PairedDifference difference = PairwiseComparisons.of(own, Bootstrap.DEFAULT).overall().getFirst().difference();
        assertEquals(PairwiseComparisons.of(rules, Bootstrap.DEFAULT).overall().getFirst().difference(), difference);
        assertEquals(trials == 1, difference.p().isPresent(), "no exact test of tasks with several trials");
    }
}
