package org.shoptrace.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;

class AnnotateViewModelTest {
    @TempDir
    private Path folder = Path.of("");

    private AnnotateFixture fixture;

    @BeforeEach
    void open() throws Exception {
        fixture = new AnnotateFixture(folder, new DirectJobRunner());
        fixture.model.setAuthor("ann");
    }

    @Test
    void speaksOfTheCurrentStepAndWhatIsInIt() {
        assertEquals(Optional.of(new Subject.OfStep(fixture.current(), 1)), fixture.model.subjectProperty().get());
        fixture.openRun.goToStep(2);
        assertEquals(Optional.of(new Subject.OfStep(fixture.current(), 2)), fixture.model.subjectProperty().get());
        assertTrue(fixture.model.subjects().contains(new Subject.OfRun(fixture.current())));
        assertTrue(fixture.model.subjects().stream().anyMatch(Subject.OfCall.class::isInstance));
        fixture.model.speakOf(new Subject.OfRun(fixture.current()));
        fixture.openRun.goToStep(1);
        assertEquals(Optional.of(new Subject.OfRun(fixture.current())), fixture.model.subjectProperty().get(), "the run stays the subject");
    }

    @Test
    void theNextRunIsSpokenOfInTheSameWay() {
        fixture.model.speakOf(new Subject.OfRun(fixture.current()));
        fixture.open(1);
        assertEquals(Optional.of(new Subject.OfRun(fixture.current())), fixture.model.subjectProperty().get());
    }

    @Test
    void submittingWritesAndOpensTheNextRun() throws Exception {
        Subject first = fixture.model.subjectProperty().get().orElseThrow();
        fixture.model.toggleLabel(2);
        fixture.model.note("stopped paging");
        fixture.model.submitAndGoOn(() -> {});
        assertEquals(fixture.runs.get(1).id(), fixture.current());
        Annotation kept = fixture.onDisk().by("ann", first).orElseThrow();
        assertEquals(Set.of("retrieved_not_viewed"), kept.statement().labels());
        assertEquals("stopped paging", kept.statement().note());
        assertEquals(fixture.runs.getFirst().query(), kept.occasion().query());
    }

    @Test
    void whatIsNotSubmittedIsADraftAfterARestart() throws Exception {
        fixture.model.note("half a thou");
        fixture.openRun.goToStep(2);
        assertEquals(Statement.EMPTY, fixture.model.statementProperty().get());
        AnnotateFixture again = new AnnotateFixture(folder, new DirectJobRunner());
        assertEquals("half a thou", again.model.statementProperty().get().note());
        assertTrue(again.model.isUnsubmitted());
        again.model.submit();
        assertFalse(again.model.isUnsubmitted());
    }

    @Test
    void undoAndRedoChangeTheFormToo() {
        fixture.model.toggleLabel(1);
        fixture.model.submit();
        fixture.model.undo();
        assertEquals(Statement.EMPTY, fixture.model.statementProperty().get());
        fixture.model.redo();
        assertEquals(Set.of("never_retrieved"), fixture.model.statementProperty().get().labels());
    }

    @Test
    void anotherAnnotatorsWordsAppearAndLeaveTheFormAlone() throws Exception {
        Subject subject = fixture.model.subjectProperty().get().orElseThrow();
        fixture.model.note("mine");
        try (AnnotationStore other = new AnnotationStore(folder.resolve(".shoptrace").resolve(AnnotationStore.FOLDER), List.of())) {
            other.state("bob", subject, Statement.EMPTY.withNote("his"), Occasion.UNKNOWN);
        }
        fixture.annotations.undo();
        assertEquals(List.of("his"), fixture.model.others().stream().map(each -> each.statement().note()).toList());
        assertEquals("mine", fixture.model.statementProperty().get().note());
    }

    @Test
    void aPieceOfTextIsMarkedByItsPlace() throws Exception {
        AnnotateViewModel.MarkedText text = fixture.model.texts().getFirst();
        fixture.model.mark(text, 2, 7);
        fixture.model.submit();
        var span = fixture.onDisk().by("ann", fixture.model.subjectProperty().get().orElseThrow()).orElseThrow().statement().spans()
                .getFirst();
        assertEquals(text.text().substring(2, 7), span.quote());
        fixture.model.unmark(span);
        assertEquals(List.of(), fixture.model.statementProperty().get().spans());
    }

    @Test
    void aFailedWriteKeepsTheRunOpenAndTheFormFilled() throws Exception {
        Files.createDirectories(folder.resolve(".shoptrace"));
        Files.writeString(folder.resolve(".shoptrace").resolve(AnnotationStore.FOLDER), "a file where a folder is due");
        fixture.model.toggleLabel(1);
        fixture.model.submitAndGoOn(() -> {});
        assertEquals(fixture.runs.getFirst().id(), fixture.current());
        assertEquals(Set.of("never_retrieved"), fixture.model.statementProperty().get().labels());
        assertFalse(fixture.notices.open().isEmpty());
    }

    @Test
    void aWorkspaceThatWasRenamedIsSaidToBeGoneAndDoesNotComeUpAgain() throws Exception {
        fixture.model.note("before");
        fixture.model.submit();
        Path moved = folder.resolveSibling(folder.getFileName() + " moved");
        Files.move(folder, moved);
        try {
            fixture.model.note("after");
            fixture.model.submit();

            assertEquals("after", fixture.model.statementProperty().get().note(), "it stays in the form");
            String said = fixture.notices.open().getLast().toString();
            assertTrue(said.contains("the workspace is no longer there"), said);
            assertFalse(Files.exists(folder));
        } finally {
            FileTree.delete(folder);
            Files.move(moved, folder);
        }
        fixture.model.submit();
        assertEquals("after",
                fixture.onDisk().by("ann", fixture.model.subjectProperty().get().orElseThrow()).orElseThrow().statement().note());
    }

    @Test
    void aQueueGoesOnWithWhatIsNotDone() throws Exception {
        fixture.desk.makeQueue("mine", true);
        assertEquals(fixture.runs.getFirst().id(), fixture.current());
        fixture.open(2);
        fixture.model.toggleLabel(1);
        fixture.model.submitAndGoOn(() -> {});
        assertEquals(fixture.runs.get(3).id(), fixture.current());
        fixture.model.submitAndGoOn(() -> {});
        assertEquals(fixture.runs.get(0).id(), fixture.current(), "what was skipped comes again");
        assertEquals(Optional.of("2 of 4 done"), fixture.model.progress());
        AnnotateFixture tomorrow = new AnnotateFixture(folder, new DirectJobRunner());
        tomorrow.desk.resume(tomorrow.desk.queues().getFirst());
        assertEquals(Optional.of("2 of 4 done"), tomorrow.model.progress());
    }

    @Test
    void aBlindQueueHidesOthersUntilOnesOwnIsSubmitted() throws Exception {
        Subject subject = fixture.model.subjectProperty().get().orElseThrow();
        try (AnnotationStore other = new AnnotationStore(folder.resolve(".shoptrace").resolve(AnnotationStore.FOLDER), List.of())) {
            other.state("bob", subject, Statement.EMPTY.withNote("his"), Occasion.UNKNOWN);
        }
        fixture.desk.makeQueue("blind", true);
        assertEquals(List.of(), fixture.model.others());
        fixture.model.note("mine");
        fixture.model.submit();
        assertEquals(1, fixture.model.others().size());
    }

    @Test
    void aDraftThatWasTakenBackIsNoDraftAfterARestart() throws Exception {
        fixture.model.note("half a thou");
        fixture.model.keepDraft();
        assertEquals("half a thou", new AnnotateFixture(folder, new DirectJobRunner()).model.statementProperty().get().note());
        fixture.model.note("");
        fixture.model.keepDraft();
        assertEquals(Statement.EMPTY, new AnnotateFixture(folder, new DirectJobRunner()).model.statementProperty().get());
    }

    @Test
    void whatIsSubmittedIsNoDraft() throws Exception {
        Subject subject = fixture.model.subjectProperty().get().orElseThrow();
        fixture.model.note("done");
        fixture.model.submit();
        fixture.annotations.draft(subject, fixture.model.statementProperty().get(), () -> {});
        assertEquals(Optional.empty(), fixture.onDisk().draft("ann", subject), "a draft that was asked for a moment too late");
    }

    @Test
    void anEmptiedFormStaysEmptyWhenOthersAnnotate() throws Exception {
        fixture.model.toggleLabel(1);
        fixture.model.submit();
        fixture.model.toggleLabel(1);
        fixture.model.keepDraft();
        fixture.annotations.redo();
        assertEquals(Statement.EMPTY, fixture.model.statementProperty().get());
        assertTrue(fixture.model.isUnsubmitted());
    }

    @Test
    void whatAFullDiskRefusedIsKeptAtTheEndWhereverTheUserIs() throws Exception {
        Files.createDirectories(folder.resolve(".shoptrace"));
        Path inTheWay = Files.writeString(folder.resolve(".shoptrace").resolve(AnnotationStore.FOLDER), "a file where a folder is due");
        Subject first = fixture.model.subjectProperty().get().orElseThrow();
        fixture.model.note("half a thou");
        fixture.openRun.goToStep(2);
        assertFalse(fixture.annotations.finish(), "what is only in the window would be lost");
        Files.delete(inTheWay);
        assertTrue(fixture.annotations.finish());
        assertEquals("half a thou", fixture.onDisk().draft("ann", first).orElseThrow().note());
    }

    @Test
    void onAFullDiskADraftIsStillThereOnReturn() throws Exception {
        Files.createDirectories(folder.resolve(".shoptrace"));
        Path inTheWay = Files.writeString(folder.resolve(".shoptrace").resolve(AnnotationStore.FOLDER), "a file where a folder is due");
        Subject first = fixture.model.subjectProperty().get().orElseThrow();
        fixture.model.note("half a thou");
        fixture.openRun.goToStep(2);
        fixture.openRun.goToStep(1);
        assertEquals("half a thou", fixture.model.statementProperty().get().note());
        Files.delete(inTheWay);
        fixture.openRun.goToStep(2);
        assertEquals("half a thou", fixture.onDisk().draft("ann", first).orElseThrow().note());
    }
}
