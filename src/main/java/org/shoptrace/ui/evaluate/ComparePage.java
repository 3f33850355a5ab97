package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.chart.DifferenceRows;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Comparison;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.PairwiseComparisons;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.evaluate.LinkTable.Cell;
import org.shoptrace.ui.evaluate.LinkTable.Head;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// Two series on the same tasks: the four cells, their test and interval, the tasks of each cell; and all pairs with Holm's adjustment.
final class ComparePage implements PageView {
    private final SeriesPairViewModel model;
    private final ExportViewModel exports;
    private final ReadOnlyBooleanProperty narrow;
    private final FlowPane choices = new FlowPane();
    private final Label busy = Texts.muted("being compared");
    private final GridPane cards = new GridPane();
    private final ScrollPane page;
    private final Placeholder nothing = new Placeholder(
            Feather.COLUMNS,
            "There is one model only",
            "Choose the rollouts of two models, and run the evaluation: they are compared task by task. Several files of one model are"
                    + " trials of it, and a model is never tested against itself.");
    private final VBox content = new VBox();
    private final Openings openings = new Openings();
    private final ChartPane differences = new ChartPane("differences", "Difference of success rates by intent level");
    private final LinkTable tests = new LinkTable();

    /// @param narrow whether something stands beside the page
    ComparePage(SeriesPairViewModel model, ReadOnlyBooleanProperty narrow, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
        this.narrow = narrow;
        choices.getStyleClass().add("page-choices");
        busy.setId("compare-busy");
        busy.visibleProperty().bind(model.comparingProperty());
        cards.getStyleClass().add("page-grid");
        nothing.setId("nothing-to-compare");
        VBox.setVgrow(differences, Priority.ALWAYS);
        tests.setId("pair-tests");
        page = Pages.scrolling("compare", content);
        model.shownProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::show));
        model.cellProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::show));
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(EvaluationResult result) {
        openings.forget();
        choices.getChildren().setAll(choices(result));
        if (result.series().size() < 2) {
            content.getChildren().setAll(nothing);
        } else if (model.shownProperty().get().isEmpty()) {
            String why = model.comparingProperty().get() ? "They are being compared task by task." : "Choose two different series.";
            content.getChildren().setAll(choices, Texts.wrapped(why, "muted", "detail-line"));
        } else {
            SeriesPairViewModel.Shown shown = model.shownProperty().get().get();
            List<DifferenceRows.Row> rows = rows(result, shown);
            Node pair = new PairCard(model, shown).node();
            Pages.fill(
                    cards, rows.isEmpty() ? List.of(pair) : List.of(pair, differences(rows, shown)),
                    narrow.get() || rows.isEmpty() ? 1 : 2);
            cards.add(tests(result, shown), 0, 2, GridPane.REMAINING, 1);
            content.getChildren().setAll(choices, cards);
        }
    }

    private List<Node> choices(EvaluationResult result) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Texts.strong("A"));
        nodes.addAll(series(result, model.aProperty(), "compare-a-"));
        Button swap = Icons.button(Feather.REPEAT, "Swap A and B", model::swap);
        swap.setId("compare-swap");
        nodes.add(swap);
        nodes.add(Texts.strong("B"));
        nodes.addAll(series(result, model.bProperty(), "compare-b-"));
        List<Optional<Intent>> levels = Stream.concat(Stream.of(Optional.<Intent>empty()), result.levels().stream().map(Optional::of))
                .toList();
        if (levels.size() > 2) {
            nodes.add(Texts.muted("at"));
            nodes.addAll(Choices.of(
                    levels, model.levelProperty(), i -> "compare-level-" + levels.get(i).map(Intent::wireName).orElse("all"),
                    level -> level.map(Intent::label).orElse("all levels")));
        }
        nodes.add(busy);
        return nodes;
    }

    private static List<? extends Node> series(EvaluationResult result, ObjectProperty<Integer> chosen, String id) {
        return Choices.of(IntStream.range(0, result.series().size()).boxed().toList(), chosen, i -> id + i, i -> result.labels().get(i));
    }

    /// The difference over all tasks and at each level, as an interval around its middle.
    private Node differences(List<DifferenceRows.Row> rows, SeriesPairViewModel.Shown shown) {
        differences.show(new DifferenceRows(rows, shown.b().label() + " better", shown.a().label() + " better"), openings);
        return new ChartCard("difference", "Difference by level", exports, differences)
                .chosen("A", shown.a().label())
                .chosen("B", shown.b().label())
                .note("A minus B in points, "
                        + (shown.comparison().isOneTrialEach()
                                ? "Newcombe 95 %"
                                : "bootstrap of tasks 95 %, for tasks have several trials"));
    }

    /// None where no level has a task of both.
    private List<DifferenceRows.Row> rows(EvaluationResult result, SeriesPairViewModel.Shown shown) {
        return shown.tests().overall().stream()
                .flatMap(test -> Stream.concat(Stream.of(test), shown.tests().byIntent().stream()
                        .filter(level -> level.a() == test.a() && level.b() == test.b())))
                .filter(test -> isOf(test, result, shown) && test.difference().value().isPresent())
                .map(test -> row(test, result, shown))
                .toList();
    }

    private static boolean isOf(PairwiseComparisons.Test test, EvaluationResult result, SeriesPairViewModel.Shown shown) {
        List<String> labels = List.of(result.labels().get(test.a()), result.labels().get(test.b()));
        return labels.contains(shown.a().label()) && labels.contains(shown.b().label());
    }

    private DifferenceRows.Row row(PairwiseComparisons.Test test, EvaluationResult result, SeriesPairViewModel.Shown shown) {
        PairedDifference difference = test.difference();
        // The tests know the earlier series as A; the page may have swapped them.
        int sign = result.labels().get(test.a()).equals(shown.a().label()) ? 1 : -1;
        double value = sign * difference.value().orElse(0);
        ConfidenceInterval interval = difference.interval().orElse(new ConfidenceInterval(sign * value, sign * value));
        double low = sign > 0 ? interval.low() : -interval.high();
        double high = sign > 0 ? interval.high() : -interval.low();
        String level = test.intent().map(Intent::label).orElse("All levels");
        String range = difference.withoutWidth().isEmpty()
                ? "95 % interval " + points(low) + " to " + points(high)
                : difference.withoutWidth();
        String name = String.format(Locale.ROOT, "%s: difference %s points, %s, over %s. Shows their tasks.", level, points(value), range,
                Counts.of(difference.tasks(), "task"));
        return new DifferenceRows.Row(
                level,
                value,
                low,
                high,
                points(value) + "  n " + difference.tasks(),
                openings.datum(
                        NodeIds.of("difference", test.intent().map(Intent::wireName).orElse("all")),
                        name,
                        () -> model.levelProperty().set(test.intent())));
    }

    private Node tests(EvaluationResult result, SeriesPairViewModel.Shown shown) {
        List<List<Cell>> rows = Stream.concat(shown.tests().overall().stream(), shown.tests().byIntent().stream())
                .map(test -> cells(test, result))
                .toList();
        tests.show(
                List.of(
                        Head.words("A"), Head.words("B"), Head.words("level"), Head.number("tasks of both"), Head.number("both pass"),
                        Head.number("only A"), Head.number("only B"), Head.number("both fail"), Head.number("difference"),
                        Head.number("95 % interval"), Head.number("p"), Head.number("p by Holm"), Head.number("rate of A"),
                        Head.number("rate of B")),
                rows);
        ScrollPane wide = new ScrollPane(tests);
        wide.setId("pair-tests-scroll");
        wide.setFitToHeight(true);
        wide.getStyleClass().add("inner-scroll");
        wide.setMinHeight(Region.USE_PREF_SIZE);
        Button save = new Button("CSV and JSON");
        save.setId("comparisons-save");
        save.getStyleClass().addAll("flat", "save");
        save.setTooltip(Texts.tip("Write comparisons.csv and comparisons.json into “tables” in the report's folder"));
        save.setOnAction(_ -> exports.table("comparisons"));
        Label note = Texts.wrapped(
                "Over the tasks that both have a run of. McNemar's exact test, two-sided, where every task has one trial; where some has"
                        + " several, the interval draws tasks anew and there is no exact test. Without a common task nothing is compared."
                        + " Holm adjusts the tests over all tasks as one family, and those within all levels as another. The difference is"
                        + " A's rate minus B's, in points.",
                "muted", "hint");
        VBox card = new VBox(Texts.heading("All pairs"), note, wide, save);
        card.getStyleClass().add("card");
        card.setId("pairs-card");
        return card;
    }

    private List<Cell> cells(PairwiseComparisons.Test test, EvaluationResult result) {
        PairedDifference difference = test.difference();
        boolean once = difference.method() == PairedDifference.Method.ONE_TRIAL;
        String a = result.labels().get(test.a());
        String b = result.labels().get(test.b());
        LinkTable.Link link = new LinkTable.Link(
                NodeIds.of("test", a, b, test.intent().map(Intent::wireName).orElse("all")),
                "Compare " + a + " and " + b + " at " + test.intent().map(Intent::label).orElse("all levels"), () -> model.show(test));
        List<Cell> row = new ArrayList<>(
                List.of(Cell.opening(a, link), Cell.of(b), Cell.of(test.intent().map(Intent::label).orElse("All levels"))));
        row.add(Cell.of(Integer.toString(difference.tasks())));
        for (Comparison.Cell cell : List.of(
                Comparison.Cell.BOTH, Comparison.Cell.ONLY_A, Comparison.Cell.ONLY_B, Comparison.Cell.NEITHER)) {
            row.add(Cell.of(once ? Integer.toString(test.comparison().in(cell).size()) : "–"));
        }
        row.add(Cell.of(points(difference.value())));
        row.add(Cell.of(difference.interval()
                .filter(ConfidenceInterval::hasWidth)
                .map(i -> points(i.low()) + " to " + points(i.high()))
                .orElse(difference.withoutWidth().isEmpty() ? "–" : difference.withoutWidth())));
        row.add(Cell.of(p(difference.p())));
        row.add(Cell.of(p(test.adjustedP())));
        row.add(Cell.of(percent(difference.rateA())));
        row.add(Cell.of(percent(difference.rateB())));
        return List.copyOf(row);
    }

    /// A difference in percentage points, with its sign.
    static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f", difference * 100).replace('-', '−');
    }

    /// A dash where there is none.
    static String points(OptionalDouble difference) {
        return difference.isPresent() ? points(difference.getAsDouble()) : "–";
    }

    /// A dash where there is none.
    static String p(OptionalDouble p) {
        return p.isEmpty() ? "–" : p.getAsDouble() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p.getAsDouble());
    }

    private static String percent(OptionalDouble rate) {
        return rate.isPresent() ? Shares.percent(rate.getAsDouble()) + " %" : "–";
    }
}
