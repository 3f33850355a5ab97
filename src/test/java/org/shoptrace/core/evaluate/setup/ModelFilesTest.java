package org.shoptrace.core.evaluate.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.task.Intent;

class ModelFilesTest {
    private static RolloutChoice file(String model, int runs, String... queries) {
        return new RolloutChoice(
                Path.of(model + runs + ".jsonl"), model, runs, runs, Map.of(Intent.PRODUCT, queries.length), Set.of(queries));
    }

    private static List<String> sentences(RolloutChoice... files) {
        return ModelFiles.of(List.of(files)).stream().map(ModelFiles::sentence).toList();
    }

    @Test
    void filesThatShareATaskAreTrials() {
        assertEquals(
                List.of("3 files are trials of X: 3 tasks, 6 runs", ""),
                sentences(file("X", 3, "a", "b", "c"), file("Y", 2, "a", "b"), file("X", 2, "a", "b"), file("X", 1, "c")));
    }

    @Test
    void filesOfOtherTasksAreNoTrials() {
        assertEquals(List.of(""), sentences(file("X", 2, "a", "b"), file("X", 1, "c")));
    }

    @Test
    void oneFileHoldsTrialsWhenATaskStandsTwice() {
        assertEquals(List.of("1 file holds trials of X: 2 tasks, 3 runs"), sentences(file("X", 3, "a", "b")));
        assertEquals(List.of(""), sentences(file("X", 2, "a", "b")));
    }

    @Test
    void aFileOfAnotherNameIsAnotherModels() {
        assertEquals(List.of("", ""), sentences(file("X", 1, "a"), file("X", 1, "a").of("Y")));
    }
}
