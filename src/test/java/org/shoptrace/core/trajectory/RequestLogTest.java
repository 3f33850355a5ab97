package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile.Change;
import org.shoptrace.model.trajectory.Run;

/// Logs of requests: which lines are one conversation.
class RequestLogTest {
    @TempDir
    Path folder;

    private static String message(String role, String content) {
        return "{\"role\": \"" + role + "\", \"content\": \"" + content + "\"}";
    }

    private static String user(String content) {
        return message("user", content);
    }

    private static String assistant(String content) {
        return message("assistant", content);
    }

    private static String exchange(String answer, String... messages) {
        return "{\"request\": {\"model\": \"m-1\", \"messages\": [" + String.join(", ", messages) + "]}, \"response\": {\"choices\": ["
                + "{\"message\": " + answer + ", \"finish_reason\": \"stop\"}], \"usage\": {\"prompt_tokens\": " + messages.length
                + ", \"completion_tokens\": 1}}}";
    }

    private Path log(String... lines) throws IOException {
        return Files.writeString(folder.resolve("log.jsonl"), String.join("\n", lines) + "\n");
    }

    /// The runs, `line: answer answer …`.
    private static List<String> runs(Path file, List<Rejection> rejections) throws Exception {
        List<Run> runs = new ArrayList<>();
        rejections.addAll(RolloutFile.forEachRun(file, runs::add, Progress.NONE));
        return runs.stream().map(RequestLogTest::told).toList();
    }

    private static List<String> runs(Path file) throws Exception {
        List<Rejection> rejections = new ArrayList<>();
        List<String> runs = runs(file, rejections);
        assertEquals(List.of(), rejections);
        return runs;
    }

    private static String told(Run run) {
        return run.source().line() + ": " + String.join(" ", run.steps().stream().map(step -> step.response().orElse("-")).toList());
    }

    @Test
    void aConversationThatGrowsIsOneRun() throws Exception {
        Path log = log(
                exchange(assistant("one"), message("system", "s"), user("a")),
                exchange(assistant("two"), message("system", "s"), user("a"), assistant("one"), user("b")),
                exchange(assistant("three"), message("system", "s"), user("a"), assistant("one"), user("b"), assistant("two"), user("c")));
        assertEquals(List.of("1: one two three"), runs(log));
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(log, runs::add, Progress.NONE);
        assertEquals(
                List.of(Optional.of(2L), Optional.of(4L), Optional.of(6L)),
                runs.getFirst().steps().stream().map(step -> step.generation().usage().promptTokens()).toList(),
                "each turn has what its own exchange took");
        assertEquals("m-1", runs.getFirst().model());
    }

    @Test
    void conversationsThatTakeTurnsStayApart() throws Exception {
        assertEquals(
                List.of("1: one two", "2: eins zwei", "5: uno"),
                runs(log(
                        exchange(assistant("one"), user("a")), exchange(assistant("eins"), user("A")),
                        exchange(assistant("two"), user("a"), assistant("one"), user("b")),
                        exchange(assistant("zwei"), user("A"), assistant("eins"), user("b")), exchange(assistant("uno"), user("c")))));
    }

    @Test
    void trialsOfOneTaskThatAreAnsweredOtherwiseStayApart() throws Exception {
        assertEquals(
                List.of("1: one two", "2: other second"),
                runs(log(
                        exchange(assistant("one"), user("a")), exchange(assistant("other"), user("a")),
                        exchange(assistant("second"), user("a"), assistant("other"), user("b")),
                        exchange(assistant("two"), user("a"), assistant("one"), user("b")))));
    }

    @Test
    void aRetryIsNeverLost() throws Exception {
        String failed = "{\"request\": {\"messages\": [" + user("a") + "]}, \"response\": null, \"error\": \"timeout\"}";
        assertEquals(
                List.of("1: -", "2: one two", "3: one"),
                runs(log(
                        failed, exchange(assistant("one"), user("a")), exchange(assistant("one"), user("a")),
                        exchange(assistant("two"), user("a"), assistant("one"), user("b")))));
        assertEquals(
                List.of("1: one other", "3: one two", "4: one"),
                runs(log(
                        exchange(assistant("one"), user("a")), exchange(assistant("other"), user("a"), assistant("one"), user("b")),
                        exchange(assistant("two"), user("a"), assistant("one"), user("b")), exchange(assistant("one"), user("a")))));
    }

    @Test
    void anAnswerThatIsSentBackWithoutItsThoughtsIsTheSame() throws Exception {
        String thinking = assistant("<think>Which one? </think>\\n\\none ");
        String calling = "{\"role\": \"assistant\", \"content\": null, \"tool_calls\": [{\"id\": \"c\", \"index\": 0, \"function\": "
                + "{\"name\": \"find\", \"arguments\": \"{\\\"q\\\":1}\"}}], \"refusal\": null}";
        String sentBack = "{\"role\": \"assistant\", \"tool_calls\": [{\"id\": \"c\", \"type\": \"function\", \"function\": "
                + "{\"name\": \"find\", \"arguments\": \"{\\\"q\\\": 1}\"}}]}";
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(
                log(
                        exchange(thinking, user("a")), exchange(calling, user("a"), assistant("one"), user("b")),
                        exchange(
                                assistant("three"), user("a"), assistant("one"), user("b"), sentBack,
                                "{\"role\": \"tool\", \"tool_call_id\": \"c\", \"content\": \"found\"}")),
                runs::add, Progress.NONE);
        assertEquals(List.of("1: one - three"), runs.stream().map(RequestLogTest::told).toList());
        assertEquals(Optional.of("Which one?"), runs.getFirst().steps().getFirst().think().map(String::strip), "the thoughts are kept");
        assertEquals("find", runs.getFirst().steps().get(1).calls().getFirst().name());
        assertTrue(runs.getFirst().steps().get(1).calls().getFirst().observation().isPresent());
    }

    @Test
    void answersOfTheResponsesInterfaceAreFollowedByTheirNames() throws Exception {
        String first = response("r1", "", "[" + user("a") + "]", "one");
        String second = response("r2", "r1", "\"b\"", "two");
        String fork = response("r3", "r1", "\"c\"", "three");
        String third = response("r4", "r2", "[" + user("d") + "]", "four");
        assertEquals(List.of("1: one two four", "3: one three"), runs(log(first, second, fork, third)));
    }

    private static String response(String id, String follows, String input, String text) {
        return "{\"object\": \"response\", \"id\": \"" + id + "\", \"status\": \"completed\", \"model\": \"m-1\", "
                + (follows.isEmpty() ? "" : "\"previous_response_id\": \"" + follows + "\", ") + "\"input\": " + input
                + ", \"output\": [{\"type\": \"message\", \"role\": \"assistant\", \"content\": [{\"type\": \"output_text\", \"text\": \""
                + text + "\"}]}]}";
    }

    @Test
    void anInterfaceThatKeepsThePromptApartIsReadWithIt() throws Exception {
        String one = "{\"request\": {\"model\": \"m-1\", \"system\": \"You shop.\", \"messages\": [" + user("a")
                + "]}, \"response\": {\"role\": \"assistant\", \"content\": [{\"type\": \"text\", \"text\": \"one\"}]}}";
        String two = "{\"request\": {\"model\": \"m-1\", \"system\": \"You shop.\", \"messages\": [" + user("a") + ", " + assistant("one")
                + ", "
                + user("b") + "]}, \"response\": {\"role\": \"assistant\", \"content\": [{\"type\": \"text\", \"text\": \"two\"}]}}";
        String other = one.replace("You shop.", "You sell.");
        assertEquals(List.of("1: one two", "3: one"), runs(log(one, two, other)));
    }

    @Test
    void aLineThatIsNoExchangeCostsOnlyItself() throws Exception {
        List<Rejection> rejections = new ArrayList<>();
        assertEquals(
                List.of("1: one two", "3: yes"),
                runs(log(
                        exchange(assistant("one"), user("a")), "broken", "{\"messages\": [" + user("z") + ", " + assistant("yes") + "]}",
                        "",
                        exchange(assistant("two"), user("a"), assistant("one"), user("b")), "{\"level\": \"info\"}"), rejections));
        assertEquals(List.of(2L, 6L), rejections.stream().map(Rejection::line).toList());
    }

    @Test
    void aFirstLineThatIsBrokenHidesNothing() throws Exception {
        List<Rejection> rejections = new ArrayList<>();
        assertEquals(
                List.of("2: one two"),
                runs(log(
                        "{\"request\": {\"mess", exchange(assistant("one"), user("a")),
                        exchange(assistant("two"), user("a"), assistant("one"), user("b"))), rejections));
        assertEquals(List.of(1L), rejections.stream().map(Rejection::line).toList());
    }

    @Test
    void aLogMayBeAnArray() throws Exception {
        Path log = Files.writeString(
                folder.resolve("log.json"),
                "[\n  " + exchange(assistant("one"), user("a")).replace("{\"choices", "{\n\"choices") + ",\n  "
                        + exchange(assistant("eins"), user("A")) + ",\n  "
                        + exchange(assistant("two"), user("a"), assistant("one"), user("b")) + "\n]\n");
        assertEquals(List.of("2: one two", "4: eins"), runs(log));
    }

    @Test
    void aPackedLogIsReadAsThePlainOne() throws Exception {
        Path plain = log(
                exchange(assistant("one"), user("a")), exchange(assistant("eins"), user("A")),
                exchange(assistant("two"), user("a"), assistant("one"), user("b")));
        Path packed = Files.write(folder.resolve("log.jsonl.zst"), Zstd.compress(Files.readAllBytes(plain)));
        assertEquals(runs(plain), runs(packed));
        Path zip = folder.resolve("logs.zip");
        try (OutputStream raw = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(raw)) {
            for (String name : List.of("a.jsonl", "b.jsonl")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(Files.readAllBytes(plain));
            }
        }
        assertEquals(List.of("1: one two", "2: eins", "3: one two", "4: eins"), runs(zip));
    }

    @Test
    void aLogThatGrowsIsFollowed() throws Exception {
        Path log = log(exchange(assistant("one"), user("a")));
        try (RolloutFile file = new RolloutFile(log, folder.resolve("scratch"))) {
            RolloutIndex index = file.index(_ -> {}, Progress.NONE);
            assertEquals("1: one", told(file.read(index.entries().getFirst())));
            assertEquals(Change.NONE, file.refresh(index, _ -> {}, Progress.NONE).change());
            String next = exchange(assistant("two"), user("a"), assistant("one"), user("b"));
            Files.writeString(log, next.substring(0, 50), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            RolloutIndex half = file.refresh(index, _ -> {}, Progress.NONE).index();
            assertEquals(1, half.entries().size());
            assertEquals(Optional.of(2L), half.halfLine().map(Rejection::line));
            Files.writeString(log, next.substring(50) + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            RolloutFile.Refreshed now = file.refresh(half, _ -> {}, Progress.NONE);
            assertEquals(Change.REPLACED, now.change());
            assertEquals(1, now.index().entries().size());
            assertEquals("1: one two", told(file.read(now.index().entries().getFirst())));
        }
    }

    @Test
    void aConversationOfOneExchangeIsItsLine() throws Exception {
        String line = exchange(assistant("one"), user("a"));
        Path log = log(line, exchange(assistant("eins"), user("A")));
        List<Run> runs = new ArrayList<>();
        RolloutFile.forEachRun(log, runs::add, Progress.NONE);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertEquals(RunCodec.id(bytes, 0, bytes.length), runs.getFirst().id());
    }
}
