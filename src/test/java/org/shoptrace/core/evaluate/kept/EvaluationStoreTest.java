package org.shoptrace.core.evaluate.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluation.Conditions;
import org.shoptrace.core.evaluate.Evaluation.Leftovers;
import org.shoptrace.core.evaluate.Evaluation.Unscored;
import org.shoptrace.core.evaluate.OwnFacts;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.RunDetails;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.TitleDependence;
import org.shoptrace.core.evaluate.kept.KeptEvaluation.Reason;
import org.shoptrace.core.evaluate.kept.KeptEvaluation.Stale;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.PythonJsonWriter;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.HeldOutAgreement.Share;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Usage;

class EvaluationStoreTest {
    private static final String FINGERPRINT = "f".repeat(64);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.25Z");

    @TempDir
    private Path workspace = Path.of("");

    private Path rollouts = Path.of("");
    private Path tasks = Path.of("");
    private Path table = Path.of("");
    private EvaluationStore store = new EvaluationStore(OwnFolder.at(workspace), workspace);

    @BeforeEach
    void fillWorkspace() throws Exception {
        rollouts = Files.writeString(workspace.resolve("rollout_m.jsonl"), "runs\n");
        tasks = Files.writeString(workspace.resolve("tasks.jsonl"), "tasks\n");
        table = Files.writeString(workspace.resolve("table.json"), "[]");
        store = new EvaluationStore(OwnFolder.at(workspace.resolve(".shoptrace")), workspace);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsKeptComesBackWhole(long seed) throws Exception {
        KeptEvaluation kept = kept(NOON, random(new Random(seed)), random(new Random(seed + 100)));
        Path file = store.save(kept);
        EvaluationStore.Entry.Readable read = store.latest().orElseThrow();
        assertEquals(file, read.file());
        assertEquals(kept, read.kept());
    }

    @Test
    void theNewestComesFirstAndNothingIsOverwritten() throws Exception {
        store.save(kept(NOON, random(new Random(1))));
        store.save(kept(NOON.plusSeconds(86_400), random(new Random(2))));
        store.save(kept(NOON, random(new Random(3))));
        List<String> names = store.entries().stream().map(entry -> entry.file().getFileName().toString()).toList();
        assertEquals(List.of("2026-03-02T12-00-00.250Z.json", "2026-03-01T12-00-00.250Z_002.json", "2026-03-01T12-00-00.250Z.json"), names);
        assertEquals(NOON.plusSeconds(86_400), store.latest().orElseThrow().kept().made());
    }

    @Test
    void whoCanReadTheWorkspaceCanReadItsEvaluations() throws Exception {
        Path file = store.save(kept(NOON, random(new Random(1))));
        assertEquals(Files.getPosixFilePermissions(rollouts), Files.getPosixFilePermissions(file));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList(), "nothing half-done is left");
        }
    }

    @Test
    void anEmptyWorkspaceHasNone() throws Exception {
        assertEquals(List.of(), store.entries());
        assertTrue(store.latest().isEmpty());
        assertFalse(Files.exists(workspace.resolve(".shoptrace")), "looking writes nothing");
    }

    @Test
    void aWorkspaceThatMovedStillFindsItsFiles() throws Exception {
        store.save(kept(NOON, random(new Random(1))));
        Path moved = Files.createDirectory(workspace.resolve("moved"));
        for (String name : List.of(".shoptrace", "rollout_m.jsonl", "tasks.jsonl", "table.json")) {
            Files.move(workspace.resolve(name), moved.resolve(name));
        }
        KeptEvaluation kept = new EvaluationStore(OwnFolder.at(moved.resolve(".shoptrace")), moved).latest().orElseThrow().kept();
        assertEquals(moved.resolve("rollout_m.jsonl"), kept.setup().rollouts().getFirst().path());
        assertEquals(List.of(), kept.stale(FINGERPRINT, Progress.NONE));
    }

    @Test
    void aFileCutAnywhereIsNamedAndTheOlderOneIsShown() throws Exception {
        Path old = store.save(kept(NOON, random(new Random(1))));
        Path file = store.save(kept(NOON.plusSeconds(1), random(new Random(2))));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 2; length += 1 + whole.length / 150) {
            Files.write(file, Arrays.copyOf(whole, length));
            EvaluationStore.Entry.Unreadable cut = assertInstanceOf(EvaluationStore.Entry.Unreadable.class, store.entries().getFirst());
            assertTrue(cut.cause().startsWith("it is damaged, "), cut.cause());
            assertEquals(old, store.latest().orElseThrow().file());
        }
    }

    @Test
    void aNewerVersionIsLeftAloneAndSaysSo() throws Exception {
        Path file = store.save(kept(NOON, random(new Random(1))));
        Json.Obj json = (Json.Obj) JsonReader.read(Files.readString(file));
        String newer = PythonJsonWriter.json(json.with("version", Json.Num.of(EvaluationCodec.VERSION + 1)));
        Files.writeString(file, newer);
        EvaluationStore.Entry.Unreadable entry = assertInstanceOf(EvaluationStore.Entry.Unreadable.class, store.entries().getFirst());
        assertTrue(entry.cause().contains("newer version of Shoptrace"), entry.cause());
        assertEquals(newer, Files.readString(file));
        Files.writeString(file, PythonJsonWriter.json(json.with("later_field", Json.of("x"))));
        assertTrue(store.latest().isPresent(), "a field that this version does not know does no harm");
    }

    /// As every field of a later version.
    @Test
    void aScoreThatThisVersionDoesNotKnowDoesNoHarm() throws Exception {
        KeptEvaluation kept = kept(NOON, Evaluation.of(
                random(new Random(1)).conditions(), new LinkedHashMap<>(Map.of(Intent.SHOP, 1)), false,
                List.of(run(new Random(3))), List.of(), new Leftovers(List.of(), List.of(), List.of())));
        Path file = store.save(kept);
        String text = Files.readString(file);
        String later = text.replaceFirst("\"values\": *\\{", "$0\"later_score\": 0.5, ");
        assertNotEquals(text, later);
        Files.writeString(file, later);
        assertEquals(kept, store.latest().orElseThrow().kept());
    }

    @Test
    void aMissingFieldIsNamed() throws Exception {
        Path file = store.save(kept(NOON, random(new Random(1))));
        Json.Obj json = (Json.Obj) JsonReader.read(Files.readString(file));
        Files.writeString(file, PythonJsonWriter.json(json.with("seed", Json.of("five"))));
        EvaluationStore.Entry.Unreadable entry = assertInstanceOf(EvaluationStore.Entry.Unreadable.class, store.entries().getFirst());
        assertTrue(entry.cause().contains("the field seed is missing or no whole number"), entry.cause());
    }

    @Test
    void saysWhatHasChangedSince() throws Exception {
        KeptEvaluation kept = kept(NOON, random(new Random(1)));
        assertEquals(List.of(), reasons(kept));
        Files.setLastModifiedTime(rollouts, FileTime.from(NOON));
        assertEquals(List.of(), reasons(kept), "another time, and the same bytes");
        Files.writeString(rollouts, "runt\n");
        Files.setLastModifiedTime(rollouts, FileTime.from(NOON.plusSeconds(5)));
        assertEquals(List.of(Reason.ROLLOUTS_CHANGED), reasons(kept), "the same length, and other bytes");
        Files.writeString(tasks, "tasks\nmore\n");
        assertEquals(List.of(Reason.ROLLOUTS_CHANGED, Reason.TASKS_CHANGED), reasons(kept));
        Files.delete(rollouts);
        Files.delete(tasks);
        assertEquals(List.of(Reason.ROLLOUTS_GONE, Reason.TASKS_GONE), reasons(kept));
        KeptEvaluation other = new KeptEvaluation(NOON, KeptEvaluation.SCORER + 1, kept.setup(), kept.evaluations());
        List<Stale> stale = other.stale("e".repeat(64), Progress.NONE);
        assertEquals(List.of(Reason.OTHER_CATALOGUE, Reason.OTHER_SCORER), stale.subList(2, 4).stream().map(Stale::reason).toList());
        assertEquals("made with the catalogue ffffffffff, not eeeeeeeeee", stale.get(2).text());
    }

    @Test
    void aFolderThatCannotBeWrittenIsAClearFailure() throws Exception {
        Files.writeString(workspace.resolve(".shoptrace"), "a file where the folder should be");
        String message = assertThrows(ShoptraceException.class, () -> store.save(kept(NOON, random(new Random(1))))).getMessage();
        assertTrue(message.startsWith("the evaluation could not be kept"), message);
    }

    private static List<Reason> reasons(KeptEvaluation kept) {
        return kept.stale(FINGERPRINT, Progress.NONE).stream().map(Stale::reason).toList();
    }

    private KeptEvaluation kept(Instant made, Evaluation... evaluations) throws Exception {
        KeptEvaluation.Setup setup = new KeptEvaluation.Setup(
                List.of(InputFile.of(rollouts, Progress.NONE)),
                List.of(InputFile.of(tasks, Progress.NONE)),
                "shoppingbench", "table:" + table, Optional.of(InputFile.of(table, Progress.NONE)), true, FINGERPRINT, 5, 200);
        return new KeptEvaluation(made, KeptEvaluation.SCORER, setup, List.of(evaluations));
    }

    /// Any evaluation: all intents, repeated queries, odd texts, paths inside and outside of the workspace.
    private Evaluation random(Random random) throws Exception {
        List<ScoredRun> trials = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            trials.add(run(random));
        }
        Map<Intent, Integer> asked = new EnumMap<>(Intent.class);
        Intent.LEVELS.stream().forEach(intent -> asked.put(intent, 40 + random.nextInt(5)));
        RunSource source = new RunSource(path(random), 3);
        return Evaluation.of(
                new Conditions(
                        rollouts, text(random), "shoppingbench", "bge", random.nextBoolean(),
                        List.of(new SimilarityCalibration(
                                0.5, random.nextDouble(),
                                new HeldOutAgreement(
                                        4, 6, new Share(1 / 3.0, new ConfidenceInterval(0.1 + 0.2, 1)), 1 / 7.0,
                                        new Share(-1 / 3.0, new ConfidenceInterval(-1, 0.7)))))),
                new LinkedHashMap<>(asked),
                random.nextBoolean(),
                trials,
                List.of(TaskCodec.decode(JsonReader.read("{\"query\":\"q\\u0000\\ud800\",\"reward\":{\"product_id\":\"1\",\"x\":1.50}}"))),
                new Leftovers(
                        List.of(new Unscored(new RunId("u"), source, Optional.empty())),
                        List.of(new Unscored(new RunId("l"), source, Optional.of("a lost query"))),
                        List.of(new Rejection(source.file(), 9, text(random)))));
    }

    private ScoredRun run(Random random) {
        Intent intent = Intent.LEVELS.get(random.nextInt(4));
        LinkedHashMap<Column, Double> values = new LinkedHashMap<>();
        Column.of(intent).forEach(column -> values.put(column, random.nextBoolean() ? random.nextDouble() : random.nextInt(2)));
        LinkedHashMap<String, Integer> calls = new LinkedHashMap<>();
        calls.put("find_product", random.nextInt(9));
        calls.put(text(random), 1);
        TitleDependence titles = random.nextBoolean()
                ? TitleDependence.LOST
                : random.nextBoolean()
                        ? TitleDependence.NONE
                        : new TitleDependence(true, OptionalDouble.of(random.nextDouble()), random.nextBoolean());
        return new ScoredRun(
                new RunId(Long.toHexString(random.nextLong())),
                new RunSource(path(random), 1 + random.nextInt(500)),
                random.nextInt(40),
                new TaskScore(text(random), intent, values, random.nextBoolean(), random.nextBoolean(),
                        random.nextBoolean() && !titles.equal()),
                new RunDetails(
                        calls, Map.of(ConstraintVerdict.Kind.SKU, new Rate(random.nextInt(3), 3)), titles,
                        random.nextBoolean() ? Optional.of("2") : Optional.empty(), own(random)));
    }

    private Path path(Random random) {
        return random.nextBoolean() ? rollouts : Path.of("/somewhere/else/rollout " + random.nextInt(3) + ".jsonl");
    }

    private static OwnFacts own(Random random) {
        if (random.nextBoolean()) {
            return OwnFacts.NONE;
        }
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("domain", text(random));
        metadata.put(text(random), "x");
        OwnVerdict verdict = new OwnVerdict(
                "somebody's reward", random.nextBoolean() ? Optional.of(true) : Optional.empty(),
                random.nextBoolean() ? Optional.of(new Json.Num("0.50")) : Optional.empty(),
                List.of(new OwnVerdict.Part(text(random), Json.Num.of(random.nextInt(3)))), Optional.of(text(random)),
                random.nextBoolean() ? Optional.of(text(random)) : Optional.empty(), List.of());
        return new OwnFacts(
                new OwnRecord(
                        random.nextBoolean() ? Optional.of(text(random)) : Optional.empty(), Optional.of("3"),
                        random.nextBoolean() ? Optional.of(verdict) : Optional.empty(), metadata),
                random.nextBoolean()
                        ? Usage.NONE
                        : new Usage(Optional.of(random.nextLong(9_000)), Optional.empty(), Optional.of(7L), Optional.empty(),
                                Optional.of(new BigDecimal("0.0120")), Optional.of(random.nextDouble())));
    }

    private static String text(Random random) {
        return List.of("plain", "\"quoted\"\nlines", "snow \u2603 \ud83d\ude00", "\ud800 alone", "", "<script>").get(random.nextInt(6));
    }
}
