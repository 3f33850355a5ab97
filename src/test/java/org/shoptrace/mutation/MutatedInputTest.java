package org.shoptrace.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.KeptFindings;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.takeover.TakeOver;
import org.shoptrace.core.takeover.TakeOverDrafts;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.golden.GoldenCatalogue;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Small files of every format and of everything that is kept, each changed by a numbered seed: whatever was done to one, it gives a result
/// or a message, in time and without a bug; lines that were not touched are read; messages are for people; nothing is written elsewhere.
///
/// `-Dmutations=5000` tries more; `-Dmutations=1 -Dmutations.first=17` the one with that number alone, so that it can be looked at.
class MutatedInputTest {
    private static final int COUNT = Integer.getInteger("mutations", 300);
    private static final int FIRST = Integer.getInteger("mutations.first", 0);
    private static final long LONGEST_MILLIS = 10_000;

    /// What a message for people does not hold: names of Java and of libraries, addresses of objects, breaks of lines.
    private static final Pattern OF_A_PROGRAM = Pattern.compile(
            "Exception|StackOverflow|OutOfMemory|StreamRead|REDACTED|java\\.|jackson|Optional\\[|\\bnull: |: null$|ClassCast"
                    + "|\\bat org\\.|\\n|Unexpected character \\(|@[0-9a-f]{6,}|\\[Source");

    @RegisterExtension
    static final GoldenCatalogue CATALOGUE = new GoldenCatalogue();

    @TempDir
    private static Path shared = Path.of("");

    private static final List<Seed> SEEDS = new ArrayList<>();

    /// @param byLine whether each line is read by itself
    private record Seed(String name, byte[] content, boolean byLine, Reading reading) {}

    /// Knows every pair, at once.
    private static final class ByLength implements TitleSimilarity {
        @Override
        public String name() {
            return "length";
        }

        @Override
        public boolean comparableWithPublished() {
            return false;
        }

        @Override
        public double similarity(String a, String b) {
            return a.length() == b.length() ? 1 : 0;
        }
    }

    @BeforeAll
    static void gather() throws Exception {
        Profile profile = new ShoppingBenchProfile(CATALOGUE.sandbox()::product, new ByLength(), false);
        Diagnostician diagnostician = new Diagnostician(CATALOGUE.sandbox(), profile, 30);
        List<Task> tasks = GoldenSet.tasks("product");
        Run one = RolloutFile.firstRuns(GoldenSet.rollouts("product", "alpha"), 1).getFirst();
        Reading held = OtherReadings.tasks(diagnostician, one);
        Reading runs = new RunReading(diagnostician, tasks);
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/formats"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.jsonl?")).sorted().toList()) {
                SEEDS.add(new Seed(file.getFileName().toString(), Files.readAllBytes(file), false, runs));
            }
        }
        byte[] log = Files.readAllBytes(Path.of("src/test/resources/formats/chat-request-response-log.jsonl"));
        SEEDS.add(new Seed("log.jsonl.zst", Zstd.compress(log), false, runs));
        SEEDS.add(new Seed("logs.zip", zipped(log), false, runs));
        SEEDS.add(new Seed(
                "table.parquet", Files.readAllBytes(Path.of("src/test/resources/org/shoptrace/core/container/zstd.parquet")), false, runs));
        for (String intent : List.of("product", "shop", "voucher", "web")) {
            List<String> lines = shortest(GoldenSet.lines(GoldenSet.rollouts(intent, "alpha")));
            SEEDS.add(new Seed("rollout_" + intent + "_alpha.jsonl", joined(lines), true, runs));
            byte[] file = Files.readAllBytes(GoldenSet.file("tasks_" + intent + ".jsonl"));
            SEEDS.add(new Seed("tasks.jsonl", joined(Mutation.lines(file)), true, held));
            String array = "[" + String.join(",\n", Mutation.lines(file)) + "]";
            SEEDS.add(new Seed("tasks.json", array.getBytes(StandardCharsets.ISO_8859_1), false, held));
        }
        SEEDS.add(new Seed("documents.jsonl", joined(shortest(GoldenSet.lines(GoldenSet.DOCUMENTS))), true, OtherReadings::documents));
        for (String name : List.of("annotations.jsonl", "labels.json", "settings.json", "identity.json", "similarity.json",
                "provenance.json",
                "kept-evaluation.json")) {
            Reading reading = switch (name) {
                case "annotations.jsonl" -> OtherReadings::annotations;
                case "labels.json" -> OtherReadings::labels;
                case "settings.json" -> OtherReadings::settings;
                case "identity.json" -> OtherReadings::identity;
                case "similarity.json" -> OtherReadings::similarities;
                case "provenance.json" -> OtherReadings::provenance;
                default -> OtherReadings::evaluations;
            };
            byte[] content = Files.readAllBytes(Path.of("src/test/resources/mutation").resolve(name));
            SEEDS.add(new Seed(name, content, name.equals("annotations.jsonl"), reading));
        }
        new CatalogIndexer().build(List.of(GoldenSet.DOCUMENTS), shared.resolve("catalogue"), _ -> {}, Progress.NONE);
        byte[] manifest = Files.readAllBytes(shared.resolve("catalogue/catalog.json"));
        SEEDS.add(new Seed("catalog.json", manifest, false, OtherReadings.manifest(shared.resolve("catalogue"))));
        try (TakeOverDrafts.Draft draft = new TakeOverDrafts(OwnFolder.at(shared.resolve("drafts"))).begin(TakeOver.from(one, 2, "Ann"))) {
            draft.add(one.steps().getFirst());
            SEEDS.add(new Seed("draft.jsonl", Files.readAllBytes(files(shared.resolve("drafts")).getFirst()), false, OtherReadings::draft));
        }
        SEEDS.add(findings(profile, diagnostician, tasks));
    }

    /// Kept findings of some runs; a file that was changed is one of a process that was killed, and what is known of it is added to.
    private static byte[] zipped(byte[] log) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : List.of("a.jsonl", "b.jsonl")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(log);
            }
        }
        return bytes.toByteArray();
    }

    private static Seed findings(Profile profile, Diagnostician diagnostician, List<Task> tasks) throws Exception {
        List<KeptFindings.Found> found = new ArrayList<>();
        for (Run run : RolloutFile.firstRuns(GoldenSet.rollouts("product", "alpha"), 3)) {
            Diagnosis diagnosis = diagnostician.diagnose(Optional.of(tasks.getFirst()), run);
            found.add(new KeptFindings.Found(
                    Optional.of(tasks.getFirst()), RunFactsOf.run(run, diagnosis), diagnosis.assessment().map(Assessment::score)));
        }
        Path storage = shared.resolve("findings");
        KeptFindings.open(OwnFolder.at(storage), CATALOGUE.sandbox().info().fingerprint(), profile, 30).add(found);
        Path file = files(storage).getFirst();
        return new Seed("findings.jsonl", Files.readAllBytes(file), false, (changed, out, _) -> {
            Path again = out.resolve(storage.relativize(file));
            Files.createDirectories(again.getParent());
            Files.copy(changed, again);
            KeptFindings.open(OwnFolder.at(out), CATALOGUE.sandbox().info().fingerprint(), profile, 30).add(found);
            KeptFindings kept = KeptFindings.open(OwnFolder.at(out), CATALOGUE.sandbox().info().fingerprint(), profile, 30);
            for (KeptFindings.Found each : found) {
                assertTrue(kept.get(each.facts().id(), each.task()).isPresent());
            }
            return List.of();
        });
    }

    private static List<String> shortest(List<String> lines) {
        return lines.stream().sorted(Comparator.comparingInt(String::length)).limit(3)
                .map(line -> new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)).toList();
    }

    private static byte[] joined(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyFileThatWasNotChangedIsRead() throws Exception {
        for (Seed seed : SEEDS) {
            List<String> said = new ArrayList<>();
            List<String> names = read(seed, seed.content(), said::add);
            assertEquals(List.of(), said.stream().filter(text -> !text.contains("lacks a pair")).toList(), seed.name());
            if (seed.byLine()) {
                assertEquals(Mutation.lines(seed.content()).size(), names.size(), seed.name());
            }
        }
    }

    @Test
    void everyMutationIsAResultOrAMessage() throws Exception {
        List<String> faults = new ArrayList<>();
        for (int number = FIRST; number < FIRST + COUNT; number++) {
            Random random = new Random(number * 7919L);
            Seed seed = SEEDS.get(random.nextInt(SEEDS.size()));
            Mutation mutation = Mutation.of(seed.content(), random);
            fault(seed, mutation).map(each(number, seed, mutation)::concat).ifPresent(faults::add);
        }
        assertEquals("", String.join("\n", faults.subList(0, Math.min(20, faults.size()))), faults.size() + " of " + COUNT);
    }

    private static String each(int number, Seed seed, Mutation mutation) {
        return number + ", " + seed.name() + ", " + mutation.what() + " -> ";
    }

    private Optional<String> fault(Seed seed, Mutation mutation) throws Exception {
        List<String> said = new ArrayList<>();
        long start = System.nanoTime();
        try {
            List<String> names = read(seed, mutation.content(), said::add);
            if (seed.byLine() && mutation.line().isPresent()) {
                Set<String> lost = new HashSet<>(read(seed, seed.content(), _ -> {}));
                List<String> kept = new ArrayList<>(lost);
                lost.removeAll(names);
                if (lost.size() > 1) {
                    return Optional.of("good lines are lost: " + lost.size() + " of " + kept.size() + ", " + said);
                }
            }
        } catch (ShoptraceException e) {
            said.add(e.getMessage());
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            // Whatever it is, it is the fault that is looked for.
            return Optional.of(e + " at " + Stream.of(e.getStackTrace()).filter(frame -> frame.getClassName().startsWith("org.shoptrace"))
                    .limit(4).toList());
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (millis > LONGEST_MILLIS) {
            return Optional.of("it took " + millis + " ms");
        }
        return said.stream().filter(text -> OF_A_PROGRAM.matcher(text).find()).findFirst().map(text -> "no message for people: " + text);
    }

    private List<String> read(Seed seed, byte[] content, Consumer<String> said) throws Exception {
        Path trial = Files.createDirectories(folder.resolve("trial"));
        Path in = Files.createDirectories(trial.resolve("in"));
        Path out = Files.createDirectories(trial.resolve("out"));
        Path file = Files.write(in.resolve(seed.name()), content);
        try {
            List<String> names = seed.reading().read(file, out, said);
            assertEquals(List.of(file), files(in), "nothing is written beside what is read");
            try (InputStream now = Files.newInputStream(file)) {
                assertTrue(Arrays.equals(content, now.readAllBytes()), "what is read stays as it is");
            }
            try (Stream<Path> beside = Files.list(folder)) {
                assertEquals(List.of(trial), beside.toList(), "nothing is written elsewhere");
            }
            return names;
        } finally {
            FileTree.delete(trial);
        }
    }
}
