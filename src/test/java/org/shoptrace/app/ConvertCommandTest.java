package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;

class ConvertCommandTest {
    /// A message list with what a rollout has no place for.
    private static final String CHAT = """
            {"id": "t1", "reward": 1.0, "messages": [
              {"role": "system", "content": "Be brief."},
              {"role": "user", "content": "a wallet"},
              {"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "type": "function",
                "function": {"name": "find_product", "arguments": "{\\"q\\": \\"wallet\\"}"}}]},
              {"role": "tool", "tool_call_id": "c1", "content": "none"},
              {"role": "system", "content": "Half of the time is over."},
              {"role": "user", "content": "a red one"},
              {"role": "assistant", "content": "There is none."}]}
            """.replace("\n", "") + "\n";

    @TempDir
    private Path folder = Path.of("");

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private CommandLineRun convert(String from, String to, String out) {
        return CommandLineRun.of("convert", "--rollouts", path(from), "--to", to, "--out", path(out));
    }

    private List<Json> values(String name) throws Exception {
        List<Json> values = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name))) {
            values.add(JsonReader.read(line));
        }
        return values;
    }

    @Test
    void aRolloutFileComesBackFromAtifAsItWas() throws Exception {
        try (InputStream in = FileInput.open(GoldenSet.rollouts("product", "alpha"))) {
            Files.copy(in, folder.resolve("rollout_product_alpha.jsonl"));
        }
        CommandLineRun there = convert("rollout_product_alpha.jsonl", "atif", "atif.jsonl");
        assertEquals(0, there.exitCode(), there.err());
        assertEquals(List.of(path("atif.jsonl")), there.out().lines().toList());
        assertFalse(there.err().contains("not part of this form"), there.err());
        CommandLineRun back = convert("atif.jsonl", "benchmark", "back.jsonl");
        assertEquals(0, back.exitCode(), back.err());

        assertEquals(values("rollout_product_alpha.jsonl"), values("back.jsonl"));
        assertEquals(0, convert("back.jsonl", "atif", "again.jsonl").exitCode());
        List<Json> first = values("atif.jsonl");
        List<Json> again = values("again.jsonl");
        for (int i = 0; i < first.size(); i++) {
            assertEquals(((Json.Obj) first.get(i)).items("steps"), ((Json.Obj) again.get(i)).items("steps"), "run " + (i + 1));
        }
    }

    @Test
    void aMessageListComesBackFromAtifWithEveryTurn() throws Exception {
        Files.writeString(folder.resolve("chat.jsonl"), CHAT);
        assertEquals(0, convert("chat.jsonl", "atif", "chat.json").exitCode());
        assertEquals(0, convert("chat.json", "messages", "back.jsonl").exitCode());
        List<String> roles = ((Json.Obj) values("back.jsonl").getFirst()).items("messages").stream()
                .map(message -> ((Json.Obj) message).text("role").orElse("")).toList();
        assertEquals(List.of("system", "user", "assistant", "tool", "system", "user", "assistant"), roles);
    }

    @Test
    void whatAFormHasNoPlaceForIsCountedAndStandsBesideIt() throws Exception {
        Files.writeString(folder.resolve("chat.jsonl"), CHAT + CHAT.replace("t1", "t2"));
        CommandLineRun run = CommandLineRun.of(
                "convert", "--rollouts", path("chat.jsonl"), "--to", "benchmark", "--out", path("b.jsonl"), "--json", path("c.json"));
        assertEquals(0, run.exitCode(), run.err());
        String said = run.err().lines().filter(line -> line.contains("not part of this form")).findFirst().orElseThrow();
        assertTrue(said.contains("2 system turns in mid-run"), said);
        Json.Obj json = (Json.Obj) JsonReader.read(Files.readAllBytes(folder.resolve("c.json")));
        Json.Obj leftOut = ((Json.Obj) json.items("files").getFirst()).object("left_out").orElseThrow();
        assertEquals(Optional.of(Json.Num.of(2L)), leftOut.get("system_turns"));
        Sidecar beside = Sidecar.read(Files.readAllBytes(folder.resolve(Sidecar.name("b.jsonl")))).orElseThrow();
        assertTrue(said.endsWith(beside.leftOut().orElseThrow()), said);
        assertTrue(beside.speaksFor(Files.readAllBytes(folder.resolve("b.jsonl"))));
        assertEquals(0, CommandLineRun.of("verify", path("b.jsonl")).exitCode());
        assertEquals(0, CommandLineRun.of("verify", path("c.json")).exitCode());
    }

    @Test
    void severalFilesAreAFileEachAndABadOneStopsNoOther() throws Exception {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("a/chat.jsonl"), CHAT);
        Files.writeString(folder.resolve("b/chat.jsonl"), CHAT + CHAT);
        Files.writeString(folder.resolve("other.json"), "{\"name\": \"Wallet\"}");
        CommandLineRun run = CommandLineRun.of("convert", "--rollouts", path("a/chat.jsonl"), path("other.json"), path("b/chat.jsonl"),
                "--to", "atif", "--out", path("out"));
        assertEquals(1, run.exitCode(), run.err());
        assertTrue(run.err().contains("there is no run in the file that can be read"), run.err());
        assertEquals(List.of(path("out/a-chat.json"), path("out/b-chat.jsonl")), run.out().lines().toList());
        assertEquals(2, values("out/b-chat.jsonl").size());
        CommandLineRun pages = CommandLineRun.of(
                "convert", "--rollouts", path("b/chat.jsonl"), "--to", "html", "--out", path("pages"));
        assertEquals(0, pages.exitCode(), pages.err());
        try (var files = Files.list(folder.resolve("pages"))) {
            assertEquals(2, files.filter(file -> file.toString().endsWith(".html")).count());
        }
        assertEquals(0, CommandLineRun.of("verify", path("pages")).exitCode());
    }

    @Test
    void wrongUsageIsSaidAndNoInputIsWrittenOver() throws Exception {
        Files.writeString(folder.resolve("chat.jsonl"), CHAT + CHAT);
        assertEquals(2, convert("chat.jsonl", "pdf", "x").exitCode());
        assertEquals(2, CommandLineRun.of("convert", "--rollouts", path("chat.jsonl"), "--to", "atif").exitCode());
        CommandLineRun over = convert("chat.jsonl", "messages", "chat.jsonl");
        assertEquals(1, over.exitCode());
        assertTrue(over.err().contains("never written over"), over.err());
        CommandLineRun one = convert("chat.jsonl", "html", "one.html");
        assertEquals(1, one.exitCode());
        assertTrue(one.err().contains("Name a folder"), one.err());
        assertEquals(CHAT + CHAT, Files.readString(folder.resolve("chat.jsonl"), StandardCharsets.UTF_8));
    }
}
