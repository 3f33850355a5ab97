package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shoptrace.core.export.AtifExport;
import org.shoptrace.core.export.BenchmarkExport;
import org.shoptrace.core.export.MessageExport;
import org.shoptrace.core.export.SeenWith;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.format.OwnJson;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// What files of other agents and benchmarks say of their runs beside the words, against what a person read in them: `formats/NAME` and
/// `formats/NAME.own.txt`.
class OwnRecordsTest {
    private static final Path FOLDER = Path.of("src/test/resources/formats");

    @TempDir
    private Path folder;

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*\\.jsonl?")).sorted().toList();
        }
    }

    static List<String> readByAPerson() throws IOException {
        return files().stream().filter(name -> Files.exists(FOLDER.resolve(name + ".own.txt"))).toList();
    }

    @ParameterizedTest
    @MethodSource("readByAPerson")
    void areReadAsAPersonReadsThem(String name) throws Exception {
        StringBuilder text = new StringBuilder();
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(FOLDER.resolve(name), runs::add, Progress.NONE);
        runs.forEach(run -> write(run, text));
        assertEquals(Files.readString(FOLDER.resolve(name + ".own.txt")), text.toString());
    }

    /// What is read by its place knows what is said once of the whole file, and beside it.
    @ParameterizedTest
    @MethodSource("files")
    void areKnownOfARunThatIsReadWhole(String name) throws Exception {
        List<Run> listed = new ArrayList<>();
        RolloutFile.forEachRun(FOLDER.resolve(name), listed::add, Progress.NONE);
        try (RolloutFile file = new RolloutFile(FOLDER.resolve(name), folder)) {
            List<RunEntry> entries = file.index(_ -> {}, Progress.NONE).entries();
            for (int i = 0; i < entries.size(); i++) {
                assertEquals(listed.get(i).own(), file.read(entries.get(i)).own());
            }
        }
    }

    /// What is handed on in another format is read as saying the same.
    @ParameterizedTest
    @MethodSource("files")
    void surviveEveryFormatThatIsWritten(String name) throws Exception {
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(FOLDER.resolve(name), runs::add, Progress.NONE);
        // That a run stands inside another is said by where it stands.
        runs.removeIf(run -> run.source().part() > 0);
        for (Run run : runs) {
            for (Json written : List.of(
                    AtifExport.document(run, SeenWith.UNKNOWN), MessageExport.document(run), BenchmarkExport.steps(run))) {
                byte[] line = JsonWriter.compact(written).getBytes(StandardCharsets.UTF_8);
                Run again = RunCodec.decode(line, 0, line.length, new RunSource(Path.of("m.jsonl"), 1), run.model());
                assertEquals(wherever(run.own()), wherever(again.own()));
                assertEquals(made(run), made(again));
            }
        }
    }

    /// Where a sub-agent's run stands in its file is said by the file, and not by what the run is written to.
    private static OwnRecord wherever(OwnRecord own) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>(own.metadata());
        metadata.remove(RunCodec.SUB_AGENT_OF);
        return new OwnRecord(own.task(), own.trial(), own.verdict(), metadata, own.usage());
    }

    private static List<Generation> made(Run run) {
        return run.steps().stream().map(Step::generation).toList();
    }

    @Test
    void areReadOutOfTheResultOfATrialBesideItsTrajectory() throws Exception {
        Path agent = Files.createDirectories(folder.resolve("trial/agent"));
        Path trajectory = Files.copy(FOLDER.resolve("atif-observation-without-call.json"), agent.resolve("trajectory.json"));
        Files.writeString(folder.resolve("trial/result.json"), """
                {"task_name": "shop-1", "trial_name": "shop-1__x", "agent_info": {"name": "terminus-2"},
                 "agent_result": {"n_input_tokens": 1460, "n_output_tokens": 40, "cost_usd": 0.004},
                 "verifier_result": {"rewards": {"reward": 0.0}},
                 "exception_info": {"exception_type": "AgentTimeoutError", "exception_message": "timed out after 600 s"},
                 "started_at": "2026-01-05T09:00:00Z", "finished_at": "2026-01-05T09:01:00.5Z"}
                """);
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(trajectory, runs::add, Progress.NONE);
        OwnRecord own = runs.getFirst().own();
        OwnVerdict verdict = own.verdict().orElseThrow();
        assertEquals(Optional.of(new Json.Num("0.0")), verdict.score());
        assertEquals(Optional.of(false), verdict.success(OwnVerdict.THRESHOLD));
        assertEquals(Optional.of("timed out after 600 s"), verdict.error());
        assertEquals(Optional.of("shop-1"), own.task());
        assertEquals(Optional.of(60.5), runs.getFirst().usage().latency());
        try (RolloutFile file = new RolloutFile(trajectory, folder)) {
            assertEquals(own, file.read(file.index(_ -> {}, Progress.NONE).entries().getFirst()).own());
        }
    }

    @Test
    void areNotTakenFromAnotherFileOfThatName() throws Exception {
        Path trajectory = Files.copy(FOLDER.resolve("dialogue-user-turns.json"), folder.resolve("run.json"));
        for (String other : List.of("{\"reward\": 1}", "[1]", "{ broken", "{\"verifier_result\": {\"rewards\": {\"reward\": 1}}}")) {
            Files.writeString(folder.resolve("result.json"), other);
            List<Run> runs = new ArrayList<>();
            RolloutFile.forEachRun(trajectory, runs::add, Progress.NONE);
            assertEquals(OwnRecord.NONE, runs.getFirst().own(), other);
        }
    }

    private static void write(Run run, StringBuilder text) {
        text.append("own ").append(JsonWriter.compact(OwnJson.write(run.own()))).append('\n');
        text.append("in all ").append(JsonWriter.compact(OwnJson.usage(run.usage()))).append('\n');
        for (Step step : run.steps()) {
            Generation made = step.generation();
            Json.Obj usage = OwnJson.usage(made.usage());
            text.append("step ").append(step.number()).append(' ').append(JsonWriter.compact(usage));
            made.model().ifPresent(model -> text.append(" by ").append(model));
            made.finishReason().ifPresent(reason -> text.append(" until ").append(reason));
            text.append('\n');
        }
    }
}
