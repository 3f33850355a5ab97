package org.shoptrace.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.core.workspace.Workspace.Problem;
import org.shoptrace.golden.GoldenSet;

class WorkspaceScannerTest {
    private static final String RUN = "[{\"prompt\": [], \"completion\": {}, \"extra_info\": {\"query\": \"q\"}}]\n";
    private static final String TASK = "{\"query\": \"q\", \"reward\": {\"product_id\": \"1\"}}\n";
    private static final String DOCUMENT = "{\"id\": \"1\", \"contents\": \"cup\", \"product\": {\"product_id\": \"1\"}}\n";
    private static final String ORO = "{\"problem_id\": \"p\", \"status\": \"FAILED\", \"dialogue\": null}\n";

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void pack(Path file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Workspace scan() throws ShoptraceException {
        return scan(folder);
    }

    private static Workspace scan(Path root) throws ShoptraceException {
        WorkspaceScanner scanner = new WorkspaceScanner(path -> Files.exists(path.resolve("catalog.json")));
        return scanner.scan(WorkspaceFolder.of(root, Path.of("/user-data")), Progress.NONE);
    }

    private List<String> names(List<Path> paths) {
        return paths.stream().map(path -> folder.relativize(path).toString().replace('\\', '/')).toList();
    }

    @Test
    void recognisesFilesByTheirContentAndNotByTheirName() throws Exception {
        write("a/x.dat", RUN);
        write("a/oro", ORO);
        write("b/tasks.txt", TASK);
        write("b/suite.json", "[\n  {\n    \"category\": \"Product\",\n    \"query\": \"q\",\n    \"reward\": {}\n  }\n]\n");
        pack(folder.resolve("packed"), DOCUMENT);
        Files.write(folder.resolve("c.zst"), Zstd.compress(RUN.getBytes(StandardCharsets.UTF_8)));
        write("rollout_product_m.jsonl", "no rollout\n");
        write("config.json", "{\n \"query\": \"q\"\n}\n");
        write("scores.json", "[{\"query\": \"q\", \"ids\": []}]");
        write("empty.jsonl", "");
        Workspace workspace = scan();
        assertEquals(List.of("a/oro", "a/x.dat", "c.zst"), names(workspace.rolloutFiles()));
        assertEquals(List.of("b/suite.json", "b/tasks.txt"), names(workspace.taskFiles()));
        assertEquals(List.of(Optional.of(folder.resolve("packed"))), workspace.catalogues().stream().map(Catalogue::documents).toList());
        assertEquals(List.of(new Problem(folder.resolve("empty.jsonl"), "the file is empty")), workspace.problems());
    }

    @Test
    void recognisesConversationsAndDocumentsOfOtherAgents() throws Exception {
        String chat = "{\"messages\": [{\"role\": \"user\", \"content\": \"q\"}]}";
        String atif = "{\n \"schema_version\": \"ATIF-v1.7\",\n \"agent\": {},\n \"steps\": []\n}";
        write("chats.jsonl", chat + "\n");
        write("bare.json", "[{\"role\": \"user\", \"content\": \"q\"}]");
        write("lists.json", "[[{\"role\": \"user\", \"content\": \"q\"}]]");
        write("lines.jsonl", "{\"role\": \"user\", \"content\": \"q\"}\n");
        write("runs/1/trajectory.json", atif);
        write("runs/2/trajectory.json", atif);
        pack(folder.resolve("packed.gz"), "[" + chat + "]");
        write("package.json", "{\"name\": \"x\", \"version\": \"1\"}");
        write("tools.json", "[{\"type\": \"function\", \"function\": {\"name\": \"f\"}}]");
        assertEquals(
                List.of("bare.json", "chats.jsonl", "lines.jsonl", "lists.json", "packed.gz", "runs/1/trajectory.json",
                        "runs/2/trajectory.json"),
                names(scan().rolloutFiles()));
    }

    @Test
    void looksPastABadFirstLine() throws Exception {
        write("late", "{\"half\n[null]\n[]\n" + RUN);
        assertEquals(List.of("late"), names(scan().rolloutFiles()));
    }

    @Test
    void recognisesALongLineByItsStart() throws Exception {
        write("long", "[{\"prompt\":\"" + "x".repeat(300_000) + "\"}]\n");
        assertEquals(List.of("long"), names(scan().rolloutFiles()));
    }

    @Test
    void findsBuiltCataloguesAndWhereOthersWouldGo() throws Exception {
        write("built/catalog.json", "{}");
        write("built/index/rollouts.jsonl", RUN);
        write("data/documents.jsonl", DOCUMENT);
        write("data/more.jsonl", DOCUMENT + DOCUMENT);
        write(".shoptrace/catalog/data-documents.jsonl/catalog.json", "{}");
        Workspace workspace = scan();
        assertEquals(List.of(), workspace.rolloutFiles());
        Path own = folder.resolve(".shoptrace").resolve("catalog");
        Catalogue documents = new Catalogue(
                Optional.of(folder.resolve("data/documents.jsonl")), own.resolve("data-documents.jsonl"), true, DOCUMENT.length());
        assertEquals(
                List.of(
                        new Catalogue(Optional.empty(), folder.resolve("built"), true, 0),
                        documents,
                        new Catalogue(
                                Optional.of(folder.resolve("data/more.jsonl")), own.resolve("data-more.jsonl"), false,
                                2L * DOCUMENT.length())),
                workspace.catalogues());
        assertEquals(Optional.of(documents), workspace.mainCatalogue());
    }

    @Test
    void looksIntoEveryFolderButItsOwnAndGits() throws Exception {
        for (String folder : List.of(".git", ".shoptrace", "target", ".runs")) {
            write(folder + "/r.jsonl", RUN);
        }
        write(".hidden.jsonl", RUN);
        write("1/2/3/4/5/6/7/8/9/10/r.jsonl", RUN);
        write("1/2/3/4/5/6/7/8/9/10/11/r.jsonl", RUN);
        Workspace workspace = scan();
        assertEquals(
                List.of(".hidden.jsonl", ".runs/r.jsonl", "1/2/3/4/5/6/7/8/9/10/r.jsonl", "target/r.jsonl"),
                names(workspace.rolloutFiles()));
        assertEquals(
                List.of(new Problem(folder.resolve("1/2/3/4/5/6/7/8/9/10/11"), "more than 10 folders deep")), workspace.passedOver());
    }

    @Test
    void saysWhatItPassesOverAndWhy() throws Exception {
        write("config.json", "{\"name\": \"x\"}");
        write("spans.json", "{\"verifier_result\": {}}");
        write("notes.txt", "hello");
        write("blank.json", "    \n\n");
        Files.write(folder.resolve("runs.jsonl.xz"), new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0});
        Files.write(folder.resolve("notes.7z"), new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c});
        Files.write(folder.resolve("words.zst"), Zstd.compress("hello".getBytes(StandardCharsets.UTF_8)));
        write("comments.json", "// a comment\n{\"name\": \"x\"}");
        write("elsewhere.jsonl", "version https://git-lfs.github.com/of/v1\noid sha256:00\nsize 9\n");
        write("picture.png", "version https://git-lfs.github.com/of/v1\noid sha256:01\nsize 9\n");
        zip("pictures.zip", "a.png", "x");
        zip("other.zip", "settings.json", "{}");
        assertEquals(
                List.of(
                        new Problem(folder.resolve("blank.json"), "JSON, but no runs, tasks or documents"),
                        new Problem(folder.resolve("comments.json"), "called as JSON is, but it does not begin as JSON does"),
                        new Problem(folder.resolve("config.json"), "JSON, but no runs, tasks or documents"),
                        new Problem(
                                folder.resolve("elsewhere.jsonl"),
                                "a pointer to a file that Git LFS keeps elsewhere, which Shoptrace does not read"),
                        new Problem(folder.resolve("notes.7z"), "packed with 7z, which Shoptrace does not read"),
                        new Problem(folder.resolve("other.zip"), "a zip file without runs"),
                        new Problem(folder.resolve("pictures.zip"), "a zip file without runs"),
                        new Problem(folder.resolve("runs.jsonl.xz"), "packed with xz, which Shoptrace does not read"),
                        new Problem(folder.resolve("spans.json"), "a Harbor result, which Shoptrace does not read"),
                        new Problem(folder.resolve("words.zst"), "packed, and not JSON inside")),
                scan().passedOver());
    }

    private void zip(String name, String... namesAndTexts) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void looksIntoFilesThatHoldTexts() throws Exception {
        zip("export.zip", "settings.json", "{}", "runs/1.jsonl", RUN);
        zip("tasks.zip", "t.jsonl", TASK);
        zip("cut.zip", "1.jsonl", RUN);
        byte[] whole = Files.readAllBytes(folder.resolve("cut.zip"));
        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        Workspace workspace = scan();
        assertEquals(List.of("export.zip"), names(workspace.rolloutFiles()));
        assertEquals(List.of(new Problem(folder.resolve("tasks.zip"), "a zip file without runs")), workspace.passedOver());
        assertEquals(
                List.of(new Problem(folder.resolve("cut.zip"), "the zip file is cut off or damaged: its list of entries cannot be read")),
                workspace.problems());
    }

    @Test
    void aLinkToAFileIsNotAnother() throws Exception {
        write("r.jsonl", RUN);
        Files.createSymbolicLink(folder.resolve("s.jsonl"), folder.resolve("r.jsonl"));
        assertEquals(1, scan().rolloutFiles().size());
    }

    /// Experiment trackers leave `latest` beside the folder that it points at; it comes first by its name, and is none of its own.
    @Test
    void oneFileIsReadOnceByItsOwnPathAndLinksToItAreNamed() throws Exception {
        write("runs/r.jsonl", RUN);
        Files.createSymbolicLink(folder.resolve("latest"), folder.resolve("runs"));
        Files.createSymbolicLink(folder.resolve("again"), folder.resolve("latest"));
        Files.createSymbolicLink(folder.resolve("a.jsonl"), folder.resolve("runs/r.jsonl"));
        Files.createLink(folder.resolve("runs/s.jsonl"), folder.resolve("runs/r.jsonl"));
        Workspace workspace = scan();
        assertEquals(1, workspace.rolloutFiles().size());
        assertTrue(names(workspace.rolloutFiles()).getFirst().startsWith("runs/"), workspace.rolloutFiles()::toString);
        assertEquals(List.of("a.jsonl", "again", "latest"),
                names(workspace.passedOver().stream().filter(one -> one.cause().startsWith("a link to runs")).map(Problem::path).toList()));
        assertEquals(4, workspace.passedOver().size(), workspace.passedOver()::toString);
        assertEquals(List.of(), workspace.problems());
    }

    /// What lies elsewhere has no other path here, so the link's is its.
    @Test
    void whatOnlyALinkLeadsToIsReadThere() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/runs"));
        Files.writeString(elsewhere.resolve("r.jsonl"), RUN);
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("b"), elsewhere);
        Files.createSymbolicLink(inside.resolve("c"), elsewhere);
        Workspace workspace = scan(inside);
        assertEquals(List.of(inside.resolve("b/r.jsonl")), workspace.rolloutFiles());
        assertEquals(List.of(new Problem(inside.resolve("c"), "a link to b, which is read there")), workspace.passedOver());
    }

    @Test
    void reportsWhatItCannotLookAtAndGoesOn() throws Exception {
        write("anserini/segments_1", "");
        Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});
        write("r.jsonl", RUN);
        Workspace workspace = scan();
        assertEquals(List.of("r.jsonl"), names(workspace.rolloutFiles()));
        assertEquals(List.of("anserini", "broken.gz"), names(workspace.problems().stream().map(problem -> problem.path()).toList()));
    }

    @Test
    void followsLinksOnce() throws Exception {
        write("real/r.jsonl", RUN);
        Files.createSymbolicLink(folder.resolve("real/up"), folder);
        Workspace workspace = scan();
        assertEquals(List.of("real/r.jsonl"), names(workspace.rolloutFiles()));
        assertEquals(List.of(), workspace.problems());
    }

    @Test
    void saysWhenThereIsNoSuchFolder() {
        String message = assertThrows(ShoptraceException.class, () -> scan(folder.resolve("no"))).getMessage();
        assertTrue(message.contains("no such folder") && message.contains(folder.resolve("no").toString()), message);
    }

    @Test
    void writesBesideTheFilesOnlyWhereItMay() throws Exception {
        WorkspaceFolder writable = WorkspaceFolder.of(folder, Path.of("/user-data"));
        assertFalse(writable.readOnly());
        assertEquals(folder.resolve(".shoptrace"), writable.storage());
        Path sealed = Files.createDirectory(folder.resolve("sealed"));
        Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("r-xr-xr-x"));
        WorkspaceFolder readOnly = WorkspaceFolder.of(sealed, Path.of("/user-data"));
        assertTrue(readOnly.readOnly());
        assertTrue(readOnly.storage().startsWith("/user-data/workspaces"), readOnly.storage()::toString);
        Path other = Files.createDirectories(folder.resolve("b/sealed"));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertFalse(WorkspaceFolder.of(other, Path.of("/user-data")).storage().equals(readOnly.storage()));
    }

    @Test
    void knowsEveryFileOfTheGoldenSet() throws Exception {
        Workspace workspace = scan(GoldenSet.FOLDER);
        assertEquals(8, workspace.rolloutFiles().size());
        assertEquals(4, workspace.taskFiles().size());
        assertEquals(
                List.of("documents.jsonl.gz"),
                workspace.catalogues().stream().map(c -> c.documents().orElseThrow().getFileName().toString()).toList());
        assertEquals(List.of(), workspace.problems());
    }
}
