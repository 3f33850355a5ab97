package org.shoptrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.demo.DemoPlan;
import org.shoptrace.core.demo.DemoWorkspace;
import org.shoptrace.core.diagnose.DiagnosisJson;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.FileDiagnosis;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.VectorCache;
import org.shoptrace.core.score.embedding.EmbeddedSimilarity;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;

/// How fast trajectories of the demo's kind are diagnosed, every finding made and encoded as JSON: its shoppers do 50 tasks of each
/// intent, five trials of each, which makes 1,000 trajectories. The first round makes the vectors, the others are warm.
public final class DiagnoseBenchmark {
    private static final DemoPlan PLAN = new DemoPlan(20_260_101, 4_000, 300, 50);
    private static final int WARM_ROUNDS = 3;

    private DiagnoseBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "diagnose");
        Path demo = work.resolve("demo");
        new DemoWorkspace(PLAN).makeAt(demo, Progress.NONE);
        List<Task> tasks = new ArrayList<>();
        for (Path file : files(demo.resolve("tasks"))) {
            tasks.addAll(TaskFileReader.read(file).tasks());
        }
        List<Path> rollouts = files(demo.resolve("rollouts"));
        Path catalog = WorkspaceFolder.of(demo, work).catalog(demo.resolve("documents.jsonl"));
        try (Sandbox sandbox = LuceneSandbox.open(catalog);
                VectorCache cache = VectorCache.open(work.resolve("vectors"), EmbeddedModel.DEFAULT.model())) {
            ShoppingBenchProfile profile = new ShoppingBenchProfile(sandbox::product, new EmbeddedSimilarity(EmbeddedModel.DEFAULT, cache),
                    false);
            FileDiagnosis diagnosis = new FileDiagnosis(
                    new Diagnostician(sandbox, profile, Diagnostician.USUAL_STEP_LIMIT),
                    tasks,
                    Runtime.getRuntime().availableProcessors());
            round("vectors to be made", diagnosis, rollouts);
            for (int round = 1; round <= WARM_ROUNDS; round++) {
                round("warm vectors, round " + round, diagnosis, rollouts);
            }
        }
    }

    private static void round(String what, FileDiagnosis diagnosis, List<Path> rollouts) throws Exception {
        long start = System.nanoTime();
        List<Json.Obj> runs = new ArrayList<>();
        long bytes = 0;
        for (Path file : rollouts) {
            runs.addAll(diagnosis.of(file, Optional.empty(), DiagnosisJson::run, Progress.NONE).runs());
            bytes += Files.size(file);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "diagnosing %d trajectories (%.0f MB), %s: %.2f s, %.0f a second%n",
                runs.size(), bytes / 1e6, what, seconds, runs.size() / seconds);
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jsonl")).sorted().toList();
        }
    }
}
