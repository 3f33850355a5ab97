package org.shoptrace.core.evaluate.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.task.Intent;

class FigureByGroupTest {
    private final EvaluationResult first = SampleEvaluation.result(List.of("alpha"), Intent.LEVELS);

    private FigureByGroup counted() {
        return FigureByGroup.of(
                new FigureByGroup.Order(Figures.ASR, Optional.empty(), TargetCategories.NONE), first.series(), Bootstrap.DEFAULT,
                Progress.NONE);
    }

    /// Whoever evaluates twice gets an equal result, of which nobody is told that it is another one.
    @Test
    void answersForTheLevelsOfAnEqualResultMadeLater() {
        EvaluationResult again = SampleEvaluation.result(List.of("alpha"), Intent.LEVELS);
        for (Intent intent : Intent.LEVELS) {
            Summary level = again.series().getFirst().at(Optional.of(intent)).orElseThrow();
            assertEquals(Figures.ASR.estimate(level, Bootstrap.DEFAULT), counted().of(level), intent.label());
        }
    }

    @Test
    void refusesALevelOfAnotherResult() {
        EvaluationResult other = SampleEvaluation.result(List.of("beta"), Intent.LEVELS);
        Summary level = other.series().getFirst().at(Optional.of(Intent.SHOP)).orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> counted().of(level));
    }
}
