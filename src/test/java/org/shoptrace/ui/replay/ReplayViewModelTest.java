package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.runs.RunFilter;
import org.shoptrace.core.transcript.Fold;
import org.shoptrace.core.transcript.ReadingState;
import org.shoptrace.core.transcript.ReadingStore;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.run.HeldJobs;

class ReplayViewModelTest {
    @TempDir
    private Path folder = Path.of("");

    private ReplayFixture fixture;
    private ReplayViewModel model;

    @BeforeEach
    void openWorkspace() throws Exception {
        fixture = new ReplayFixture(new DirectJobRunner()).open();
        model = fixture.model;
    }

    private Transcript.Open open() {
        return assertInstanceOf(Transcript.Open.class, model.transcriptProperty().get());
    }

    @Test
    void opensTheSelectedRunAtItsFirstStepWithItsTargets() {
        assertEquals(fixture.summaries.getFirst(), open().summary());
        assertEquals(1, fixture.openRun.stepProperty().get());
        assertEquals(Set.of("11"), open().targets());
    }

    @Test
    void returnsToThePlaceThatARunWasLeftAt() {
        fixture.openRun.goToStep(4);
        Fold fold = new Fold(4, 0, Fold.Part.THINK);
        open().place().open(fold, true);
        fixture.list.selectNext();
        assertEquals(1, fixture.openRun.stepProperty().get());
        assertFalse(open().place().isOpened(fold));
        fixture.list.selectPrevious();
        assertEquals(4, fixture.openRun.stepProperty().get());
        assertTrue(open().place().isOpened(fold));
    }

    @Test
    void whoKillsTheProgramComesBackToTheRunThatWasOpen() {
        fixture.given.folder(WorkspaceFolder.of(folder, folder.resolve("data")));
        fixture.list.selectNext();
        ReadingState kept = new ReadingStore(OwnFolder.at(folder.resolve(".shoptrace"))).load();
        assertEquals(Optional.of(fixture.summaries.get(1).id()), kept.run());
    }

    @Test
    void opensARunAtAStepForAnotherScreen() {
        fixture.list.filter(RunFilter.ALL.withModel("beta"));
        model.openRun(fixture.summaries.get(1).place(), 4);
        assertEquals(fixture.summaries.get(1), open().summary());
        assertEquals(4, fixture.openRun.stepProperty().get());
        model.openRun(fixture.summaries.get(1).place(), 2);
        assertEquals(2, fixture.openRun.stepProperty().get());
    }

    @Test
    void opensARunThatIsReadOnlyLaterAtTheStepThatWasAskedFor() throws Exception {
        ReplayFixture later = new ReplayFixture(new DirectJobRunner());
        later.run("alpha", ReplayFixture.lampSteps("11"));
        RunId wanted = later.run("alpha", ReplayFixture.lampSteps("12")).id();
        later.model.openRun(RunPlace.anywhere(wanted), 3);
        later.publishRuns();
        assertEquals(wanted, later.list.selectedProperty().get().id());
        assertEquals(3, later.openRun.stepProperty().get());
    }

    @Test
    void opensRunsForAnotherScreenSayingWhy() {
        fixture.list.showOnly("voucher · failed", List.of(fixture.summaries.get(2).place()));
        assertEquals("voucher · failed", fixture.list.scopeProperty().get().why());
        assertEquals(fixture.summaries.get(2), open().summary());
    }

    @Test
    void opensByPlaceInTheListForScreenshots() {
        model.openAt(2, 3);
        assertEquals(fixture.summaries.get(1), open().summary());
        assertEquals(3, fixture.openRun.stepProperty().get());
        model.openAt(9, 1);
        assertEquals(fixture.summaries.get(1), open().summary());
    }

    @Test
    void saysWhyARunCannotBeRead() {
        fixture.given.reader(summary -> {
            throw new ShoptraceException("the line has changed", summary.source().toString(), "Open the folder again");
        });
        fixture.list.selectNext();
        Transcript.Unreadable unreadable = assertInstanceOf(Transcript.Unreadable.class, model.transcriptProperty().get());
        assertEquals("the line has changed: rollout_test_alpha.jsonl:2. Open the folder again.", unreadable.why());
        assertEquals(1, fixture.notices.open().size());
    }

    @Test
    void ignoresARunThatIsReadTooLate() throws Exception {
        HeldJobs jobs = new HeldJobs();
        ReplayFixture slow = new ReplayFixture(jobs);
        slow.run("alpha", ReplayFixture.lampSteps("11"));
        slow.run("alpha", ReplayFixture.lampSteps("12"));
        slow.publishRuns();
        jobs.releaseAll("List runs");
        slow.list.selectNext();
        List<Runnable> reads = jobs.take("Read ");
        assertEquals(2, reads.size());
        reads.get(1).run();
        reads.get(0).run();
        Transcript.Open shown = assertInstanceOf(Transcript.Open.class, slow.model.transcriptProperty().get());
        assertEquals(slow.summaries.get(1), shown.summary());
    }

    @Test
    void namesTheRunAndStepForANote() {
        fixture.openRun.goToStep(3);
        assertEquals(
                "rollout_test_alpha.jsonl:1 step 3 (run %s)".formatted(fixture.summaries.getFirst().id().sha256()), model.reference());
    }

    @Test
    void writesTheCurrentStepAsTheFileHasIt() {
        model.look().rawStep().toggle();
        assertTrue(model.look().rawStep().jsonProperty().get().contains("\"I look for a lamp.\""));
        fixture.openRun.nextStep();
        assertTrue(model.look().rawStep().jsonProperty().get().contains("\"I look closer.\""));
        assertTrue(model.look().rawStep().lines().stream().allMatch(line -> line.length() <= RawStepViewModel.LINE));
        model.look().rawStep().toggle();
        assertEquals("", model.look().rawStep().jsonProperty().get());
    }

    @Test
    void marksTargetsOfATaskThatArrivesLater() throws Exception {
        ReplayFixture early = new ReplayFixture(new DirectJobRunner());
        early.run("alpha", ReplayFixture.lampSteps("11"));
        early.publishRuns();
        assertEquals(Set.of(), ((Transcript.Open) early.model.transcriptProperty().get()).targets());
        early.given.tasks(List.of(ReplayFixture.lampTask()));
        assertEquals(Set.of("11"), ((Transcript.Open) early.model.transcriptProperty().get()).targets());
    }

    @Test
    void whereTheReaderWasIsKeptWhenAnotherWorkspaceIsOpened() throws Exception {
        ReplayFixture here = new ReplayFixture(new DirectJobRunner());
        WorkspaceFolder place = WorkspaceFolder.of(folder, folder.resolve("user"));
        here.given.folder(place);
        here.open();
        RunId last = here.list.rows().get(1).summary().id();
        here.model.openRun(RunPlace.anywhere(last), 3);
        here.given.clear("another");
        ReadingState kept = new ReadingStore(OwnFolder.at(place.storage())).load();
        assertEquals(Optional.of(last), kept.run());
        assertEquals(3, Objects.requireNonNull(kept.places().get(last)).step());
    }

    /// Only to open another run made a folder at the old place.
    @Test
    void whereTheReaderWasMakesNoWorkspaceThatWasRenamed() throws Exception {
        Path place = Files.createDirectory(folder.resolve("place"));
        ReplayFixture here = new ReplayFixture(new DirectJobRunner());
        here.given.folder(WorkspaceFolder.of(place, folder.resolve("user")));
        here.open();
        Files.move(place, folder.resolve("moved"));
        here.model.openRun(here.list.rows().get(1).summary().place(), 3);
        here.given.clear("another");
        assertFalse(Files.exists(place));
    }

    @Test
    void theOutlineIsThereWhereThereIsRoomUntilTheUserSaysOtherwise() {
        TranscriptViewModel look = model.look();
        look.roomForOutline(false);
        assertFalse(look.outlineProperty().get());
        look.roomForOutline(true);
        assertTrue(look.outlineProperty().get());
        look.toggleOutline();
        look.roomForOutline(false);
        look.roomForOutline(true);
        assertFalse(look.outlineProperty().get());
        assertEquals(Optional.of(false), look.outlineChosen());
    }
}
