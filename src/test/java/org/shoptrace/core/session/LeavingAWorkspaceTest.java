package org.shoptrace.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.Catalogs;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
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
    void aRunThatMovesWhileItWaitsToBeDiagnosedIsDiagnosedWhereItStands() throws Exception {
        int diagnosing = openUpToTheDiagnosis();
        int looking = jobs.started();
        session.written(before(rollouts()));
        jobs.finish(looking);
        jobs.finish(diagnosing);
        finishFrom(looking + 1);
        assertEquals(List.of("before", "a"), queries());
        assertInstanceOf(RunOutcome.Scored.class, outcome(1), "the first round looked for it on line 1");
    }

    @Test
    void aRunThatCouldNotBeReadBecauseItMovedIsDiagnosedOnceThatIsSeen() throws Exception {
        int diagnosing = openUpToTheDiagnosis();
        before(rollouts());
        jobs.finish(diagnosing);
        assertTrue(
                assertInstanceOf(RunOutcome.Unscorable.class, outcome(0)).why().startsWith("it cannot be read"), outcome(0)::toString);
        look(rollouts());
        assertEquals(List.of("before", "a"), queries());
        assertInstanceOf(RunOutcome.Scored.class, outcome(1));
    }

    @Test
    void aRunThatCannotBeReadInOneFileIsDiagnosedInAnotherAndNeverTriedAgainInTheFirst() throws Exception {
        int diagnosing = openUpToTheDiagnosis();
        String text = Files.readString(rollouts());
        Files.writeString(rollouts(), text.replace("\"t\"", "\"x\""));
        jobs.finish(diagnosing);
        Files.writeString(rollouts(), text);
        int tried = jobs.started();
        look(rollouts());
        assertEquals(tried + 1, jobs.started(), "looked at, not diagnosed: nothing has changed");
        assertInstanceOf(RunOutcome.Unscorable.class, outcome(0));
        look(Files.writeString(first.resolve("rollout_product_copy.jsonl"), text));
        assertEquals(List.of("a", "a"), queries());
        assertInstanceOf(RunOutcome.Scored.class, outcome(1));
    }

    @Test
    void ofAFileThatIsReplacedNothingIsKnownAnyMoreButWhatStandsElsewhereToo() throws Exception {
        session.open(first);
        finishFrom(0);
        Path copy = Files.writeString(first.resolve("rollout_product_copy.jsonl"), Files.readString(rollouts()));
        look(copy);
        before(copy);
        look(copy);
        assertEquals(2, session.workspace().facts().size());
        Files.writeString(copy, RUN.replace("QUERY", "other"));
        look(copy);
        assertEquals(List.of("a", "other"), queries());
        List<RunId> listed = session.workspace().runs().stream().map(RunSummary::id).toList();
        assertEquals(Set.copyOf(listed), session.workspace().facts().keySet());
        assertEquals(Set.copyOf(listed), session.workspace().outcomes().keySet());
    }

    @Test
    void whatAllFindingsHangOnIsForgottenOfRunsThatAreNotListedToo() {
        session.open(first);
        finishFrom(0);
        RunId elsewhere = new RunId("e".repeat(64));
        session.scored(Map.of(elsewhere, new RunOutcome.Unscorable("as an evaluation of another file said")));
        int before = jobs.started();
        session.answer(session.workspace().identity().withStepLimit(OptionalInt.of(1)));
        finishFrom(before);
        assertInstanceOf(RunOutcome.Scored.class, outcome(0));
        assertInstanceOf(RunOutcome.NotScored.class, session.workspace().outcome(elsewhere));
    }

    /// Opens the first workspace; what waits then is the diagnosis.
    ///
    /// @return which job that is
    private int openUpToTheDiagnosis() {
        session.open(first);
        int next = 0;
        while (!session.workspace().isLoaded()) {
            jobs.finish(next++);
        }
        assertEquals(next + 1, jobs.started());
        return next;
    }

    private Path rollouts() {
        return first.resolve("rollout_product_m.jsonl");
    }

    /// Puts another run before those of a file.
    private static Path before(Path file) throws Exception {
        return Files.writeString(file, RUN.replace("QUERY", "before") + Files.readString(file));
    }

    private RunOutcome outcome(int run) {
        return session.workspace().outcome(session.workspace().runs().get(run).id());
    }

    @Test
    void ofWhatChangesOneIsToldInOrder() {
        List<String> told = new ArrayList<>();
        session.workspace().listen(change -> told.add(change.getClass().getSimpleName()));
        session.open(first);
        finishFrom(0);
        assertEquals(
                List.of(
                        "Cleared", "FolderKnown", "LookedThrough", "IdentityChanged", "Remarked", "ChoicesChanged", "TasksChanged",
                        "ChoicesChanged",
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
