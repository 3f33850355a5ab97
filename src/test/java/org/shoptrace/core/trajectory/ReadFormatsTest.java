package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.export.AtifExport;
import org.shoptrace.core.export.MessageExport;
import org.shoptrace.core.export.SeenWith;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.workspace.FileKind;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// Files of other agents and frameworks, one a format, against what a person read in them: `formats/NAME` and `formats/NAME.read.txt`.
class ReadFormatsTest {
    private static final Path FOLDER = Path.of("src/test/resources/formats");

    @TempDir
    private Path folder;

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*\\.jsonl?")).sorted().toList();
        }
    }

    private static List<Run> runs(Path file) throws Exception {
        List<Run> runs = new ArrayList<>();
        List<Rejection> rejections = RolloutFile.forEachRun(file, runs::add, Progress.NONE);
        assertEquals(List.of(), rejections);
        return runs;
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAsAPersonReadsIt(String name) throws Exception {
        Path file = FOLDER.resolve(name);
        assertEquals(Optional.of(FileKind.ROLLOUTS), FileKind.of(file), "a scan finds it");
        StringBuilder text = new StringBuilder();
        runs(file).forEach(run -> write(run, text));
        assertEquals(Files.readString(FOLDER.resolve(name + ".read.txt")), text.toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadWholeByItsPlaceAsItIsListed(String name) throws Exception {
        try (RolloutFile file = new RolloutFile(FOLDER.resolve(name), folder)) {
            RolloutIndex index = file.index(_ -> {}, Progress.NONE);
            List<Run> listed = runs(FOLDER.resolve(name));
            assertEquals(listed.size(), index.entries().size());
            for (int i = 0; i < listed.size(); i++) {
                Run whole = file.read(index.entries().get(i));
                assertEquals(listed.get(i).model(), whole.model());
                assertEquals(listed.get(i).steps(), whole.steps());
            }
        }
    }

    /// What is handed on as a list of messages is read as the same run.
    @ParameterizedTest
    @MethodSource("files")
    void keepsCallsAnswersAndWordsAsAMessageList(String name) throws Exception {
        for (Run run : runs(FOLDER.resolve(name))) {
            byte[] line = JsonWriter.compact(MessageExport.document(run)).getBytes(StandardCharsets.UTF_8);
            Run again = RunCodec.decode(line, 0, line.length, new RunSource(Path.of("m.jsonl"), 1), run.model());
            assertEquals(told(run), told(again));
            assertEquals(shown(run), shown(again));
        }
    }

    /// As ATIF it is the same run too, its images with it.
    @ParameterizedTest
    @MethodSource("files")
    void keepsEverythingAsAtif(String name) throws Exception {
        for (Run run : runs(FOLDER.resolve(name))) {
            byte[] line = JsonWriter.compact(AtifExport.document(run, SeenWith.UNKNOWN)).getBytes(StandardCharsets.UTF_8);
            Run again = RunCodec.decode(line, 0, line.length, new RunSource(Path.of("m.json"), 1), run.model());
            assertEquals(told(run), told(again));
            assertEquals(
                    run.steps().stream().map(step -> Set.copyOf(step.pictures())).toList(),
                    again.steps().stream().map(step -> Set.copyOf(step.pictures())).toList());
        }
    }

    private static List<Set<String>> shown(Run run) {
        return run.steps().stream().map(step -> step.pictures().stream().map(Picture::address).collect(Collectors.toSet())).toList();
    }

    private static String told(Run run) {
        StringBuilder text = new StringBuilder();
        run.query().ifPresent(text::append);
        for (Step step : run.steps()) {
            step.others().stream().filter(Interjection::before).forEach(other -> text.append('|').append(other.text()));
            text.append('|').append(step.think().orElse("")).append('|').append(step.response().orElse(""));
            step.calls().forEach(call -> text.append('|').append(call.name()).append(JsonWriter.compact(call.parameters()))
                    .append(call.observation().map(answer -> JsonWriter.compact(answer.results())).orElse("")));
            step.others().stream().filter(other -> !other.before()).forEach(other -> text.append('|').append(other.text()));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "[{\"instruction\": \"a\", \"input\": \"\", \"output\": \"b\"}]", "[{\"run_type\": \"chain\"}]",
                    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\"}", "{\"resourceSpans\": []}",
                    "{\"id\": \"r\", \"type\": \"message\", \"role\": \"assistant\", \"content\": [], \"stop_reason\": \"end_turn\"}",
                    "{\"sessionId\": \"a\", \"projectHash\": \"b\", \"messages\": [{\"type\": \"user\", \"content\": \"c\"}]}",
                    "{\"trace\": {}, \"observations\": []}", "{\"version\": 2, \"status\": \"error\", \"eval\": {\"model\": \"m\"}}"
            })
    void refusesWhatItKnowsAndDoesNotReadByItsName(String json) throws Exception {
        List<Rejection> rejections = RolloutFile.forEachRun(file(json), _ -> {}, Progress.NONE);
        assertTrue(rejections.getFirst().cause().startsWith("this is "), rejections.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"experiment\": \"e\", \"status\": \"finished\"}", "[{\"a\": 1}, {\"b\": 2}]", "{\"status\": \"SUCCESS\"}"})
    void takesNothingElseForARun(String json) throws Exception {
        List<Rejection> rejections = RolloutFile.forEachRun(file(json), _ -> {}, Progress.NONE);
        assertEquals(1, rejections.size());
        assertTrue(rejections.getFirst().cause().contains("is no run"), rejections.toString());
    }

    @Test
    void isFoundBehindLongFieldsToo() throws Exception {
        Path file = file("{\"tools\": \"" + "x".repeat(70_000) + "\", \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]}");
        assertEquals(Optional.of(FileKind.ROLLOUTS), FileKind.of(file));
        assertEquals(Optional.empty(), FileKind.of(file("{\"tools\": \"" + "x".repeat(70_000) + "\", \"other\": 1}")));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.json"), text);
    }

    private static void write(Run run, StringBuilder text) {
        text.append(run.envelope().label()).append(", model ").append(run.model()).append('\n');
        if (run.source().part() > 0) {
            text.append("inside, as ").append(run.source().place()).append('\n');
        }
        Stream.of(RunCodec.SUB_AGENT_OF, "preference").filter(run.own().metadata()::containsKey)
                .forEach(key -> text.append(key).append(": ").append(run.own().metadata().get(key)).append('\n'));
        text.append("query: ").append(run.query().orElse("none")).append('\n');
        for (Step step : run.steps()) {
            text.append("step ").append(step.number()).append(step.timestamp().map(time -> " at " + time.text()).orElse("")).append('\n');
            others(step, true, text);
            step.think().ifPresent(words -> line("thinks", words, text));
            step.calls().forEach(call -> {
                line("calls", call.name() + " " + JsonWriter.compact(call.parameters()), text);
                line("answer", call.observation().map(Observation::results).map(ReadFormatsTest::words).orElse("none"), text);
            });
            step.response().ifPresent(words -> line("says", words, text));
            others(step, false, text);
            step.pictures().forEach(picture -> line(
                    "shows" + picture.call().map(call -> " in answer " + call).orElse("")
                            + picture.speaker().map(speaker -> ", " + speaker.label().toLowerCase(Locale.ROOT)).orElse(""),
                    picture.address(), text));
            if (step.isNotUnderstood()) {
                line("not understood", step.content().orElse(""), text);
            }
        }
    }

    private static String words(Json value) {
        return value instanceof Json.Str(String words) ? words : JsonWriter.compact(value);
    }

    private static void others(Step step, boolean before, StringBuilder text) {
        step.others().stream().filter(other -> other.before() == before)
                .forEach(other -> line("the " + other.speaker().name().toLowerCase(Locale.ROOT), other.text(), text));
    }

    private static void line(String what, String words, StringBuilder text) {
        text.append("  ").append(what).append(": ").append(words.replace("\n", "\\n")).append('\n');
    }
}
