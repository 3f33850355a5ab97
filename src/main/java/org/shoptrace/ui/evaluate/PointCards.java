package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.Legend;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.chart.PointPlot;
import org.shoptrace.core.chart.PointPlot.Point;
import org.shoptrace.core.chart.Scale;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// One figure against another: a point for each series and intent level.
final class PointCards {
    private final Opener open;
    private final ExportViewModel exports;
    private final Openings openings = new Openings();

    PointCards(Opener open, ExportViewModel exports) {
        this.open = open;
        this.exports = exports;
    }

    /// Success against relevance: what lies far to the right of its height nearly succeeded.
    ChartCard relevance(EvaluationResult result) {
        List<Point> points = new ArrayList<>();
        forEach(result, (place, intent, summary) -> {
            double car = Figures.CAR.estimate(summary, Bootstrap.DEFAULT).value();
            String numbers = "CAR " + Shares.percent(car) + ", ASR " + Shares.percent(summary.asr().value()) + " %";
            points.add(point(result, "near", place, intent, summary, car, numbers));
        });
        Scale across = Scale.shares("relevance (CAR)", Shares.top(points.stream().mapToDouble(Point::x)));
        return card(result, "asr-against-car", "Success against relevance", "far right and low: near misses", across, points);
    }

    /// Success against the use of tools.
    ChartCard calls(EvaluationResult result) {
        List<Point> points = new ArrayList<>();
        forEach(result, (place, intent, summary) -> {
            double calls = summary.runs().stream().mapToInt(run -> run.details().callCount()).average().orElse(0);
            String numbers = String.format(Locale.ROOT, "%.1f calls a run, ASR %s %%", calls, Shares.percent(summary.asr().value()));
            points.add(point(result, "habit", place, intent, summary, calls, numbers));
        });
        int most = (int) Math.ceil(points.stream().mapToDouble(Point::x).max().orElse(1));
        return card(result, "asr-against-calls", "Success against tool use", "mean calls of a run", Scale.numbers("calls a run", 0, most),
                points);
    }

    @FunctionalInterface
    private interface EachLevel {
        void accept(int place, Intent intent, Summary summary);
    }

    private static void forEach(EvaluationResult result, EachLevel each) {
        for (int i = 0; i < result.series().size(); i++) {
            int place = i;
            result.series().get(i).evaluation().byIntent().forEach((intent, summary) -> {
                if (!summary.runs().isEmpty()) {
                    each.accept(place, intent, summary);
                }
            });
        }
    }

    private Point point(EvaluationResult result, String kind, int place, Intent intent, Summary summary, double x, String numbers) {
        String series = result.labels().get(place);
        Estimate success = Figures.ASR.estimate(summary, Bootstrap.DEFAULT);
        int of = success.of();
        String name = String.format(Locale.ROOT, "%s, %s: %s%s, %s. Opens its runs.", series, intent.label(), numbers,
                success.intervalSaid(), success.sample().shown());
        Datum datum = openings.datum(
                NodeIds.of(kind, series, intent.wireName()),
                name,
                () -> open.scored(series + " · " + intent.label(), summary.runs()));
        return new Point(place, x, success.value(), success.spread(), intent.label(), of < Breakdown.FEW,
                datum);
    }

    private ChartCard card(EvaluationResult result, String name, String title, String note, Scale across, List<Point> points) {
        double top = Shares.top(points.stream()
                .flatMapToDouble(point -> DoubleStream.of(point.interval().map(ConfidenceInterval::high).orElse(point.y()))));
        ChartPane plot = new ChartPane(name, title);
        plot.show(
                ChartSheet.of(Legend.of(result.labels(), Looks::point), new PointPlot(across, Scale.shares("success (ASR)", top), points)),
                openings);
        VBox.setVgrow(plot, Priority.ALWAYS);
        ChartCard card = new ChartCard(name, title, exports, plot).note(note);
        return name.equals("asr-against-car") ? card.inReport("asr_car") : card;
    }
}
