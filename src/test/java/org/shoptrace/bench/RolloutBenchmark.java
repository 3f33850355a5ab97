package org.shoptrace.bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RolloutIndex;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.RunEntry;
import org.shoptrace.core.trajectory.RunWriter;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// Opens a rollout file of one gigabyte, plain and packed: how long until the first run is known and until it is read, how
/// long for the whole index, how long to read any run, and how much heap at most. To be run with a heap of 512 MB.
///
/// Arguments: the size in megabytes (1024 when left out), the folder to make the file in (a temporary one when left out).
public final class RolloutBenchmark {
    private static final int READS = 500;
    private static final String[] WORDS =
            "cotton steel phone case travel bottle red blue large mini wireless speaker kids running shoes kitchen lamp ₱ café".split(" ");

    private final Random random = new Random(20260101);

    private RolloutBenchmark() {}

    public static void main(String[] args) throws Exception {
        long bytes = (args.length > 0 ? Long.parseLong(args[0]) : 1024) << 20;
        Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("rollout-benchmark");
        Path plain = folder.resolve("rollout_product_benchmark.jsonl");
        Path packed = folder.resolve("rollout_product_packed.jsonl.gz");
        try {
            new RolloutBenchmark().generate(plain, bytes);
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

    private void generate(Path path, long bytes) throws Exception {
        try (RunWriter writer = new RunWriter(path)) {
            while (Files.size(path) < bytes) {
                writer.append(RunCodec.ofSteps(steps(), new RunSource(path, 1), "benchmark"));
            }
        }
    }

    /// Three to fifteen turns with one to three answered searches each; the history in each prompt does the rest.
    private List<Step> steps() {
        StepEncoder encoder = new StepEncoder("You are a shopping assistant. " + words(400), words(30));
        List<Step> steps = new ArrayList<>();
        int turns = 3 + random.nextInt(13);
        for (int turn = 0; turn < turns; turn++) {
            List<Exchange> exchanges = new ArrayList<>();
            for (int call = 0; call <= random.nextInt(3); call++) {
                Json.Obj parameters = Json.Obj.EMPTY.with("q", Json.of(words(4))).with("page", Json.Num.of(1L));
                exchanges.add(new Exchange("find_product", parameters, Optional.of(products())));
            }
            steps.add(encoder.add(Turn.of(words(60), exchanges, "", 1_754_400_000_000L + turn)));
        }
        return steps;
    }

    private Json products() {
        List<Json> products = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            products.add(Json.Obj.EMPTY
                    .with("product_id", Json.of(Integer.toString(random.nextInt(1_000_000_000))))
                    .with("shop_id", Json.of(Integer.toString(random.nextInt(1_000_000))))
                    .with("title", Json.of(words(14)))
                    .with("price", Json.Num.of(random.nextInt(100_000) / 100.0))
                    .with("service", Json.texts(List.of("COD")))
                    .with("sold_count", Json.Num.of((long) random.nextInt(5_000))));
        }
        return new Json.Arr(products);
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
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
