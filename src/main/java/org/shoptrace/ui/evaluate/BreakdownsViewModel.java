package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.FigureByGroup;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;

/// Which figure is told apart by kinds of tasks and runs, and what it comes to for each.
final class BreakdownsViewModel {
    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final Opener opener;
    private final LatestJob latest;
    private final Notices notices;
    private final StringProperty chosen = new SimpleStringProperty(Figures.ASR.id());
    private final ReadOnlyObjectWrapper<Optional<FigureByGroup>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    BreakdownsViewModel(ReadOnlyObjectProperty<Optional<EvaluationResult>> result, Opener opener, JobRunner jobs, Notices notices) {
        this.result = result;
        this.opener = opener;
        this.latest = new LatestJob(jobs);
        this.notices = notices;
        result.subscribe(_ -> drop());
        chosen.addListener((_, _, _) -> {
            drop();
            look();
        });
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result;
    }

    Opener open() {
        return opener;
    }

    /// The id of the figure; success for a result that does not have it.
    StringProperty chosenProperty() {
        return chosen;
    }

    /// The figure of each group; empty until somebody looks, and while it is being counted.
    ReadOnlyObjectProperty<Optional<FigureByGroup>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Those that some task of the result has.
    List<Figure> figures() {
        return result.get().map(BreakdownsViewModel::figures).orElse(List.of());
    }

    private static List<Figure> figures(EvaluationResult of) {
        return Figures.ALL.stream()
                .filter(figure -> figure.place().brokenDown())
                .filter(figure -> of.rows().stream().anyMatch(row -> figure.place().says().test(row.level())))
                .toList();
    }

    // Commands

    /// Counts, unless that is done or under way: nobody waits for intervals of a page that is not looked at.
    void look() {
        if (shown.get().isEmpty() && !latest.isRunning()) {
            count();
        }
    }

    private void drop() {
        latest.forget();
        shown.set(Optional.empty());
    }

    private void count() {
        result.get().ifPresent(now -> {
            Figure figure = figures(now).stream().filter(one -> one.id().equals(chosen.get())).findFirst().orElse(Figures.ASR);
            latest.run(
                    figure.words().label() + " by kinds of tasks and runs",
                    progress -> FigureByGroup.of(figure, now.series(), Bootstrap.DEFAULT, progress),
                    counted -> shown.set(Optional.of(counted)),
                    notices::report);
        });
    }
}
