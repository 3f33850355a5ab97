package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;

class TaskCoverTest {
    private static final List<Task> ALL = SampleEvaluation.tasks();
    private static final List<RunSummary> SHOP_RUNS =
            List.of(SampleEvaluation.run("alpha", Intent.SHOP, 0), SampleEvaluation.run("alpha", Intent.SHOP, 1));

    private static List<Task> of(Intent intent) {
        return ALL.stream().filter(task -> task.intent() == intent).toList();
    }

    private static List<Task> tasksOf(List<RunSummary> runs, List<List<Task>> taskSets) {
        return List.copyOf(new TaskCover(taskSets).of(runs).tasks());
    }

    @Test
    void tasksOfOtherFilesAreNotAskedFor() {
        assertEquals(of(Intent.SHOP), tasksOf(SHOP_RUNS, List.of(of(Intent.PRODUCT), of(Intent.SHOP), of(Intent.WEB))));
    }

    @Test
    void theFileThatAsksMoreOfTheRunsIsTaken() {
        List<Task> suite = List.of(of(Intent.SHOP).getFirst(), of(Intent.VOUCHER).getFirst());
        assertEquals(of(Intent.SHOP), tasksOf(SHOP_RUNS, List.of(suite, of(Intent.SHOP))));
    }

    @Test
    void ofTwoThatAskAsManyTheSmallerIsTaken() {
        assertEquals(of(Intent.SHOP), tasksOf(SHOP_RUNS, List.of(ALL, of(Intent.SHOP))));
    }

    @Test
    void anotherFileIsAddedForRunsThatTheFirstDoesNotAsk() {
        List<RunSummary> runs = List.of(SampleEvaluation.run("alpha", Intent.SHOP, 0), SampleEvaluation.run("alpha", Intent.WEB, 0));
        assertEquals(8, tasksOf(runs, List.of(of(Intent.SHOP), of(Intent.WEB), of(Intent.PRODUCT))).size());
    }

    @Test
    void aQueryOfBothFilesStandsThereOnce() {
        List<RunSummary> runs = List.of(SampleEvaluation.run("alpha", Intent.SHOP, 0), SampleEvaluation.run("alpha", Intent.SHOP, 3));
        List<Task> firstThree = of(Intent.SHOP).subList(0, 3);
        List<Task> lastThree = of(Intent.SHOP).subList(1, 4);
        assertEquals(of(Intent.SHOP), tasksOf(runs, List.of(firstThree, lastThree)));
    }

    @Test
    void runsOfNoTaskHaveNoTasks() {
        assertEquals(List.of(), tasksOf(SHOP_RUNS, List.of(of(Intent.PRODUCT))));
    }
}
