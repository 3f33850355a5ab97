package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.evaluate.own.OwnFiles;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.trajectory.RunId;

/// Everything that the commands write says where it came from, and comes out the same when it is made again elsewhere.
class ExportsCarryProvenanceTest {
    @TempDir
    private static Path temporary = Path.of("");

    /// Where everything is made, and what it is made from.
    private static Path work = Path.of("");
    private static Path exports = Path.of("");

    @BeforeAll
    static void makeEverything() throws Exception {
        work = Files.createDirectories(temporary.resolve("the work"));
        exports = Files.createDirectories(temporary.resolve("handed on"));
        unpacked(GoldenSet.DOCUMENTS, "documents.jsonl");
        Files.copy(GoldenSet.file("tasks_product.jsonl"), work.resolve("tasks.jsonl"));
        Files.copy(GoldenSet.file("tasks_shop.jsonl"), work.resolve("shop tasks.jsonl"));
        Files.copy(GoldenSet.file("title_similarity.json"), work.resolve("titles.json"));
        Files.createDirectories(work.resolve("again"));
        unpacked(GoldenSet.rollouts("product", "alpha"), "rollout_product_alpha.jsonl");
        unpacked(GoldenSet.rollouts("product", "beta"), "again/rollout_product_beta.jsonl");
        // A file that says nothing of its model, in a folder that does.
        Files.createDirectories(work.resolve("gamma"));
        unpacked(GoldenSet.rollouts("product", "beta"), "gamma/run_1.jsonl");
        Files.writeString(work.resolve("suite.json"), "[{'query':'q','reward':{'product_id':'1'},'reward_title_embeddings':"
                .replace('\'', '"') + "{\"Cup\":[1,0],\"Mug\":[0.9,0.1],\"Hose\":[0,1]}}]");
        Files.writeString(work.resolve("cups.json"), Stream.of("Cup,Mug,0.8", "Cup,Hose,0.1", "Hose,Mug,0.3")
                .map(pair -> pair.split(","))
                .map(pair -> "{\"a\":\"%s\",\"b\":\"%s\",\"similarity\":%s}".formatted((Object[]) pair))
                .collect(Collectors.joining(",", "[", "]")));
        run("index", "--documents", in("documents.jsonl"), "--catalog", in("catalogue"));
        WorkspaceFolder place = new WorkspaceFolder(work, work.resolve(".shoptrace"), false);
        try (AnnotationStore store = AnnotationStore.of(place)) {
            RunId id = second(work.resolve("rollout_product_alpha.jsonl"));
            store.state("ann", new Subject.OfRun(id), Statement.EMPTY.toggled("wrong_variant"), Occasion.UNKNOWN);
            store.state("bob", new Subject.OfRun(id), Statement.EMPTY.toggled("wrong_price"), Occasion.UNKNOWN);
        }
        List<String> scored = List.of(
                "--catalog", in("catalogue"), "--tasks", in("tasks.jsonl"), "--rollouts", in("rollout_product_alpha.jsonl"),
                in("again/rollout_product_beta.jsonl"), "--similarity", "table:" + in("titles.json"));
        run(with(scored, "report", "--out", out("report"), "--annotations", work.resolve(".shoptrace/annotations").toString()));
        run(with(scored, "evaluate", "--json", out("evaluation of mine.json")));
        OwnFiles.write(work.resolve("own one.json"), new int[][] {{1, 0}, {1, 1}, {0, 1}});
        OwnFiles.write(work.resolve("own two.json"), new int[][] {{0, 0}, {1, 0}, {0, 1}});
        List<String> own = List.of("--by", "own", "--threshold", "0.5", "--rollouts", in("own one.json"), in("own two.json"));
        run(with(own, "evaluate", "--json", out("their own.json")));
        run(with(own, "report", "--out", out("own report")));
        run("calibrate", "--suite", in("suite.json"), "--similarity", "table:" + in("cups.json"), "--json", out("calibration.json"));
        run("export", "--rollouts", in("gamma/run_1.jsonl"), "--line", "1", "--format", "atif", "--out", out("of a folder.json"));
        run("export", "--rollouts", in("gamma/run_1.jsonl"), "--line", "1", "--format", "atif", "--model", "delta", "--out",
                out("of another name.json"));
        run("export", "--rollouts", in("rollout_product_alpha.jsonl"), "--line", "2", "--format", "html", "--annotations",
                work.resolve(".shoptrace/annotations").toString(), "--out", out("annotated.html"));
        run(with(scored, "diagnose", "--json", out("diagnosis.json"), "--steps", "20"));
        run("doubts", "--tasks", in("tasks.jsonl"), in("shop tasks.jsonl"), "--catalog", in("catalogue"), "--json", out("doubts.json"));
        run("annotations", "agreement", "--workspace", work.toString(), "--json", out("agreement.json"));
        run("annotations", "export", "--workspace", work.toString(), "--out", out("notes.csv"));
        run("annotations", "export", "--workspace", work.toString(), "--out", out("notes.jsonl"));
        run("search", "--workspace", work.toString(), "--json", out("found.json"), "--similarity", "table:" + in("titles.json"), "price");
        run("convert", "--rollouts", in("rollout_product_alpha.jsonl"), "--to", "atif", "--out", out("converted.jsonl"), "--json",
                out("conversion.json"));
        run("convert", "--rollouts", in("rollout_product_alpha.jsonl"), "--to", "html", "--out", out("converted pages"));
        for (String format : List.of("html", "atif", "messages", "benchmark")) {
            List<String> known = format.equals("html")
                    ? List.of("--tasks", in("tasks.jsonl"), "--catalog", in("catalogue"), "--similarity", "table:" + in("titles.json"))
                    : List.of();
            run(with(known, "export", "--rollouts", in("rollout_product_alpha.jsonl"), "--line", "2", "--format", format, "--out",
                    out("run." + format + "." + (format.equals("html") ? "html" : format.equals("atif") ? "json" : "jsonl"))));
        }
    }

    @Test
    void everyFileSaysWhereItCameFrom() throws Exception {
        List<Path> files = files();
        assertTrue(files.size() > 40, files.toString());
        List<Sidecar> sidecars = new ArrayList<>();
        for (Path file : files) {
            if (Sidecar.isName(file.getFileName().toString())) {
                sidecars.add(Sidecar.read(Files.readAllBytes(file)).orElseThrow());
            }
        }
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            boolean says = Sidecar.isName(file.getFileName().toString())
                    || CarriedProvenance.in(file.getFileName().toString(), content).isPresent()
                    || sidecars.stream().anyMatch(sidecar -> sidecar.speaksFor(content));
            assertTrue(says, file + " does not say where it came from");
        }
        for (String name : List.of("report/report.html", "report/asr.svg", "report/asr.png", "evaluation of mine.json", "found.json")) {
            Path file = exports.resolve(name);
            assertTrue(CarriedProvenance.in(name, Files.readAllBytes(file)).isPresent(), name + " carries it, wherever it is copied");
        }
    }

    /// What people said is on the page, and the model has the name that its folder or an option gave it.
    @Test
    void whatANameOrAFolderGaveIsInIt() throws Exception {
        String annotated = Files.readString(exports.resolve("annotated.html"));
        assertTrue(annotated.contains("wrong variant") || annotated.contains("wrong_variant"), annotated);
        assertTrue(Files.readString(exports.resolve("of a folder.json")).contains("\"model_name\": \"gamma\""));
        String renamed = Files.readString(exports.resolve("of another name.json"));
        assertTrue(renamed.contains("\"model_name\": \"delta\""), renamed);
        assertTrue(renamed.contains("--model delta"), renamed);
    }

    @Test
    void nothingNamesTheFolderThatItWasMadeIn() throws Exception {
        for (Path file : files()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertFalse(text.contains(temporary.toString()), file.toString());
        }
    }

    @Test
    void everythingComesOutTheSameElsewhereInAnotherLanguage() throws Exception {
        Path moved = moved();
        Path handed = copied(exports, temporary.resolve("handed further"));
        Locale before = Locale.getDefault();
        try (Stream<Path> each = Files.list(handed)) {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            for (Path export : each.sorted().toList()) {
                CommandLineRun run = CommandLineRun.of("verify", export.toString(), "--inputs", moved.toString());
                assertEquals(0, run.exitCode(), export + "\n" + run.out() + run.err());
                assertTrue(run.out().lines().anyMatch(line -> line.endsWith(": same")), run.out());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    /// As somebody else has it: one processor, another language and time, and nothing beside it.
    @Test
    void everythingComesOutTheSameInAnotherProcess() throws Exception {
        Path moved = moved();
        for (List<String> language : List.of(
                List.of("-Duser.language=ar", "-Duser.country=EG"), List.of("-Duser.language=tr", "-Duser.country=TR"))) {
            Process process = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), language.get(0), language.get(1),
                    "-Duser.timezone=Asia/Kathmandu",
                    "-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                    absoluteClassPath(),
                    "org.shoptrace.app.Launcher", "verify", exports.resolve("report").toString(), "--inputs", moved.toString())
                    .directory(moved.toFile()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), language + "\n" + said);
        }
    }

    /// Of two files of one name every table tells which of them a run is in.
    @Test
    void filesOfOneNameAreToldApartInEveryTable() throws Exception {
        Path other = Files.createDirectories(work.resolve("epsilon"));
        unpacked(GoldenSet.rollouts("product", "alpha"), "epsilon/run_1.jsonl");
        Path report = temporary.resolve("of one name");
        run("report", "--catalog", in("catalogue"), "--tasks", in("tasks.jsonl"), "--rollouts", in("gamma/run_1.jsonl"),
                other.resolve("run_1.jsonl").toString(), "--similarity", "table:" + in("titles.json"), "--out", report.toString());
        for (String table : List.of("failed_runs.csv", "failures.csv")) {
            String csv = Files.readString(report.resolve(table));
            assertFalse(csv.contains(",run_1.jsonl:"), csv);
        }
        String failed = Files.readString(report.resolve("failed_runs.csv"));
        assertTrue(failed.contains(",gamma/run_1.jsonl:") && failed.contains(",epsilon/run_1.jsonl:"), failed);
        FileTree.delete(other);
    }

    @Test
    void aChangedCellIsNamed() throws Exception {
        Path handed = copied(exports.resolve("report"), temporary.resolve("changed"));
        Path figures = handed.resolve("figures.csv");
        String csv = Files.readString(figures);
        List<String> cells = new ArrayList<>(Arrays.asList(csv.lines().toList().get(1).split(",", -1)));
        String was = cells.set(2, "99");
        Files.writeString(figures, csv.replace(csv.lines().toList().get(1), String.join(",", cells)));
        CommandLineRun run = CommandLineRun.of("verify", handed.toString(), "--inputs", work.toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("figures.csv: differs: row 2, column successes: “99”, made again “" + was + "”"), run.out());
        assertTrue(run.out().contains("report.html: same"), run.out());
        assertTrue(run.out().contains("figures.json: same"), run.out());
    }

    @Test
    void aTableAndAPictureAloneAreFoundAgain() throws Exception {
        Path alone = Files.createDirectories(temporary.resolve("alone"));
        Path table = Files.copy(exports.resolve("report/figures.csv"), alone.resolve("table 2.csv"));
        CommandLineRun lost = CommandLineRun.of("verify", table.toString(), "--inputs", work.toString());
        assertEquals(1, lost.exitCode());
        assertTrue(lost.err().contains("nothing says where the file comes from"), lost.err());
        Path picture = Files.copy(exports.resolve("report/asr.png"), alone.resolve("asr.png"));
        assertEquals(0, CommandLineRun.of("verify", picture.toString(), "--inputs", work.toString()).exitCode());
        Path drawing = alone.resolve("asr.svg");
        Files.writeString(drawing, Files.readString(exports.resolve("report/asr.svg")).replace(">alpha<", ">gamma<"));
        CommandLineRun wrong = CommandLineRun.of("verify", drawing.toString(), "--inputs", work.toString());
        assertEquals(1, wrong.exitCode());
        assertTrue(wrong.out().contains("it says “gamma”, made again “alpha”"), wrong.out());
    }

    /// Whoever changes a file might take it off the list, and what a page says might be another than what lies beside it.
    @Test
    void whatIsListedIsHeldAgainstWhatIsMadeAgain() throws Exception {
        Path handed = copied(exports.resolve("report"), temporary.resolve("off the list"));
        changed(handed.resolve("provenance.json"), "\\{\\s*\"name\": \"figures.csv\",\\s*\"sha256\": \"[0-9a-f]+\"\\s*},", "");
        changed(handed.resolve("figures.csv"), ",0\\.\\d", ",0.9");
        changed(handed.resolve("report.html"), "&quot;seed&quot;:\\d+", "&quot;seed&quot;:77");
        changed(handed.resolve("asr.svg"), "(<rect class=\"[^\"]+\"[^>]* width=\")[\\d.]+", "$1321");
        Files.delete(handed.resolve("funnel.csv"));
        Files.writeString(handed.resolve("notes of mine.txt"), "x");
        CommandLineRun run = CommandLineRun.of("verify", handed.toString(), "--inputs", work.toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("figures.csv: differs: row 2, column "), run.out());
        assertTrue(run.out().contains("report.html: differs: provenance.seed is “77”"), run.out());
        assertTrue(run.out().contains("asr.svg: differs: width of <rect>"), run.out());
        assertTrue(run.out().contains("asr.png: same"), run.out());
        assertTrue(run.out().contains("funnel.csv: differs: it is missing"), run.out());
        assertTrue(run.out().contains("provenance.json: differs: it does not list figures.csv"), run.out());
        assertTrue(run.out().contains("notes of mine.txt: not part of the export"), run.out());
        Files.delete(handed.resolve("provenance.json"));
        CommandLineRun without = CommandLineRun.of("verify", handed.toString(), "--inputs", work.toString());
        assertEquals(1, without.exitCode());
        assertTrue(without.out().contains("figures.csv: differs: row 2, column "), without.out());
        assertTrue(without.out().contains("wrong_claims.csv: same"), without.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "products": \\d+                  | "products": 9          | provenance.catalogue.products
            "comparable_with_published": \\w+ | "comparable_with_published": 9 | provenance.similarity.comparable_with_published
            "model": "[^"]+"                   | "model": "best"        | provenance.similarity.model
            "profile": "[^"]+"                 | "profile": "mine"      | provenance.profile
            "data_date": "....                 | "data_date": "1999     | provenance.data_date
            "command": "shoptrace              | "command": "my         | provenance.command
            """)
    void whatTheFileBesideSaysIsHeldToo(String was, String is, String named) throws Exception {
        Path alone = Files.createTempDirectory(temporary, "beside");
        Path table = Files.copy(exports.resolve("report/figures.csv"), alone.resolve("figures.csv"));
        Path beside = Files.copy(exports.resolve("report/provenance.json"), alone.resolve("provenance.json"));
        changed(beside, was, is);
        CommandLineRun run = CommandLineRun.of("verify", table.toString(), "--inputs", work.toString());
        assertEquals(1, run.exitCode(), run.out() + run.err());
        assertTrue(run.out().contains("provenance.json: differs: " + named), run.out() + run.err());
    }

    @Test
    void aHashThatIsNoFilesIsNamed() throws Exception {
        Path handed = copied(exports.resolve("report"), temporary.resolve("another hash"));
        changed(handed.resolve("provenance.json"), "(\"name\": \"figures.csv\",\\s*\"sha256\": \")....", "$10000");
        CommandLineRun run = CommandLineRun.of("verify", handed.toString(), "--inputs", work.toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("provenance.json: differs: the SHA-256 of figures.csv is not that of the file"), run.out());
        assertTrue(run.out().contains("figures.csv: same"), run.out());
    }

    @Test
    void aTableOfAnotherNameIsFoundByItsContent() throws Exception {
        Path alone = Files.createDirectories(temporary.resolve("renamed"));
        Path table = Files.copy(exports.resolve("report/figures.csv"), alone.resolve("table 2.csv"));
        CommandLineRun run = CommandLineRun.of("verify", table.toString(), "--inputs", work.toString(), exports.toString());
        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertTrue(run.out().contains("table 2.csv: same"), run.out());
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        Path moved = moved();
        Files.writeString(moved.resolve("tasks.jsonl"), Files.readString(moved.resolve("tasks.jsonl")) + "\n");
        FileTree.delete(moved.resolve("catalogue"));
        Files.delete(moved.resolve("documents.jsonl"));
        CommandLineRun run = CommandLineRun.of("verify", exports.resolve("diagnosis.json").toString(), "--inputs", moved.toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("missing: Tasks tasks.jsonl, SHA-256 "), run.out());
        assertTrue(run.out().contains("missing: a catalogue with the fingerprint "), run.out());
    }

    @Test
    void wrongUsageAndForeignWordsAreRefused() throws Exception {
        assertEquals(2, CommandLineRun.of("verify").exitCode());
        assertEquals(2, CommandLineRun.of("verify", exports.toString(), "--inputs", out("nowhere")).exitCode());
        assertEquals(1, CommandLineRun.of("verify", out("nowhere")).exitCode());
        Path harmful = Files.createDirectories(temporary.resolve("harmful")).resolve("evaluation.json");
        String json = Files.readString(exports.resolve("evaluation of mine.json"));
        String out = "\\{\\s*\"out\": \"evaluation.json\"\\s*}";
        Files.writeString(harmful, json.replaceFirst(out, "\"" + temporary.resolve("written.json") + "\""));
        assertFalse(Files.readString(harmful).equals(json));
        CommandLineRun run = CommandLineRun.of("verify", harmful.toString(), "--inputs", work.toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("would read or write a file of its own"), run.err());
        assertFalse(Files.exists(temporary.resolve("written.json")));
    }

    private static void changed(Path file, String was, String is) throws IOException {
        String text = Files.readString(file);
        String changed = text.replaceFirst(was, is);
        assertFalse(changed.equals(text), file + " has no " + was);
        Files.writeString(file, changed);
    }

    /// The same files in another folder, with other times and one of them under another name.
    private static Path moved() throws IOException {
        Path moved = copied(work, Files.createTempDirectory(temporary, "elsewhere").resolve("below"));
        Files.move(moved.resolve("rollout_product_alpha.jsonl"), moved.resolve("runs of january.txt"));
        return moved;
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(place);
                } else {
                    Files.write(place, Files.readAllBytes(file));
                }
            }
        }
        return to;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(exports)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static RunId second(Path rollouts) throws Exception {
        try (RolloutFile file = new RolloutFile(rollouts, temporary)) {
            return file.index(_ -> {}, Progress.NONE).entries().get(1).summary().id();
        }
    }

    private static void unpacked(Path packed, String name) throws IOException {
        try (var in = FileInput.open(packed)) {
            Files.write(work.resolve(name), in.readAllBytes());
        }
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElse("");
    }

    private static List<String> with(List<String> options, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(1, options);
        return all;
    }

    private static void run(List<String> words) {
        run(words.toArray(String[]::new));
    }

    private static void run(String... words) {
        CommandLineRun run = CommandLineRun.of(words);
        assertEquals(0, run.exitCode(), String.join(" ", words) + "\n" + run.err());
    }

    private static String in(String name) {
        return work.resolve(name).toString();
    }

    private static String out(String name) {
        return exports.resolve(name).toString();
    }
}
