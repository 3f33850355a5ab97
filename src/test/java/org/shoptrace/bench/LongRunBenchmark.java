package org.shoptrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.model.trajectory.RunSummary;

/// Long runs in the real Replay screen, without a display: a run of 1 MB is opened again and again; one of 10 MB and 1,000 steps is opened,
/// gone through step by step, jumped about in, and scrolled by the wheel.
public final class LongRunBenchmark {
    private static final int OPENINGS = 40;
    private static final int MOVES = 200;

    private final ReplayWindow window;

    private LongRunBenchmark(ReplayWindow window) {
        this.window = window;
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "long-run");
        try {
            Path folder = Files.createDirectory(work.resolve("runs"));
            new BenchRollouts(1).generateLong(folder.resolve("rollout_product_short.jsonl"), 3, 20_000);
            new BenchRollouts(2).generateLong(folder.resolve("rollout_product_one.jsonl"), 40, 1 << 20);
            new BenchRollouts(3).generateLong(folder.resolve("rollout_product_ten.jsonl"), 1_000, 10 << 20);
            ReplayWindow window = ReplayWindow.start(work);
            ReplayWindow.onFx(() -> window.open(folder));
            ReplayWindow.until(() -> window.workspace.loadedProperty().get() && window.isQuiet() && window.workspace.runs().size() == 3);
            new LongRunBenchmark(window).measure();
        } finally {
            Platform.exit();
            FileTree.delete(work);
        }
    }

    private void measure() throws Exception {
        FxTimings opening = new FxTimings();
        for (int i = 0; i < OPENINGS; i++) {
            open("short");
            open("one", opening);
        }
        System.out.println("a run of 1 MB and 40 steps opened, from the choice until it is laid out: " + opening);
        FxTimings long10 = new FxTimings();
        for (int i = 0; i < OPENINGS / 4; i++) {
            open("short");
            open("ten", long10);
        }
        System.out.println("a run of 10 MB and 1,000 steps opened: " + long10);
        System.out.println("  step by step: " + window.eachPulse(MOVES, window.openRun::nextStep));
        System.out.println("  back again: " + window.eachPulse(MOVES, window.openRun::previousStep));
        System.out.println(
                "  to any step: " + window.eachPulse(MOVES, () -> window.openRun.goToStep(ThreadLocalRandom.current().nextInt(1_000) + 1)));
        window.eachPulse(1, () -> window.openRun.goToStep(500));
        System.out.println("  scrolled by the wheel, 40 pixels a picture: " + window.eachPulse(MOVES, this::turnWheel));
        int cells = window.scene.getRoot().lookupAll(".step-cell").size();
        System.out.println(String.format(Locale.ROOT, "  cards that exist: %d", cells));
    }

    private void turnWheel() {
        Node steps = window.scene.lookup("#steps");
        steps.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL, 10, 10, 10, 10, false, false, false, false, true, false, 0, -40, 0, -40,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    private void open(String name) throws Exception {
        open(name, new FxTimings());
    }

    /// From the choice until the run is laid out.
    private void open(String name, FxTimings timings) throws Exception {
        RunSummary run = window.workspace.runs().stream().filter(each -> each.model().equals(name)).findFirst().orElseThrow();
        Runnable laidOut = () -> {
            if (window.openRun.openProperty().get().filter(open -> open.summary().id().equals(run.id())).isPresent()) {
                timings.end();
            }
        };
        ReplayWindow.onFx(() -> {
            window.scene.addPostLayoutPulseListener(laidOut);
            timings.begin();
            window.model.openRun(run.place(), 1);
        });
        ReplayWindow.until(() -> window.openRun.openProperty().get().filter(open -> open.summary().id().equals(run.id())).isPresent()
                && window.isQuiet() && timings.isOver());
        ReplayWindow.onFx(() -> window.scene.removePostLayoutPulseListener(laidOut));
    }
}
