package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.RolloutFile.Change;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;

/// Files whose runs are not their lines.
class RunFileLayoutTest {
    private static final String CHAT = "{\"messages\": [{\"role\": \"user\", \"content\": \"%s\"}, {\"role\": \"assistant\", \"content\":"
            + " \"ß ok\"}]}";
    private static final String ATIF = "{\"schema_version\": \"ATIF-v1.4\", \"agent\": {\"name\": \"a\"}, \"steps\": ["
            + "{\"step_id\": 1, \"source\": \"user\", \"message\": \"%s\"}, {\"step_id\": 2, \"source\": \"agent\", \"message\": \"ok\"}]}";
    private static final String STEP = "{\"completion\": {\"message\": {\"response\": \"r\"}}, \"extra_info\": {\"query\": \"%s\"}}";

    @TempDir
    Path folder;

    private record Read(List<Run> runs, List<Rejection> rejections) {
        List<String> queries() {
            return runs.stream().map(run -> run.query().orElse("")).toList();
        }

        List<Long> lines() {
            return runs.stream().map(run -> run.source().line()).toList();
        }
    }

    private static String indented(String json) throws Exception {
        return JsonWriter.indented(JsonReader.read(json));
    }

    /// All runs, each read whole after the file was indexed, and again by walking the file.
    private Read read(byte[] bytes) throws Exception {
        Path path = Files.write(folder.resolve("runs.json"), bytes);
        List<Run> runs = new ArrayList<>();
        RolloutIndex index;
        try (RolloutFile file = new RolloutFile(path, folder.resolve("scratch"))) {
            index = file.index(_ -> {}, Progress.NONE);
            for (RunEntry entry : index.entries()) {
                runs.add(file.read(entry));
            }
        }
        List<Run> walked = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>(RolloutFile.forEachRun(path, walked::add, Progress.NONE));
        assertEquals(runs.stream().map(Run::id).toList(), walked.stream().map(Run::id).toList());
        assertEquals(index.rejections().size() + index.halfLine().stream().count(), rejections.size());
        assertEquals(index.entries().stream().map(RunEntry::summary).toList(), runs.stream().map(run -> summary(run, index)).toList());
        return new Read(runs, rejections);
    }

    private static RunSummary summary(Run run, RolloutIndex index) {
        int length = index.entries().stream().filter(entry -> entry.summary().source().equals(run.source())).findFirst().orElseThrow()
                .length();
        return RunSummary.of(run, length);
    }

    private Read read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anArrayThatIsCutOffGivesTheRunsBeforeTheCut() throws Exception {
        for (String run : List.of(CHAT, ATIF, "[" + STEP + "]")) {
            String array = "[" + run.formatted("a") + ", " + run.formatted("b") + ", " + run.formatted("c") + "]";
            for (String text : List.of(array, indented(array))) {
                Read read = read(text.substring(0, text.length() - 20));
                assertEquals(List.of("a", "b"), read.queries(), text);
                assertEquals(List.of("the file ends inside a JSON value"), read.rejections().stream().map(Rejection::cause).toList());
            }
        }
    }

    @Test
    void anotherEncodingIsSaidOnce() throws Exception {
        String runs = "[" + STEP.formatted("a") + "]\n[" + STEP.formatted("b") + "]\n";
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            ShoptraceException refused = assertThrows(ShoptraceException.class, () -> read(runs.getBytes(charset)));
            assertTrue(refused.getMessage().contains("it is UTF-16 text"), refused.getMessage());
        }
    }

    @Test
    void oneRunOverManyLines() throws Exception {
        for (String run : List.of(CHAT, ATIF, "[" + STEP + "]", "{\"status\": \"SUCCESS\", \"dialogue\": [" + STEP + "]}")) {
            Read read = read("\n\n" + indented(run.formatted("₱ hat")) + "\n");
            assertEquals(List.of("₱ hat"), read.queries(), run);
            assertEquals(List.of(3L), read.lines());
            assertEquals(List.of(), read.rejections());
        }
    }

    @Test
    void anArrayOfRuns() throws Exception {
        String items = CHAT.formatted("é1") + ", " + ATIF.formatted("2") + ", [" + STEP.formatted("3")
                + "], [{\"role\": \"user\", \"content\": \"4\"}]";
        Read overLines = read(indented("[" + items + "]"));
        assertEquals(List.of("é1", "2", "3", "4"), overLines.queries());
        assertTrue(overLines.lines().get(1) > overLines.lines().get(0) + 1);
        Read onOne = read("[" + items + "]");
        assertEquals(List.of("é1", "2", "3", "4"), onOne.queries());
        assertEquals(List.of(1L, 2L, 3L, 4L), onOne.lines(), "their places in the array, where they share a line");
    }

    @Test
    void severalDocumentsInOneFile() throws Exception {
        Read read = read(indented(ATIF.formatted("1")) + "\n" + indented(ATIF.formatted("2")));
        assertEquals(List.of("1", "2"), read.queries());
    }

    @Test
    void oneMessageALine() throws Exception {
        Read read = read(
                "{\"role\": \"user\", \"content\": \"q\"}\n\n{\"role\": \"assistant\", \"content\": \"a\"}\n{\"role\": \"user\", \"con");
        assertEquals(List.of("q"), read.queries());
        assertEquals(1, read.runs().getFirst().steps().size());
    }

    @Test
    void oneRunALineStaysSoWhateverTheFirstLineIs() throws Exception {
        Read read = read("{\"half\n" + CHAT.formatted("1") + "\n" + ATIF.formatted("2") + "\n[" + STEP.formatted("3") + "]\n");
        assertEquals(List.of("1", "2", "3"), read.queries());
        assertEquals(List.of(2L, 3L, 4L), read.lines());
        assertEquals(1, read.rejections().size());
    }

    @Test
    void aBrokenDocumentIsOneClearMessage() throws Exception {
        String good = indented(ATIF.formatted("1"));
        Read cut = read(good.substring(0, good.length() / 2));
        assertEquals(List.of(), cut.runs());
        assertEquals(1, cut.rejections().size());
        assertTrue(cut.rejections().getFirst().cause().contains("ends inside"), cut.rejections()::toString);
        Read faulty = read(good + "\n" + good.replace("\"steps\": [", "\"steps\": [ , "));
        assertEquals(List.of("1"), faulty.queries());
        assertEquals(1, faulty.rejections().size());
        assertTrue(faulty.rejections().getFirst().line() > 15, faulty.rejections()::toString);
        Read other = read("{\n \"name\": \"x\",\n \"version\": 1\n}\n");
        assertEquals(1, other.rejections().size());
        assertTrue(other.rejections().getFirst().cause().contains("is no run"), other.rejections()::toString);
    }

    @Test
    void packedFilesToo() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(indented("[" + CHAT.formatted("1") + "," + CHAT.formatted("2") + "]").getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("1", "2"), read(packed.toByteArray()).queries());
    }

    @Test
    void aDocumentThatGrowsIsReadAnew() throws Exception {
        String good = indented(ATIF.formatted("1")) + "\n";
        Path path = Files.writeString(folder.resolve("runs.json"), good.substring(0, 40));
        try (RolloutFile file = new RolloutFile(path, folder.resolve("scratch"))) {
            RolloutIndex half = file.index(_ -> {}, Progress.NONE);
            assertEquals(0, half.entries().size());
            assertTrue(half.halfLine().isPresent());
            Files.writeString(path, good);
            RolloutFile.Refreshed whole = file.refresh(half, _ -> {}, Progress.NONE);
            assertEquals(1, whole.index().entries().size());
            assertEquals(Optional.empty(), whole.index().halfLine());
            assertEquals(Change.NONE, file.refresh(whole.index(), _ -> {}, Progress.NONE).change());
            Files.writeString(path, good + indented(ATIF.formatted("2")));
            RolloutFile.Refreshed more = file.refresh(whole.index(), _ -> {}, Progress.NONE);
            assertEquals(Change.REPLACED, more.change());
            assertEquals(2, more.index().entries().size());
        }
    }

    @Test
    void theFolderNamesTheModelOfAFilePerRun() {
        assertEquals("qwen", RolloutFileName.model(Path.of("/runs/qwen/task_12.json")));
        assertEquals("qwen", RolloutFileName.model(Path.of("/runs/qwen/0012/agent/trajectory.json")));
        assertEquals("gpt-5", RolloutFileName.model(Path.of("/runs/x/rollout_product_gpt-5.jsonl")));
        assertEquals("my-agent-2", RolloutFileName.model(Path.of("/runs/x/my-agent-2.jsonl")));
    }
}
