package org.shoptrace.ui.evaluate;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;

/// How a result is looked at. What is chosen here is kept when another result comes.
final class ResultsViewModel {
    private static final String PUBLISHED = "published";

    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final ObservableMap<RunId, RunFacts> facts;
    private final ObjectProperty<ResultPage> page = new SimpleObjectProperty<>(ResultPage.OVERVIEW);
    private final BooleanProperty published = new SimpleBooleanProperty(false);
    private final BooleanProperty setupShown = new SimpleBooleanProperty(true);
    private final ObjectProperty<Integer> failuresOf = new SimpleObjectProperty<>(0);
    private final ObservableSet<String> columns = FXCollections.observableSet(FigureTable.usual().toArray(String[]::new));
    private final Opener opener;
    private final BreakdownsViewModel breakdowns;
    private final CompareViewModel compare;
    private final TrialsViewModel trials;
    private final PowerViewModel power;

    ResultsViewModel(
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result,
            ObservableMap<RunId, RunFacts> facts,
            JobRunner jobs,
            Notices notices,
            Navigator navigator) {
        this.result = result;
        this.facts = facts;
        this.opener = new Opener(navigator);
        this.breakdowns = new BreakdownsViewModel(result, jobs, notices);
        this.compare = new CompareViewModel(result, opener);
        this.power = new PowerViewModel(compare.shownProperty());
        this.trials = new TrialsViewModel(result, jobs, notices, opener);
        result.subscribe(now -> now.ifPresent(shown -> {
            setupShown.set(false);
            if (failuresOf.get() >= shown.series().size()) {
                failuresOf.set(0);
            }
        }));
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result;
    }

    ObjectProperty<ResultPage> pageProperty() {
        return page;
    }

    /// Whether the paper's figures stand beside those made here.
    BooleanProperty publishedProperty() {
        return published;
    }

    /// Whether what to evaluate can be chosen; a result that comes makes room for itself.
    BooleanProperty setupShownProperty() {
        return setupShown;
    }

    /// The place of the series whose failures are shown, from 0.
    ObjectProperty<Integer> failuresOfProperty() {
        return failuresOf;
    }

    /// The ids of the columns of figures that are seen.
    ObservableSet<String> columns() {
        return columns;
    }

    /// What the diagnosis says of the runs, as far as it has got.
    ObservableMap<RunId, RunFacts> facts() {
        return facts;
    }

    BreakdownsViewModel breakdowns() {
        return breakdowns;
    }

    CompareViewModel compare() {
        return compare;
    }

    TrialsViewModel trials() {
        return trials;
    }

    PowerViewModel power() {
        return power;
    }

    // Commands

    /// @param id of a [ResultPage], or `published`: the overview with the paper's figures beside
    /// @return whether there is such a page
    boolean showPage(String id) {
        boolean beside = id.equals(PUBLISHED);
        Optional<ResultPage> shown = beside ? Optional.of(ResultPage.OVERVIEW) : ResultPage.of(id);
        shown.ifPresent(now -> {
            published.set(beside);
            page.set(now);
        });
        return shown.isPresent();
    }

    void showColumn(String id, boolean shown) {
        if (shown) {
            columns.add(id);
        } else {
            columns.remove(id);
        }
    }

    Opener open() {
        return opener;
    }
}
