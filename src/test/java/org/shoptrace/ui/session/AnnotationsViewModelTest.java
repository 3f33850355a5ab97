package org.shoptrace.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.annotate.AnnotatorFile;
import org.shoptrace.core.annotate.LabelSet;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Queue;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.kit.Notices;

class AnnotationsViewModelTest {
    private static final RunId RUN = new RunId("1".repeat(64));
    private static final Subject WHOLE = new Subject.OfRun(RUN);

    @TempDir
    private Path temp = Path.of("");

    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final Notices notices = new Notices();
    private final List<Runnable> watchers = new ArrayList<>();
    private final List<AnnotationStore> ended = new ArrayList<>();

    private AnnotationsViewModel model(JobRunner jobs) {
        AnnotationFolder folder = (store, changed) -> {
            watchers.add(changed);
            return () -> ended.add(store);
        };
        return new AnnotationsViewModel(workspace, jobs, notices, folder, new AnnotatorFile(temp.resolve("config")));
    }

    private static Statement label(String label) {
        return new Statement(new LinkedHashSet<>(List.of(label)), "", Optional.empty(), Statement.EMPTY.overrule(), List.of());
    }

    private Path storage() {
        return temp.resolve("workspace").resolve(".shoptrace");
    }

    @BeforeEach
    void aFolder() throws Exception {
        Files.createDirectories(temp.resolve("workspace"));
    }

    private void open() {
        given.folder(WorkspaceFolder.of(temp.resolve("workspace"), temp.resolve("data")));
    }

    @Test
    void theNameIsAskedOnceForAllWorkspaces() {
        AnnotationsViewModel first = model(new DirectJobRunner());
        open();
        assertFalse(first.canAnnotate());
        first.setAuthor("  ");
        assertEquals("", first.authorProperty().get());
        first.setAuthor(" ann ");
        assertTrue(first.canAnnotate());
        assertEquals("ann", model(new DirectJobRunner()).authorProperty().get());
    }

    @Test
    void labelsAppearByRunAndGoWithTheWorkspace() {
        AnnotationsViewModel model = model(new DirectJobRunner());
        model.setAuthor("ann");
        open();
        List<String> saved = new ArrayList<>();
        model.state(WHOLE, label("wrong"), Occasion.UNKNOWN, () -> saved.add("saved"));
        assertEquals(List.of("saved"), saved);
        assertEquals(Map.of(RUN, Set.of("wrong")), Map.copyOf(model.annotationsProperty().get().labelsByRun()));
        model.undo();
        assertEquals(Map.of(), model.annotationsProperty().get().labelsByRun());
        model.redo();
        given.clear("another");
        assertEquals(1, ended.size());
        assertEquals(Map.of(), model.annotationsProperty().get().labelsByRun());
        open();
        assertEquals(Set.of("wrong"), model.annotationsProperty().get().labels(RUN));
    }

    @Test
    void anotherWindowsAnnotationsAppearByThemselves() throws Exception {
        AnnotationsViewModel model = model(new DirectJobRunner());
        open();
        try (AnnotationStore other = new AnnotationStore(storage().resolve(AnnotationStore.FOLDER), List.of())) {
            other.state("bob", WHOLE, label("his"), Occasion.UNKNOWN);
        }
        watchers.getLast().run();
        assertEquals(Set.of("his"), model.annotationsProperty().get().labels(RUN));
    }

    @Test
    void writesAreDoneInTheOrderInWhichTheyWereAskedFor() {
        LateJobRunner jobs = new LateJobRunner();
        AnnotationsViewModel model = model(jobs);
        model.setAuthor("ann");
        jobs.finish(0);
        open();
        int labelsJob = 1;
        int reading = 2;
        jobs.finish(labelsJob);
        model.state(WHOLE, label("first"), Occasion.UNKNOWN, () -> {});
        model.state(WHOLE, label("second"), Occasion.UNKNOWN, () -> {});
        assertEquals(3, jobs.started(), "one at a time");
        jobs.finish(reading);
        assertEquals(4, jobs.started());
        jobs.finish(3);
        assertEquals(Set.of("first"), model.annotationsProperty().get().labels(RUN));
        jobs.finish(4);
        assertEquals(Set.of("second"), model.annotationsProperty().get().labels(RUN));
    }

    @Test
    void aFailureIsShownAndTheNextWriteGoesOn() throws Exception {
        AnnotationsViewModel model = model(new DirectJobRunner());
        model.setAuthor("ann");
        open();
        Files.createDirectories(storage());
        Path inTheWay = Files.writeString(storage().resolve(AnnotationStore.FOLDER), "a file");
        List<String> saved = new ArrayList<>();
        model.state(WHOLE, label("lost"), Occasion.UNKNOWN, () -> saved.add("saved"));
        assertEquals(List.of(), saved);
        assertTrue(notices.open().getFirst().summary().contains("could not be saved"), notices.open().toString());
        Files.delete(inTheWay);
        model.state(WHOLE, label("kept"), Occasion.UNKNOWN, () -> saved.add("saved"));
        assertEquals(List.of("saved"), saved);
        assertEquals(List.of(), notices.open(), "it does not hold any more");
    }

    @Test
    void aFailureStaysUntilAllThatItIsAboutIsSaved() throws Exception {
        AnnotationsViewModel model = model(new DirectJobRunner());
        model.setAuthor("ann");
        open();
        Files.createDirectories(storage());
        Path inTheWay = Files.writeString(storage().resolve(AnnotationStore.FOLDER), "a file");
        Subject other = new Subject.OfStep(RUN, 1);
        model.state(WHOLE, label("lost"), Occasion.UNKNOWN, () -> {});
        model.state(other, label("lost"), Occasion.UNKNOWN, () -> {});
        Files.delete(inTheWay);
        model.state(WHOLE, label("kept"), Occasion.UNKNOWN, () -> {});
        assertEquals(1, notices.open().size(), "the other is still in its form");
        model.draft(other, label("kept"), () -> {});
        assertEquals(List.of(), notices.open());
    }

    @Test
    void aBlindQueueHidesOthersUntilOnesOwnIsSubmitted() throws Exception {
        AnnotationsViewModel model = model(new DirectJobRunner());
        model.setAuthor("ann");
        open();
        try (AnnotationStore other = new AnnotationStore(storage().resolve(AnnotationStore.FOLDER), List.of())) {
            other.state("bob", WHOLE, label("his"), Occasion.UNKNOWN);
        }
        model.makeQueue("all", true, List.of(RUN), _ -> {});
        assertEquals(Set.of(), model.annotationsProperty().get().labels(RUN));
        model.state(WHOLE, label("mine"), Occasion.UNKNOWN, () -> {});
        assertEquals(Set.of("his", "mine"), model.annotationsProperty().get().labels(RUN));
        model.undo();
        assertEquals(Set.of(), model.annotationsProperty().get().labels(RUN));
        model.workOn(Optional.empty());
        assertEquals(Set.of("his"), model.annotationsProperty().get().labels(RUN));
    }

    @Test
    void theWorkspaceMayBringItsOwnLabels() throws Exception {
        Files.createDirectories(storage());
        Files.writeString(storage().resolve("labels.json"), "{\"labels\":[\"paged too little\"]}");
        AnnotationsViewModel model = model(new DirectJobRunner());
        open();
        assertEquals(List.of("paged too little"), model.labelSetProperty().get().labels().stream().map(LabelSet.Label::name).toList());
        given.clear("none");
        assertEquals(LabelSet.FAILURE_CLASSES, model.labelSetProperty().get());
    }

    @Test
    void whatCannotBeReadIsToldAndKept() throws Exception {
        Path folder = Files.createDirectories(storage().resolve(AnnotationStore.FOLDER));
        Files.writeString(folder.resolve("x.jsonl"), "{\"v\":3,\"id\":\"a\"}\n{\"v\":1,\"id\":\"b\",\"ti");
        AnnotationsViewModel model = model(new DirectJobRunner());
        open();
        assertEquals(1, model.newer());
        assertEquals(2, notices.open().size());
        assertTrue(notices.open().getFirst().summary().contains("newer version"));
        assertTrue(notices.open().getLast().summary().contains("x.jsonl:2: cut off"));
        watchers.getLast().run();
        assertEquals(2, notices.open().size(), "told once");
    }

    @Test
    void importAndExportGoThroughFiles() throws Exception {
        AnnotationsViewModel model = model(new DirectJobRunner());
        model.setAuthor("ann");
        open();
        model.state(WHOLE, label("mine"), Occasion.UNKNOWN, () -> {});
        Path out = temp.resolve("out.jsonl");
        Path table = temp.resolve("out.csv");
        model.exportTo(out, () -> {});
        model.exportTo(table, () -> {});
        assertTrue(Files.readString(table).contains(",mine,"));
        given.clear("another");
        Files.createDirectories(temp.resolve("other"));
        given.folder(WorkspaceFolder.of(temp.resolve("other"), temp.resolve("data")));
        List<AnnotationStore.Imported> imported = new ArrayList<>();
        model.importFrom(List.of(out), imported::add);
        assertEquals(1, imported.getFirst().added());
        assertEquals(Set.of("mine"), model.annotationsProperty().get().labels(RUN));
    }

    @Test
    void whatWaitsToBeWrittenIsWrittenWhenTheWorkspaceOrTheWindowCloses() throws Exception {
        LateJobRunner jobs = new LateJobRunner();
        AnnotationsViewModel model = model(jobs);
        model.setAuthor("ann");
        open();
        model.state(WHOLE, label("first"), Occasion.UNKNOWN, () -> {});
        model.keepingDrafts(() -> model.draft(WHOLE, label("second"), () -> {}), () -> {});
        given.clear("another");
        try (AnnotationStore reading = new AnnotationStore(storage().resolve(AnnotationStore.FOLDER), List.of())) {
            assertEquals(Set.of("first"), reading.read().annotations().labels(RUN));
            assertEquals(Optional.of(label("second")), reading.read().annotations().draft("ann", WHOLE),
                    "the form was asked while the workspace was open");
        }
    }

    @Test
    void theNewQueueIsWorkedOnThoughAnothersClockIsAhead() throws Exception {
        AnnotationsViewModel model = model(new DirectJobRunner());
        model.setAuthor("ann");
        open();
        String ahead = "{\"v\":1,\"id\":\"x\",\"time\":\"2999-01-01T00:00:00Z\",\"author\":\"bob\",\"kind\":\"queued\","
                + "\"name\":\"his\",\"blind\":false,\"runs\":[\""
                + RUN.sha256() + "\"]}\n";
        Files.createDirectories(storage().resolve(AnnotationStore.FOLDER));
        Files.writeString(storage().resolve(AnnotationStore.FOLDER).resolve("bob-1.jsonl"), ahead);
        model.makeQueue("mine", true, List.of(RUN), _ -> {});
        assertEquals(Optional.of("mine"), model.queueProperty().get().map(Queue::name));
    }

    /// A place that is typed may be that of a file of the workspace.
    @Test
    void anExportTakesTheRunsPlaceNever() throws Exception {
        AnnotationsViewModel model = model(new DirectJobRunner());
        open();
        Path runs = Files.writeString(
                Files.createDirectories(temp.resolve("workspace")).resolve("runs.jsonl"),
                "[{\"completion\":{\"message\":{\"think\":\"t\"}},\"extra_info\":{\"query\":\"a wallet\"}}]\n");
        String before = Files.readString(runs);
        model.exportTo(runs, () -> {});
        assertEquals(before, Files.readString(runs));
        assertTrue(notices.open().getLast().toString().contains("never written over"), notices.open()::toString);
    }
}
