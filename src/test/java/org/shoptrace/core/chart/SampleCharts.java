package org.shoptrace.core.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// Charts of every kind for tests: of nothing, of one value, of many series, with zeros, and with names that mean harm.
public final class SampleCharts {
    public static final String HOSTILE = "a <b> & \"c\" \u0000 \ud83d\ude00 " + "endless-".repeat(30) + "W".repeat(200);

    private SampleCharts() {}

    public static Datum datum(String key) {
        return new Datum(key, "name of " + key);
    }

    static Optional<ConfidenceInterval> interval(double low, double high) {
        return Optional.of(new ConfidenceInterval(low, high));
    }

    public static IntervalBars.Bar bar(String key, String level, double value, double low, double high) {
        return new IntervalBars.Bar(level, value, interval(low, high), "label " + key, datum(key));
    }

    /// Two series, of which the second lacks a level.
    public static IntervalBars twoSeries() {
        return new IntervalBars(
                List.of(
                        List.of(bar("a1", "easy\ntasks", 0.8, 0.7, 0.9), bar("a2", "hard", 0.25, 0.125, 0.5)),
                        List.of(bar("b1", "easy\ntasks", 0.6, 0.5, 0.7))),
                List.of(), 1);
    }

    /// Two levels, of which the first has somebody else's figure.
    static IntervalBars barsWithOthers() {
        return new IntervalBars(
                List.of(List.of(bar("a1", "easy", 0.8, 0.7, 0.9), bar("a2", "hard", 0.2, 0.1, 0.3))),
                List.of(new IntervalBars.Dot("easy", 0.4, datum("o1"))), 1);
    }

    static Optional<IntervalGrid.Cell> cell(String key, double value, boolean faint) {
        return Optional.of(new IntervalGrid.Cell(
                value, interval(Math.max(0, value - 0.1), Math.min(1, value + 0.1)), Shares.percent(value), "n 12", faint, datum(key)));
    }

    /// Two columns and one of published figures; a cell is missing, another is faint.
    public static IntervalGrid grid() {
        return new IntervalGrid(
                List.of("alpha", "a model & <its> name"),
                List.of(
                        new IntervalGrid.Row("one", List.of(cell("a1", 0.4, false), cell("b1", 0.8, false)), List.of()),
                        new IntervalGrid.Row(
                                "two", List.of(cell("a2", 0.2, true), Optional.empty()), List.of(new IntervalGrid.Dot(0.6, datum("p2"))))),
                0.8);
    }

    static IntervalGrid wide(int series, String name) {
        return new IntervalGrid(
                IntStream.range(0, series).mapToObj(i -> name + " " + i).toList(),
                IntStream.range(0, 3)
                        .mapToObj(row -> new IntervalGrid.Row(
                                name,
                                IntStream.range(0, series).mapToObj(i -> cell("c" + row + "-" + i, i / (double) series, false)).toList(),
                                List.of()))
                        .toList(),
                1);
    }

    /// A heading, a row with what was lost, one of zeros, and one where the second series has nothing in the second column.
    static BarTable table(String name) {
        return new BarTable(
                List.of(new BarTable.Column("easy", "n 250", 1), new BarTable.Column(name, "n 12", 0.4)),
                List.of(
                        BarTable.Row.heading("first of all"),
                        new BarTable.Row("one", List.of(
                                List.of(tableBar("t1", 0.8, false), tableBar("t2", 0.4, false)),
                                List.of(tableBar("t3", 0.2, true), tableBar("t4", 0.1, true)))),
                        new BarTable.Row(name, List.of(
                                List.of(tableBar("u1", 0, false), tableBar("u2", 0, false)),
                                List.of(tableBar("u3", Double.NaN, true), Optional.empty())))));
    }

    private static Optional<BarTable.Bar> tableBar(String key, double value, boolean faint) {
        return Optional.of(new BarTable.Bar(
                value, value > 0 ? interval(value / 2, Math.min(1, value * 1.1)) : Optional.empty(),
                Double.isFinite(value) ? Shares.percent(value) : "–", faint, datum(key),
                value < 0.8
                        ? Optional.of(new BarTable.Lost(Double.isFinite(value) ? value + 0.1 : 1, datum("lost-" + key)))
                        : Optional.empty()));
    }

    public static StackedRows rows() {
        return new StackedRows(List.of(
                new StackedRows.Row(
                        "many", List.of(new StackedRows.Segment(0, 60, datum("m0")), new StackedRows.Segment(1, 30, datum("m1"))),
                        datum("m")),
                new StackedRows.Row(
                        "few", List.of(new StackedRows.Segment(0, 0, datum("f0")), new StackedRows.Segment(3, 1, datum("f3"))),
                        datum("f"))));
    }

    /// As failures lie: some labels take two lines where others take one.
    public static StackedRows failures() {
        List<String> labels = List.of(
                "Stopped by the harness", "No answer", "Right products, malformed answer", "Invented product", "Never retrieved",
                "Retrieved, not viewed", "Viewed, not chosen", "Chosen");
        return new StackedRows(IntStream.range(0, labels.size())
                .mapToObj(i -> new StackedRows.Row(
                        labels.get(i),
                        IntStream.range(0, 4).mapToObj(kind -> new StackedRows.Segment(kind, i + kind, datum("s" + i + "-" + kind)))
                                .toList(),
                        datum("r" + i)))
                .toList());
    }

    static Legend levels() {
        List<String> names = List.of("Products Finder", "Knowledge", "Multi-products seller", "Coupon & Budget");
        return new Legend(IntStream.range(0, 4).mapToObj(i -> new Legend.Entry(names.get(i), Looks.kind(i))).toList());
    }

    public static PointPlot points(String label) {
        return new PointPlot(
                Scale.shares("x", 1), Scale.shares("y", 1),
                List.of(
                        new PointPlot.Point(0, 0.25, 0.5, interval(0.4, 0.6), label, false, datum("p1")),
                        new PointPlot.Point(1, 0.27, 0.5, Optional.empty(), label + "2", false, datum("p3")),
                        new PointPlot.Point(2, 0.9, 1, Optional.empty(), "b", true, datum("p2"))),
                List.of(new PointPlot.Dot(0.1, 0, datum("o1"))));
    }

    public static CurvePlot curves(int most, String name) {
        List<CurvePlot.Vertex> first = IntStream.rangeClosed(1, most)
                .mapToObj(k -> new CurvePlot.Vertex(k, 0.4, interval(0.3, 0.5), datum("v" + k)))
                .toList();
        List<CurvePlot.Vertex> second = IntStream.rangeClosed(1, most)
                .mapToObj(k -> new CurvePlot.Vertex(k, 0.4, Optional.empty(), datum("w" + k)))
                .toList();
        return new CurvePlot(
                Scale.numbers("k", 1, 3), Scale.shares("share", 1),
                List.of(new CurvePlot.Curve(name, 0, first), new CurvePlot.Curve("pass^k", 1, second)),
                List.of(new CurvePlot.Threshold(2, "2 in use")));
    }

    public static DifferenceRows differences(String name) {
        return new DifferenceRows(
                List.of(
                        new DifferenceRows.Row(name, 0.2, 0.1, 0.3, "+20.0", datum("d1")),
                        new DifferenceRows.Row("shop", -0.2, -0.3, -0.1, "−20.0", datum("d2"))),
                name + " better", "a better");
    }

    static Legend legend(String name) {
        return new Legend(List.of(
                new Legend.Entry(name, Looks.bar(2)), new Legend.Entry("kinds", Looks.kind(1)), new Legend.Entry("points", Looks.point(3)),
                new Legend.Entry("published", Looks.OTHERS)));
    }

    /// Every kind of chart, by what it tries.
    public static SequencedMap<String, Chart> all() {
        SequencedMap<String, Chart> charts = new LinkedHashMap<>(Map.of());
        charts.put("bars", ChartSheet.of(legend("alpha"), twoSeries()));
        charts.put("bars of nothing", new IntervalBars(List.of(List.of()), List.of(), 1));
        charts.put("a bar of zero", new IntervalBars(List.of(List.of(bar("z", "only", 0, 0, 0))), List.of(), 0.2));
        charts.put("bars with hostile names", new IntervalBars(List.of(List.of(bar("h", HOSTILE, 1, 0.9, 1))), List.of(), 1));
        charts.put("bars with others", barsWithOthers());
        charts.put("grid", grid());
        charts.put("grid of nothing", new IntervalGrid(List.of("alpha"), List.of(), 1));
        charts.put("grid without a number", new IntervalGrid(
                List.of("alpha"), List.of(new IntervalGrid.Row("row", List.of(Optional.of(
                        new IntervalGrid.Cell(Double.NaN, Optional.empty(), "–", "0 of 0", true, datum("n")))), List.of())),
                1));
        charts.put("grid of twelve models", wide(12, "model"));
        charts.put("grid with hostile names", wide(2, HOSTILE));
        charts.put("table of bars", ChartSheet.of(legend("alpha"), table("hard tasks")));
        charts.put("table of no bars", new BarTable(List.of(), List.of()));
        charts.put("table of bars with hostile names", table(HOSTILE));
        charts.put("rows", ChartSheet.of(rows(), legend("alpha")));
        charts.put("failures", ChartSheet.of(failures(), levels()));
        charts.put("rows of nothing", new StackedRows(List.of()));
        charts.put("rows with hostile names", new StackedRows(List.of(new StackedRows.Row(
                HOSTILE, IntStream.range(0, 6).mapToObj(i -> new StackedRows.Segment(i, 1, datum("s" + i))).toList(), datum("h")))));
        charts.put("points", points("alpha"));
        charts.put("no points", new PointPlot(Scale.shares("x", 1), Scale.shares("y", 1), List.of()));
        charts.put("points with hostile names", points(HOSTILE));
        charts.put("curves", curves(3, "pass@k"));
        charts.put("curves of a point", curves(1, "pass@k"));
        charts.put("curves with hostile names", curves(3, HOSTILE));
        charts.put("differences", differences("all"));
        charts.put("differences with hostile names", differences(HOSTILE));
        charts.put("no differences", new DifferenceRows(List.of(), "b better", "a better"));
        charts.put("listing", new Listing(
                List.of(new Listing.Column("level", false), new Listing.Column("tasks", true)),
                List.of(List.of("shop", "12"), List.of(HOSTILE, "3"))));
        charts.put("a legend without a name", ChartSheet.of(legend(""), new Caption("", TextStyle.PLAIN)));
        charts.put("panels", new ChartSheet(2, List.of(
                new ChartSheet.Part("first", curves(3, "pass@k")), new ChartSheet.Part(HOSTILE, points("b")),
                new ChartSheet.Part("third", rows()),
                new ChartSheet.Part("", legend(HOSTILE)), new ChartSheet.Part("", new Caption(HOSTILE, TextStyle.MUTED)))));
        return charts;
    }
}
