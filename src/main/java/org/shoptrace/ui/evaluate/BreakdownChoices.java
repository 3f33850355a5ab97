package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Texts;

/// Which figure is told apart by kinds of tasks and runs, and at which level.
final class BreakdownChoices extends VBox {
    private final BreakdownsViewModel model;
    private final FlowPane figures = new FlowPane();
    private final FlowPane levels = new FlowPane();

    BreakdownChoices(BreakdownsViewModel model) {
        this.model = model;
        figures.getStyleClass().add("page-choices");
        levels.getStyleClass().add("page-choices");
        levels.managedProperty().bind(levels.visibleProperty());
        getStyleClass().add("page-choices-lines");
        getChildren().setAll(figures, levels);
    }

    /// Shows what the present result has to choose from.
    void show() {
        List<Figure> offered = model.figures();
        List<String> ids = offered.stream().map(Figure::id).toList();
        figures.getChildren().setAll(Choices.of(
                ids, model.chosenProperty(), i -> "breakdown-" + ids.get(i), id -> offered.get(ids.indexOf(id)).words().label()));
        List<Optional<Intent>> asked = model.levels();
        levels.setVisible(!asked.isEmpty());
        levels.getChildren().setAll(Choices.of(
                asked, model.levelProperty(), i -> "breakdown-of-" + asked.get(i).map(Intent::wireName).orElse(Level.ALL),
                level -> level.map(Intent::label).orElse("All levels")));
        (asked.isEmpty() ? figures : levels).getChildren()
                .add(Texts.muted("One scale for all. Pale: fewer than " + Breakdown.FEW + " behind the figure. Every bar opens its runs."));
    }
}
