package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableMap;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;

/// Which wrong claims are counted, and what the diagnosis says of the runs.
final class ClaimsViewModel {
    /// What is wrong with a claim.
    enum What {
        EITHER("Either", "claim what is not so, or was never shown", ClaimCheck::either),
        WRONG("Not so", "claim what is not so", ClaimCheck::wrong),
        UNSEEN("Never shown", "claim what no answer had shown", ClaimCheck::unseen);

        private final String label;
        private final String sentence;
        private final Function<ClaimCheck, List<ScoredRun>> runs;

        What(String label, String sentence, Function<ClaimCheck, List<ScoredRun>> runs) {
            this.label = label;
            this.sentence = sentence;
            this.runs = runs;
        }

        String label() {
            return label;
        }

        /// What runs do, without a full stop.
        String sentence() {
            return sentence;
        }

        /// The runs with such a claim.
        List<ScoredRun> runs(ClaimCheck check) {
            return runs.apply(check);
        }
    }

    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final ObservableMap<RunId, RunFacts> facts;
    private final Opener opener;
    private final ObjectProperty<What> what = new SimpleObjectProperty<>(What.EITHER);

    /// @param facts of the runs that are diagnosed, as far as the diagnosis has got
    ClaimsViewModel(ReadOnlyObjectProperty<Optional<EvaluationResult>> result, ObservableMap<RunId, RunFacts> facts, Opener opener) {
        this.result = result;
        this.facts = facts;
        this.opener = opener;
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result;
    }

    ObjectProperty<What> whatProperty() {
        return what;
    }

    ObservableMap<RunId, RunFacts> facts() {
        return facts;
    }

    /// How many runs of a result are not diagnosed, and so counted nowhere.
    long undiagnosed(EvaluationResult of) {
        return of.series().stream()
                .flatMap(series -> series.evaluation().overall().runs().stream())
                .filter(run -> !facts.containsKey(run.id()))
                .count();
    }

    Opener open() {
        return opener;
    }
}
