package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

class AnnotationsCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void annotationsTravelFromOneWorkspaceToAnotherOnce() throws Exception {
        annotate("here", "ann", "wrong_variant", 1);
        annotate("there", "bob", "budget_missed", 1);
        String file = folder.resolve("bob.jsonl").toString();
        CommandLineRun export = CommandLineRun.of("annotations", "export", "--workspace", workspace("there"), "--out", file);
        assertEquals(0, export.exitCode(), export.err());
        assertEquals(file, export.out().strip());
        assertEquals("1 added, 0 known, 0 rejected", merge("here", file).out().strip());
        assertEquals("0 added, 1 known, 0 rejected", merge("here", file).out().strip());
        CommandLineRun all = CommandLineRun.of("annotations", "export", "--workspace", workspace("here"));
        assertEquals(2, all.out().lines().count());
        String table = folder.resolve("all.csv").toString();
        CommandLineRun.of("annotations", "export", "--workspace", workspace("here"), "--out", table);
        assertTrue(Files.readString(Path.of(table)).contains("budget_missed"));
    }

    @Test
    void agreementNamesFiguresAndDisagreements() throws Exception {
        for (int run = 1; run <= 4; run++) {
            annotate("here", "ann", run == 4 ? "wrong_variant" : "budget_missed", run);
            annotate("here", "bob", run >= 3 ? "wrong_variant" : "budget_missed", run);
        }
        String json = folder.resolve("agreement.json").toString();
        CommandLineRun run = CommandLineRun.of("annotations", "agreement", "--workspace", workspace("here"), "--json", json);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("agreed on 3 of 4"), run.out());
        assertTrue(run.out().contains("kappa 0.500"), run.out());
        assertTrue(run.out().contains("run " + "3".repeat(64)), run.out());
        Json.Obj written = (Json.Obj) JsonReader.read(Files.readAllBytes(Path.of(json)));
        assertEquals(1, written.items("disagreements").size());
    }

    @Test
    void whatIsNoAnnotationIsSaidInALine() throws Exception {
        annotate("here", "ann", "wrong_variant", 1);
        Path other = Files.writeString(folder.resolve("thesis.txt"), "not an annotation\n");
        CommandLineRun run = merge("here", other.toString());
        assertEquals(1, run.exitCode());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("thesis.txt"), run.err());
    }

    /// What would be written for it would lie where nobody looks.
    @Test
    void aWorkspaceThatIsNotThereIsSaidInALine() throws Exception {
        String source = annotated("here");
        String none = folder.resolve("no/such/folder").toString();
        for (String[] line : List.of(
                new String[] {"annotations", "merge", "--workspace", none, source},
                new String[] {"annotations", "export", "--workspace", none, "--out", folder.resolve("x.csv").toString()},
                new String[] {"annotations", "agreement", "--workspace", none},
                new String[] {"search", "--workspace", none, "word"},
                new String[] {"scan", none})) {
            CommandLineRun run = CommandLineRun.of(line);
            assertEquals(1, run.exitCode(), run.out());
            assertTrue(run.err().contains("there is no such folder") && run.err().lines().count() == 1, run.err());
        }
        assertFalse(Files.exists(folder.resolve("no")) || Files.exists(folder.resolve("x.csv")));
    }

    /// What is printed as it is has no line break at its end that would send it off.
    @Test
    void whatIsExportedToATerminalArrivesWhole() throws Exception {
        annotated("here");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter out = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), true);
        assertEquals(0, Launcher.run(out, out, "annotations", "export", "--workspace", workspace("here")));
        assertTrue(bytes.toString(StandardCharsets.UTF_8).contains("wrong_variant"));
    }

    private String annotated(String workspace) throws Exception {
        annotate(workspace, "ann", "wrong_variant", 1);
        return Path.of(workspace(workspace)).resolve(".shoptrace").resolve(AnnotationStore.FOLDER).toString();
    }

    private CommandLineRun merge(String workspace, String file) throws Exception {
        return CommandLineRun.of("annotations", "merge", "--workspace", workspace(workspace), file);
    }

    private String workspace(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name)).toString();
    }

    private void annotate(String workspace, String author, String label, int run) throws Exception {
        Path annotations = Path.of(workspace(workspace)).resolve(".shoptrace").resolve(AnnotationStore.FOLDER);
        try (AnnotationStore store = new AnnotationStore(annotations, List.of())) {
            store.state(
                    author, new Subject.OfRun(new RunId(Integer.toString(run).repeat(64))), Statement.EMPTY.toggled(label),
                    Occasion.UNKNOWN);
        }
    }
}
