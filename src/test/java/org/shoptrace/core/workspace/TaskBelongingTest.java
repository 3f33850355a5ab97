package org.shoptrace.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

class TaskBelongingTest {
    private static final String TASK = "{\"query\":\"a red kettle for tea\",\"reward\":{\"product_id\":\"7\"}}\n";
    private static final String CHAT = "{\"messages\":[{\"role\":\"user\",\"content\":\"SAID\"},"
            + "{\"role\":\"assistant\",\"content\":\"no\"}]}\n";

    @TempDir
    private Path folder = Path.of("");

    private List<TaskFile> files(String... contents) throws Exception {
        List<TaskFile> files = new ArrayList<>();
        for (String content : contents) {
            Path file = Files.writeString(folder.resolve("tasks" + files.size() + ".jsonl"), content);
            files.add(TaskFileReader.read(file));
        }
        return files;
    }

    private WorkspaceFolder workspace() {
        return WorkspaceFolder.of(folder, folder.resolve("user"));
    }

    private static Optional<String> target(Optional<Task> task) {
        return task.map(known -> known.rewards().getFirst().productId());
    }

    private Run chat(String said) throws Exception {
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(Files.writeString(folder.resolve("chat.jsonl"), CHAT.replace("SAID", said)), runs::add, Progress.NONE);
        return runs.getFirst();
    }

    @Test
    void filesThatDisagreeAreAskedAndTheAnswerCounts() throws Exception {
        List<TaskFile> files = files(TASK, TASK.replace("7", "8"));
        TaskBelonging open = TaskBelonging.of(workspace(), Identity.NONE, files);
        assertEquals(Optional.empty(), open.task("a red kettle for tea"));
        assertEquals(1, open.ambiguities().size());
        TaskBelonging answered = TaskBelonging.of(workspace(), Identity.NONE.withTaskFile("a red kettle for tea", "tasks1.jsonl"), files);
        assertEquals(Optional.of("8"), target(answered.task("a red kettle for tea")));
        assertEquals(1, answered.ambiguities().size(), "they disagree all the same");
        assertEquals(1, answered.chosen().size());
        TaskBelonging gone = TaskBelonging.of(workspace(), Identity.NONE.withTaskFile("a red kettle for tea", "gone.jsonl"), files);
        assertEquals(Optional.empty(), gone.task("a red kettle for tea"));
    }

    @Test
    void aRunBelongsToTheTaskThatAPersonSaysElseToThatOfItsWords() throws Exception {
        List<TaskFile> files = files(TASK);
        Run chat = chat("Please buy: a red kettle for tea");
        TaskBelonging belonging = TaskBelonging.of(files);
        assertEquals(Optional.of("7"), target(belonging.task(belonging.settle(chat))));
        Run other = chat("something else");
        assertTrue(belonging.task(belonging.settle(other)).isEmpty());
        TaskBelonging said = TaskBelonging.of(workspace(), Identity.NONE.withRun(other.id(), Optional.of("a red kettle for tea")), files);
        assertEquals(Optional.of("7"), target(said.task(said.settle(other))));
    }
}
