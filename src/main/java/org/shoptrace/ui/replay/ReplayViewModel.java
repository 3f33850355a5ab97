package org.shoptrace.ui.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.transcript.ReadingPlace;
import org.shoptrace.core.transcript.ReadingState;
import org.shoptrace.core.transcript.RunReference;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.ListedRuns;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.Passage;
import org.shoptrace.ui.run.RemarksViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The run that is replayed: it follows the selection of the list, and every run keeps the place that it was left at.
public final class ReplayViewModel {
    private final WorkspaceViewModel workspace;
    private final Notices notices;
    private final OpenRunViewModel openRun;
    private final ListedRuns list;
    private final RemarksViewModel remarks;
    private final BelongingViewModel belonging;
    private final EndingViewModel ending;
    private final ReadingPlaces places;
    private final ReadOnlyObjectWrapper<Transcript> transcript = new ReadOnlyObjectWrapper<>(new Transcript.Nothing());
    private final TranscriptViewModel look;
    private final ReferenceViewModel reference;
    private final PictureReadings pictures;
    private final LatestJob reading;
    private Optional<Awaited> awaited = Optional.empty();

    /// A passage to be shown once its run is read.
    private record Awaited(RunPlace run, Passage passage) {}

    /// @param list    which runs are opened from
    /// @param remarks what people say of the open run
    public ReplayViewModel(
            WorkspaceViewModel workspace,
            OpenRunViewModel openRun,
            ListedRuns list,
            RemarksViewModel remarks,
            JobRunner jobs,
            Notices notices) {
        this.workspace = workspace;
        this.openRun = openRun;
        this.list = list;
        this.remarks = remarks;
        this.notices = notices;
        reading = new LatestJob(jobs);
        pictures = new PictureReadings(jobs, notices);
        places = new ReadingPlaces(jobs, notices, new Remembered());
        look = new TranscriptViewModel(openRun, jobs, notices);
        reference = new ReferenceViewModel(workspace, new OpenRuns());
        belonging = new BelongingViewModel(workspace, openRun);
        ending = new EndingViewModel(workspace, transcript.getReadOnlyProperty());
        list.selectedProperty().subscribe(this::read);
        workspace.folderProperty().subscribe(folder -> {
            look.leave();
            places.open(folder);
            if (folder.isEmpty()) {
                list.leave();
            }
        });
        workspace.tasks().addListener((InvalidationListener) _ -> tasksArrived());
        openRun.stepProperty().subscribe(number -> arrivedAt(number.intValue()));
    }

    // Properties

    /// The list that runs are opened from.
    ListedRuns list() {
        return list;
    }

    /// Which steps of the open run are annotated.
    RemarksViewModel remarks() {
        return remarks;
    }

    /// What the open run belongs to.
    BelongingViewModel belonging() {
        return belonging;
    }

    /// How it ended.
    EndingViewModel ending() {
        return ending;
    }

    ReadOnlyObjectProperty<Transcript> transcriptProperty() {
        return transcript.getReadOnlyProperty();
    }

    /// What this screen shows to everything else.
    OpenRunViewModel openRun() {
        return openRun;
    }

    /// How the open run is read.
    TranscriptViewModel look() {
        return look;
    }

    /// Reads the images of the open run.
    PictureReadings pictures() {
        return pictures;
    }

    /// Goes to what a reference names.
    ReferenceViewModel references() {
        return reference;
    }

    /// A name for the run and its current step that can be pasted into a note: file, line, step, and the run's content hash.
    String reference() {
        return transcript.get().about()
                .map(run -> RunReference.to(run.id(), run.source(), Math.max(1, openRun.stepProperty().get())).toString())
                .orElse("");
    }

    // Commands

    /// Opens a run at a step, counted from 1.
    public void openRun(RunPlace run, int atStep) {
        places.of(run.id()).step(Math.max(1, atStep));
        list.select(run);
        if (transcript.get() instanceof Transcript.Open open && run.is(open.summary())) {
            openRun.goToStep(atStep);
        }
    }

    /// Opens a run where that piece of a step's text stands.
    public void openPassage(RunPlace run, Passage passage) {
        awaited = Optional.of(new Awaited(run, passage));
        openRun(run, passage.step());
        if (transcript.get() instanceof Transcript.Open open && run.is(open.summary())) {
            leadTo(open.summary());
        }
    }

    /// Opens the run at that place of the list, at a step; both counted from 1.
    ///
    /// @return false when there is no such place
    public boolean openAt(int place, int atStep) {
        List<RunPlace> listed = list.listed();
        boolean there = place >= 1 && place <= listed.size();
        if (there) {
            openRun(listed.get(place - 1), atStep);
        }
        return there;
    }

    /// Remembers where the reader is, before the program ends.
    public void keepPlaces() throws ShoptraceException {
        look.leave();
        places.keepNow();
    }

    private void arrivedAt(int number) {
        if (number > 0 && transcript.get() instanceof Transcript.Open open) {
            open.place().step(number);
        }
    }

    private void read(@Nullable RunSummary summary) {
        look.leave();
        reading.forget();
        openRun.publish(Optional.empty(), 0);
        if (summary == null) {
            transcript.set(new Transcript.Nothing());
            places.keep();
            return;
        }
        transcript.set(new Transcript.Reading(summary));
        // With the run that is opened now: whoever kills the program comes back to it.
        places.keep();
        RunReader reader = workspace.reader();
        reading.run("Read " + summary.source(), _ -> reader.read(summary), run -> show(summary, run), failure -> {
            notices.report(failure);
            transcript.set(new Transcript.Unreadable(summary, String.valueOf(failure.getMessage())));
        }, () -> transcript.set(new Transcript.Unreadable(summary, "Reading was cancelled")));
    }

    private void show(RunSummary summary, Run run) {
        show(summary, run, run.query().flatMap(workspace::task), places.of(run.id()));
    }

    private void show(RunSummary summary, Run run, Optional<Task> task, ReadingPlace place) {
        transcript.set(new Transcript.Open(summary, run, task, place));
        openRun.publish(Optional.of(new OpenRun(summary, run, task)), place.step());
        leadTo(summary);
    }

    /// Leads to the passage that was asked for in that run; one of another run is given up.
    private void leadTo(RunSummary run) {
        Optional<Passage> there = awaited.filter(asked -> asked.run().is(run)).map(Awaited::passage);
        awaited = Optional.empty();
        there.ifPresent(openRun::goTo);
    }

    /// A task file that is read after the run was opened still marks its targets.
    /// Tasks may come after the run, and a person may say that the run belongs to another one.
    private void tasksArrived() {
        if (transcript.get() instanceof Transcript.Open open) {
            RunSummary summary = open.summary().place().among(workspace.runs()).orElse(open.summary());
            Optional<Task> task = workspace.task(summary);
            if (!task.equals(open.task())) {
                look.leave();
                show(summary, summary.query().map(open.run()::asking).orElse(open.run()), task, open.place());
            }
        }
    }

    private final class Remembered implements ReadingPlaces.Surroundings {
        @Override
        public ReadingState now() {
            return new ReadingState(
                    transcript.get().about().map(RunSummary::id),
                    look.compactProperty().get(),
                    look.rawAnswersProperty().get(),
                    look.filter().hiddenProperty().get(),
                    look.outlineChosen(),
                    new LinkedHashMap<>());
        }

        @Override
        public void restore(ReadingState state) {
            look.restore(state);
            state.run().map(RunPlace::anywhere).ifPresent(list::select);
        }
    }

    private final class OpenRuns implements ReferenceViewModel.Target {
        @Override
        public void goToStep(int step) {
            openRun.goToStep(step);
        }

        @Override
        public void openRun(RunSummary run, int step) {
            ReplayViewModel.this.openRun(run.place(), step);
        }
    }
}
