package org.shoptrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import javafx.application.Platform;
import org.shoptrace.core.demo.DemoPlan;
import org.shoptrace.core.demo.DemoWorkspace;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.Progress;

/// Opens a small folder, then a demo with tasks and catalogue, then a folder with a rollout file of one gigabyte in the real Replay screen,
/// without a display: how long until the first run is on screen, and how long a step change takes, with styles and layout and with painting
/// in software as well. In the demo the longest run is taken, with its constraint matrix, ranks and strip. Meanwhile all runs are indexed
/// for search, as in the program. To be run with a heap of 512 MB.
///
/// Argument: the size in megabytes (1024 when left out; 0 leaves the large file out).
public final class ReplayBenchmark {
    private static final String FILE = "rollout_product_benchmark.jsonl";
    private static final int STEP_CHANGES = 100;
    private static final int WARM_UP = 40;

    private final ReplayWindow window;
    private final HeapWatch heap = new HeapWatch();
    private boolean forward = true;

    private ReplayBenchmark(ReplayWindow window) {
        this.window = window;
    }

    public static void main(String[] args) throws Exception {
        long megabytes = args.length > 0 ? Long.parseLong(args[0]) : 1024;
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "replay");
        try {
            Path small = Files.createDirectory(work.resolve("small"));
            Path large = work.resolve("large");
            Path demo = work.resolve("demo");
            new BenchRollouts(1).generate(small.resolve(FILE), 4 << 20);
            new DemoWorkspace(new DemoPlan(20_260_101, 4_000, 300, 10)).makeAt(demo, Progress.NONE);
            ReplayBenchmark benchmark = new ReplayBenchmark(ReplayWindow.start(work));
            benchmark.measure("a file of 4 MB, the first that the window opens", small);
            benchmark.measure("then a demo, every run diagnosed, its longest run open", demo);
            if (megabytes > 0) {
                new DemoWorkspace(new DemoPlan(20_260_101, 4_000, 300, 10)).makeAt(large, Progress.NONE);
                new BenchRollouts(20260101).generate(large.resolve(FILE), megabytes << 20);
                benchmark.measure("then a file of %,d MB beside a catalogue, so that its runs are diagnosed".formatted(megabytes), large);
            }
        } finally {
            Platform.exit();
            FileTree.delete(work);
        }
    }

    private void measure(String what, Path folder) throws Exception {
        System.out.println(what);
        heap.reset();
        ReplayWindow.onFx(() -> window.open(folder));
        double firstOnScreen = ReplayWindow.until(() -> !window.workspace.runs().isEmpty() && window.scene.lookup("#step-1") != null);
        print("first run on screen after %.0f ms", firstOnScreen);
        double listed = ReplayWindow.until(() -> window.workspace.loadedProperty().get());
        print("all %,d runs listed after %.1f s", window.workspace.runs().size(), (firstOnScreen + listed) / 1e3);
        if (!window.isQuiet()) {
            steps("while the rest is under way: ");
        }
        double quiet = ReplayWindow.until(window::isQuiet);
        print("all diagnosed and indexed for search %.1f s later", quiet / 1e3);
        ReplayWindow.onFx(this::openLongest);
        ReplayWindow.until(window::isQuiet);
        steps("");
        print("heap: most held after a collection meanwhile %,d MB, at the end %,d MB, limit %,d MB",
                heap.most(), ReplayWindow.heapAfterCollection(), Runtime.getRuntime().maxMemory() >> 20);
    }

    /// To the end of the run and back, again and again.
    private void steps(String when) throws Exception {
        window.eachPulse(WARM_UP, this::step);
        System.out.println("  " + when + "step change, styles and layout: " + window.eachPulse(STEP_CHANGES, this::step));
        FxTimings painted = new FxTimings();
        ReplayWindow.onFx(() -> {
            for (int i = 0; i < STEP_CHANGES / 4; i++) {
                painted.begin();
                step();
                window.scene.snapshot(null);
                painted.end();
            }
        });
        System.out.println("  " + when + "step change, with painting in software: " + painted);
    }

    private void step() {
        int before = window.openRun.stepProperty().get();
        if (forward) {
            window.openRun.nextStep();
        } else {
            window.openRun.previousStep();
        }
        forward = window.openRun.stepProperty().get() == before ? !forward : forward;
    }

    private void openLongest() {
        window.workspace.runs().stream()
                .max(Comparator.comparingInt(run -> run.steps()))
                .ifPresent(longest -> window.model.openRun(longest.place(), 1));
    }

    private static void print(String line, Object... values) {
        System.out.println("  " + String.format(Locale.ROOT, line, values));
    }
}
