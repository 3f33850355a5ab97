package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.CancelledProgress;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile.Change;
import org.shoptrace.core.trajectory.RolloutFile.Refreshed;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

class RolloutFileTest {
    @TempDir
    Path folder;

    private final List<RunEntry> found = new ArrayList<>();
    private final List<RolloutFile> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RolloutFile file : open) {
            file.close();
        }
    }

    private static String run(String query) {
        return "[{\"prompt\":[{\"role\":\"user\",\"content\":\"" + "long ".repeat(20) + "\"}],\"completion\":{\"message\":{\"tool_call\":["
                + "{\"name\":\"find_product\",\"parameters\":{\"q\":\"x\"},\"tool_call_id\":\"a\"},"
                + "{\"name\":\"terminate\",\"parameters\":{}}],"
                + "\"obs\":[{\"tool_call_id\":\"a\",\"results\":null}]}},\"extra_info\":{\"query\":\"" + query + "\"}}]";
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("rollout_product_m.jsonl"), text);
    }

    private static void append(Path path, String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.APPEND);
    }

    private RolloutFile open(Path path) {
        RolloutFile file = new RolloutFile(path, folder.resolve("scratch"));
        open.add(file);
        return file;
    }

    private RolloutIndex index(RolloutFile file) throws ShoptraceException {
        return file.index(found::addAll, Progress.NONE);
    }

    private Refreshed refresh(RolloutFile file, RolloutIndex known) throws ShoptraceException {
        found.clear();
        return file.refresh(known, found::addAll, Progress.NONE);
    }

    private static List<String> queries(List<RunEntry> entries) {
        return entries.stream().map(entry -> entry.summary().query().orElse("")).toList();
    }

    @Test
    void summarisesRunsAndReadsThemByOffset() throws Exception {
        Path path = write(run("a") + "\r\n\n" + run("b") + "\n");
        RolloutFile file = open(path);
        RolloutIndex index = index(file);
        assertEquals(List.of("a", "b"), queries(index.entries()));
        assertEquals(index.entries(), found);
        RunSummary second = index.entries().get(1).summary();
        assertEquals(3, second.source().line());
        assertEquals("m", second.model());
        assertEquals(Map.of("find_product", 1, "terminate", 1), second.calls());
        assertTrue(second.terminated());
        assertFalse(second.recommended());
        assertEquals(1, second.nullResults());
        assertEquals(1, second.unanswered());
        assertEquals(run("b").length(), second.bytes());
        Run read = file.read(index.entries().get(1));
        assertEquals(second.id(), read.id());
        assertEquals(RunSummary.of(read, second.bytes()), second);
        byte[] line = run("a").getBytes(StandardCharsets.UTF_8);
        assertEquals(RunCodec.id(line, 0, line.length), index.entries().get(0).summary().id());
    }

    @Test
    void rejectsBadLinesAndReadsTheRest() throws Exception {
        byte[] bad = "[\"X\"]".getBytes(StandardCharsets.UTF_8);
        bad[2] = (byte) 0xff;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] line : List.of("[{]".getBytes(StandardCharsets.UTF_8), bad, "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                "7".getBytes(StandardCharsets.UTF_8), run("a").getBytes(StandardCharsets.UTF_8))) {
            bytes.write(line);
            bytes.write('\n');
        }
        Path path = Files.write(folder.resolve("r.jsonl"), bytes.toByteArray());
        RolloutIndex index = index(open(path));
        assertEquals(List.of("a"), queries(index.entries()));
        assertEquals(List.of(1L, 2L, 3L, 4L), index.rejections().stream().map(Rejection::line).toList());
        assertTrue(index.rejections().get(1).cause().contains("UTF-8"), index.rejections()::toString);
        assertTrue(index.rejections().get(2).toString().startsWith(path + ":3: an object without"), index.rejections()::toString);
    }

    @Test
    void readsALineOfFiftyMegabytes() throws Exception {
        String big = "[{\"prompt\":\"" + "x".repeat(50 << 20) + "\",\"extra_info\":{\"query\":\"big\"}}]";
        RolloutFile file = open(write(run("a") + "\n" + big + "\n" + run("b")));
        RolloutIndex index = index(file);
        assertEquals(List.of("a", "big", "b"), queries(index.entries()));
        assertEquals(Optional.of("big"), file.read(index.entries().get(1)).query());
    }

    @Test
    void takesAHalfLineAtTheEndAsNoErrorAndFollowsTheFile() throws Exception {
        String second = run("b");
        Path path = write(run("a") + "\n" + second.substring(0, 50));
        RolloutFile file = open(path);
        RolloutIndex index = index(file);
        assertEquals(List.of("a"), queries(index.entries()));
        assertEquals(List.of(), index.rejections());
        assertEquals(2, index.halfLine().orElseThrow().line());

        append(path, second.substring(50) + "\n" + run("c") + "\n{\n");
        Refreshed grown = refresh(file, index);
        assertEquals(Change.GROWN, grown.change());
        assertEquals(List.of("b", "c"), queries(found));
        assertEquals(List.of("a", "b", "c"), queries(grown.index().entries()));
        assertEquals(List.of(4L), grown.index().rejections().stream().map(Rejection::line).toList());
        assertEquals(Optional.empty(), grown.index().halfLine());
        assertEquals(index(open(path)), grown.index());
        assertEquals(Change.NONE, refresh(file, grown.index()).change());
    }

    @Test
    void followsAFileWhoseLastLineHadNoBreakYet() throws Exception {
        Path path = write(run("a") + "\n" + run("b"));
        RolloutFile file = open(path);
        RolloutIndex index = index(file);
        assertEquals(List.of("a", "b"), queries(index.entries()));
        append(path, "\n" + run("c"));
        Refreshed grown = refresh(file, index);
        assertEquals(List.of("c"), queries(found));
        assertEquals(3, grown.index().entries().getLast().summary().source().line());
        append(path, "\n");
        assertEquals(Change.NONE, refresh(file, grown.index()).change());
    }

    @Test
    void findsAllRunsAnewWhenTheFileWasReplacedOrCut() throws Exception {
        Path path = write(run("a") + "\n" + run("b") + "\n");
        RolloutFile file = open(path);
        RolloutIndex index = index(file);

        write(run("c") + "\n" + run("d") + "\n" + run("e") + "\n");
        Refreshed replaced = refresh(file, index);
        assertEquals(Change.REPLACED, replaced.change());
        assertEquals(List.of("c", "d", "e"), queries(found));
        String message = assertThrows(ShoptraceException.class, () -> file.read(index.entries().getFirst())).getMessage();
        assertTrue(message.contains(path + ":1") && message.contains("Reload"), message);

        write(run("c") + "\n");
        Refreshed cut = refresh(file, replaced.index());
        assertEquals(Change.REPLACED, cut.change());
        assertEquals(List.of("c"), queries(cut.index().entries()));
    }

    @Test
    void takesALineThatGoesOnAfterItsRunAsAnotherFile() throws Exception {
        Path path = write(run("a"));
        RolloutFile file = open(path);
        RolloutIndex index = index(file);
        append(path, " 7\n" + run("b"));
        Refreshed replaced = refresh(file, index);
        assertEquals(Change.REPLACED, replaced.change());
        assertEquals(List.of("b"), queries(replaced.index().entries()));
        assertEquals(1, replaced.index().rejections().size());
    }

    private Path pack(int runs, int cut) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < runs; i++) {
                out.write((run("query " + i * 7919L) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.write(folder.resolve("packed"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - cut));
    }

    @Test
    void readsPackedFilesByOffsetAndLeavesNothingBehind() throws Exception {
        Path path = pack(500, 0);
        RolloutFile file = open(path);
        List<Run> readWhileFound = new ArrayList<>();
        RolloutIndex index = file.index(
                batch -> {
                    try {
                        readWhileFound.add(file.read(batch.getFirst()));
                    } catch (ShoptraceException e) {
                        throw new AssertionError(e);
                    }
                },
                Progress.NONE);
        assertEquals(500, index.entries().size());
        assertEquals(Optional.of("query 0"), readWhileFound.getFirst().query());
        assertEquals(Optional.of("query " + 499 * 7919L), file.read(index.entries().getLast()).query());
        assertEquals(Change.NONE, refresh(file, index).change());
        pack(600, 0);
        assertEquals(600, refresh(file, index).index().entries().size());
        try (var left = Files.list(folder.resolve("scratch"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void readsAFilePackedWithZstdAsOnePackedWithGzip() throws Exception {
        Path plain = write(run("a") + "\n" + run("b") + "\n");
        Path packed = Files.write(folder.resolve("rollout_product_z.jsonl.zst"), Zstd.compress(Files.readAllBytes(plain)));
        RolloutFile file = open(packed);
        RolloutIndex index = index(file);
        assertEquals(
                index(open(plain)).entries().stream().map(entry -> entry.summary().id()).toList(),
                index.entries().stream().map(entry -> entry.summary().id()).toList());
        assertEquals(Optional.of("b"), file.read(index.entries().getLast()).query());
        assertEquals("z", index.model());
        assertEquals(List.of(), RolloutFile.forEachRun(packed, _ -> {}, Progress.NONE));
    }

    @Test
    void readsAPackedFileUpToWhereItIsCut() throws Exception {
        RolloutIndex index = index(open(pack(2_000, 300)));
        assertTrue(index.entries().size() > 500 && index.entries().size() < 2_000);
        assertEquals("the gzip stream is cut off; what follows is lost", index.rejections().getFirst().cause());
    }

    @Test
    void saysWhatIsWrongWithAFileThatHoldsNothing() throws Exception {
        String empty = assertThrows(ShoptraceException.class, () -> index(open(write("")))).getMessage();
        assertTrue(empty.contains("empty") && empty.contains("rollout_product_m.jsonl"), empty);
        String missing = assertThrows(ShoptraceException.class, () -> index(open(folder.resolve("no.jsonl")))).getMessage();
        assertTrue(missing.contains("no such file") && missing.contains("no.jsonl"), missing);
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        RolloutFile file = open(write(run("a") + "\n"));
        Progress cancelled = new CancelledProgress();
        assertThrows(CancellationException.class, () -> file.index(found::addAll, cancelled));
    }

    @Test
    void tellsWhatShareOfTheFileIsRead() throws Exception {
        List<Double> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(String message, double fraction) {
                told.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        open(write(run("a") + "\n" + run("b") + "\n")).index(found::addAll, progress);
        assertEquals(0.5, told.getFirst(), "after the first of two runs");
    }

    @Test
    void walksAllRunsOfAFile() throws Exception {
        List<String> queries = new ArrayList<>();
        List<Rejection> rejections = RolloutFile.forEachRun(
                write(run("a") + "\n{\n" + run("b") + "\n[{"), run -> queries.add(run.query().orElse("")), Progress.NONE);
        assertEquals(List.of("a", "b"), queries);
        assertEquals(List.of(2L, 4L), rejections.stream().map(Rejection::line).toList());
    }

    @ParameterizedTest
    @CsvSource({
            "rollout_product_alpha.jsonl,alpha", "rollout_synthesize_product_test_gpt-4.1.jsonl,gpt-4.1",
            "rollout_synthesize_web_simpleqa_test_my_model_2.jsonl.gz,my_model_2", "rollout_web_simpleqa_qwen.jsonl,qwen",
            "rollout_voucher_my_model.jsonl,my_model", "rollouts_webshop_react.jsonl.gz,rollouts_webshop_react", "run.json,run",
            "rollout_product.jsonl,rollout_product", "plain,plain"
    })
    void takesTheModelFromTheFilesName(String name, String model) {
        assertEquals(model, RolloutFileName.model(Path.of("folder", name)));
    }

    @NeedsShared
    @Test
    void readsTheConvertedWebShopRuns() throws Exception {
        RolloutFile file = open(SharedFiles.require("data/rollouts_webshop_react.jsonl.gz"));
        RolloutIndex index = index(file);
        assertEquals(500, index.entries().size());
        for (RunEntry entry : index.entries().subList(0, 20)) {
            assertEquals(entry.summary(), RunSummary.of(file.read(entry), entry.length()));
        }
    }
}
