package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// A number that a chart shows, by what it is of. Two charts of one thing have the same ones, however each lays them out.
///
/// @param at      what it is of: the titles of its panel, series, row or column, in any order
/// @param numbers the value, and the ends of its interval behind it where it has one
public record ChartValue(List<String> at, List<Double> numbers) {
    public ChartValue {
        at = List.copyOf(at);
        numbers = List.copyOf(numbers);
    }

    /// All numbers that a chart shows, in its order. Legends, captions and listings of texts have none.
    public static List<ChartValue> of(Chart chart) {
        Reading reading = new Reading(legend(chart));
        reading.read(chart, List.of());
        return Collections.unmodifiableList(reading.values);
    }

    /// For people: `alpha, Product`.
    public String told() {
        return String.join(", ", at);
    }

    private static List<Legend.Entry> legend(Chart chart) {
        return switch (chart) {
            case Legend legend -> legend.entries();
            case ChartSheet sheet -> sheet.parts().stream().flatMap(part -> legend(part.chart()).stream()).toList();
            default -> List.of();
        };
    }

    /// What was read so far.
    private static final class Reading {
        private final List<Legend.Entry> legend;
        private final List<ChartValue> values = new ArrayList<>();

        Reading(List<Legend.Entry> legend) {
            this.legend = legend;
        }

        void read(Chart chart, List<String> in) {
            switch (chart) {
                case ChartSheet sheet -> sheet.parts().forEach(part -> read(part.chart(), with(in, part.title())));
                case IntervalBars bars -> {
                    for (int i = 0; i < bars.series().size(); i++) {
                        String name = series(i);
                        bars.series().get(i).forEach(bar -> add(with(in, name, level(bar.level())), bar.value(), bar.interval()));
                    }
                }
                case IntervalGrid grid -> grid.rows().forEach(row -> {
                    for (int i = 0; i < row.cells().size(); i++) {
                        String name = grid.series().get(i);
                        row.cells().get(i).ifPresent(cell -> add(with(in, name, row.label()), cell.value(), cell.interval()));
                    }
                });
                case BarTable table -> read(table, in);
                case StackedRows rows -> rows.rows().forEach(row -> row.segments().forEach(
                        segment -> add(with(in, row.label(), kind(segment.kind())), segment.count(), Optional.empty())));
                case PointPlot plot -> plot.points().forEach(point -> {
                    List<String> at = with(in, series(point.series()), point.label());
                    add(with(at, plot.across().title()), point.x(), Optional.empty());
                    add(with(at, plot.up().title()), point.y(), point.interval());
                });
                case CurvePlot plot -> plot.curves().forEach(curve -> {
                    String name = curve.name().isEmpty() ? series(curve.series()) : curve.name();
                    curve.vertices().forEach(vertex -> add(
                            with(in, name, String.format(Locale.ROOT, "%s %.4f", plot.across().title(), vertex.x())), vertex.y(),
                            vertex.interval()));
                });
                case DifferenceRows rows -> rows.rows().forEach(row -> add(
                        with(in, row.label()), row.value(), Optional.of(new ConfidenceInterval(row.low(), row.high()))));
                case Legend _,Caption _,Listing _ -> {
                    // words
                }
            }
        }

        private void read(BarTable table, List<String> in) {
            String heading = "";
            for (BarTable.Row row : table.rows()) {
                if (row.isHeading()) {
                    heading = row.label();
                }
                for (int column = 0; column < row.cells().size(); column++) {
                    List<Optional<BarTable.Bar>> bars = row.cells().get(column);
                    for (int i = 0; i < bars.size(); i++) {
                        List<String> at = with(in, table.columns().get(column).title(), heading, row.label(), series(i));
                        bars.get(i).ifPresent(bar -> add(at, bar.value(), bar.interval()));
                    }
                }
            }
        }

        private void add(List<String> at, double value, Optional<ConfidenceInterval> interval) {
            if (Double.isFinite(value)) {
                values.add(new ChartValue(
                        at, interval.map(ends -> List.of(value, ends.low(), ends.high())).orElse(List.of(value))));
            }
        }

        /// The one series of a chart without a legend has no name there.
        private String series(int place) {
            return name(Looks.bar(place)).or(() -> name(Looks.point(place))).orElse("");
        }

        private String kind(int kind) {
            return name(Looks.kind(kind)).orElse("");
        }

        private Optional<String> name(Look look) {
            return legend.stream().filter(entry -> entry.look().equals(look)).map(Legend.Entry::name).findFirst();
        }

        /// A level's name stands on two lines, and below it how many it divides by.
        private static String level(String label) {
            return String.join(" ", label.lines().filter(line -> !line.isBlank() && !line.startsWith("n = ")).toList());
        }

        private static List<String> with(List<String> in, String... more) {
            return Stream.concat(in.stream(), Stream.of(more)).filter(text -> !text.isEmpty()).toList();
        }
    }
}
