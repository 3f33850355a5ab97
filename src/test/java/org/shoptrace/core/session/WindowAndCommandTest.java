package org.shoptrace.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.score.ChosenScorer;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;

/// A window and a command that open one workspace know the same of it, and what the one has found out the other does not find out again.
class WindowAndCommandTest {
    private static final String DOCUMENT = """
            {"id":"7","contents":"red kettle\\n\\n","product":{"product_id":"7","shop_id":"1","title":"red kettle","price":120.0,\
            "sold_count":3,"sku_options":{},"attributes":{},"service":["COD"]}}
            """;
    private static final String TASK = """
            {"query":"a red kettle","reward":{"product_id":"7","title":["red kettle"],"service":["COD"]}}
            """;

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path userData = Path.of("");

    private final ToldComplaints complaints = new ToldComplaints();
    private final LuceneCatalogs catalogs = new LuceneCatalogs();
    /// How often titles were compared, which only a diagnosis does.
    private final AtomicInteger compared = new AtomicInteger();

    @BeforeEach
    void fill() throws Exception {
        Files.writeString(folder.resolve("catalogue.jsonl"), DOCUMENT + DOCUMENT.replace("\"7\"", "\"8\"").replace("red", "blue"));
        Files.writeString(folder.resolve("a.jsonl"), TASK);
        Files.writeString(folder.resolve("b.jsonl"), TASK.replace("[\"COD\"]", "[\"official\"]"));
        Files.writeString(folder.resolve("rollout_product_m1.jsonl"),
                run("a red kettle", "7") + run("a red kettle", "8") + run("no such query", "7")
                        + "[{\"prompt\":[],\"completion\":{},\"extra_info\":{\"query\":\"a red kettle\"}}]\n");
        Path documents = folder.resolve("catalogue.jsonl");
        catalogs.build(List.of(documents), place().catalog(documents), _ -> {}, Progress.NONE);
    }

    private WorkspaceFolder place() {
        return WorkspaceFolder.of(folder, userData);
    }

    /// What is known of every run.
    private record Known(Map<RunId, RunOutcome> outcomes, Map<RunId, RunFacts> facts, List<String> tasks, int comparisons) {
        static Known of(OpenWorkspace open, int comparisons) {
            List<String> tasks = new ArrayList<>();
            open.runs()
                    .forEach(run -> tasks.add(open.task(run).map(task -> task.source().toString()).orElseGet(() -> open.whyNoTask(run))));
            return new Known(new HashMap<>(open.outcomes()), new HashMap<>(open.facts()), tasks, comparisons);
        }

        Known without() {
            return new Known(outcomes, facts, tasks, 0);
        }
    }

    private WorkspaceSession session() {
        WorkspacePorts ports = new WorkspacePorts(
                catalogs, _ -> folder, sandbox -> ScoringProfile.SHOPPINGBENCH.with(sandbox::product, counting(), false), userData);
        return new WorkspaceSession(new DirectJobRunner(), complaints, ports);
    }

    private Known window() {
        compared.set(0);
        WorkspaceSession session = session();
        session.open(folder);
        return Known.of(session.workspace(), compared.get());
    }

    private Known command() throws Exception {
        compared.set(0);
        ChosenScorer scorer = new ChosenScorer(
                ScoringProfile.SHOPPINGBENCH, SimilarityChoice.parse("embedded"), (_, _) -> opened(counting()));
        try (WorkspaceVisit visit = WorkspaceVisit.to(place(), catalogs, complaints, Progress.NONE)) {
            visit.diagnose(scorer);
            return Known.of(visit.workspace(), compared.get());
        }
    }

    private static Similarities.Opened opened(TitleSimilarity similarity) {
        return new Similarities.Opened() {
            @Override
            public TitleSimilarity similarity() {
                return similarity;
            }

            @Override
            public void close() {}
        };
    }

    private TitleSimilarity counting() {
        return new TitleSimilarity() {
            @Override
            public String name() {
                return LiteralTitles.EQUAL.name();
            }

            @Override
            public boolean comparableWithPublished() {
                return false;
            }

            @Override
            public double similarity(String a, String b) {
                compared.incrementAndGet();
                return a.equals(b) ? 1 : 0;
            }
        };
    }

    /// Answers every question that the files leave open.
    private void answer() {
        WorkspaceSession session = session();
        session.open(folder);
        OpenWorkspace open = session.workspace();
        session.answer(open.identity()
                .withTaskFile("a red kettle", "b.jsonl")
                .withRun(open.runs().get(2).id(), Optional.of("a red kettle"))
                .withStepLimit(OptionalInt.of(1)));
    }

    @Test
    void theyKnowTheSameOfEveryRun() throws Exception {
        Known window = window();
        assertEquals(4, window.facts().size());
        forget();
        assertEquals(window.without(), command().without());
        forget();
        answer();
        Known answered = window();
        assertTrue(answered.outcomes().values().stream().filter(RunOutcome.Scored.class::isInstance).count() >= 3, answered::toString);
        forget();
        assertEquals(answered.without(), command().without());
    }

    @Test
    void whatTheWindowFoundOutTheCommandTakes() throws Exception {
        answer();
        Known window = window();
        Known command = command();
        assertEquals(window.without(), command.without());
        assertEquals(0, command.comparisons(), "nothing is diagnosed again");
    }

    @Test
    void whatTheCommandFoundOutTheWindowTakes() throws Exception {
        answer();
        forget();
        Known command = command();
        assertTrue(command.comparisons() > 0);
        Known window = window();
        assertEquals(command.without(), window.without());
        assertEquals(0, window.comparisons(), "nothing is diagnosed again");
    }

    @Test
    void whereNothingCanBeKeptEverythingIsFoundOutAllTheSame() throws Exception {
        Known before = window();
        forget();
        Files.writeString(place().storage().resolve("findings"), "no folder");
        complaints.told.clear();
        Known command = command();
        assertEquals(before.without(), command.without());
        assertEquals(1, complaints.told.stream().filter(told -> told.contains("cannot be kept")).count(), complaints.told::toString);
        complaints.told.clear();
        assertEquals(before.without(), window().without());
        assertEquals(1, complaints.told.stream().filter(told -> told.contains("cannot be kept")).count(), complaints.told::toString);
    }

    @Test
    void aFolderThatIsReadOnlyIsVisitedToo() throws Exception {
        Known window = window();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            WorkspaceFolder sealed = place();
            assertTrue(sealed.readOnly());
            Path documents = folder.resolve("catalogue.jsonl");
            catalogs.build(List.of(documents), sealed.catalog(documents), _ -> {}, Progress.NONE);
            assertEquals(window.without(), command().without());
            assertTrue(Files.isDirectory(sealed.storage().resolve("findings")), "kept among the user's data");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aVisitReadsOnlyWhatIsAskedFor() throws Exception {
        try (WorkspaceVisit visit = WorkspaceVisit.to(place(), catalogs, complaints, Progress.NONE)) {
            assertEquals(2, visit.found().taskFiles().size());
            assertEquals(List.of(), visit.workspace().tasks());
            assertInstanceOf(CatalogState.Unknown.class, visit.workspace().catalog());
            visit.readRuns();
            assertEquals(2, visit.workspace().tasks().size());
            assertEquals(4, visit.workspace().runs().size());
            assertInstanceOf(CatalogState.Unknown.class, visit.workspace().catalog());
            assertEquals(2, visit.sandbox().orElseThrow().size());
            assertEquals(Identity.NONE, visit.workspace().identity());
        }
    }

    private void forget() throws Exception {
        Path kept = place().storage().resolve("findings");
        if (Files.isDirectory(kept)) {
            try (var files = Files.list(kept)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(kept);
        }
    }

    private static String run(String query, String productId) {
        return """
                [{"prompt":[],"completion":{"reasoning_content":"","content":"","message":{"think":"t","tool_call":[\
                {"name":"recommend_product","parameters":{"product_ids":"%s"},"tool_call_id":"x"}],"obs":[{"tool_call_id":"x","results":"ok"}]}},\
                "extra_info":{"step":1,"query":"%s","timestamp":1}}]
                """
                .formatted(productId, query);
    }
}
