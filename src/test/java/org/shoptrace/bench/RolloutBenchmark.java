package org.shoptrace.bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RolloutIndex;
import org.shoptrace.core.trajectory.RunEntry;
import org.shoptrace.model.trajectory.Run;

/// Opens a rollout file of one gigabyte, plain and packed: how long until the first run is known and until it is read, how
/// long for the whole index, how long to read any run, and how much heap at most. To be run with a heap of 512 MB.
///
/// Arguments: the size in megabytes (1024 when left out), the folder to make the file in (a temporary one when left out).
public final class RolloutBenchmark {
    private static final int READS = 500;
    private RolloutBenchmark() {}

    public static void main(String[] args) throws Exception {
        long bytes = (args.length > 0 ? Long.parseLong(args[0]) : 1024) << 20;
        Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("rollout-benchmark");
        Path plain = folder.resolve("rollout_product_benchmark.jsonl");
        Path packed = folder.resolve("rollout_product_packed.jsonl.gz");
        try {
            new BenchRollouts(20260101).generate(plain, bytes);
            try (InputStream in = Files.newInputStream(plain);
                    OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
                in.transferTo(out);
            }
            resetPeak();
            measure("plain", plain, folder);
            measure("packed", packed, folder);
        } finally {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(packed);
        }
    }

    private static void measure(String name, Path path, Path folder) throws Exception {
        try (RolloutFile file = new RolloutFile(path, folder.resolve("scratch"))) {
            long start = System.nanoTime();
            long[] first = new long[2];
            RolloutIndex index = file.index(
                    batch -> {
                        if (first[0] == 0) {
                            first[0] = System.nanoTime() - start;
                            read(file, batch.getFirst());
                            first[1] = System.nanoTime() - start;
                        }
                    },
                    Progress.NONE);
            long all = System.nanoTime() - start;
            print("%s: %,d bytes on disk, %,d runs of %,d bytes on average", name, Files.size(path), index.entries().size(),
                    index.end().offset() / index.entries().size());
            print("%s: first run known after %.0f ms, read after %.0f ms, all indexed after %.2f s (%.0f MB/s)", name,
                    first[0] / 1e6, first[1] / 1e6, all / 1e9, index.end().offset() / 1e6 / (all / 1e9));
            double[] reads = reads(file, index.entries());
            print("%s: reading any of its runs takes %.1f ms at the median, %.1f ms at the 99th percentile", name,
                    reads[READS / 2], reads[READS * 99 / 100]);
            print("%s: heap at most %,d MB so far, limit %,d MB", name, peak() >> 20, Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static double[] reads(RolloutFile file, List<RunEntry> entries) {
        Random random = new Random(1);
        double[] milliseconds = new double[READS];
        for (int i = 0; i < READS; i++) {
            RunEntry entry = entries.get(random.nextInt(entries.size()));
            long start = System.nanoTime();
            read(file, entry);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds;
    }

    private static Run read(RolloutFile file, RunEntry entry) {
        try {
            return file.read(entry);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void resetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    /// The sum of the pools' peaks, which need not have been at one moment: an upper bound.
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
