package org.shoptrace.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/// What acts take, all on the JavaFX thread, by the clock and of the processor: on a busy machine only the second tells what the program
/// needs.
final class FxTimings {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Double> wall = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    private long startedWall;
    private long startedProcessor;
    private boolean under;

    void begin() {
        startedWall = System.nanoTime();
        startedProcessor = THREADS.getCurrentThreadCpuTime();
        under = true;
    }

    /// Nothing when nothing has begun.
    void end() {
        if (under) {
            processor.add((THREADS.getCurrentThreadCpuTime() - startedProcessor) / 1e6);
            wall.add((System.nanoTime() - startedWall) / 1e6);
            under = false;
        }
    }

    /// Nothing is being measured.
    boolean isOver() {
        return !under;
    }

    @Override
    public String toString() {
        return "by the clock " + timings(wall) + System.lineSeparator() + "    processor time of the JavaFX thread " + timings(processor);
    }

    private static Timings timings(List<Double> millis) {
        return new Timings(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
