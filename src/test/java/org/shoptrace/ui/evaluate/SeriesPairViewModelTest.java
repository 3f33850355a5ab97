package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Comparison.Cell;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.kit.Notices;

/// Over the sample: beta passes the second task of each intent, which alpha fails.
class SeriesPairViewModelTest {
    private final ReadOnlyObjectWrapper<Optional<EvaluationResult>> result = new ReadOnlyObjectWrapper<>(
            Optional.of(SampleEvaluation.result(SampleEvaluation.MODELS, Intent.LEVELS)));
    private final NavigatorFake navigator = new NavigatorFake();
    private final SeriesPairViewModel pair = new SeriesPairViewModel(result.getReadOnlyProperty(), new Opener(navigator, _ -> {}),
            new DirectJobRunner(), new Notices());

    @Test
    void theFirstTwoSeriesAreComparedOverAllLevels() {
        SeriesPairViewModel.Shown shown = pair.shownProperty().get().orElseThrow();
        assertEquals(List.of("alpha", "beta"), List.of(shown.a().label(), shown.b().label()));
        assertEquals(4, shown.comparison().in(Cell.ONLY_B).size());
        assertEquals("only beta passes", SeriesPairViewModel.words(Cell.ONLY_B, shown));
        assertTrue(shown.share().isPresent());
    }

    @Test
    void aLevelAndACellNarrowWhatIsListed() {
        pair.levelProperty().set(Optional.of(Intent.SHOP));
        pair.cellProperty().set(Cell.ONLY_B);
        assertEquals(1, pair.pairs().size());
        pair.open(pair.pairs().getFirst());
        assertEquals(
                List.of(List.of(SampleEvaluation.id("alpha", Intent.SHOP, 1), SampleEvaluation.id("beta", Intent.SHOP, 1))),
                navigator.compared);
        pair.swap();
        assertEquals(0, pair.pairs().size(), "what was B's win is A's now");
    }

    /// Comparing draws tasks anew, seconds for many models.
    @Test
    void nothingIsComparedOnTheScreensThread() {
        LateJobRunner late = new LateJobRunner();
        SeriesPairViewModel waiting = new SeriesPairViewModel(
                result.getReadOnlyProperty(), new Opener(navigator, _ -> {}), late, new Notices());
        assertEquals(Optional.empty(), waiting.shownProperty().get());
        assertTrue(waiting.comparingProperty().get());
        late.finish(0);
        SeriesPairViewModel.Shown first = waiting.shownProperty().get().orElseThrow();
        assertFalse(waiting.comparingProperty().get());
        waiting.swap();
        assertEquals(2, late.started(), "both choices are one");
        assertSame(first, waiting.shownProperty().get().orElseThrow(), "until the other is there");
        late.finish(1);
        SeriesPairViewModel.Shown swapped = waiting.shownProperty().get().orElseThrow();
        assertEquals("beta", swapped.a().label());
        assertSame(first.tests(), swapped.tests(), "all pairs are compared once a result");
        assertEquals(-first.difference().value().orElseThrow(), swapped.difference().value().orElseThrow());
    }

    @Test
    void anotherResultLeavesTheComparingOfTheLast() {
        LateJobRunner late = new LateJobRunner();
        SeriesPairViewModel waiting = new SeriesPairViewModel(
                result.getReadOnlyProperty(), new Opener(navigator, _ -> {}), late, new Notices());
        waiting.levelProperty().set(Optional.of(Intent.WEB));
        result.set(Optional.of(SampleEvaluation.result(List.of("beta", "alpha"), List.of(Intent.SHOP))));
        assertEquals(2, late.cancelled().size());
        late.finish(0);
        late.finish(1);
        assertEquals(Optional.empty(), waiting.shownProperty().get(), "they are of the last result");
        late.finish(2);
        assertEquals("beta", waiting.shownProperty().get().orElseThrow().a().label());
        assertEquals(Optional.empty(), waiting.levelProperty().get());
    }

    @Test
    void oneSeriesIsComparedWithNothing() {
        result.set(Optional.of(SampleEvaluation.result(List.of("alpha"), Intent.LEVELS)));
        assertEquals(Optional.empty(), pair.shownProperty().get());
        assertEquals(List.of(), pair.pairs());
    }
}
