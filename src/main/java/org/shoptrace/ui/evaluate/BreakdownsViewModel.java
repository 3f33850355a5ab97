package org.shoptrace.ui.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.FigureByGroup;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.kit.Notices;

/// Which figure is told apart by kinds of tasks and runs, and what it comes to for each.
final class BreakdownsViewModel {
    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final Supplier<ProductSource> products;
    private final Opener opener;
    private final LookedCount<FigureByGroup> count;
    private final StringProperty chosen = new SimpleStringProperty(Figures.ASR.id());
    private final ObjectProperty<Optional<Intent>> level = new SimpleObjectProperty<>(Optional.empty());

    /// @param products where the products are looked up that tasks ask for, as it is when a count begins
    BreakdownsViewModel(
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result, Supplier<ProductSource> products, Opener opener, JobRunner jobs,
            Notices notices) {
        this.result = result;
        this.products = products;
        this.opener = opener;
        this.count = new LookedCount<>(jobs, notices, this::order);
        result.subscribe(now -> {
            count.drop();
            if (level.get().filter(one -> now.stream().noneMatch(of -> of.levels().contains(one))).isPresent()) {
                level.set(Optional.empty());
            }
        });
        chosen.subscribe(this::again);
        level.subscribe(this::again);
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

    /// The level whose tasks and runs are told apart; empty for all.
    ObjectProperty<Optional<Intent>> levelProperty() {
        return level;
    }

    /// The levels to choose from, all of them first; none where there is one level.
    List<Optional<Intent>> levels() {
        List<Intent> asked = result.get().map(EvaluationResult::levels).orElse(List.of());
        return asked.size() < 2
                ? List.of()
                : Stream.concat(Stream.of(Optional.<Intent>empty()), asked.stream().map(Optional::of)).toList();
    }

    /// The figure of each group; empty until somebody looks, and while it is being counted.
    ReadOnlyObjectProperty<Optional<FigureByGroup>> shownProperty() {
        return count.shownProperty();
    }

    /// Those that some task of the result has.
    List<Figure> figures() {
        return result.get().map(BreakdownsViewModel::figures).orElse(List.of());
    }

    private static List<Figure> figures(EvaluationResult of) {
        return FigureTable.of(of.rows()).figures().stream()
                .filter(figure -> figure.place().brokenDown())
                .filter(figure -> of.rows().stream().anyMatch(row -> figure.place().says().test(row.level())))
                .toList();
    }

    // Commands

    /// Counts, unless that is done or under way: nobody waits for intervals of a page that is not looked at.
    void look() {
        count.look();
    }

    /// Nobody looks any more: what is not counted yet is left.
    void leave() {
        count.leave();
    }

    private void again() {
        count.drop();
        count.restart();
    }

    private Optional<LookedCount.Order<FigureByGroup>> order() {
        return result.get().map(now -> {
            Figure figure = figures(now).stream().filter(one -> one.id().equals(chosen.get())).findFirst().orElse(Figures.ASR);
            Optional<Intent> of = level.get();
            ProductSource known = products.get();
            return new LookedCount.Order<>(
                    figure.words().label() + " by kinds of tasks and runs",
                    progress -> FigureByGroup.of(
                            new FigureByGroup.Order(figure, of, categories(now, known)), now.series(), Bootstrap.DEFAULT, progress));
        });
    }

    private static TargetCategories categories(EvaluationResult of, ProductSource products) {
        SequencedMap<String, Task> asked = new LinkedHashMap<>();
        of.series().forEach(series -> series.tasks().forEach(task -> asked.put(task.query(), task)));
        return TargetCategories.of(asked.values(), products);
    }
}
