package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher script, in a checkout whose Maven and Java only say what they were asked.
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder = Path.of("");

    private Path root = Path.of("");
    private Path tools = Path.of("");

    @BeforeEach
    void checkOut() throws Exception {
        root = Files.createDirectories(folder.resolve("check out"));
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("shoptrace", "find-jdk")) {
            Path script = Files.copy(Path.of("packaging").resolve(name), Files.createDirectories(root.resolve("packaging")).resolve(name));
            assertTrue(script.toFile().setExecutable(true));
        }
        Files.createDirectories(root.resolve("src/main"));
        Files.createDirectories(root.resolve("resources"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(Instant.now().minusSeconds(60)));
        Path jdk = folder.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        script(jdk.resolve("bin/javac"), "exit 0");
        script(jdk.resolve("bin/java"), """
                for last in "$@"; do :; done
                jar=$(printf '%s\\n' "$@" | grep shoptrace.jar | cut -d: -f1)
                [ "$(cat "$jar" 2>/dev/null)" = whole ] || { echo "no whole jar" >&2; exit 1; }
                echo "started $last"
                """);
        // It writes its jar bit by bit, as Maven does.
        script(tools.resolve("mvn"), """
                echo built >>"$BUILDS"
                mkdir -p "$ROOT/target/lib"
                printf half >"$ROOT/target/shoptrace.jar"
                sleep 1
                printf whole >"$ROOT/target/shoptrace.jar"
                """);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + body);
        assertTrue(file.toFile().setExecutable(true));
    }

    private record Ended(int code, String out, String err) {}

    private Process start(Path from, Path script, Map<String, String> more, int number) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "--version")
                .directory(from.toFile())
                .redirectOutput(folder.resolve("out" + number).toFile())
                .redirectError(folder.resolve("err" + number).toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("JAVA_HOME", "HOME", "CDPATH"));
        environment.put("PATH", tools + ":" + environment.get("PATH"));
        environment.put("SHOPTRACE_JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("ROOT", root.toString());
        environment.put("BUILDS", folder.resolve("builds").toString());
        environment.putAll(more);
        return builder.start();
    }

    private Ended ended(Process process, int number) throws Exception {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it did not end");
        return new Ended(process.exitValue(), read("out" + number), read("err" + number));
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private Ended run(Path from, Path script, Map<String, String> more) throws Exception {
        return ended(start(from, script, more, 0), 0);
    }

    /// Neither a home nor a folder path of the shell's keeps it from starting; it is called by a relative path, too.
    @Test
    void startsWithoutAHomeAndWithAFolderPath() throws Exception {
        Ended first = run(folder, Path.of("check out/packaging/shoptrace"), Map.of("CDPATH", ".:/tmp"));
        assertEquals("started --version\n", first.out(), first.err());
        assertTrue(first.err().startsWith("shoptrace: building the program, once;"), first.err());
        assertEquals(new Ended(0, "started --version\n", ""), run(root, Path.of("packaging/shoptrace"), Map.of("CDPATH", ".:/tmp")));
    }

    @Test
    void builtOnceHoweverManyStartAtOnce() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            processes.add(start(root, root.resolve("packaging/shoptrace"), Map.of(), i));
        }
        for (int i = 1; i <= 3; i++) {
            Ended ended = ended(processes.get(i - 1), i);
            assertEquals("started --version\n", ended.out(), ended.err());
        }
        assertEquals("built\n", read("builds"));
    }

    /// What is started is never what Maven is writing.
    @Test
    void aProgramThatIsBuiltAnewIsPutInPlaceWhole() throws Exception {
        Path script = root.resolve("packaging/shoptrace");
        assertEquals(0, run(root, script, Map.of()).code());
        Files.writeString(root.resolve("src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(root.resolve("src/main/New.java"), FileTime.from(Instant.now().plusSeconds(1)));
        Process building = start(root, script, Map.of(), 1);
        Ended second = ended(start(root, script, Map.of(), 2), 2);
        assertEquals("started --version\n", second.out(), second.err());
        assertEquals("started --version\n", ended(building, 1).out());
    }

    @Test
    void aFailedBuildIsSaidAndTheNextOneMayWork() throws Exception {
        Path script = root.resolve("packaging/shoptrace");
        String mvn = Files.readString(tools.resolve("mvn"));
        script(tools.resolve("mvn"), "echo 'no network' >&2; exit 1");
        Ended failed = run(root, script, Map.of());
        assertEquals(1, failed.code());
        assertTrue(failed.err().endsWith("shoptrace: the build failed; its messages are above.\n"), failed.err());
        Files.writeString(tools.resolve("mvn"), mvn);
        assertEquals(0, run(root, script, Map.of()).code());
    }
}
