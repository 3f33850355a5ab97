package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.IntervalBars;
import org.shoptrace.core.chart.IntervalBars.Bar;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Legend;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.TitleBounds;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.report.PublishedResults;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// A share by intent level: grouped bars for a few series, small multiples for more.
final class LevelChart extends VBox {
    /// Beyond this a group of bars is a thicket.
    static final int MOST_GROUPED = 3;

    /// What is charted.
    ///
    /// @param published the paper's figure, 0..1
    record Charted(Figure figure, ToDoubleFunction<PublishedResults.Row> published) {
        Estimate of(FigureRow row) {
            return row.estimate(figure);
        }

        /// As it stands before its number: `ASR`, `CAR`.
        String name() {
            return figure.column();
        }
    }

    private final Charted figure;
    private final Opener opener;
    private final Openings openings = new Openings();
    private final ChartPane bars;
    private final ChartPane grid;

    LevelChart(Charted figure, String title, Opener opener) {
        this.figure = figure;
        this.opener = opener;
        String id = figure.name().toLowerCase(Locale.ROOT);
        bars = new ChartPane(id + "-chart", title + " by intent level");
        grid = new ChartPane(id + "-multiples", title + " by intent level, a column for each model");
        VBox.setVgrow(bars, Priority.ALWAYS);
        getStyleClass().add("level-chart");
    }

    /// @param top of the scale, the same for charts that are compared
    void show(EvaluationResult result, Optional<PublishedResults> published, double top) {
        openings.forget();
        List<String> labels = result.labels();
        boolean grouped = labels.size() <= MOST_GROUPED;
        if (grouped) {
            bars.show(
                    ChartSheet.of(
                            legend(labels, published.isPresent()),
                            new IntervalBars(series(result), published.map(p -> dots(p, result)).orElse(List.of()), top)),
                    openings);
            getChildren().setAll(bars);
        } else {
            grid.show(new IntervalGrid(labels, rows(result, published), top), openings);
            getChildren().setAll(grid);
        }
    }

    private static Legend legend(List<String> labels, boolean published) {
        List<Legend.Entry> entries = new ArrayList<>(Legend.of(labels, Looks::bar).entries());
        if (published) {
            entries.add(new Legend.Entry("published, not re-run", Looks.OTHERS));
        }
        return new Legend(entries);
    }

    private List<List<Bar>> series(EvaluationResult result) {
        return result.labels().stream()
                .map(name -> result.rows().stream()
                        .filter(row -> row.level().series().equals(name))
                        .filter(row -> Double.isFinite(figure.of(row).value()))
                        .map(row -> bar(row, result.rows()))
                        .toList())
                .toList();
    }

    private Bar bar(FigureRow row, List<FigureRow> rows) {
        Estimate estimate = figure.of(row);
        return new Bar(axisLabel(row, rows), estimate.value(), estimate.spread(), Shares.percent(estimate.value()),
                datum(row));
    }

    private Datum datum(FigureRow row) {
        Estimate estimate = figure.of(row);
        String name = String.format(Locale.ROOT, "%s, %s: %s %s%s, %s. Opens its runs.", row.level().series(),
                row.level().label(),
                figure.name(),
                estimate.shown(),
                estimate.intervalSaid() + bounds(row),
                estimate.sample().shown());
        String id = NodeIds.of(figure.figure().id(), row.level().series(), row.level().wireName());
        return openings.datum(id, name, () -> opener.runs(row.level().why(figure.name()), row.level().counted().scored()));
    }

    private String bounds(FigureRow row) {
        TitleBounds bounds = TitleBounds.of(row.level().summary());
        return !figure.figure().equals(Figures.ASR) || !bounds.isWide()
                ? ""
                : String.format(Locale.ROOT, ", by exact title %s, without the title check %s",
                        row.estimate(Figures.ASR_BY_EXACT_TITLE).shown(), row.estimate(Figures.ASR_WITHOUT_TITLE_CHECK).shown());
    }

    private List<IntervalGrid.Row> rows(EvaluationResult result, Optional<PublishedResults> published) {
        List<Optional<Intent>> levels = result.rows().stream().map(row -> row.level().intent()).distinct().sorted(
                (a, b) -> Integer.compare(a.map(Intent::ordinal).orElse(99), b.map(Intent::ordinal).orElse(99))).toList();
        return levels.stream()
                .map(level -> new IntervalGrid.Row(
                        level.map(Intent::label).orElse(Level.ALL_LABEL),
                        result.labels().stream().map(name -> cell(result, name, level)).toList(),
                        level.flatMap(intent -> published.map(p -> p.of(intent))).orElse(List.of()).stream().map(this::dot).toList()))
                .toList();
    }

    private Optional<IntervalGrid.Cell> cell(EvaluationResult result, String name, Optional<Intent> level) {
        return result.rows().stream()
                .filter(row -> row.level().series().equals(name) && row.level().intent().equals(level))
                .findFirst()
                .map(row -> {
                    Estimate estimate = figure.of(row);
                    return new IntervalGrid.Cell(
                            estimate.value(), estimate.spread(),
                            Double.isFinite(estimate.value()) ? Shares.percent(estimate.value()) : "–",
                            sample(row), counted(row) < Breakdown.FEW, datum(row));
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
        return new Datum(NodeIds.of("published", figure.name(), row.model(), row.intent().wireName()), name);
    }

    private List<IntervalBars.Dot> dots(PublishedResults published, EvaluationResult result) {
        List<IntervalBars.Dot> dots = new ArrayList<>();
        for (Intent level : result.levels()) {
            Optional<FigureRow> any = result.rows().stream().filter(row -> row.level().intent().equals(Optional.of(level))).findFirst();
            any.ifPresent(row -> published.of(level).forEach(one -> dots.add(new IntervalBars.Dot(
                    axisLabel(row, result.rows()), figure.published().applyAsDouble(one), published(one)))));
        }
        return dots;
    }

    /// Tasks, and runs where some task has several.
    private static String sample(FigureRow row) {
        return "n " + counted(row) + (row.level().summary().isRepeated() ? ", " + row.level().summary().runs().size() + " runs" : "");
    }

    private static int counted(FigureRow row) {
        return row.level().summary().asr().of();
    }

    /// Three lines: the level's name on two, and by how many its bars divide.
    private static String axisLabel(FigureRow row, List<FigureRow> rows) {
        List<Integer> counted = rows.stream()
                .filter(other -> other.level().intent().equals(row.level().intent()))
                .map(LevelChart::counted)
                .distinct()
                .sorted()
                .toList();
        long runs = rows.stream()
                .filter(other -> other.level().intent().equals(row.level().intent()) && other.level().summary().isRepeated())
                .mapToLong(other -> other.level().summary().runs().size())
                .sum();
        String n = (counted.size() == 1 ? "n = " + counted.getFirst() : "n = " + counted.getFirst() + "–" + counted.getLast())
                + (runs == 0 ? "" : rows.stream().map(one -> one.level().series()).distinct().count() == 1 ? ", " + runs + " runs" : "");
        String name = row.level().intent().map(Intent::label).orElse("All by tasks").replaceFirst(" ", "\n");
        return name + (name.contains("\n") ? "\n" : "\n\n") + n;
    }

    /// The end of a scale that holds all figures of a result, and the published ones when they are shown.
    static double top(EvaluationResult result, Optional<PublishedResults> published, List<Charted> figures) {
        return Shares.top(figures.stream().flatMapToDouble(figure -> DoubleStream.concat(
                result.rows().stream()
                        .map(figure::of)
                        .mapToDouble(estimate -> estimate.interval().map(ConfidenceInterval::high).orElse(estimate.value())),
                published.stream()
                        .flatMap(p -> p.rows().stream())
                        .filter(row -> result.levels().contains(row.intent()))
                        .mapToDouble(figure.published()))));
    }
}
