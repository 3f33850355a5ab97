package org.shoptrace.ui.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.transcript.ReadingState;
import org.shoptrace.core.transcript.RunReference;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.core.runs.RunScope;
import org.shoptrace.ui.run.RemarksViewModel;
import org.shoptrace.ui.run.SaidOfRuns;
import org.shoptrace.ui.runs.RunListViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The run that is replayed: it follows the selection of the list, and every run keeps the place that it was left at.
public final class ReplayViewModel {
    private final WorkspaceViewModel workspace;
    private final JobRunner jobs;
    private final Notices notices;
    private final OpenRunViewModel openRun;
    private final RunListViewModel list;
    private final StripViewModel strip;
    private final RemarksViewModel remarks;
    private final BelongingViewModel belonging;
    private final OutlineViewModel outline;
    private final Playback playback;
    private final RunPlaces places;
    private final ReadOnlyObjectWrapper<Transcript> transcript = new ReadOnlyObjectWrapper<>(new Transcript.Nothing());
    private final ReadOnlyBooleanWrapper compact = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper rawAnswers = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper rawStepShown = new ReadOnlyBooleanWrapper();
    private final RawStepViewModel rawStep;
    private final TranscriptViewModel look;
    private final ReferenceViewModel reference;
    private @Nullable JobHandle reading;
    private long generation;

    /// @param said what people say of runs
    public ReplayViewModel(
            WorkspaceViewModel workspace,
            OpenRunViewModel openRun,
            SaidOfRuns said,
            JobRunner jobs,
            Notices notices,
            Ticker ticker) {
        this.workspace = workspace;
        this.openRun = openRun;
        this.jobs = jobs;
        this.notices = notices;
        places = new RunPlaces(jobs, notices, new Remembered());
        rawStep = new RawStepViewModel(jobs, notices);
        look = new TranscriptViewModel(openRun, jobs, notices);
        reference = new ReferenceViewModel(workspace, new OpenRuns());
        playback = new Playback(ticker, new OpenSteps());
        look.presentingProperty().subscribe(now -> {
            if (now != playback.playingProperty().get()) {
                playback.toggle();
            }
        });
        list = new RunListViewModel(workspace, said, jobs, notices);
        strip = new StripViewModel(openRun);
        remarks = new RemarksViewModel(openRun, said);
        outline = new OutlineViewModel(openRun, strip, remarks);
        belonging = new BelongingViewModel(workspace, openRun);
        list.selectedProperty().subscribe(this::read);
        workspace.folderProperty().subscribe(folder -> {
            look.leave();
            places.open(folder);
            if (folder.isEmpty()) {
                list.deselect();
            }
        });
        workspace.tasks().addListener((InvalidationListener) _ -> tasksArrived());
        openRun.stepProperty().subscribe(number -> arrivedAt(number.intValue()));
    }

    // Properties

    public RunListViewModel list() {
        return list;
    }

    /// What stands under the strip of steps.
    StripViewModel strip() {
        return strip;
    }

    /// Which steps of the open run are annotated.
    RemarksViewModel remarks() {
        return remarks;
    }

    /// The open run in a line a step.
    OutlineViewModel outline() {
        return outline;
    }

    /// What the open run belongs to.
    BelongingViewModel belonging() {
        return belonging;
    }

    public Playback playback() {
        return playback;
    }

    ReadOnlyObjectProperty<Transcript> transcriptProperty() {
        return transcript.getReadOnlyProperty();
    }

    /// The current step, from 1; 0 when no run is open or it has none.
    public ReadOnlyIntegerProperty stepProperty() {
        return openRun.stepProperty();
    }

    /// What this screen shows to everything else.
    OpenRunViewModel openRun() {
        return openRun;
    }

    /// Whether steps are shown in a few lines each.
    ReadOnlyBooleanProperty compactProperty() {
        return compact.getReadOnlyProperty();
    }

    /// Whether the tools' answers are shown as raw JSON rather than as cards.
    ReadOnlyBooleanProperty rawAnswersProperty() {
        return rawAnswers.getReadOnlyProperty();
    }

    /// Whether the current step is shown as the file has it, in place of the transcript.
    ReadOnlyBooleanProperty rawStepShownProperty() {
        return rawStepShown.getReadOnlyProperty();
    }

    /// The current step as text, while it is shown as the file has it.
    RawStepViewModel rawStep() {
        return rawStep;
    }

    /// How the open run is read.
    TranscriptViewModel look() {
        return look;
    }

    /// The steps of the open run.
    List<Step> steps() {
        return transcript.get() instanceof Transcript.Open open ? open.run().steps() : List.of();
    }

    /// The current step.
    Optional<Step> currentStep() {
        return openRun.currentStep();
    }

    /// Goes to what a reference names.
    ReferenceViewModel references() {
        return reference;
    }

    /// Whether the run is shown to an audience, so that everything around it is to be put away.
    public ReadOnlyBooleanProperty presentingProperty() {
        return look.presentingProperty();
    }

    /// A name for the run and its current step that can be pasted into a note: file, line, step, and the run's content hash.
    String reference() {
        return transcript.get().about()
                .map(run -> RunReference.to(run.id(), run.source(), Math.max(1, openRun.stepProperty().get())).toString())
                .orElse("");
    }

    // Commands

    /// Lists exactly these runs and opens the first.
    ///
    /// @param why what they have in common
    public void openRuns(String why, List<RunId> runs) {
        list.showOnly(RunScope.of(why, runs));
    }

    /// Opens a run at a step, counted from 1.
    public void openRun(RunId run, int atStep) {
        places.of(run).step(Math.max(1, atStep));
        list.select(run);
        if (transcript.get() instanceof Transcript.Open open && open.run().id().equals(run)) {
            goToStep(atStep);
        }
    }

    /// Opens the run at that place of the list, at a step; both counted from 1.
    ///
    /// @return false when there is no such place
    public boolean openAt(int place, int atStep) {
        boolean there = place >= 1 && place <= list.rows().size();
        if (there) {
            openRun(list.rows().get(place - 1).summary().id(), atStep);
        }
        return there;
    }

    /// Goes to a step, counted from 1; to the nearest there is.
    public void goToStep(int number) {
        openRun.goToStep(number);
    }

    public void nextStep() {
        goToStep(openRun.stepProperty().get() + 1);
    }

    public void previousStep() {
        goToStep(openRun.stepProperty().get() - 1);
    }

    public void firstStep() {
        goToStep(1);
    }

    public void lastStep() {
        goToStep(Integer.MAX_VALUE);
    }

    /// Shows the run to an audience, from the current step on by itself; or no longer.
    public void togglePresenting() {
        look.togglePresenting();
    }

    public void stopPresenting() {
        look.stopPresenting();
    }

    public void nextRun() {
        list.selectNext();
    }

    public void previousRun() {
        list.selectPrevious();
    }

    void toggleCompact() {
        compact.set(!compact.get());
    }

    void toggleRawAnswers() {
        rawAnswers.set(!rawAnswers.get());
    }

    void toggleRawStep() {
        rawStepShown.set(!rawStepShown.get());
        refreshRawStep();
    }

    private void arrivedAt(int number) {
        if (number > 0 && transcript.get() instanceof Transcript.Open open) {
            open.place().step(number);
            refreshRawStep();
        }
    }

    private void refreshRawStep() {
        if (rawStepShown.get()) {
            currentStep().ifPresent(rawStep::show);
        } else {
            rawStep.clear();
        }
    }

    private void read(@Nullable RunSummary summary) {
        generation++;
        look.leave();
        playback.pause();
        if (reading != null) {
            reading.cancel();
        }
        openRun.publish(Optional.empty(), 0);
        rawStep.clear();
        if (summary == null) {
            transcript.set(new Transcript.Nothing());
            places.keep();
            return;
        }
        transcript.set(new Transcript.Reading(summary));
        // With the run that is opened now: whoever kills the program comes back to it.
        places.keep();
        long asked = generation;
        RunReader reader = workspace.reader();
        reading = jobs.run("Read " + summary.source(), _ -> reader.read(summary), run -> {
            if (asked == generation) {
                show(summary, run);
            }
        }, failure -> {
            if (asked == generation) {
                notices.report(failure);
                transcript.set(new Transcript.Unreadable(summary, String.valueOf(failure.getMessage())));
            }
        }, () -> {
            if (asked == generation) {
                transcript.set(new Transcript.Unreadable(summary, "Reading was cancelled"));
            }
        });
    }

    private void show(RunSummary summary, Run run) {
        RunPlace place = places.of(run.id());
        transcript.set(new Transcript.Open(summary, run, run.query().flatMap(workspace::task), place));
        openRun.publish(Optional.of(new OpenRun(summary, run, run.query().flatMap(workspace::task))), place.step());
    }

    /// A task file that is read after the run was opened still marks its targets.
    /// Tasks may come after the run, and a person may say that the run belongs to another one.
    private void tasksArrived() {
        if (transcript.get() instanceof Transcript.Open open) {
            RunSummary summary = workspace.runs().stream().filter(run -> run.id().equals(open.run().id())).findFirst()
                    .orElse(open.summary());
            Optional<Task> task = workspace.task(summary);
            if (!task.equals(open.task())) {
                Run run = summary.query().map(open.run()::asking).orElse(open.run());
                look.leave();
                transcript.set(new Transcript.Open(summary, run, task, open.place()));
                openRun.publish(Optional.of(new OpenRun(summary, run, task)), open.place().step());
            }
        }
    }

    /// Remembers where the reader is, before the program ends.
    public void keepPlaces() throws ShoptraceException {
        look.leave();
        places.keepNow();
    }

    private final class Remembered implements RunPlaces.Surroundings {
        @Override
        public ReadingState now() {
            return new ReadingState(
                    transcript.get().about().map(RunSummary::id),
                    compact.get(),
                    rawAnswers.get(),
                    look.filter().hiddenProperty().get(),
                    look.outlineChosen(),
                    new LinkedHashMap<>());
        }

        @Override
        public void restore(ReadingState state) {
            compact.set(state.compact());
            rawAnswers.set(state.rawAnswers());
            look.filter().hide(state.hidden());
            look.chooseOutline(state.outline());
            state.run().ifPresent(list::select);
        }
    }

    private final class OpenRuns implements ReferenceViewModel.Target {
        @Override
        public void goToStep(int step) {
            ReplayViewModel.this.goToStep(step);
        }

        @Override
        public void openRun(RunSummary run, int step) {
            ReplayViewModel.this.openRun(run.id(), step);
        }
    }

    private final class OpenSteps implements Playback.Steps {
        @Override
        public boolean isEmpty() {
            return steps().isEmpty();
        }

        @Override
        public boolean isAtLast() {
            return openRun.stepProperty().get() >= steps().size();
        }

        @Override
        public void next() {
            nextStep();
        }

        @Override
        public void first() {
            firstStep();
        }
    }
}
