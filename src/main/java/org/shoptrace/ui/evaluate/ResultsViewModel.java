package org.shoptrace.ui.evaluate;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableMap;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;

/// Which page of the result is looked at, and the models of the pages. What is chosen there is kept when another result comes.
final class ResultsViewModel {
    private static final String PUBLISHED = "published";

    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final ObservableMap<RunId, RunFacts> facts;
    private final ObjectProperty<ResultPage> page = new SimpleObjectProperty<>(ResultPage.OVERVIEW);
    private final BooleanProperty setupShown = new SimpleBooleanProperty(true);
    private final Opener opener;
    private final OverviewViewModel overview;
    private final FailuresViewModel failures;
    private final BreakdownsViewModel breakdowns;
    private final LossViewModel loss;
    private final SeriesPairViewModel pair;
    private final TrialsViewModel trials;
    private final PowerViewModel power;
    private final ClaimsViewModel claims;

    /// What the pages do their work with.
    ///
    /// @param products where products are looked up, as long as it is open
    /// @param rules    how the runs of the workspace ended by the benchmark's rules
    record Means(
            JobRunner jobs, Notices notices, Navigator navigator, CopyText clipboard, Supplier<ProductSource> products,
            ObservableMap<RunId, RunOutcome> rules) {}

    /// @param facts what the diagnosis says of the runs, as far as it has got
    ResultsViewModel(
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result, PowerViewModel power, ObservableMap<RunId, RunFacts> facts,
            Means means) {
        this.result = result;
        this.facts = facts;
        this.power = power;
        this.opener = new Opener(means.navigator(), this::list);
        this.overview = new OverviewViewModel(result, means.rules(), opener, means.clipboard());
        this.failures = new FailuresViewModel(result, facts, opener);
        this.breakdowns = new BreakdownsViewModel(result, means.products(), opener, means.jobs(), means.notices());
        this.loss = new LossViewModel(result, facts, opener, means.jobs(), means.notices());
        this.pair = new SeriesPairViewModel(result, opener, means.jobs(), means.notices());
        this.trials = new TrialsViewModel(result, means.jobs(), means.notices(), opener);
        this.claims = new ClaimsViewModel(result, facts, opener, means.jobs(), means.notices());
        pair.shownProperty().subscribe(now -> now.flatMap(SeriesPairViewModel.Shown::share).ifPresent(power::seen));
        result.subscribe(now -> now.ifPresent(_ -> setupShown.set(false)));
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result;
    }

    ObjectProperty<ResultPage> pageProperty() {
        return page;
    }

    /// Whether what to evaluate can be chosen; a result that comes makes room for itself.
    BooleanProperty setupShownProperty() {
        return setupShown;
    }

    /// What the diagnosis says of the runs, as far as it has got.
    ObservableMap<RunId, RunFacts> facts() {
        return facts;
    }

    Opener open() {
        return opener;
    }

    OverviewViewModel overview() {
        return overview;
    }

    FailuresViewModel failures() {
        return failures;
    }

    BreakdownsViewModel breakdowns() {
        return breakdowns;
    }

    LossViewModel loss() {
        return loss;
    }

    SeriesPairViewModel pair() {
        return pair;
    }

    TrialsViewModel trials() {
        return trials;
    }

    PowerViewModel power() {
        return power;
    }

    ClaimsViewModel claims() {
        return claims;
    }

    // Commands

    /// @param id of a [ResultPage], or `published`: the overview with the paper's figures beside
    /// @return whether there is such a page
    boolean showPage(String id) {
        boolean beside = id.equals(PUBLISHED);
        Optional<ResultPage> shown = beside ? Optional.of(ResultPage.OVERVIEW) : ResultPage.of(id);
        shown.ifPresent(now -> {
            overview.publishedProperty().set(beside);
            page.set(now);
        });
        return shown.isPresent();
    }

    private void list(Behind.Tasks tasks) {
        overview.list(tasks);
        page.set(ResultPage.OVERVIEW);
    }
}
