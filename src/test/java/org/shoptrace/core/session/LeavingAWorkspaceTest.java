package org.shoptrace.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Catalogs;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.ui.LateJobRunner;

/// A workspace that is left while something is still under way, and files that change while it is open.
class LeavingAWorkspaceTest {
    private static final String RUN = "[{\"completion\":{\"message\":{\"think\":\"t\",\"tool_call\":[{\"name\":\"recommend_product\","
            + "\"parameters\":{\"product_ids\":\"7\"}}]}},\"extra_info\":{\"step\":1,\"query\":\"QUERY\",\"timestamp\":1}}]\n";

    @TempDir
    private Path temp = Path.of("");

    private final LateJobRunner jobs = new LateJobRunner();
    private final ToldComplaints complaints = new ToldComplaints();
    private final List<String> closed = new ArrayList<>();
    private Path first = Path.of("");
    private Path second = Path.of("");
    private WorkspaceSession session = new WorkspaceSession(jobs, complaints, ports(Path.of("")));

    @BeforeEach
    void fill() throws Exception {
        first = workspace("first", "a");
        second = workspace("second", "b");
        session = new WorkspaceSession(jobs, complaints, ports(temp.resolve("user")));
    }

    private WorkspacePorts ports(Path userData) {
        return new WorkspacePorts(
                new ClosingSeen(), _ -> first,
                sandbox -> ScoringProfile.SHOPPINGBENCH.with(sandbox::product, LiteralTitles.EQUAL, false), userData);
    }

    private Path workspace(String name, String query) throws Exception {
        Path folder = Files.createDirectories(temp.resolve(name));
        Path documents = Files.writeString(folder.resolve("catalogue.jsonl"),
                "{\"id\":\"7\",\"contents\":\"kettle\",\"product\":{\"product_id\":\"7\",\"title\":\"kettle\",\"price\":120.0}}\n");
        new LuceneCatalogs().build(
                List.of(documents), folder.resolve(".shoptrace/catalog/catalogue.jsonl"), _ -> {}, Progress.NONE);
        Files.writeString(folder.resolve("tasks.jsonl"), "{\"query\":\"" + query + "\",\"reward\":{\"product_id\":\"7\"}}\n");
        Files.writeString(folder.resolve("rollout_product_m.jsonl"), RUN.replace("QUERY", query));
        return folder;
    }

    /// Lets all jobs run that are waiting, and those that they start.
    private void finishFrom(int job) {
        for (int i = job; i < jobs.started(); i++) {
            jobs.finish(i);
        }
    }

    private List<String> queries() {
        return session.workspace().runs().stream().map(run -> run.query().orElse("")).toList();
    }

    @Test
    void whatComesLateIsNeverShown() {
        session.open(first);
        jobs.finish(0);
        jobs.finish(1);
        int underWay = jobs.started();
        session.open(second);
        finishFrom(underWay);
        assertEquals(List.of("b"), queries());
        assertInstanceOf(RunOutcome.Scored.class, session.workspace().outcome(session.workspace().runs().getFirst().id()));
        assertTrue(session.workspace().isLoaded());
        List<String> wereUnderWay = List.of("Reading tasks", "Opening the catalogue", "Reading rollouts");
        assertTrue(jobs.cancelled().containsAll(wereUnderWay), jobs.cancelled()::toString);
        for (int i = 0; i < underWay; i++) {
            jobs.finish(i);
        }
        assertEquals(List.of("b"), queries());
        assertEquals(1, session.workspace().tasks().size());
        assertEquals(Optional.of(second), session.workspace().folder().map(place -> place.folder()));
        assertEquals(List.of(), complaints.told);
        assertEquals(List.of("first"), closed, "the sandbox that came late is closed, once; the other is open");
    }

    @Test
    void theSandboxOfAWorkspaceThatIsLeftIsClosedOnce() {
        session.open(first);
        finishFrom(0);
        assertEquals(List.of(), closed);
        int before = jobs.started();
        session.open(second);
        assertEquals(List.of("first"), closed);
        assertInstanceOf(CatalogState.Unknown.class, session.workspace().catalog());
        assertEquals(List.of(), queries());
        finishFrom(before);
        assertEquals(List.of("first"), closed);
    }

    @Test
    void aFileThatGrowsAndOneThatIsReplacedAreLookedAtAgain() throws Exception {
        session.open(first);
        finishFrom(0);
        Path rollouts = first.resolve("rollout_product_m.jsonl");
        Files.writeString(rollouts, Files.readString(rollouts) + RUN.replace("QUERY", "another"));
        look(rollouts);
        assertEquals(List.of("a", "another"), queries());
        assertEquals(2, session.workspace().outcomes().size(), "a run that was added is diagnosed");
        Files.writeString(rollouts, RUN.replace("QUERY", "x") + "\n");
        look(rollouts);
        assertEquals(List.of("x"), queries());
        assertEquals(
                new RunOutcome.Unscorable("no task file here asks its query"),
                session.workspace().outcome(session.workspace().runs().getFirst().id()));
    }

    @Test
    void ofWhatChangesOneIsToldInOrder() {
        List<String> told = new ArrayList<>();
        session.workspace().listen(change -> told.add(change.getClass().getSimpleName()));
        session.open(first);
        finishFrom(0);
        assertEquals(
                List.of(
                        "Cleared", "FolderKnown", "IdentityChanged", "Remarked", "ChoicesChanged", "TasksChanged", "ChoicesChanged",
                        "CatalogueChanged", "RunsAdded", "Loaded", "FoundOut"),
                told);
    }

    private void look(Path rollouts) {
        int before = jobs.started();
        session.written(rollouts);
        finishFrom(before);
    }

    /// Remembers whose sandbox was closed.
    private final class ClosingSeen implements Catalogs {
        private final LuceneCatalogs real = new LuceneCatalogs();

        @Override
        public boolean isCatalog(Path directory) {
            return real.isCatalog(directory);
        }

        @Override
        public Sandbox open(Path directory) throws ShoptraceException {
            return new SeenSandbox(real.open(directory), () -> closed.add(directory.getName(temp.getNameCount()).toString()));
        }

        @Override
        public CatalogInfo build(List<Path> documents, Path directory, Consumer<Rejection> rejections, Progress progress)
                throws ShoptraceException {
            return real.build(documents, directory, rejections, progress);
        }
    }

    private record SeenSandbox(Sandbox real, Runnable seen) implements Sandbox {
        @Override
        public CatalogInfo info() {
            return real.info();
        }

        @Override
        public FindAnswer find(FindRequest request) throws ShoptraceException {
            return real.find(request);
        }

        @Override
        public Optional<Product> product(String productId) throws ShoptraceException {
            return real.product(productId);
        }

        @Override
        public OptionalInt rank(String q, String productId) throws ShoptraceException {
            return real.rank(q, productId);
        }

        @Override
        public void close() {
            seen.run();
            real.close();
        }
    }
}
