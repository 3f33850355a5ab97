package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.job.Progress;
import org.shoptrace.model.trajectory.Run;

/// A broken line of a run that is an entry a line costs itself.
class LogLinesTest {
    private static final List<byte[]> BROKEN = List.of(
            bytes("garbage"), bytes("null"), bytes("{\"type\": \"user\", \"message\": {\"content\": \"cut"), bytes("[1, 2"),
            new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'});

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"claude-code-session", "claude-code-side-chain", "codex-rollout", "codex-custom-tools", "webshop-human-log"})
    void aBrokenLineCostsItself(String name) throws Exception {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/formats", name + ".jsonl"));
        for (int at = 0; at < lines.size(); at++) {
            for (int kind = 0; kind < BROKEN.size(); kind++) {
                String what = "line " + (at + 1) + ", kind " + kind;
                List<Run> without = new ArrayList<>();
                assertEquals(List.of(), read(written(lines, at, new byte[0]), without), what);
                List<Run> runs = new ArrayList<>();
                Path file = written(lines, at, BROKEN.get(kind));
                List<Rejection> rejections = read(file, runs);
                assertEquals(without.stream().map(Run::steps).toList(), runs.stream().map(Run::steps).toList(), what);
                assertEquals(List.of(at + 1L), rejections.stream().map(Rejection::line).toList(), what);
                RolloutFile opened = new RolloutFile(file, folder);
                RolloutIndex index = opened.index(_ -> {}, Progress.NONE);
                assertEquals(runs.size(), index.entries().size(), what);
                assertEquals(rejections, index.rejections(), what);
                assertEquals(runs.getFirst().steps(), opened.read(index.entries().getFirst()).steps(), what);
            }
        }
    }

    @Test
    void aBrokenValueOverManyLinesIsNoLog() throws Exception {
        Path file = Files.writeString(folder.resolve("r.json"),
                "[\n{\"role\": \"user\", \"content\": \"a\"},\n{\"role\": \"assistant\" \"content\": \"b\"},\n{\"role\": \"user\","
                        + " \"content\": \"c\"}\n]\n");
        List<Run> runs = new ArrayList<>();
        assertTrue(read(file, runs).size() > 0);
        assertEquals(List.of(), runs);
    }

    private Path written(List<String> lines, int at, byte[] instead) throws Exception {
        Path file = Files.write(folder.resolve("r.jsonl"), new byte[0]);
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < lines.size(); i++) {
                out.write(i == at ? instead : bytes(lines.get(i)));
                out.write('\n');
            }
        }
        return file;
    }

    private static List<Rejection> read(Path file, List<Run> runs) throws Exception {
        return RolloutFile.forEachRun(file, runs::add, Progress.NONE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Half an entry at the end is named, by a list as by a walk, and a second look at the same bytes finds nothing new.
    @ParameterizedTest
    @ValueSource(strings = {"{\"role\":\"user\",\"content\":null}", "{\"role\":\"user\",\"content\":\"Find a cup\"}"})
    void halfAnEntryAtTheEndIsNamed(String first) throws Exception {
        Path file = Files.writeString(folder.resolve("half.jsonl"), first + "\n{\"role\":\"assistant\"}\r{\"role\":\"user\"}\r");
        try (RolloutFile rollouts = new RolloutFile(file, folder)) {
            RolloutIndex index = rollouts.index(_ -> {}, Progress.NONE);
            assertEquals(2, index.halfLine().orElseThrow().line());
            assertEquals(RolloutFile.Change.NONE, rollouts.refresh(index, _ -> {}, Progress.NONE).change());
            assertEquals(
                    index.halfLine().orElseThrow(), RolloutFile.forEachRun(file, _ -> {}, Progress.NONE).getLast());
            Files.writeString(file, first + "\n{\"role\":\"assistant\",\"content\":\"Here it is.\"}\n");
            RolloutIndex whole = rollouts.refresh(index, _ -> {}, Progress.NONE).index();
            assertEquals(List.of(1, 0), List.of(whole.entries().size(), whole.rejections().size()));
        }
    }
}
