package org.shoptrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import org.shoptrace.core.demo.DemoPlan;
import org.shoptrace.core.demo.DemoWorkspace;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.Progress;
import org.shoptrace.model.trajectory.RunSummary;

/// Whether the window holds on to what was closed: 50 runs are opened one after the other, then 20 workspaces, and what the program holds
/// is told after each ten and five.
public final class HeapBenchmark {
    private static final int RUNS = 50;
    private static final int WORKSPACES = 20;

    private HeapBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "heap");
        try {
            Path demo = work.resolve("demo");
            Path other = Files.createDirectory(work.resolve("other"));
            new DemoWorkspace(new DemoPlan(20_260_101, 4_000, 300, 10)).makeAt(demo, Progress.NONE);
            new BenchRollouts(1).generate(other.resolve("rollout_product_other.jsonl"), 4 << 20);
            ReplayWindow window = ReplayWindow.start(work);
            open(window, demo);
            List<RunSummary> runs = List.copyOf(window.workspace.runs());
            for (int i = 1; i <= RUNS; i++) {
                RunSummary run = runs.get(i % runs.size());
                ReplayWindow.onFx(() -> window.model.openRun(run.place(), 1));
                ReplayWindow.until(window::isQuiet);
                if (i % 10 == 0) {
                    print("%d runs opened", i);
                }
            }
            for (int i = 1; i <= WORKSPACES; i++) {
                open(window, i % 2 == 0 ? demo : other);
                if (i % 4 == 0) {
                    print("%d workspaces opened", i);
                }
            }
        } finally {
            Platform.exit();
            FileTree.delete(work);
        }
    }

    private static void open(ReplayWindow window, Path folder) throws Exception {
        ReplayWindow.onFx(() -> window.open(folder));
        ReplayWindow.until(() -> window.workspace.loadedProperty().get() && window.isQuiet());
    }

    private static void print(String what, int count) throws InterruptedException {
        System.out.println(String.format(Locale.ROOT, what + ": %,d MB held", count, ReplayWindow.heapAfterCollection()));
    }
}
