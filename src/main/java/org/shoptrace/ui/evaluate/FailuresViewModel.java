package org.shoptrace.ui.evaluate;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableMap;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;

/// Whose failures are looked at, and what the diagnosis says of them.
final class FailuresViewModel {
    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final ObservableMap<RunId, RunFacts> facts;
    private final Opener opener;
    private final ObjectProperty<Integer> series = new SimpleObjectProperty<>(0);

    /// @param facts of the runs that are diagnosed, as far as the diagnosis has got
    FailuresViewModel(
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result, ObservableMap<RunId, RunFacts> facts, Opener opener) {
        this.result = result;
        this.facts = facts;
        this.opener = opener;
        result.subscribe(now -> now.filter(shown -> series.get() >= shown.series().size()).ifPresent(_ -> series.set(0)));
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result;
    }

    /// The place of the series whose failures are shown, from 0.
    ObjectProperty<Integer> seriesProperty() {
        return series;
    }

    ObservableMap<RunId, RunFacts> facts() {
        return facts;
    }

    Opener open() {
        return opener;
    }
}
