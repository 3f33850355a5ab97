package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Comparison.Cell;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.model.task.Intent;

/// Over the sample: beta passes the second task of each intent, which alpha fails.
class SeriesPairViewModelTest {
    private final ReadOnlyObjectWrapper<Optional<EvaluationResult>> result = new ReadOnlyObjectWrapper<>(
            Optional.of(SampleEvaluation.result(SampleEvaluation.MODELS, List.of(Intent.values()))));
    private final NavigatorFake navigator = new NavigatorFake();
    private final SeriesPairViewModel pair = new SeriesPairViewModel(result.getReadOnlyProperty(), new Opener(navigator, _ -> {}));

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

    @Test
    void oneSeriesIsComparedWithNothing() {
        result.set(Optional.of(SampleEvaluation.result(List.of("alpha"), List.of(Intent.values()))));
        assertEquals(Optional.empty(), pair.shownProperty().get());
        assertEquals(List.of(), pair.pairs());
    }
}
