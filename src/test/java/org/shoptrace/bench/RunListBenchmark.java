package org.shoptrace.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.shoptrace.core.demo.DemoPlan;
import org.shoptrace.core.demo.DemoWorkspace;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.Progress;
import org.shoptrace.ui.kit.KeyMap;
import org.shoptrace.ui.palette.PaletteViewModel;

/// A folder of 10,000 runs in the real Replay screen, without a display: how long until they are listed, when they have still to be
/// diagnosed and when they have been, how long filters take and scrolling, and how soon the palette answers to each letter.
///
/// The runs are those of the demo's shoppers. Argument: how many (10,000 when left out).
public final class RunListBenchmark {
    private static final int RUNS = 10_000;
    /// Five trials of every task, four intents.
    private static final int RUNS_A_TASK_OF_EACH_INTENT = 20;

    private static final int MOVES = 100;
    private static final List<String> QUESTIONS = List.of("voucher", "red cotton", "hardcopy", "next step", "0a1b2c");

    private final ReplayWindow window;
    private final int runs;
    private double mostWorked;

    private RunListBenchmark(ReplayWindow window, int runs) {
        this.window = window;
        this.runs = runs;
    }

    public static void main(String[] args) throws Exception {
        int tasks = (args.length > 0 ? Integer.parseInt(args[0]) : RUNS) / RUNS_A_TASK_OF_EACH_INTENT;
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "run-list");
        try {
            Path folder = work.resolve("runs");
            Path elsewhere = Files.createDirectory(work.resolve("elsewhere"));
            new DemoWorkspace(new DemoPlan(20_260_101, 4_000, 300, tasks)).makeAt(folder, Progress.NONE);
            new BenchRollouts(1).generateLong(elsewhere.resolve("rollout_product_short.jsonl"), 3, 20_000);
            RunListBenchmark benchmark = new RunListBenchmark(ReplayWindow.start(work), tasks * RUNS_A_TASK_OF_EACH_INTENT);
            benchmark.watch();
            benchmark.open(elsewhere, 1, "the window opens another folder first");
            benchmark.open(folder, benchmark.runs, "opened for the first time");
            benchmark.open(elsewhere, 1, "another folder again");
            benchmark.open(folder, benchmark.runs, "opened again, every run diagnosed before");
            benchmark.use();
        } finally {
            Platform.exit();
            FileTree.delete(work);
        }
    }

    /// How much the JavaFX thread works between two pictures.
    private void watch() {
        Platform.runLater(() -> new AnimationTimer() {
            private long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

            @Override
            public void handle(long now) {
                long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                mostWorked = Math.max(mostWorked, (worked - before) / 1e6);
                before = worked;
            }
        }.start());
    }

    private void open(Path folder, int expected, String how) throws Exception {
        System.out.println(how);
        long start = System.nanoTime();
        ReplayWindow.onFx(() -> {
            mostWorked = 0;
            window.open(folder);
        });
        ReplayWindow.until(() -> !window.runs.listed().isEmpty());
        print("first runs listed after %.2f s", seconds(start));
        ReplayWindow.until(() -> window.runs.listed().size() == expected);
        print("all %,d listed after %.2f s", expected, seconds(start));
        ReplayWindow.until(() -> window.workspace.loadedProperty().get() && window.isQuiet());
        print("all diagnosed, indexed and listed so after %.2f s", seconds(start));
        ReplayWindow.onFx(() -> print("most that the JavaFX thread worked between two pictures: %.0f ms", mostWorked));
    }

    private void use() throws Exception {
        System.out.println("the list in use");
        ListView<?> list = (ListView<?>) window.scene.lookup("#runs");
        System.out.println(
                "  scrolled to anywhere: " + window.eachPulse(MOVES, () -> list.scrollTo(ThreadLocalRandom.current().nextInt(runs))));
        TextField words = (TextField) window.scene.lookup("#run-filter-text");
        if (words != null) {
            FxTimings filtering = new FxTimings();
            for (int i = 0; i < MOVES / 10; i++) {
                filter(words, i % 2 == 0 ? "red" : "", filtering);
            }
            System.out.println("  filtered by a word of the query, and no longer: " + filtering);
        }
        FxTimings palette = new FxTimings();
        for (String question : QUESTIONS) {
            type(question, palette);
        }
        System.out.println("  the palette's answer to a letter: " + palette);
    }

    private void filter(TextField field, String text, FxTimings timings) throws Exception {
        int before = window.runs.listed().size();
        ReplayWindow.onFx(() -> {
            timings.begin();
            field.setText(text);
        });
        ReplayWindow.until(() -> window.runs.listed().size() != before);
        ReplayWindow.onFx(() -> {
            window.scene.getRoot().layout();
            timings.end();
        });
    }

    /// Letter by letter, each when the one before is answered.
    private void type(String question, FxTimings timings) throws Exception {
        PaletteViewModel palette = new PaletteViewModel(
                window.workspace, window.jobs, KeyMap.usual(),
                new PaletteViewModel.Ways(new NoNavigator(), List::of, _ -> Optional.empty(), _ -> {}));
        for (int letters = 1; letters <= question.length(); letters++) {
            String typed = question.substring(0, letters);
            ReplayWindow.onFx(() -> {
                timings.begin();
                palette.type(typed);
            });
            ReplayWindow.until(() -> palette.entries().stream().anyMatch(entry -> entry.title().endsWith(" for " + typed.strip())));
            ReplayWindow.onFx(timings::end);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String line, Object... values) {
        System.out.println("  " + String.format(Locale.ROOT, line, values));
    }
}
