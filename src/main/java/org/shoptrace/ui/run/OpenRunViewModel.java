package org.shoptrace.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.Step;

/// Which run is open, which of its steps is current, and what is known about it. Replay opens runs and publishes them here; the inspector
/// publishes the findings; everything else follows.
public final class OpenRunViewModel {
    private final ReadOnlyObjectWrapper<Optional<OpenRun>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Passage>> passage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Findings> findings = new ReadOnlyObjectWrapper<>(new Findings.Nothing());
    private final ReadOnlyBooleanWrapper truthHidden = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper();
    private Supplier<List<RunPlace>> listed = List::of;

    // Properties

    /// The run that is open; empty while none is, or while it is being read.
    public ReadOnlyObjectProperty<Optional<OpenRun>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The current step, from 1; 0 when no run is open or it has none.
    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// The step and call that were last asked for by [#goTo(Place)], which the transcript brings into view; empty after any other move.
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// The piece of text that was last asked for by [#goTo(Passage)], which the transcript marks and brings into view; empty once another
    /// step is current.
    public ReadOnlyObjectProperty<Optional<Passage>> passageProperty() {
        return passage.getReadOnlyProperty();
    }

    /// What is known about the open run.
    public ReadOnlyObjectProperty<Findings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /// Whether targets, scores and classes are hidden, for blind annotation and for an audience.
    public ReadOnlyBooleanProperty truthHiddenProperty() {
        return truthHidden.getReadOnlyProperty();
    }

    /// Whether the run is shown to an audience, from the current step on by itself, so that everything around it is to be put away.
    public ReadOnlyBooleanProperty presentingProperty() {
        return presenting.getReadOnlyProperty();
    }

    /// The steps of the open run.
    public List<Step> steps() {
        return open.get().map(o -> o.run().steps()).orElse(List.of());
    }

    /// The runs of the list that the open one is from, in its order, as it is filtered now.
    public List<RunPlace> listed() {
        return listed.get();
    }

    /// The current step itself.
    public Optional<Step> currentStep() {
        return step.get() >= 1 && step.get() <= steps().size() ? Optional.of(steps().get(step.get() - 1)) : Optional.empty();
    }

    // Commands

    /// Makes a step current, counted from 1; the nearest there is. Without an open run nothing happens.
    public void goToStep(int number) {
        place.set(Optional.empty());
        move(number);
    }

    public void nextStep() {
        goToStep(step.get() + 1);
    }

    public void previousStep() {
        goToStep(step.get() - 1);
    }

    public void firstStep() {
        goToStep(1);
    }

    public void lastStep() {
        goToStep(Integer.MAX_VALUE);
    }

    /// Makes the step of that place current, and its call the one to look at.
    public void goTo(Place asked) {
        move(asked.step());
        place.set(Optional.of(asked));
    }

    /// Makes the step of that passage current, and the passage the one to look at.
    public void goTo(Passage asked) {
        place.set(Optional.empty());
        move(asked.step());
        passage.set(Optional.of(asked));
    }

    public void toggleTruth() {
        truthHidden.set(!truthHidden.get());
    }

    public void togglePresenting() {
        presenting.set(!presenting.get());
    }

    public void stopPresenting() {
        presenting.set(false);
    }

    /// Says which run is open now, at which step; called by Replay alone.
    public void publish(Optional<OpenRun> opened, int atStep) {
        step.set(0);
        place.set(Optional.empty());
        passage.set(Optional.empty());
        open.set(opened);
        goToStep(atStep);
    }

    /// Says which list runs are opened from; called by Replay alone.
    public void publishListed(Supplier<List<RunPlace>> list) {
        listed = list;
    }

    /// Says what is known about the open run; called by the inspector alone.
    public void publishFindings(Findings known) {
        findings.set(known);
    }

    private void move(int number) {
        if (!steps().isEmpty()) {
            int next = Math.clamp(number, 1, steps().size());
            if (passage.get().filter(there -> there.step() != next).isPresent()) {
                passage.set(Optional.empty());
            }
            step.set(next);
        }
    }
}
