package org.shoptrace.ui.replay;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRunViewModel;

/// How the open run is read: what of it is shown, and what is looked for in it.
final class TranscriptViewModel {
    private final FindViewModel find;
    private final EventFilterViewModel filter;
    private final ReadOnlyBooleanWrapper oneStep = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper whole = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper outline = new ReadOnlyBooleanWrapper();
    private Optional<Boolean> outlineChosen = Optional.empty();
    private boolean roomForOutline;
    private Runnable leaving = () -> {};

    TranscriptViewModel(OpenRunViewModel openRun, JobRunner jobs, Notices notices) {
        find = new FindViewModel(openRun, jobs, notices);
        filter = new EventFilterViewModel(openRun);
        openRun.openProperty().subscribe(_ -> whole.set(0));
        find.soughtProperty().subscribe(now -> now.match().ifPresent(match -> whole.set(match.part().step())));
        openRun.placeProperty().subscribe(place -> place.filter(p -> p.call().isPresent()).ifPresent(p -> whole.set(p.step())));
    }

    // Properties

    FindViewModel find() {
        return find;
    }

    EventFilterViewModel filter() {
        return filter;
    }

    /// Whether the current step alone is shown.
    ReadOnlyBooleanProperty oneStepProperty() {
        return oneStep.getReadOnlyProperty();
    }

    /// Whether the run is shown to an audience.
    ReadOnlyBooleanProperty presentingProperty() {
        return presenting.getReadOnlyProperty();
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

    void togglePresenting() {
        presenting.set(!presenting.get());
    }

    void stopPresenting() {
        presenting.set(false);
    }
}
