package org.shoptrace.ui.replay;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.transcript.EventKind;
import org.shoptrace.core.transcript.StepEvents;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;

/// Which kinds of event the transcript shows. What is hidden stays hidden in every run until it is shown again.
final class EventFilterViewModel {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Set<EventKind>> hidden = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<SequencedMap<EventKind, Integer>> counts = new ReadOnlyObjectWrapper<>(new LinkedHashMap<>());

    EventFilterViewModel(OpenRunViewModel openRun) {
        openRun.openProperty().subscribe(this::count);
    }

    // Properties

    /// Whether the band with the kinds is shown.
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Set<EventKind>> hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /// How often each kind occurs in the open run; a kind that does not occur is missing.
    ReadOnlyObjectProperty<SequencedMap<EventKind, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// How many events of the open run are hidden.
    int hiddenEvents() {
        return counts.get().entrySet().stream().filter(kind -> hidden.get().contains(kind.getKey())).mapToInt(kind -> kind.getValue())
                .sum();
    }

    // Commands

    void toggleOpen() {
        open.set(!open.get());
    }

    void toggle(EventKind kind) {
        Set<EventKind> now = new HashSet<>(hidden.get());
        if (!now.remove(kind)) {
            now.add(kind);
        }
        hide(now);
    }

    /// Shows that kind alone of all that the open run has.
    void only(EventKind kind) {
        Set<EventKind> now = new HashSet<>(counts.get().keySet());
        now.remove(kind);
        hide(now);
    }

    void showAll() {
        hide(Set.of());
    }

    /// Hides exactly these.
    void hide(Set<EventKind> kinds) {
        hidden.set(Set.copyOf(kinds));
    }

    private void count(Optional<OpenRun> run) {
        counts.set(Collections.unmodifiableSequencedMap(run.map(r -> StepEvents.count(r.run())).orElseGet(LinkedHashMap::new)));
    }
}
