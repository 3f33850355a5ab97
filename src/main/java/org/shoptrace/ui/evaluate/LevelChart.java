package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.result.Estimate;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ResultRow;
import org.shoptrace.core.report.PublishedResults;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.chart.Datum;
import org.shoptrace.ui.kit.chart.IntervalBarChart;
import org.shoptrace.ui.kit.chart.IntervalBarChart.Bar;
import org.shoptrace.ui.kit.chart.IntervalGrid;
import org.shoptrace.ui.kit.chart.Legend;
import org.shoptrace.ui.kit.chart.Looks;

/// A share by intent level: grouped bars for a few series, small multiples for more.
final class LevelChart extends VBox {
    /// Beyond this a group of bars is a thicket.
    static final int MOST_GROUPED = 3;

    /// What is charted.
    ///
    /// @param name      `ASR`, `CAR`
    /// @param published the paper's figure, 0..1
    record Figure(String name, Function<ResultRow, Estimate> estimate, ToDoubleFunction<PublishedResults.Row> published) {}

    private final Figure figure;
    private final Opener opener;
    private final IntervalBarChart bars = new IntervalBarChart();
    private final IntervalGrid grid = new IntervalGrid();
    private final Legend legend = new Legend();

    LevelChart(Figure figure, String title, Opener opener) {
        this.figure = figure;
        this.opener = opener;
        String id = figure.name().toLowerCase(Locale.ROOT);
        bars.setId(id + "-chart");
        bars.setAccessibleText(title + " by intent level");
        grid.setId(id + "-multiples");
        grid.setAccessibleText(title + " by intent level, a column for each model");
        VBox.setVgrow(bars, Priority.ALWAYS);
        getStyleClass().add("level-chart");
    }

    /// @param top of the scale, the same for charts that are compared
    void show(EvaluationResult result, Optional<PublishedResults> published, double top) {
        List<String> labels = result.labels();
        boolean grouped = labels.size() <= MOST_GROUPED;
        if (grouped) {
            bars.show(series(result), published.map(p -> dots(p, result)).orElse(List.of()), top);
            legend.show(legend(labels, published.isPresent()));
            getChildren().setAll(legend, bars);
        } else {
            grid.show(labels, rows(result, published), top);
            getChildren().setAll(grid);
        }
    }

    private static List<Legend.Entry> legend(List<String> labels, boolean published) {
        List<Legend.Entry> entries = new ArrayList<>();
        IntStream.range(0, labels.size()).forEach(i -> entries.add(new Legend.Entry(labels.get(i), Looks.bar(i))));
        if (published) {
            entries.add(new Legend.Entry("published, not re-run", "dot-mark"));
        }
        return entries;
    }

    private List<List<Bar>> series(EvaluationResult result) {
        return result.labels().stream()
                .map(name -> result.rows().stream()
                        .filter(row -> row.model().equals(name))
                        .filter(row -> Double.isFinite(figure.estimate().apply(row).value()))
                        .map(row -> bar(row, result.rows()))
                        .toList())
                .toList();
    }

    private Bar bar(ResultRow row, List<ResultRow> rows) {
        Estimate estimate = figure.estimate().apply(row);
        return new Bar(axisLabel(row, rows), estimate.value(), estimate.interval(), Shares.percent(estimate.value()),
                datum(row));
    }

    private Datum datum(ResultRow row) {
        Estimate estimate = figure.estimate().apply(row);
        String name = "%s, %s: %s %s%s, n = %d. Opens its runs."
                .formatted(
                        row.model(),
                        row.level(),
                        figure.name(),
                        estimate.valueText(),
                        estimate.interval().isPresent() ? ", 95 % interval " + estimate.intervalText() : "",
                        row.counted());
        String id = NodeIds.of(figure.name().toLowerCase(Locale.ROOT), row.model(), row.intent().map(Intent::wireName).orElse("all"));
        return new Datum(id, name, () -> opener.runs(row.why(figure.name()), row.behind().scored()));
    }

    private List<IntervalGrid.Row> rows(EvaluationResult result, Optional<PublishedResults> published) {
        List<Optional<Intent>> levels = result.rows().stream().map(ResultRow::intent).distinct().sorted(
                (a, b) -> Integer.compare(a.map(Intent::ordinal).orElse(99), b.map(Intent::ordinal).orElse(99))).toList();
        return levels.stream()
                .map(level -> new IntervalGrid.Row(
                        level.map(Intent::label).orElse("All, by tasks"),
                        result.labels().stream().map(name -> cell(result, name, level)).toList(),
                        level.flatMap(intent -> published.map(p -> p.of(intent))).orElse(List.of()).stream().map(this::dot).toList()))
                .toList();
    }

    private Optional<IntervalGrid.Cell> cell(EvaluationResult result, String name, Optional<Intent> level) {
        return result.rows().stream()
                .filter(row -> row.model().equals(name) && row.intent().equals(level))
                .findFirst()
                .map(row -> {
                    Estimate estimate = figure.estimate().apply(row);
                    return new IntervalGrid.Cell(
                            estimate.value(), estimate.interval(),
                            Double.isFinite(estimate.value()) ? Shares.percent(estimate.value()) : "–",
                            "n " + row.counted(), row.counted() < BreakdownsPage.FEW, datum(row));
                });
    }

    private IntervalGrid.Dot dot(PublishedResults.Row row) {
        return new IntervalGrid.Dot(figure.published().applyAsDouble(row), published(row));
    }

    private Datum published(PublishedResults.Row row) {
        double value = figure.published().applyAsDouble(row);
        String name = row.model() + ", " + row.intent().label() + ": " + figure.name() + " " + Shares.percent(value)
                + " %, published, not re-run ("
                + PublishedResults.SOURCE + ")";
        // Nobody has the runs of published figures; the name is all there is to see.
        return new Datum(NodeIds.of("published", figure.name(), row.model(), row.intent().wireName()), name, () -> {});
    }

    private List<IntervalBarChart.Dot> dots(PublishedResults published, EvaluationResult result) {
        List<IntervalBarChart.Dot> dots = new ArrayList<>();
        for (Intent level : result.levels()) {
            Optional<ResultRow> any = result.rows().stream().filter(row -> row.intent().equals(Optional.of(level))).findFirst();
            any.ifPresent(row -> published.of(level).forEach(one -> dots.add(new IntervalBarChart.Dot(
                    axisLabel(row, result.rows()), figure.published().applyAsDouble(one), published(one)))));
        }
        return dots;
    }

    /// Three lines: the level's name on two, and by how many its bars divide.
    private static String axisLabel(ResultRow row, List<ResultRow> rows) {
        List<Integer> counted = rows.stream()
                .filter(other -> other.intent().equals(row.intent()))
                .map(ResultRow::counted)
                .distinct()
                .sorted()
                .toList();
        String n = counted.size() == 1 ? "n = " + counted.getFirst() : "n = " + counted.getFirst() + "–" + counted.getLast();
        String name = row.intent().map(Intent::label).orElse("All by tasks").replaceFirst(" ", "\n");
        return name + (name.contains("\n") ? "\n" : "\n\n") + n;
    }

    /// The end of a scale that holds all figures of a result, and the published ones when they are shown.
    static double top(EvaluationResult result, Optional<PublishedResults> published, List<Figure> figures) {
        return Shares.top(figures.stream().flatMapToDouble(figure -> DoubleStream.concat(
                result.rows().stream()
                        .map(figure.estimate())
                        .mapToDouble(estimate -> estimate.interval().map(ConfidenceInterval::high).orElse(estimate.value())),
                published.stream()
                        .flatMap(p -> p.rows().stream())
                        .filter(row -> result.levels().contains(row.intent()))
                        .mapToDouble(figure.published()))));
    }
}
