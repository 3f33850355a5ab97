package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.FigureByGroup;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Notices;

class BreakdownsViewModelTest {
    private final ReadOnlyObjectWrapper<Optional<EvaluationResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BreakdownsViewModel model = new BreakdownsViewModel(
            result.getReadOnlyProperty(), () -> _ -> Optional.empty(), new Opener(new NavigatorFake(), _ -> {}), new DirectJobRunner(),
            new Notices());

    private Optional<Figure> counted() {
        return model.shownProperty().get().map(FigureByGroup::figure);
    }

    @Test
    void countsWhenSomebodyLooksAndAnewAfterAnotherResult() {
        result.set(Optional.of(SampleEvaluation.result(List.of("alpha"), Intent.LEVELS)));
        assertEquals(Optional.empty(), counted(), "nobody looks");
        model.look();
        assertEquals(Optional.of(Figures.ASR), counted());
        result.set(Optional.of(SampleEvaluation.result(List.of("beta"), Intent.LEVELS)));
        assertEquals(Optional.empty(), counted(), "the figures of the last result are gone");
        model.look();
        assertEquals(Optional.of(Figures.ASR), counted());
    }

    @Test
    void anotherFigureIsCountedAtOnce() {
        result.set(Optional.of(SampleEvaluation.result(List.of("alpha"), Intent.LEVELS)));
        model.look();
        Figure last = model.figures().getLast();
        model.chosenProperty().set(last.id());
        assertEquals(Optional.of(last), counted());
    }
}
