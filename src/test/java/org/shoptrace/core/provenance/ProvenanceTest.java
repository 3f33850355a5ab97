package org.shoptrace.core.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.chart.Caption;
import org.shoptrace.core.chart.Print;
import org.shoptrace.core.chart.TextStyle;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.markup.HtmlPage;
import org.shoptrace.core.provenance.Making.Role;
import org.shoptrace.core.provenance.Provenance.From;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.model.json.Json;

class ProvenanceTest {
    private static final String RUN = "[{\"prompt\": [{\"role\": \"user\", \"content\": \"a wallet\"}], \"completion\": {\"message\": {}},"
            + " \"extra_info\": {\"step\": 1, \"query\": \"a wallet\", \"timestamp\": %s}}]\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void comesBackAsItWasWritten() throws Exception {
        Provenance provenance = SampleOrigin.provenance("f".repeat(64));
        String text = JsonWriter.indented(ProvenanceJson.encode(provenance));
        assertEquals(Optional.of(provenance), ProvenanceJson.decode(JsonReader.read(text)));
        assertEquals(Optional.of(Provenance.ofNothing()), ProvenanceJson.decode(ProvenanceJson.encode(Provenance.ofNothing())));
        assertEquals(Optional.empty(), ProvenanceJson.decode(JsonReader.read("{\"schema_version\": 99}")));
    }

    @Test
    void isCarriedByPagesPicturesAndJson() {
        Provenance provenance = SampleOrigin.provenance("f".repeat(64));
        Print print = Print.of("n", "t", new Caption("A & B <c>", TextStyle.PLAIN));
        HtmlPage page = new HtmlPage("t", "p{}", CarriedProvenance.inPage(provenance));
        page.body().element("p", "text");
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.html", bytes(page.text()));
        files.put("a.svg", CarriedChart.svg(print, Optional.empty(), provenance));
        files.put("a.png", CarriedChart.png(print, Optional.empty(), provenance));
        files.put("a.json", bytes(JsonWriter.compact(ProvenanceJson.last(Json.Obj.EMPTY, provenance))));
        files.forEach((name, content) -> assertEquals(Optional.of(provenance), CarriedProvenance.in(name, content), name));
        files.forEach((name, content) -> assertEquals(Optional.empty(), CarriedProvenance.in(name, bytes("spoilt")), name));
        Sidecar sidecar = Sidecar.of(provenance, files);
        assertEquals(Optional.of(sidecar), Sidecar.read(sidecar.content()));
        assertTrue(sidecar.speaksFor(files.getOrDefault("a.svg", new byte[0])));
        assertFalse(sidecar.speaksFor(bytes("spoilt")));
    }

    @Test
    void twoMakingsInTwoFoldersAreTheSameAndNameNoFolder() throws Exception {
        Provenance first = provenance(folder.resolve("one/deep"), 1767574812703L);
        assertEquals(first, provenance(folder.resolve("two"), 1767574812703L));
        String text = JsonWriter.compact(ProvenanceJson.encode(first));
        assertFalse(text.contains(folder.getFileName().toString()), text);
        assertEquals("shoptrace report --catalog CATALOG --tasks tasks.jsonl --rollouts a/runs.jsonl b/runs.jsonl --out out",
                first.command());
        assertEquals(List.of("a/runs.jsonl", "b/runs.jsonl"), first.of(Role.ROLLOUTS).stream().map(Provenance.Input::name).toList());
        assertEquals("2026-01-05T01:00:12Z", first.data().orElseThrow().newest().toString());
        assertNotEquals(first, provenance(folder.resolve("three"), 1767574899999L), "other runs");
    }

    @Test
    void runsWithoutTimesAreDatedByTheirFilesAndAGoneFileIsNamed() throws Exception {
        Path runs = Files.writeString(folder.resolve("runs.jsonl"), RUN.formatted("null"));
        Making making = Making.by("evaluate").files("--rollouts", Role.ROLLOUTS, List.of(runs, folder.resolve("gone.jsonl")));
        Provenance provenance = ExportOrigin.of(making, Settings.NONE, Optional.empty(), Progress.NONE).provenance();
        assertEquals(From.FILES, provenance.data().orElseThrow().from());
        assertEquals(
                List.of(true, false), provenance.inputs().stream().map(input -> input.sha256().isPresent()).toList());
    }

    /// The build's own file is the only other place that has it.
    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        Matcher version = Pattern.compile("<artifactId>shoptrace</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(version.find());
        assertEquals(version.group(1), Program.VERSION);
    }

    private static Provenance provenance(Path place, long time) throws Exception {
        Path a = Files.createDirectories(place.resolve("a")).resolve("runs.jsonl");
        Path b = Files.createDirectories(place.resolve("b")).resolve("runs.jsonl");
        Files.writeString(a, RUN.formatted("1767574800000"));
        Files.writeString(b, RUN.formatted(Long.toString(time)));
        Path tasks = Files.writeString(place.resolve("tasks.jsonl"), "{}\n");
        Making making = Making.by("report").catalogue().files("--tasks", Role.TASKS, List.of(tasks))
                .files("--rollouts", Role.ROLLOUTS, List.of(a, b)).out("--out", place.resolve("out"));
        return ExportOrigin.of(making, Settings.NONE, Optional.empty(), Progress.NONE).provenance();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
