package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shoptrace.core.chart.BarTable;
import org.shoptrace.core.chart.BarTable.Bar;
import org.shoptrace.core.chart.BarTable.Lost;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.Legend;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.loss.Funnel;
import org.shoptrace.core.evaluate.loss.Headroom;
import org.shoptrace.core.evaluate.loss.LossByLevel;
import org.shoptrace.core.evaluate.loss.LossByLevel.Loss;
import org.shoptrace.core.evaluate.loss.Reason;
import org.shoptrace.core.evaluate.loss.Reason.Group;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.task.Intent;

/// The charts of where success is lost, as the window shows and the report prints them: levels side by side, models below each other in
/// each cell.
public final class LossCharts {
    /// How the funnel is to be read.
    private static final String FUNNEL_NOTE = "% of the tasks with a diagnosed run that got at least so far, with every product asked "
            + "for; pale: what was lost since the step before.";

    /// How the headroom is to be read.
    private static final String HEADROOM_NOTE = "Points of success that would be won at most, were this reason alone mended. With the "
            + "first group either of the others adds up to all failures; the two tell the same runs and are not added to each other.";

    private final List<String> series;
    private final LossByLevel loss;
    private final Marks marks;

    /// What becomes of the marks of a chart.
    @FunctionalInterface
    public interface Marks {
        /// As in a file, where nothing opens.
        Marks PRINTED = (key, says, _, _) -> new Datum(key, says);

        /// @param key  unique in a chart, but for names that make one key
        /// @param says what it is, with its numbers, a sentence
        /// @param why  what the runs have in common
        /// @param runs those behind it
        Datum of(String key, String says, String why, List<ScoredRun> runs);
    }

    /// @param series their labels, in their order
    public LossCharts(List<String> series, LossByLevel loss, Marks marks) {
        this.series = List.copyOf(series);
        this.loss = loss;
        this.marks = marks;
    }

    /// How the funnel is to be read.
    public String funnelNote() {
        return FUNNEL_NOTE + intervals();
    }

    /// How the headroom is to be read.
    public String headroomNote() {
        return HEADROOM_NOTE + intervals();
    }

    private String intervals() {
        String methods = loss.whole().series().stream().flatMap(Optional::stream)
                .map(each -> each.funnel().at(Waypoint.SUCCESS).share())
                .filter(share -> share.of() > 0)
                .map(share -> share.method().label())
                .distinct()
                .collect(Collectors.joining(" and "));
        return methods.isEmpty() ? "" : " Intervals: " + methods + ".";
    }

    /// How many tasks got so far: a row for each waypoint.
    public Chart funnel() {
        List<BarTable.Row> rows = new ArrayList<>();
        for (Waypoint waypoint : Waypoint.values()) {
            rows.add(new BarTable.Row(waypoint.label(), cells((place, level, of) -> bar(place, level, of.funnel(), waypoint))));
        }
        return sheet(new BarTable(columns(1), rows));
    }

    /// What each reason costs: a row for each reason that some failed run has.
    public Chart headroom() {
        List<BarTable.Row> rows = new ArrayList<>();
        for (Group group : Group.values()) {
            List<BarTable.Row> of = new ArrayList<>();
            for (Reason reason : Reason.values()) {
                if (reason.group() == group && isSeen(headroom -> headroom.of(reason).with())) {
                    of.add(new BarTable.Row(reason.label(), cells((place, level, each) -> bar(place, level, each.headroom(), reason))));
                }
            }
            if (group != Group.ANSWER && isSeen(headroom -> rest(headroom, group).runs())) {
                of.add(new BarTable.Row(
                        "More than one of these", cells((place, level, each) -> bar(place, level, rest(each.headroom(), group)))));
            }
            if (!of.isEmpty()) {
                rows.add(BarTable.Row.heading(group.label()));
                rows.addAll(of);
            }
        }
        double top = Shares.top(rows.stream().flatMap(row -> row.cells().stream()).flatMap(List::stream).flatMap(Optional::stream)
                .mapToDouble(bar -> Chart.high(bar.interval(), bar.value())));
        return sheet(new BarTable(columns(top), rows));
    }

    private static Headroom.Rest rest(Headroom headroom, Group told) {
        return headroom.rests().stream().filter(rest -> rest.told() == told).findFirst().orElseThrow();
    }

    private boolean isSeen(Function<Headroom, List<ScoredRun>> runs) {
        return loss.levels().stream()
                .flatMap(level -> level.series().stream())
                .flatMap(Optional::stream)
                .anyMatch(each -> !runs.apply(each.headroom()).isEmpty());
    }

    private Chart sheet(BarTable table) {
        return series.size() > 1 ? ChartSheet.of(Legend.of(series, Looks::bar), table) : table;
    }

    private List<BarTable.Column> columns(double top) {
        return loss.levels().stream().map(level -> new BarTable.Column(label(level.intent()), sample(level), top)).toList();
    }

    private static String label(Optional<Intent> level) {
        return level.map(Intent::label).orElse(Level.ALL_LABEL);
    }

    /// How many tasks the shares are of: `n 250`, or `n 240–250` where the series differ.
    private static String sample(LossByLevel.Level level) {
        int[] tasks = level.series().stream().flatMap(Optional::stream).mapToInt(each -> each.funnel().tasks()).sorted().toArray();
        if (tasks.length == 0) {
            return "n 0";
        }
        int least = tasks[0];
        int most = tasks[tasks.length - 1];
        return least == most ? "n " + most : "n " + least + "–" + most;
    }

    @FunctionalInterface
    private interface BarOf {
        Bar of(int series, Optional<Intent> level, Loss loss);
    }

    private List<List<Optional<Bar>>> cells(BarOf bar) {
        return loss.levels().stream()
                .map(level -> IntStream.range(0, series.size())
                        .mapToObj(place -> level.series().get(place).map(each -> bar.of(place, level.intent(), each)))
                        .toList())
                .toList();
    }

    private Bar bar(int place, Optional<Intent> level, Funnel funnel, Waypoint waypoint) {
        Funnel.Step step = funnel.at(waypoint);
        String what = series.get(place) + ", " + label(level) + ": ";
        String why = series.get(place) + " · " + label(level) + " · ";
        String key = wireName(level) + "-" + waypoint.wireName() + "-" + series.get(place);
        Datum datum = marks.of(
                "got-" + key,
                what + number(step.share()) + " % got at least so far: " + lower(waypoint) + ", " + step.share().sample().shown()
                        + (step.skipped().isEmpty() ? "" : "; " + step.skipped().size() + " of them by a later step only"),
                why + lower(waypoint), step.reached());
        return new Bar(step.share().value(), step.share().spread(), text(step.share()), isFew(step.share()), datum,
                lost(funnel, waypoint, what, why, key));
    }

    private Optional<Lost> lost(Funnel funnel, Waypoint waypoint, String what, String why, String key) {
        Funnel.Step step = funnel.at(waypoint);
        if (step.lost().isEmpty()) {
            return Optional.empty();
        }
        boolean first = waypoint == Waypoint.values()[0];
        double before = first ? 1 : funnel.at(Waypoint.values()[waypoint.ordinal() - 1]).share().value();
        String where = first
                ? "not " + lower(waypoint)
                : lower(Waypoint.values()[waypoint.ordinal() - 1]) + ", and not " + lower(waypoint);
        return Optional.of(new Lost(before, marks.of(
                "lost-" + key,
                what + Shares.percent(before - step.share().value()) + " points lost here: " + where + ", "
                        + runs(step.lost()),
                why + where, step.lost())));
    }

    private Bar bar(int place, Optional<Intent> level, Headroom headroom, Reason reason) {
        Headroom.Cost cost = headroom.of(reason);
        int more = cost.with().size() - cost.alone().size();
        return bar(place, level, reason.wireName(), cost.points(), cost.alone(), new Said(
                reason.label(),
                "at most " + number(cost.points()) + " points more, had " + reason.mended()
                        + (more > 0 ? "; " + more + " more failed with something else beside it" : "")));
    }

    private Bar bar(int place, Optional<Intent> level, Headroom.Rest rest) {
        return bar(place, level, "several-" + rest.told().wireName(), rest.points(), rest.runs(), new Said(
                "More than one reason", number(rest.points()) + " points failed for more than one reason"));
    }

    /// @param why what the runs have in common
    private record Said(String why, String text) {}

    private Bar bar(int place, Optional<Intent> level, String key, Estimate points, List<ScoredRun> runs, Said said) {
        String name = series.get(place) + ", " + label(level);
        Datum datum = marks.of(
                "cost-" + wireName(level) + "-" + key + "-" + series.get(place),
                name + ": " + said.text() + ", " + points.sample().shown(),
                series.get(place) + " · " + label(level) + " · " + said.why(), runs);
        // A row of whiskers at zero would be all that is seen; the mark names the interval.
        return new Bar(points.value(), points.spread().filter(_ -> points.value() > 0), text(points), isFew(points), datum,
                Optional.empty());
    }

    private static String lower(Waypoint waypoint) {
        return waypoint.label().toLowerCase(Locale.ROOT);
    }

    private static boolean isFew(Estimate estimate) {
        return estimate.of() < Breakdown.FEW;
    }

    private static String text(Estimate estimate) {
        return Double.isFinite(estimate.value()) ? Shares.percent(estimate.value()) : "–";
    }

    /// With the interval, for words: `63.1 [55.4, 70.2]`.
    private static String number(Estimate estimate) {
        return text(estimate) + estimate.spread().map(LossCharts::interval).orElse("");
    }

    private static String interval(ConfidenceInterval interval) {
        return " [" + Shares.percent(interval.low()) + ", " + Shares.percent(interval.high()) + "]";
    }

    private static String wireName(Optional<Intent> level) {
        return level.map(Intent::wireName).orElse(Level.ALL);
    }

    /// What a reader may quote of a funnel, a sentence for each series.
    public List<String> funnelInWords() {
        return sentences(each -> {
            Funnel funnel = each.funnel();
            return Optional.of(funnel).filter(of -> of.tasks() > 0).map(of -> {
                Funnel.Step most = of.steps().stream()
                        .reduce((a, b) -> b.lost().size() > a.lost().size() ? b : a)
                        .orElseThrow();
                Estimate success = of.at(Waypoint.SUCCESS).share();
                String got = String.format(Locale.ROOT, "of %s a search returned the right products for %s %%, and %s %% succeed",
                        counted(of.tasks(), "task"), number(of.at(Waypoint.RETURNED).share()), number(success));
                return most.lost().isEmpty()
                        ? got
                        : got + String.format(Locale.ROOT, "; no step loses more than the way to “%s” (%s)", lower(most.waypoint()),
                                runs(most.lost()));
            });
        });
    }

    /// What a reader may quote of a headroom, a sentence for each series.
    public List<String> headroomInWords() {
        return sentences(each -> {
            Headroom headroom = each.headroom();
            List<String> said = Stream.concat(
                    most(headroom, reason -> reason.group() != Group.PRODUCT).map(most -> "told by the way to the product, by " + most)
                            .stream(),
                    most(headroom, reason -> reason.group() == Group.PRODUCT)
                            .map(most -> "told by what was recommended instead, by " + most)
                            .stream())
                    .toList();
            return said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            String.format(Locale.ROOT, "over %s %s failed; success would rise, ", counted(headroom.tasks(), "task"),
                                    runs(headroom.failed()))
                                    + String.join("; ", said));
        });
    }

    private static Optional<String> most(Headroom headroom, Predicate<Reason> among) {
        return headroom.costs().stream()
                .filter(cost -> among.test(cost.reason()) && !cost.alone().isEmpty())
                .reduce((a, b) -> b.alone().size() > a.alone().size() ? b : a)
                .map(cost -> String.format(Locale.ROOT, "at most %s points, had %s (%s)", number(cost.points()), cost.reason().mended(),
                        runs(cost.alone())));
    }

    private static String runs(List<ScoredRun> runs) {
        return counted(runs.size(), "run");
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private List<String> sentences(Function<Loss, Optional<String>> sentence) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            int place = i;
            loss.whole().series().get(i).flatMap(sentence).ifPresent(text -> all.add(series.get(place) + ": " + text + "."));
        }
        return all;
    }
}
