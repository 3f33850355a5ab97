package org.shoptrace.ui.replay;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.transcript.ReadingState;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRunViewModel;

/// How the open run is read: what of it is shown, and what is looked for in it.
final class TranscriptViewModel {
    private final FindInRunViewModel find;
    private final EventFilterViewModel filter;
    private final ReadOnlyBooleanWrapper oneStep = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper compact = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper rawAnswers = new ReadOnlyBooleanWrapper();
    private final RawStepViewModel rawStep;
    private final ReadOnlyIntegerWrapper whole = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper outline = new ReadOnlyBooleanWrapper();
    private Optional<Boolean> outlineChosen = Optional.empty();
    private boolean roomForOutline;
    private Runnable leaving = () -> {};

    TranscriptViewModel(OpenRunViewModel openRun, JobRunner jobs, Notices notices) {
        find = new FindInRunViewModel(openRun, jobs, notices);
        filter = new EventFilterViewModel(openRun);
        rawStep = new RawStepViewModel(openRun, jobs, notices);
        openRun.openProperty().subscribe(_ -> whole.set(0));
        find.soughtProperty().subscribe(now -> now.match().ifPresent(match -> whole.set(match.part().step())));
        openRun.passageProperty().subscribe(passage -> passage.ifPresent(there -> whole.set(there.step())));
        openRun.placeProperty().subscribe(place -> place.filter(p -> p.call().isPresent()).ifPresent(p -> whole.set(p.step())));
    }

    // Properties

    FindInRunViewModel find() {
        return find;
    }

    EventFilterViewModel filter() {
        return filter;
    }

    /// Whether the current step alone is shown.
    ReadOnlyBooleanProperty oneStepProperty() {
        return oneStep.getReadOnlyProperty();
    }

    /// Whether steps are shown in a few lines each.
    ReadOnlyBooleanProperty compactProperty() {
        return compact.getReadOnlyProperty();
    }

    /// Whether the tools' answers are shown as raw JSON rather than as cards.
    ReadOnlyBooleanProperty rawAnswersProperty() {
        return rawAnswers.getReadOnlyProperty();
    }

    /// The current step as the file has it.
    RawStepViewModel rawStep() {
        return rawStep;
    }

    /// Whether the outline stands beside the steps: as the user chose, else where there is room for it.
    ReadOnlyBooleanProperty outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    /// What the user chose about the outline; empty before they did.
    Optional<Boolean> outlineChosen() {
        return outlineChosen;
    }

    /// The step of which everything is shown, compact or filtered as the others may be, because the user was led to something in it;
    /// 0 for none.
    ReadOnlyIntegerProperty wholeProperty() {
        return whole.getReadOnlyProperty();
    }

    // Commands

    /// Says what is to be done when the place in the open run is about to be left or kept: the view alone knows how far it is scrolled.
    void onLeave(Runnable action) {
        leaving = action;
    }

    /// The place in the open run is about to be left or kept.
    void leave() {
        leaving.run();
    }

    void toggleOutline() {
        chooseOutline(Optional.of(!outline.get()));
    }

    /// @param shown empty: where there is room
    void chooseOutline(Optional<Boolean> shown) {
        outlineChosen = shown;
        outline.set(shown.orElse(roomForOutline));
    }

    /// Says whether the outline leaves enough room to the steps.
    void roomForOutline(boolean now) {
        roomForOutline = now;
        outline.set(outlineChosen.orElse(now));
    }

    void toggleOneStep() {
        oneStep.set(!oneStep.get());
    }

    void toggleCompact() {
        compact.set(!compact.get());
    }

    void toggleRawAnswers() {
        rawAnswers.set(!rawAnswers.get());
    }

    /// Shows steps as they were shown when the workspace was left.
    void restore(ReadingState state) {
        compact.set(state.compact());
        rawAnswers.set(state.rawAnswers());
        filter.hide(state.hidden());
        chooseOutline(state.outline());
    }
}
