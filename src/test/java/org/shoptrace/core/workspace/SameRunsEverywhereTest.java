package org.shoptrace.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.export.ChosenRuns;
import org.shoptrace.core.export.RunChoice;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.core.workspace.FolderContents.FileContents;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// A scan, a list, a search's library, a walk and an export see the same runs of every file of every format, or give the same refusal.
class SameRunsEverywhereTest {
    private static final Path FORMATS = Path.of("src/test/resources/formats");

    @TempDir
    private Path folder;

    /// A run, and where it stands.
    private record Seen(RunId id, RunSource source) {
        static Seen of(RunSummary run) {
            return new Seen(run.id(), run.source());
        }
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FORMATS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".txt")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileHasTheSameRuns(String name) throws Exception {
        Path file = Files.copy(FORMATS.resolve(name), folder.resolve(name));
        List<Seen> walked = new ArrayList<>();
        List<Rejection> rejected = RolloutFile.forEachRun(file, run -> walked.add(new Seen(run.id(), run.source())), Progress.NONE);
        assertEquals(List.of(), rejected);
        assertEquals(walked.size(), walked.stream().distinct().count(), "no place stands for two runs");

        List<Seen> found = new ArrayList<>();
        try (RolloutFile rollouts = new RolloutFile(file, scratch())) {
            rollouts.index(batch -> batch.forEach(entry -> found.add(Seen.of(entry.summary()))), Progress.NONE);
        }
        assertEquals(walked, found);

        List<Seen> listed = new ArrayList<>();
        try (RolloutLibrary library = new RolloutLibrary(List.of(file), scratch())) {
            List<RunSummary> summaries = new ArrayList<>();
            library.index(summaries::addAll, Progress.NONE);
            for (RunSummary summary : summaries) {
                assertEquals(Seen.of(summary), new Seen(library.read(summary).id(), library.read(summary).source()));
                listed.add(Seen.of(summary));
            }
        }
        assertEquals(walked, listed);

        List<Seen> exported = new ArrayList<>();
        try (ChosenRuns runs = ChosenRuns.of(new ChosenRuns.From(file, Optional.empty(), scratch()), RunChoice.ALL,
                TaskBelonging.of(List.of()), _ -> {}, Progress.NONE)) {
            runs.each("Reading", run -> exported.add(new Seen(run.id(), run.source())), Progress.NONE);
        }
        assertEquals(walked, exported);

        FileContents scanned = scanned();
        assertEquals(walked.size(), scanned.runs());
        assertEquals(Optional.empty(), scanned.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "{\"eval_set_id\": \"a\", \"eval_cases\": []}",
                    "{\"generated_items\": [], \"model_responses\": []}",
                    "{\"12\": {\"query\": \"a\", \"answer\": {\"answer_details\": []}}}",
                    "{\"type\": \"session\", \"version\": 3, \"id\": \"a\", \"cwd\": \"/w\"}",
                    "{\"type\": \"thread.started\", \"thread_id\": \"a\"}",
                    "{\"history\": [{\"action\": \"run\"}], \"git_patch\": \"\"}",
                    "{\"id\": \"r\", \"object\": \"chat.completion\", \"choices\": []}",
                    "{\"id\": \"r\", \"object\": \"response\", \"output\": []}",
                    "{\"candidates\": [], \"usageMetadata\": {}}",
                    "[{\"instruction\": \"a\", \"input\": \"\", \"output\": \"b\"}]",
                    "{\"verifier_result\": {\"reward\": 1}, \"trial_name\": \"a\"}",
                    "{\"ticks\": [], \"termination_reason\": \"user_stop\"}"})
    void whatIsKnownAndNotReadIsRefusedByTheSameName(String json) throws Exception {
        Path file = Files.writeString(folder.resolve("known.json"), json);
        String cause = RolloutFile.forEachRun(file, _ -> {}, Progress.NONE).getFirst().cause();
        String reason = scanned().reason().orElseThrow();
        String name = reason.substring(0, reason.indexOf(", which Shoptrace does not read"));
        assertTrue(cause.contains("this is " + name + ", which Shoptrace does not read"), cause + " but " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUN\n", "RUN\nRUN\n", "RUN", "[RUN,RUN]", "[\nRUN\n]\n"})
    void theMarkOfUtf16BeforeUtf8IsRefusedByTheSameWords(String text) throws Exception {
        String run = "{\"messages\": [{\"role\": \"user\", \"content\": \"q\"}, {\"role\": \"assistant\", \"content\": \"a\"}]}";
        for (String mark : List.of("\u00ff\u00fe", "\u00fe\u00ff")) {
            byte[] bytes = (mark + text.replace("RUN", run)).getBytes(StandardCharsets.ISO_8859_1);
            sameVerdict(Files.write(folder.resolve("marked.jsonl"), bytes),
                    "this begins with the mark of UTF-16 text, but goes on as UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aWrongChecksumIsRefusedByTheSameWords(int samples) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int i = 0; i < samples; i++) {
                zip.putNextEntry(new ZipEntry("samples/" + i + "_epoch_1.json"));
                zip.write(("{\"id\": 1, \"epoch\": 1, \"messages\": [{\"role\": \"user\", \"content\": \"q\"}, {\"role\": \"assistant\", "
                        + "\"content\": \"said" + i + "\"}]}").getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("header.json"));
            zip.write("{\"version\": 2, \"eval\": {\"model\": \"m\"}}".getBytes(StandardCharsets.UTF_8));
        }
        String whole = bytes.toString(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("log.eval"), whole.replace("said0", "paid0").getBytes(StandardCharsets.ISO_8859_1));
        sameVerdict(file, "samples/0_epoch_1.json: it is damaged: its bytes are not those that the zip file's list names");
    }

    /// A walk, a list, a search's library, an export and a scan refuse the same in the same words, and have the same runs.
    private void sameVerdict(Path file, String cause) throws Exception {
        List<Seen> walked = new ArrayList<>();
        List<Rejection> rejected = RolloutFile.forEachRun(file, run -> walked.add(new Seen(run.id(), run.source())), Progress.NONE);
        assertTrue(rejected.getFirst().cause().contains(cause), rejected::toString);
        FileContents scanned = scanned();
        assertEquals(walked.size(), scanned.runs());
        assertTrue(scanned.reason().orElseThrow().contains(rejected.getFirst().cause()), scanned::toString);
        List<Rejection> told = new ArrayList<>();
        try (RolloutLibrary library = new RolloutLibrary(List.of(file), scratch())) {
            List<RunSummary> summaries = new ArrayList<>();
            assertEquals(rejected, library.index(summaries::addAll, Progress.NONE));
            assertEquals(walked, summaries.stream().map(Seen::of).toList());
        }
        try (ChosenRuns runs = ChosenRuns.of(new ChosenRuns.From(file, Optional.empty(), scratch()), RunChoice.ALL,
                TaskBelonging.of(List.of()), told::add, Progress.NONE)) {
            assertEquals(walked.size(), runs.count());
        } catch (ShoptraceException e) {
            assertEquals(List.of(), walked);
        }
        assertEquals(rejected, told);
    }

    @Test
    void aHeaderBeforeTheEntriesOfALogBelongsToIt() throws Exception {
        Path file = Files.writeString(folder.resolve("log.jsonl"), """
                {"kind": "header", "made": "by hand"}
                {"role": "user", "content": "a"}
                {"role": "assistant", "content": "b"}
                """);
        List<RunSource> runs = new ArrayList<>();
        assertEquals(List.of(), RolloutFile.forEachRun(file, run -> runs.add(run.source()), Progress.NONE));
        assertEquals(List.of(new RunSource(file, 1)), runs);
        assertEquals(1, scanned().runs());
    }

    /// One line costs no other.
    @Test
    void aFirstLineThatIsNoRunCostsItselfOnly() throws Exception {
        Path file = Files.writeString(folder.resolve("lines.jsonl"), """
                {"kind": "header", "made": "by hand"}
                {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}
                {"messages": [{"role": "user", "content": "c"}, {"role": "assistant", "content": "d"}]}
                """);
        List<RunSource> runs = new ArrayList<>();
        List<Rejection> rejected = RolloutFile.forEachRun(file, run -> runs.add(run.source()), Progress.NONE);
        assertEquals(List.of(new RunSource(file, 2), new RunSource(file, 3)), runs);
        assertEquals(List.of(1L), rejected.stream().map(Rejection::line).toList());
        assertEquals(2, scanned().runs());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "{\"experiment\": \"e\", \"status\": \"finished\", \"note\": \"n\"}", "[{\"a\": 1}, {\"b\": 2}]",
                    "[{\"prompt\": \"a\", \"answer\": \"b\"}]",
                    "[{\"data_source\": \"d\", \"prompt\": \"p\", \"extra_info\": {\"index\": 1}}]",
                    "{\"problem_id\": 3, \"status\": \"finished\"}"})
    void whatIsNoRunIsNoneAnywhere(String json) throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), json);
        List<Rejection> rejected = RolloutFile.forEachRun(file, run -> {
            throw new AssertionError("a run: " + run);
        }, Progress.NONE);
        assertEquals(1, rejected.size());
        FileContents scanned = scanned();
        assertEquals(0, scanned.runs());
        assertTrue(scanned.reason().isPresent());
        assertEquals(Optional.empty(), FileKind.of(file), "it is passed over, and not listed as a file of runs that cannot be read");
    }

    private FileContents scanned() throws Exception {
        Workspace workspace = new WorkspaceScanner(_ -> false).scan(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false),
                Progress.NONE);
        List<FileContents> files = FolderContents.of(workspace, Progress.NONE).files();
        assertEquals(1, files.size(), files::toString);
        return files.getFirst();
    }

    private Path scratch() {
        return folder.resolve(".shoptrace");
    }
}
