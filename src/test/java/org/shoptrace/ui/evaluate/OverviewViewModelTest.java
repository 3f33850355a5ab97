package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.model.task.Intent;

class OverviewViewModelTest {
    private final ReadOnlyObjectWrapper<Optional<EvaluationResult>> result = new ReadOnlyObjectWrapper<>(
            Optional.of(SampleEvaluation.result(SampleEvaluation.MODELS, Intent.LEVELS)));
    private final List<String> copied = new ArrayList<>();
    private final NavigatorFake navigator = new NavigatorFake();
    private final OverviewViewModel overview = new OverviewViewModel(
            result.getReadOnlyProperty(), FXCollections.observableHashMap(), new Opener(navigator, _ -> {}), copied::add);

    @Test
    void copiesTheTableApartByTabs() {
        overview.copyFigures();
        List<String> lines = copied.getFirst().lines().toList();
        assertEquals(11, lines.size());
        assertTrue(lines.getFirst()
                .startsWith(
                        "Model\tIntent level\tPassed\tCounted\tTasks\tScored\tMissing\tCrashes\tFailed\tHang on titles\t"
                                + "Miss by titles\tSuccess\tSuccess 95 %\tBy exact title\tNo title check\tRelevance\t"));
        assertTrue(lines.get(1).startsWith("alpha\tProducts Finder\t1\t3\t4\t3\t1\t1\t2\t1\t0\t0.333\t0.061–0.792\t0.000\t0.333\t0.667\t"),
                lines.get(1));
        assertEquals(lines.getFirst().split("\t", -1).length, lines.get(1).split("\t", -1).length);
    }

    @Test
    void anotherResultHasOtherTasksWithoutARun() {
        overview.list(new Behind.Tasks("missing", List.of("Find shop 3")));
        assertEquals(List.of("Find shop 3"), overview.missingProperty().get().orElseThrow().queries());
        result.set(Optional.of(SampleEvaluation.result(List.of("alpha"), List.of(Intent.SHOP))));
        assertEquals(Optional.empty(), overview.missingProperty().get());
        assertEquals(2, overview.rows().size());
    }

    @Test
    void aTaskWithoutARunIsOpened() {
        overview.openTask("Find shop 3");
        assertEquals(List.of("Find shop 3"), navigator.tasks);
    }
}
