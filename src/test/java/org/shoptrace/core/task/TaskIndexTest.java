package org.shoptrace.core.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.task.Task;

class TaskIndexTest {

    private static TaskFile file(String name, String... queriesAndIds) throws Exception {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < queriesAndIds.length; i += 2) {
            tasks.add(TaskCodec.decode(JsonReader.read(
                    "{\"query\":\"" + queriesAndIds[i] + "\",\"reward\":{\"product_id\":\"" + queriesAndIds[i + 1] + "\"}}")));
        }
        return new TaskFile(Path.of(name), TaskFile.Form.LINES, tasks, List.of());
    }

    private static Optional<String> target(TaskIndex index, String query) {
        return index.task(query).map(task -> task.rewards().getFirst().productId());
    }

    @Test
    void findsTasksByTheExactQuery() throws Exception {
        TaskIndex index = TaskIndex.of(List.of(file("a", "cup", "1"), file("b", "pan", "2")));
        assertEquals(Optional.of("2"), target(index, "pan"));
        assertEquals(Optional.empty(), target(index, "Pan"));
        assertEquals(2, index.size());
    }

    @Test
    void takesTheLaterTaskWithinAFile() throws Exception {
        TaskIndex index = TaskIndex.of(List.of(file("a", "cup", "1", "cup", "2")));
        assertEquals(Optional.of("2"), target(index, "cup"));
        assertEquals(List.of(), index.ambiguities());
    }

    @Test
    void callsAQueryWithDifferentRewardsInTwoFilesAmbiguous() throws Exception {
        TaskIndex index = TaskIndex.of(List.of(file("a.jsonl", "cup", "1"), file("b.jsonl", "cup", "2")));
        assertTrue(index.isAmbiguous("cup"));
        assertEquals(Optional.empty(), target(index, "cup"));
        assertEquals(2, index.candidates("cup").size());
        assertEquals(
                "one query with different rewards in a.jsonl, b.jsonl: \"cup\". Choose the file that its runs belong to.",
                index.ambiguities().getFirst().toString());
    }

    @Test
    void takesTheSameTaskInTwoFilesAsOne() throws Exception {
        TaskIndex index = TaskIndex.of(List.of(file("a", "cup", "1"), file("b", "cup", "1")));
        assertFalse(index.isAmbiguous("cup"));
        assertEquals(Optional.of("1"), target(index, "cup"));
    }
}
