package org.shoptrace.core.evaluate.own;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;

class OwnTaskTest {
    @TempDir
    private Path folder = Path.of("");

    /// The first samples of two evaluations are two tasks, and neither is task 1 of another benchmark: they are not compared.
    @Test
    void aSampleIsATaskOfItsEvaluation() throws Exception {
        assertEquals(List.of("shop · 1"), tasks("shop"));
        assertEquals(List.of("travel · 1"), tasks("travel"));
    }

    private List<String> tasks(String evaluation) throws Exception {
        Path log = Files.writeString(folder.resolve(evaluation + ".json"), """
                {"version": 2, "status": "success", "eval": {"task": "%s", "model": "m"}, "samples": [
                {"id": 1, "epoch": 1, "input": "Go on", "target": "x", "messages": [
                {"role": "user", "content": "Go on"}, {"role": "assistant", "content": "Done"}], "scores": {"match": {"value": "C"}}}]}
                """.formatted(evaluation));
        List<String> tasks = new ArrayList<>();
        RolloutFile.forEachRun(log, run -> tasks.add(OwnTask.of(run)), Progress.NONE);
        return tasks;
    }
}
