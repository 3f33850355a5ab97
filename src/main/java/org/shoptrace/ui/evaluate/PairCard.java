package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Comparison.Cell;
import org.shoptrace.core.evaluate.Comparison.Pair;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.TaskTrials;
import org.shoptrace.core.evaluate.figure.FigureScale;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;

/// The four cells of two series, and the tasks of the chosen one. Enter or a double click opens both runs of a task.
final class PairCard {
    private final SeriesPairViewModel compare;
    private final SeriesPairViewModel.Shown shown;
    private final VBox card;

    PairCard(SeriesPairViewModel compare, SeriesPairViewModel.Shown shown) {
        this.compare = compare;
        this.shown = shown;
        Label heading = Texts.heading(shown.a().label() + " against " + shown.b().label());
        Label verdict = Texts.wrapped(verdict(), "muted");
        verdict.setId("pair-verdict");
        HBox body = new HBox(cells(), tasks());
        body.getStyleClass().add("pair-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        // Of nothing in common there are no cells.
        card = shown.comparison().pairs().isEmpty()
                ? new VBox(heading, verdict, unpaired())
                : new VBox(heading, verdict, body, unpaired());
        card.setId("pair-card");
        card.getStyleClass().addAll("card", "pair-card");
    }

    Node node() {
        return card;
    }

    private String verdict() {
        PairedDifference difference = shown.difference();
        String different = String.join(" ", shown.differentTasks());
        if (difference.method() == PairedDifference.Method.NOTHING_IN_COMMON) {
            return "They have no task in common at this level, so there is no difference and no p. " + different;
        }
        String interval = difference.interval().filter(ConfidenceInterval::hasWidth)
                .map(i -> " [" + ComparePage.points(i.low()) + ", " + ComparePage.points(i.high()) + "]")
                .orElse(", " + difference.withoutWidth());
        String test = difference.p().isPresent()
                ? "McNemar p " + (difference.p().getAsDouble() < 0.001 ? "" : "= ") + ComparePage.p(difference.p())
                : "no exact test, for tasks have several trials; the interval draws tasks anew";
        return String.format(Locale.ROOT, "same %s: A %s %%, B %s %% · %s · difference %s points%s%s",
                Counts.of(difference.tasks(), "task"),
                Shares.percent(difference.rateA().orElse(0)),
                Shares.percent(difference.rateB().orElse(0)),
                test,
                ComparePage.points(difference.value()),
                interval,
                different.isEmpty() ? "" : ". " + different);
    }

    private Node cells() {
        GridPane grid = new GridPane();
        grid.setId("pair-cells");
        grid.getStyleClass().add("pair-cells");
        if (!shown.comparison().isOneTrialEach()) {
            grid.addColumn(
                    0, cell(Cell.ONLY_A, shown.outcomes().onlyA(), "A more often"),
                    cell(Cell.ONLY_B, shown.outcomes().onlyB(), "B more often"));
            grid.addColumn(
                    1, cell(Cell.BOTH, shown.outcomes().both(), "as often"), cell(Cell.NEITHER, shown.outcomes().neither(), "never"));
            grid.setMinWidth(Region.USE_PREF_SIZE);
            return grid;
        }
        grid.add(Texts.muted("B passes"), 1, 0);
        grid.add(Texts.muted("B fails"), 2, 0);
        grid.add(Texts.muted("A passes"), 0, 1);
        grid.add(Texts.muted("A fails"), 0, 2);
        grid.add(cell(Cell.BOTH, shown.outcomes().both(), "tie"), 1, 1);
        grid.add(cell(Cell.ONLY_A, shown.outcomes().onlyA(), "A wins"), 2, 1);
        grid.add(cell(Cell.ONLY_B, shown.outcomes().onlyB(), "B wins"), 1, 2);
        grid.add(cell(Cell.NEITHER, shown.outcomes().neither(), "tie"), 2, 2);
        grid.setMinWidth(Region.USE_PREF_SIZE);
        return grid;
    }

    private Node cell(Cell cell, int count, String word) {
        ToggleButton button = new ToggleButton(Texts.drawn(Counts.grouped(count) + "\n" + word));
        button.setId("cell-" + cell.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.getStyleClass().add("pair-cell");
        button.setAccessibleText(SeriesPairViewModel.words(cell, shown) + ": " + Counts.of(count, "task") + ". Lists them.");
        button.setSelected(compare.cellProperty().get() == cell);
        button.setOnAction(_ -> {
            button.setSelected(true);
            compare.cellProperty().set(cell);
        });
        return button;
    }

    private Node tasks() {
        ListView<Pair> list = new ListView<>(FXCollections.observableArrayList(compare.pairs()));
        list.setId("pair-tasks");
        list.setAccessibleText("Tasks of the chosen cell; Enter opens both runs");
        list.getStyleClass().add("dense");
        list.setPlaceholder(Texts.wrapped("No task is in this cell.", "muted", "hint"));
        list.setCellFactory(view -> new PairRow(view));
        list.setOnKeyPressed(event -> {
            Pair pair = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && pair != null) {
                compare.open(pair);
                event.consume();
            }
        });
        list.setPrefHeight(300);
        VBox.setVgrow(list, Priority.ALWAYS);
        Label heading = Texts.wrapped(SeriesPairViewModel.words(compare.cellProperty().get(), shown), "strong");
        heading.setId("pair-heading");
        Button all = new Button("All in Replay");
        all.setId("pair-open-all");
        all.getStyleClass().addAll("flat", "save");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setDisable(list.getItems().isEmpty());
        all.setOnAction(_ -> compare.openAll());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(heading, gap, all);
        line.getStyleClass().add("chart-head");
        VBox box = new VBox(line, list);
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node unpaired() {
        FlowPane line = new FlowPane();
        line.getStyleClass().add("page-choices");
        addUnpaired(line, "unpaired-a", shown.a().label(), shown.comparison().unpairedA());
        addUnpaired(line, "unpaired-b", shown.b().label(), shown.comparison().unpairedB());
        line.setVisible(!line.getChildren().isEmpty());
        line.setManaged(line.isVisible());
        return line;
    }

    private void addUnpaired(FlowPane line, String id, String series, List<ScoredRun> runs) {
        if (!runs.isEmpty()) {
            Hyperlink link = Texts.link(
                    Counts.of(TaskTrials.of(runs).size(), "task") + " that only " + series + " has a run for, in no cell");
            link.setId(id);
            link.setOnAction(_ -> {
                link.setVisited(false);
                compare.openUnpaired(runs);
            });
            line.getChildren().add(link);
        }
    }

    /// A task: how both did it, and its query.
    private final class PairRow extends WrappingCell<Pair> {
        PairRow(ListView<Pair> list) {
            super(list);
            setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && getItem() != null) {
                    compare.open(getItem());
                }
            });
        }

        @Override
        protected Region content(Pair pair) {
            Label query = Texts.wrapped(named(pair));
            query.getStyleClass().add("pair-query");
            HBox signs = new HBox(
                    outcome("A", pair.a()), outcome("B", pair.b()), Texts.muted(level(pair.a())));
            signs.getStyleClass().add("chart-head");
            VBox box = new VBox(signs, query);
            box.getStyleClass().add("pair-row");
            box.setAccessibleText(said("A", pair.a()) + ", " + said("B", pair.b()) + ". " + pair.query());
            return box;
        }

        private static Node outcome(String side, TaskTrials task) {
            if (task.runs().size() > 1) {
                return new Chip(
                        String.format(Locale.ROOT, "%s passes %d of %d", side, task.successes(), task.runs().size()),
                        task.successes() == task.runs().size() ? Chip.Tone.GOOD : task.successes() == 0 ? Chip.Tone.BAD : Chip.Tone.DOUBT);
            }
            ScoredRun run = task.last();
            return new Chip(
                    side + " " + figure(run) + ", " + Counts.of(run.steps(), "step"),
                    run.score().success() ? Chip.Tone.GOOD : Chip.Tone.BAD);
        }

        private static String said(String side, TaskTrials task) {
            if (task.runs().size() > 1) {
                return String.format(Locale.ROOT, "%s passes %d of %d trials", side, task.successes(), task.runs().size());
            }
            ScoredRun run = task.last();
            return String.format(
                    Locale.ROOT, "%s %s in %s%s", side, run.score().success() ? "passes" : "fails", Counts.of(run.steps(), "step"),
                    run.score().values().containsKey(Column.RULE) ? ", " + Column.RULE.inText() + " " + figure(run) : "");
        }

        /// The query; where files judge, what they call the task.
        private static String named(Pair pair) {
            String said = pair.query().replaceAll("\\s+", " ");
            return pair.a().last().details().own().record().task().isPresent()
                    && pair.a().last().score().intent() == Intent.OTHER ? "Task " + said : said;
        }

        /// Of tasks of other benchmarks nothing.
        private static String level(TaskTrials task) {
            Intent intent = task.last().score().intent();
            return intent == Intent.OTHER ? "" : intent.label();
        }

        /// Its relevance; where files judge the score that its file gives, or else whether it passes.
        private static String figure(ScoredRun run) {
            return run.score().values().containsKey(Column.RULE)
                    ? String.format(Locale.ROOT, "%.2f", run.score().value(Column.RULE))
                    : run.details().own().score().map(FigureScale.MEASURE::text).orElse(run.score().success() ? "passes" : "fails");
        }
    }
}
