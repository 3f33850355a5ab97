package org.shoptrace.core.evaluate.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationRequest;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;

/// Of a file that has changed it is said which runs and tasks are others.
class FileChangesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void runsAndTasksThatChangedAreNamed() throws Exception {
        Path tasks = Files.copy(GoldenSet.file("tasks_product.jsonl"), folder.resolve("tasks.jsonl"));
        List<String> lines = new ArrayList<>(GoldenSet.lines(GoldenSet.rollouts("product", "alpha")));
        Path rollouts = Files.write(folder.resolve("rollout_product_alpha.jsonl"), lines);
        List<Task> asked = TaskFileReader.read(tasks).tasks();
        Evaluation evaluation = new Evaluator(1).evaluate(
                new EvaluationRequest(
                        asked, rollouts, Optional.empty(),
                        ScoringProfile.SHOPPINGBENCH.with(GoldenSet.products(), LiteralTitles.EQUAL, false)),
                Progress.NONE);
        KeptEvaluation kept = new KeptEvaluation(
                Instant.EPOCH, KeptEvaluation.SCORER,
                new KeptEvaluation.Setup(
                        List.of(), List.of(), "shoppingbench", "embedded", Optional.empty(), false, "f", 1, 2, TaskPrint.of(asked)),
                List.of(evaluation));
        assertEquals(Optional.of("the runs are the same"), changes(kept, tasks, rollouts).ofRuns(rollouts));
        assertEquals(Optional.of("the tasks are the same"), changes(kept, tasks, rollouts).ofTasks(tasks));

        lines.set(1, lines.get(1).replaceFirst("think", "thinK"));
        lines.removeLast();
        Files.write(rollouts, lines);
        List<String> changed = new ArrayList<>(Files.readAllLines(tasks));
        String query = asked.getFirst().query();
        changed.set(0, changed.getFirst().replaceFirst("\"product_id\": ?\"", "$01"));
        changed.removeLast();
        Files.write(tasks, changed);
        FileChanges now = changes(kept, tasks, rollouts);
        assertEquals(
                Optional.of("1 run of " + lines.size() + " is new or changed (line 2), 2 runs of then are not in it now"),
                now.ofRuns(rollouts));
        String brief = query.length() <= 60 ? query : query.substring(0, 60) + "…";
        assertEquals(Optional.of("1 task changed (“" + brief + "”), 1 task gone"), now.ofTasks(tasks));
    }

    private static FileChanges changes(KeptEvaluation kept, Path tasks, Path rollouts) throws Exception {
        List<RunSummary> runs = new ArrayList<>();
        RolloutFile.forEachRun(rollouts, run -> runs.add(RunSummary.of(run, 0)), Progress.NONE);
        return new FileChanges(kept, new EvaluationMaterial(
                List.of(TaskFileReader.read(tasks).tasks()), List.of(tasks), runs, ProductLookUp.empty()));
    }
}
