package org.shoptrace.core.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.claims.ClaimFigures;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// A share of a report's grid, with what it is of.
///
/// @param value 0..1; `NaN` where there is nothing to be a share of
/// @param of    what it is a share of, such as `149 of 250`
/// @param why   why it has no interval that says something; empty text when it has one
/// @param few   whether that is too little to lean on
record Share(double value, Optional<ConfidenceInterval> interval, String of, String why, boolean few) {
    static Share of(Rate rate) {
        return of(Estimate.of(rate));
    }

    static Share of(Estimate estimate) {
        int of = estimate.of();
        String what = estimate.method() == Estimate.Method.WILSON
                ? Math.round(estimate.value() * of) + " of " + of
                : estimate.sample().runs() > of ? "over " + estimate.sample().shown() : "over " + of;
        return of == 0
                ? new Share(Double.NaN, Optional.empty(), "0 of 0", "", true)
                : new Share(estimate.value(), estimate.spread(), what, estimate.withoutSpread(), of < Breakdown.FEW);
    }

    /// Of the runs that claim something; without any it says so.
    static Share of(ClaimFigures.Counted counted) {
        if (counted.share().isOfNothing()) {
            return new Share(Double.NaN, Optional.empty(), "no claim checked in " + counted.check().diagnosed(), "", true);
        }
        Share share = of(counted.estimate());
        return new Share(
                share.value, share.interval, counted.runs() + " · " + counted.share().claims() + " claims", share.why, share.few);
    }

    /// A row of a grid with a column for each series.
    ///
    /// @param key unique among the rows of a grid
    static IntervalGrid.Row row(
            String key, String label, List<Series> series, Function<Series, Optional<Share>> share, List<IntervalGrid.Dot> published) {
        return new IntervalGrid.Row(
                label,
                IntStream.range(0, series.size())
                        .mapToObj(i -> share.apply(series.get(i))
                                .map(one -> one.cell(key + "-" + i, series.get(i).label() + ", " + label)))
                        .toList(),
                published);
    }

    private IntervalGrid.Cell cell(String key, String what) {
        boolean none = Double.isNaN(value);
        String range = interval.map(i -> ", 95 % interval " + Shares.percent(i.low()) + " % to " + Shares.percent(i.high()) + " %")
                .orElse(why.isEmpty() ? "" : ", " + why);
        String says = what + ": " + (none ? "no share" : Shares.percent(value) + " %") + " (" + of + ")" + range;
        return new IntervalGrid.Cell(value, interval, none ? "–" : Shares.percent(value), of, few, new Datum(key, says));
    }

    /// A grid on a scale that holds all its numbers.
    static IntervalGrid grid(List<Series> series, List<IntervalGrid.Row> rows) {
        double top = Shares.top(rows.stream().flatMapToDouble(row -> DoubleStream.concat(
                row.cells().stream().flatMap(Optional::stream).mapToDouble(cell -> Chart.high(cell.interval(), cell.value())),
                row.published().stream().mapToDouble(IntervalGrid.Dot::value))));
        return new IntervalGrid(series.stream().map(Series::label).toList(), rows, top);
    }
}
