package org.shoptrace.ui.compare;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;

/// Some runs to choose one of, by a click or Enter.
final class RunPicker extends ListView<RunSummary> {
    private static final double ROW = 46;

    private final Consumer<RunSummary> chosen;

    RunPicker(List<RunSummary> runs, Function<RunSummary, RunOutcome> outcome, Consumer<RunSummary> chosen) {
        this.chosen = chosen;
        setId("compare-runs");
        setAccessibleText("Runs to compare with");
        getStyleClass().addAll("run-picker", Sheets.FIRST);
        getItems().setAll(runs);
        setCellFactory(list -> new Cell(list, outcome));
        getSelectionModel().selectFirst();
        setPrefHeight(Math.min(8, runs.size()) * ROW + 12);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                choose();
            }
        });
    }

    private void choose() {
        @Nullable
        RunSummary run = getSelectionModel().getSelectedItem();
        if (run != null) {
            chosen.accept(run);
        }
    }

    private final class Cell extends WrappingCell<RunSummary> {
        private final Function<RunSummary, RunOutcome> outcome;

        Cell(ListView<RunSummary> list, Function<RunSummary, RunOutcome> outcome) {
            super(list);
            this.outcome = outcome;
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    choose();
                }
            });
        }

        @Override
        protected Region content(RunSummary run) {
            HBox first = new HBox(Texts.strong(run.model()), OutcomeChips.of(outcome.apply(run)));
            first.getStyleClass().add("run-chips");
            VBox content = new VBox(first, Texts.muted(run.source() + " · " + Counts.of(run.steps(), "step")));
            content.setAccessibleText(run.model() + ", " + OutcomeChips.word(outcome.apply(run)) + ", " + run.source());
            return content;
        }
    }
}
