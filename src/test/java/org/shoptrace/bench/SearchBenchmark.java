package org.shoptrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.demo.DemoPlan;
import org.shoptrace.core.demo.DemoWorkspace;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.search.Query;
import org.shoptrace.core.search.QueryParser;
import org.shoptrace.core.search.RunRecord;
import org.shoptrace.core.search.RunSearch;
import org.shoptrace.core.search.SearchAnswer;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.GivenSummary;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// Full text over 10,000 runs: how long they take to index, how large the index is, and how long questions take as the window asks them.
/// The runs are the demo's, each repeated under a name of its own until there are enough. An argument says how many.
public final class SearchBenchmark {
    private static final int RUNS = 10_000;
    private static final int ROUNDS = 40;
    private static final RunSearch.Limit AS_IN_THE_WINDOW = new RunSearch.Limit(60, 3);
    private static final List<String> QUESTIONS = List.of(
            "voucher",
            "red",
            "\"free shipping\"",
            "role:thought look closer",
            "price -voucher tool:find_product",
            "shop OR official",
            "rem*",
            "seen:\"remote control\"",
            "viewed:(price>500 -service:COD)",
            "steps>5 -voucher",
            "\"a phrase that nobody wrote\"");

    private SearchBenchmark() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : RUNS;
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "search");
        try {
            Path demo = work.resolve("demo");
            new DemoWorkspace(DemoPlan.USUAL).makeAt(demo, Progress.NONE);
            List<Path> files;
            try (Stream<Path> rollouts = Files.list(demo.resolve("rollouts"))) {
                files = rollouts.filter(file -> file.getFileName().toString().endsWith(".jsonl")).sorted().toList();
            }
            try (RolloutLibrary library = new RolloutLibrary(files, work.resolve("scratch"));
                    RunSearch search = new LuceneRunSearch(OwnFolder.at(work.resolve("index")))) {
                List<RunSummary> originals = new ArrayList<>();
                library.index(originals::addAll, Progress.NONE);
                List<RunSummary> runs = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    runs.add(named(originals.get(i % originals.size()), i));
                }
                index(search, runs, originals, library, work.resolve("index"));
                List<RunRecord> records = runs.stream().map(run -> new RunRecord(run, Optional.empty(), Set.of())).toList();
                for (String question : QUESTIONS) {
                    ask(search, question, records);
                }
            }
        } finally {
            FileTree.delete(work);
        }
    }

    private static void index(RunSearch search, List<RunSummary> runs, List<RunSummary> originals, RolloutLibrary library, Path folder)
            throws Exception {
        long start = System.nanoTime();
        search.update(runs, summary -> {
            Run read = library.read(originals.get((int) (summary.source().line() % originals.size())));
            return new Run(summary.id(), summary.source(), read.model(), new Envelope.Bare(), read.steps());
        }, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes;
        try (Stream<Path> files = Files.walk(folder)) {
            bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
        System.out.printf(
                Locale.ROOT, "indexing %d runs: %.1f s, %.0f a second, %.0f MB%n", runs.size(), seconds, runs.size() / seconds,
                bytes / 1e6);
    }

    private static void ask(RunSearch search, String question, List<RunRecord> records) throws Exception {
        Query query = QueryParser.parse(question);
        double[] millis = new double[ROUNDS];
        SearchAnswer answer = search.search(query, records, _ -> Optional.empty(), AS_IN_THE_WINDOW);
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            answer = search.search(query, records, _ -> Optional.empty(), AS_IN_THE_WINDOW);
            millis[round] = (System.nanoTime() - start) / 1e6;
        }
        System.out.printf(
                Locale.ROOT, "%-36s %6d runs %7d steps: %s%n", question, answer.runs().size(), answer.stepCount(), new Timings(millis));
    }

    /// The same run under an id and a line of its own.
    private static RunSummary named(RunSummary run, int number) {
        RunId id = new RunId(String.format(Locale.ROOT, "%08x", number) + run.id().sha256().substring(8));
        RunSource source = new RunSource(run.source().file(), number);
        return GivenSummary.of(
                id, source, run.model(), run.query(), run.steps(), run.calls(), run.terminated(), run.recommended(), run.status(),
                run.conversation(), run.timestamp(),
                run.bytes(), run.nullResults(), run.emptyReplies(), run.unanswered());
    }
}
