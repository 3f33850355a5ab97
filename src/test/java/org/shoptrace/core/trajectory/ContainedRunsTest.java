package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.container.Container;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile.Change;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;

/// Files that hold texts, as rollout files: what is found can be read, and is the same however it is walked.
class ContainedRunsTest {
    private static final String HEADER = "{\"eval\": {\"model\": \"openai/m-1\", \"task\": \"shop\"}, \"status\": \"success\"}";

    @TempDir
    Path folder;

    private final List<RolloutFile> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RolloutFile file : open) {
            file.close();
        }
    }

    private Path zip(String name, String... namesAndTexts) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private Path parquet(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Container.class.getResourceAsStream(name))) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private RolloutFile open(Path path) {
        RolloutFile file = new RolloutFile(path, folder.resolve("scratch"));
        open.add(file);
        return file;
    }

    private static RolloutIndex index(RolloutFile file) throws ShoptraceException {
        return file.index(_ -> {}, Progress.NONE);
    }

    private static String chat(String question) {
        return "{\"messages\": [{\"role\": \"user\", \"content\": \"" + question + "\"}, {\"role\": \"assistant\", \"content\": \"yes\"}]}";
    }

    private static String sample(int id) {
        return "{\n  \"id\": " + id + ",\n  \"epoch\": 1,\n  \"messages\": [\n    {\"role\": \"user\", \"content\": \"question " + id
                + "\"},\n    {\"role\": \"assistant\", \"content\": \"yes\"}\n  ],\n  \"scores\": {\"match\": {\"value\": \"C\"}}\n}";
    }

    /// What is found, `line query`, each read again by its place.
    private static List<String> found(RolloutFile file, RolloutIndex index) throws ShoptraceException {
        List<String> found = new ArrayList<>();
        for (RunEntry entry : index.entries()) {
            Run run = file.read(entry);
            assertEquals(entry.summary().id(), run.id());
            found.add(run.source().line() + " " + run.query().orElse(""));
        }
        return found;
    }

    private static List<String> walked(Path file, List<Rejection> rejections) throws ShoptraceException {
        List<String> walked = new ArrayList<>();
        rejections
                .addAll(RolloutFile.forEachRun(file, run -> walked.add(run.source().line() + " " + run.query().orElse("")), Progress.NONE));
        return walked;
    }

    @Test
    void aSampleOfAnInspectLogIsARunByTheModelOfItsHeader() throws Exception {
        Path log = zip(
                "2026-01-05_shop.eval", "samples/1_epoch_1.json", sample(1), "samples/2_epoch_1.json", sample(2), "summaries.json", "[]",
                "header.json", HEADER);
        RolloutFile file = open(log);
        RolloutIndex index = index(file);
        assertEquals(List.of("1 question 1", "2 question 2"), found(file, index));
        assertEquals(List.of(), index.rejections());
        assertEquals("openai/m-1", index.entries().getFirst().summary().model());
        assertEquals("openai/m-1", file.read(index.entries().getLast()).model());
        assertEquals("shop", file.read(index.entries().getLast()).own().metadata().get("eval"));
        assertEquals(List.of("1 question 1", "2 question 2"), walked(log, new ArrayList<>()));
    }

    @Test
    void runsOfAnExportKeepTheIdsThatTheyHaveOutsideOfIt() throws Exception {
        Path lines = Files.writeString(folder.resolve("a.jsonl"), chat("one") + "\n" + chat("two") + "\n");
        Path array = Files.writeString(folder.resolve("b.json"), "[\n" + chat("three") + ",\n" + chat("four") + "\n]");
        Path zip = zip("export.zip", "a.jsonl", Files.readString(lines), "readme.txt", "x", "b.json", Files.readString(array));
        RolloutFile file = open(zip);
        RolloutIndex index = index(file);
        assertEquals(List.of("1 one", "2 two", "4 three", "5 four"), found(file, index));
        List<RunSummary> outside = new ArrayList<>();
        index(open(lines)).entries().forEach(entry -> outside.add(entry.summary()));
        index(open(array)).entries().forEach(entry -> outside.add(entry.summary()));
        assertEquals(outside.stream().map(RunSummary::id).toList(), index.entries().stream().map(entry -> entry.summary().id()).toList());
    }

    @Test
    void anEntryThatCannotBeReadCostsOnlyItselfAndIsNamed() throws Exception {
        Path zip = zip("export.zip", "a.jsonl", chat("one") + "\nno json\n" + chat("two") + "\n", "b.json", "{\"x\": 1}", "c.json",
                chat("three"));
        List<Rejection> walkedRejections = new ArrayList<>();
        assertEquals(List.of("1 one", "3 two", "5 three"), walked(zip, walkedRejections));
        RolloutFile file = open(zip);
        RolloutIndex index = index(file);
        assertEquals(List.of("1 one", "3 two", "5 three"), found(file, index));
        assertEquals(walkedRejections, index.rejections());
        assertEquals(2, index.rejections().size());
        assertTrue(index.rejections().getFirst().cause().startsWith("a.jsonl, line 2: "), index.rejections().toString());
        assertTrue(index.rejections().getLast().cause().startsWith("b.json: an object without"), index.rejections().toString());
    }

    @Test
    void aDamagedEntryCostsOnlyItselfAndIsNamed() throws Exception {
        Path zip = zip("export.zip", "a.json", chat("one and some words that take up room"), "b.json", chat("two"));
        byte[] bytes = Files.readAllBytes(zip);
        bytes[70] ^= 0x5a;
        Files.write(zip, bytes);
        List<Rejection> rejections = new ArrayList<>();
        List<String> walked = walked(zip, rejections);
        assertTrue(walked.getLast().endsWith(" two"), walked.toString());
        assertTrue(rejections.getFirst().cause().startsWith("a.json: it is damaged"), rejections.toString());
        assertTrue(rejections.stream().noneMatch(rejection -> rejection.cause().contains("b.json")), rejections.toString());
    }

    @Test
    void aRowOfAParquetFileIsARun() throws Exception {
        Path parquet = parquet("zstd.parquet");
        RolloutFile file = open(parquet);
        RolloutIndex index = index(file);
        assertEquals(List.of("1 Find a lamp", "2 Find a cup"), found(file, index));
        assertEquals(List.of("m-1", "m-2"), index.entries().stream().map(entry -> entry.summary().model()).toList());
        assertEquals(1, index.entries().getFirst().summary().callCount());
        assertEquals(0, index.entries().getFirst().summary().unanswered());
        assertEquals(List.of("1 Find a lamp", "2 Find a cup"), walked(parquet, new ArrayList<>()));
    }

    @Test
    void theRowsOfAParquetFileAreCountedThroughItsGroups() throws Exception {
        Path parquet = parquet("groups.parquet");
        RolloutFile file = open(parquet);
        RolloutIndex index = index(file);
        assertEquals(4500, index.entries().size());
        assertEquals("4500 Find thing 4499", found(file, index).getLast());
        byte[] bytes = Files.readAllBytes(parquet);
        for (int i = 30; i < 600; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(parquet, bytes);
        List<Rejection> rejections = new ArrayList<>();
        List<String> walked = walked(parquet, rejections);
        assertTrue(walked.contains("2049 Find thing 2048"), "the second group is read");
        assertEquals(1, rejections.size());
        assertTrue(rejections.getFirst().cause().startsWith("rows 1 to 2048: a page is damaged"), rejections.toString());
    }

    @Test
    void aChangedFileIsReadAnew() throws Exception {
        Path log = zip("log.eval", "samples/1_epoch_1.json", sample(1), "_journal/start.json", HEADER);
        RolloutFile file = open(log);
        RolloutIndex index = index(file);
        assertEquals(Change.NONE, file.refresh(index, _ -> {}, Progress.NONE).change());
        zip("log.eval", "samples/1_epoch_1.json", sample(1), "samples/2_epoch_1.json", sample(2), "_journal/start.json", HEADER);
        RolloutFile.Refreshed now = file.refresh(index, _ -> {}, Progress.NONE);
        assertEquals(Change.REPLACED, now.change());
        assertEquals(List.of("1 question 1", "2 question 2"), found(file, now.index()));
        assertNotEquals(now.index().entries().getFirst().summary().id(), now.index().entries().getLast().summary().id());
        try (var left = Files.list(folder.resolve("scratch"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void saysWhatIsWrongWithAFileThatHoldsNoText() throws Exception {
        Path pictures = zip("pictures.zip", "a.png", "x");
        String message = assertThrows(ShoptraceException.class, () -> index(open(pictures))).getMessage();
        assertTrue(message.startsWith("the rollout file cannot be read, there is no JSON in it"), message);
        Path header = zip("failed.eval", "header.json", "{\"eval\": {}, \"status\": \"error\"}");
        List<Rejection> rejections = new ArrayList<>();
        walked(header, rejections);
        assertEquals(Optional.of(true), rejections.stream().map(it -> it.cause().contains("an Inspect log without samples")).findFirst());
    }
}
