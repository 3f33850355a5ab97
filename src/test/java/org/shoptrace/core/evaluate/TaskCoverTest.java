package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

class TaskCoverTest {
    private static final List<Task> PRODUCT = tasks(Intent.PRODUCT);
    private static final List<Task> SHOP = tasks(Intent.SHOP);
    private static final List<Task> WEB = tasks(Intent.WEB);

    private static List<Task> tasks(Intent intent) {
        return Stream.of(0, 1, 2, 3)
                .map(i -> new Task(
                        intent, intent.wireName() + " " + i, List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(),
                        Json.Obj.EMPTY))
                .toList();
    }

    private static List<Task> asked(List<List<Task>> taskSets, String... queries) {
        return List.copyOf(new TaskCover(taskSets).of(Stream.of(queries)).tasks());
    }

    @Test
    void tasksOfOtherFilesAreNotAskedFor() {
        assertEquals(SHOP, asked(List.of(PRODUCT, SHOP, WEB), "shop 0", "shop 1"));
    }

    @Test
    void theFileThatAsksMoreOfTheRunsIsTaken() {
        List<Task> suite = List.of(SHOP.getFirst(), WEB.getFirst());
        assertEquals(SHOP, asked(List.of(suite, SHOP), "shop 0", "shop 1"));
    }

    @Test
    void ofTwoThatAskAsManyTheSmallerIsTaken() {
        List<Task> all = Stream.of(PRODUCT, SHOP, WEB).flatMap(List::stream).toList();
        assertEquals(SHOP, asked(List.of(all, SHOP), "shop 0", "shop 1"));
    }

    @Test
    void anotherFileIsAddedForRunsThatTheFirstDoesNotAsk() {
        assertEquals(8, asked(List.of(SHOP, WEB, PRODUCT), "shop 0", "web 0").size());
    }

    @Test
    void aQueryOfBothFilesStandsThereOnce() {
        assertEquals(SHOP, asked(List.of(SHOP.subList(0, 3), SHOP.subList(1, 4)), "shop 0", "shop 3"));
    }

    @Test
    void runsOfNoTaskHaveNoTasks() {
        assertEquals(List.of(), asked(List.of(PRODUCT), "shop 0", "shop 1"));
    }
}
