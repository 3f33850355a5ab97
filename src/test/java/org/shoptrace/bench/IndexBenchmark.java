package org.shoptrace.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;

/// Builds an index from one file of documents of some 2 KB, and says how fast and how large. With the path of Anserini's fat jar it runs
/// Anserini's indexer on the same file, with the reference's flags and the same heap, before and after.
/// The processor time of all threads stands beside the time on the clock, since the latter depends on what else the machine does.
///
/// Arguments: [products [anserini-fatjar]], by default 500000.
public final class IndexBenchmark {
    private IndexBenchmark() {}

    public static void main(String[] args) throws Exception {
        int products = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        Path documents = new BenchCatalog(products).file();
        System.out.printf(
                Locale.ROOT, "%,d documents, %.0f MB, %.0f bytes each, heap %d MB%n",
                products, Files.size(documents) / 1e6, (double) Files.size(documents) / products, Runtime.getRuntime().maxMemory() >> 20);
        if (args.length > 1) {
            anserini(Path.of(args[1]), documents, products);
        }
        for (int run = 1; run <= 2; run++) {
            shoptrace(documents, products);
        }
        if (args.length > 1) {
            anserini(Path.of(args[1]), documents, products);
        }
    }

    private static void shoptrace(Path documents, int products) throws Exception {
        Path catalog = Path.of("target", "bench", "index-benchmark");
        deleteTree(catalog);
        long start = System.nanoTime();
        Duration cpuBefore = cpu(ProcessHandle.current());
        CatalogInfo info = new CatalogIndexer().build(List.of(documents), catalog, System.out::println, Progress.NONE);
        report("Shoptrace", info.documents(), start, cpu(ProcessHandle.current()).minus(cpuBefore), catalog, documents);
        if (info.documents() != products) {
            throw new IllegalStateException("documents are missing: " + info);
        }
    }

    private static void anserini(Path fatjar, Path documents, int products) throws Exception {
        Path input = Files.createDirectories(Path.of("target", "bench", "anserini-input"));
        Path link = input.resolve("documents.jsonl");
        Files.deleteIfExists(link);
        Files.createLink(link, documents);
        Path index = Path.of("target", "bench", "anserini-index");
        deleteTree(index);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "--add-modules=jdk.incubator.vector",
                "-cp", fatjar.toString(), "io.anserini.index.IndexCollection",
                "-collection", "JsonCollection", "-generator", "DefaultLuceneDocumentGenerator", "-storeRaw",
                "-threads", Integer.toString(Runtime.getRuntime().availableProcessors()),
                "-input", input.toString(), "-index", index.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "bench", "anserini.log").toFile())
                .start();
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(Duration.ofMillis(100))) {
            Duration now = cpu(process.toHandle());
            cpu = now.compareTo(cpu) > 0 ? now : cpu;
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("Anserini failed; see target/bench/anserini.log");
        }
        report("Anserini", products, start, cpu, index, documents);
    }

    private static void report(String name, int products, long startNanos, Duration cpu, Path index, Path documents) throws IOException {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        System.out.printf(
                Locale.ROOT, "%s: %.1f s, %,.0f documents a second, processor %.1f s, index %.0f MB, %.2f of the JSON%n",
                name, seconds, products / seconds, cpu.toMillis() / 1e3, size(index) / 1e6, (double) size(index) / Files.size(documents));
    }

    /// What the process used up to now; nothing once it has ended.
    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
