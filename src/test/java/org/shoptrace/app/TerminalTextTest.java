package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.json.Json;

/// What a terminal would obey is not printed to it.
class TerminalTextTest {
    private static final String ESCAPES = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e";

    @TempDir
    private Path folder;

    @Test
    void tellsWhatATerminalObeysByItsNumber() {
        assertEquals("a\\u001b[2Jb\\u009b1m\\u0007\\u202e\tc é 😀\n", filtered("a\u001b[2Jb\u009b1m\u0007\u202e\tc é 😀\n"));
        assertEquals("one\r\ntwo\\u000dover\n", filtered("one\r\ntwo\rover\n"));
        assertEquals(Json.of(ESCAPES), readJson(filtered("\"\\u001b[2J\\u001b]0;owned\\u0007\u009b31m\u202e\"")));
    }

    @Test
    void noCommandSendsATerminalWhatAFileHolds() throws Exception {
        Path rollouts = Files.writeString(
                folder.resolve("rollout_product_a\u001b]0;owned\u0007.jsonl"),
                "[{\"query\": \"canvas \\u001b[2J\\u009b31m tote\","
                        + " \"completion\": {\"reasoning_content\": \"canvas \\u001b[2J\", \"message\":"
                        + " [{\"role\": \"user\", \"content\": \"canvas \\u001b[2J\\u009b31m tote\"}]}}]\n{cut \u001b[2J\n");
        Files.writeString(folder.resolve("other\u001b[2J.json"), "{\"a\": 1}");
        Path out = folder.resolve("out");
        for (List<String> words : List.of(
                List.of("scan", folder.toString()),
                List.of("search", "--workspace", folder.toString(), "canvas"),
                List.of("search", "--workspace", folder.toString(), "line>0"),
                List.of("convert", "--rollouts", rollouts.toString(), "--to", "messages", "--out",
                        out.resolve("m\u001b[2J.jsonl").toString()),
                List.of("export", "--rollouts", rollouts.toString(), "--format", "messages", "--out", out.resolve("e.jsonl").toString()),
                List.of("evaluate", "--by", "own", "--rollouts", rollouts.toString()),
                List.of("evaluate", "--by", "own", "--rollouts", folder.resolve("none\u001b[2J").toString()))) {
            CommandLineRun said = CommandLineRun.of(words.toArray(String[]::new));
            assertTrue(said.out().length() + said.err().length() > 0, words.getFirst());
            assertEquals(-1, (said.out() + said.err()).chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t').findFirst()
                    .orElse(-1), words.getFirst() + ": " + said.out() + said.err());
        }
    }

    @Test
    void aNameWithABreakIsOneLineOfAList() throws Exception {
        Files.writeString(folder.resolve("rollout_product_a\n\tfake.jsonl"),
                "[{\"query\": \"canvas\", \"completion\": {\"reasoning_content\": \"canvas\"}}]\n");
        assertEquals(List.of("rollout_product_a\\u000a\\u0009fake.jsonl\tbenchmark rollout: 1 runs, 1 steps, 0 calls, 0 answers"),
                CommandLineRun.of("scan", folder.toString()).out().lines().toList());
        assertEquals(List.of("rollout_product_a\\u000a\\u0009fake.jsonl:1"),
                CommandLineRun.of("search", "--workspace", folder.toString(), "canvas").out().lines().map(l -> l.split("\t")[0]).toList());
    }

    private static String filtered(String text) {
        StringWriter written = new StringWriter();
        PrintWriter to = TerminalText.of(new PrintWriter(written));
        to.print(text);
        to.flush();
        return written.toString();
    }

    private static Json readJson(String text) {
        try {
            return JsonReader.read(text);
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }
}
