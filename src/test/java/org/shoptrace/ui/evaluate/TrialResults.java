package org.shoptrace.ui.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluation.Conditions;
import org.shoptrace.core.evaluate.Evaluation.Leftovers;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Scores;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.ResultAssembly;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// A result of two models: alpha with two files, whose runs of two tasks are trials, and gamma with a task that alpha has not.
final class TrialResults {
    /// What is said above the pages. Alpha passes the first task once of two, and the second always.
    static final List<String> REMARKS = List.of(
            "2 files are trials of alpha. Each task counts once, by the mean of its trials: 2 tasks, 4 runs.",
            "The rates of alpha and gamma are over different tasks (2 and 1), and none is common: they cannot be compared. Run both on the"
                    + " same tasks.");

    private TrialResults() {}

    static EvaluationResult withTrialsAndOtherTasks() {
        return new ResultAssembly(new EvaluationMaterial(List.of(), List.of(), ProductLookUp.empty())).assemble(List.of(
                file("alpha", "one.jsonl", Scores.run(Intent.PRODUCT, "a", 1), Scores.run(Intent.PRODUCT, "b", 1)),
                file("alpha", "two.jsonl", Scores.run(Intent.PRODUCT, "a", 0), Scores.run(Intent.PRODUCT, "b", 1)),
                file("gamma", "gamma.jsonl", Scores.run(Intent.PRODUCT, "c", 1))));
    }

    private static Evaluation file(String model, String name, ScoredRun... runs) {
        Path path = Path.of(name);
        List<ScoredRun> placed = IntStream.range(0, runs.length)
                .mapToObj(i -> new ScoredRun(
                        new RunId(name + i), new RunSource(path, i + 1), runs[i].steps(), runs[i].score(), runs[i].details()))
                .toList();
        return Evaluation.of(
                new Conditions(path, model, "shoppingbench", "table t.json", true, List.of()),
                new LinkedHashMap<>(Map.of(Intent.PRODUCT, 3)), false, placed, List.of(),
                new Leftovers(List.of(), List.of(), List.of()));
    }
}
