package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Breakdown.Dimension;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.model.task.Intent;

/// The pictures of success by kinds of tasks and runs: a picture a kind, and in it, where a kind means something else of one product than
/// of a basket, a panel a level.
final class BreakdownCharts {
    /// What means different things at different levels, and is seldom the same task twice.
    private static final Set<Dimension> BY_LEVEL = Set.of(
            Dimension.CONSTRAINTS, Dimension.QUERY_LENGTH, Dimension.CATEGORY, Dimension.DIFFICULTY);

    private final ReportInput input;
    private final List<Optional<Intent>> levels = new ArrayList<>();
    /// By level, then by the label of the series, which is unique in a report.
    private final Map<Optional<Intent>, Map<String, List<Breakdown>>> counted = new HashMap<>();

    BreakdownCharts(ReportInput input, List<Intent> intents) {
        this.input = input;
        if (intents.size() > 1) {
            intents.forEach(intent -> levels.add(Optional.of(intent)));
        }
        levels.add(Optional.empty());
        for (Optional<Intent> level : levels) {
            Map<String, List<Breakdown>> each = new HashMap<>();
            input.series().forEach(series -> each.put(series.label(), input.breakdowns(series, level)));
            counted.put(level, each);
        }
    }

    List<ChartSection> charts() {
        List<ChartSection> charts = new ArrayList<>();
        List<List<Breakdown>> all = counted.values().stream().flatMap(each -> each.values().stream()).toList();
        for (Dimension dimension : Dimension.of(all)) {
            List<ChartSheet.Part> parts = new ArrayList<>();
            for (Optional<Intent> level : BY_LEVEL.contains(dimension) ? levels : List.of(Optional.<Intent>empty())) {
                SortedSet<String> groups = groups(level, dimension);
                // Of one group alone nothing is told apart.
                if (groups.size() > 1) {
                    parts.add(new ChartSheet.Part(
                            level.map(Intent::label).orElse(Level.ALL_LABEL), chart(level, dimension, groups)));
                }
            }
            if (!parts.isEmpty()) {
                Chart chart = parts.size() == 1 ? parts.getFirst().chart() : new ChartSheet(1, parts);
                charts.add(new ChartSection(
                        "by_" + dimension.id(), "Success by " + dimension.label().toLowerCase(Locale.ROOT),
                        "Groups of " + dimension.countedHow(dimension.groups(all)) + ". "
                                + Figures.ASR.method(input.series().stream().map(series -> series.evaluation().overall()))
                                + " intervals; pale: fewer than " + Breakdown.FEW + ".",
                        chart));
            }
        }
        return charts;
    }

    private IntervalGrid chart(Optional<Intent> level, Dimension dimension, SortedSet<String> groups) {
        return Share.grid(input.series(), groups.stream()
                .map(name -> Share.row(
                        level.map(intent -> intent.wireName() + "-").orElse("") + name, Breakdown.shown(name), input.series(),
                        series -> of(level, series, dimension).flatMap(by -> Optional.ofNullable(by.groups().get(name)))
                                .map(summary -> Share.of(Figures.ASR.estimate(summary, input.bootstrap()))),
                        List.of()))
                .toList());
    }

    private SortedSet<String> groups(Optional<Intent> level, Dimension dimension) {
        SortedSet<String> groups = new TreeSet<>(Breakdown.ORDER);
        input.series().forEach(series -> of(level, series, dimension).ifPresent(by -> groups.addAll(by.groups().keySet())));
        return groups;
    }

    private Optional<Breakdown> of(Optional<Intent> level, Series series, Dimension dimension) {
        return counted.getOrDefault(level, Map.of()).getOrDefault(series.label(), List.of()).stream()
                .filter(breakdown -> breakdown.by().equals(dimension))
                .findFirst();
    }
}
