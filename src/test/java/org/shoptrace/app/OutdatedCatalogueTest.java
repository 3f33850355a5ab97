package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.json.Json;

/// Documents that are changed after they were indexed mark what is made with the catalogue.
class OutdatedCatalogueTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void index() throws Exception {
        try (var in = FileInput.open(GoldenSet.DOCUMENTS)) {
            Files.write(folder.resolve("documents.jsonl"), in.readAllBytes());
        }
        try (var in = FileInput.open(GoldenSet.rollouts("product", "alpha"))) {
            Files.write(folder.resolve("runs.jsonl"), in.readAllBytes());
        }
        assertEquals(0, CommandLineRun.of("index", "--documents", path("documents.jsonl"), "--catalog", path("catalogue")).exitCode());
    }

    @Test
    void aPriceThatWasChangedIsToldByEveryCommandAndInWhatItWrites() throws Exception {
        assertFalse(find().err().contains("changed"), "nothing has");
        changePrice();
        assertTrue(find().err().contains("documents.jsonl has changed since the catalogue was indexed"), find().err());
        assertTrue(find().out().startsWith("["), "standard output has the answer and nothing else");
        CommandLineRun evaluated = run("evaluate", "--json", path("figures.json"));
        assertTrue(evaluated.err().contains("documents.jsonl has changed since"), evaluated.err());
        Json.Obj written = (Json.Obj) JsonReader.read(Files.readAllBytes(folder.resolve("figures.json")));
        assertEquals(
                List.of(Json.of("documents.jsonl")),
                written.object("provenance").orElseThrow().object("catalogue").orElseThrow().items("changed_since_indexing"));
        run("report", "--no-diagnosis", "--out", path("report"));
        String sentence = "documents.jsonl has changed since the catalogue was indexed: what is made with it is of the documents as they"
                + " were.";
        assertTrue(Files.readString(folder.resolve("report/report.html")).contains("<p class=\"notice\">" + sentence));
        assertTrue(Files.readString(folder.resolve("report/methods.txt")).contains(sentence));
        assertEquals(List.of("documents.jsonl"), CarriedProvenance.in("asr.png", Files.readAllBytes(folder.resolve("report/asr.png")))
                .orElseThrow().catalogue().orElseThrow().changed());
    }

    /// What was made before the change still comes out the same: the index has the documents as they were.
    @Test
    void whatWasMadeBeforeStillComesOutTheSame() throws Exception {
        run("report", "--no-diagnosis", "--out", path("report"));
        run("evaluate", "--json", path("figures.json"));
        changePrice();
        for (String export : List.of("report", "figures.json")) {
            CommandLineRun verified = CommandLineRun.of("verify", path(export), "--inputs", folder.toString(), GoldenSet.FOLDER.toString());
            assertEquals(0, verified.exitCode(), verified.out() + verified.err());
        }
    }

    @Test
    void aChangeThatLeavesSizeAndTimeIsSeenAndSoIsThatItWasTakenBack() throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("documents.jsonl"));
        FileTime time = Files.getLastModifiedTime(folder.resolve("documents.jsonl"));
        changePrice();
        Files.setLastModifiedTime(folder.resolve("documents.jsonl"), time);
        assertEquals(before.length, Files.size(folder.resolve("documents.jsonl")));
        assertEquals(List.of("documents.jsonl"), changed());
        Files.write(folder.resolve("documents.jsonl"), before);
        assertEquals(List.of(), changed(), "another time, and the same bytes");
        Files.delete(folder.resolve("documents.jsonl"));
        assertEquals(List.of(), changed(), "what is gone tells nothing");
    }

    @Test
    void bothCanBeMovedTogether() throws Exception {
        Path elsewhere = folder.resolveSibling(folder.getFileName() + " moved");
        Files.move(folder, elsewhere);
        try {
            Path documents = elsewhere.resolve("documents.jsonl");
            Files.writeString(documents, Files.readString(documents).replaceFirst("\"price\"", "\"prise\""));
            try (Sandbox sandbox = LuceneSandbox.open(elsewhere.resolve("catalogue"))) {
                assertEquals(List.of("documents.jsonl"), sandbox.info().changed(Progress.NONE));
            }
        } finally {
            Files.move(elsewhere, folder);
        }
    }

    private List<String> changed() throws Exception {
        try (Sandbox sandbox = LuceneSandbox.open(folder.resolve("catalogue"))) {
            return sandbox.info().changed(Progress.NONE);
        }
    }

    private void changePrice() throws Exception {
        Path documents = folder.resolve("documents.jsonl");
        String text = Files.readString(documents);
        String changed = text.replaceFirst("(\"price\": ?)\\d", "$19");
        Files.writeString(documents, changed.equals(text) ? text.replaceFirst("(\"price\": ?)\\d", "$18") : changed);
        assertFalse(Files.readString(documents).equals(text));
    }

    private CommandLineRun find() {
        return CommandLineRun.of("find", "--catalog", path("catalogue"), "--q", "case");
    }

    private CommandLineRun run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command, "--catalog", path("catalogue"), "--tasks", GoldenSet.file("tasks_product.jsonl").toString(), "--rollouts",
                path("runs.jsonl"), "--similarity", "table:" + GoldenSet.file("title_similarity.json")));
        words.addAll(List.of(more));
        CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
