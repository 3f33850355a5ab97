package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.loss.Funnel;
import org.shoptrace.core.evaluate.loss.Headroom;
import org.shoptrace.core.evaluate.loss.Reason;
import org.shoptrace.core.evaluate.loss.Reason.Group;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

/// The tables of where success is lost: the funnel, the headroom, and the failed runs behind both.
final class LossTables {
    static final String FUNNEL = "funnel";
    static final String HEADROOM = "headroom";

    private final ReportInput input;

    LossTables(ReportInput input) {
        this.input = input;
    }

    List<Table> tables() {
        return List.of(funnel(), headroom(), failedRuns());
    }

    private Funnel funnel(Summary summary) {
        return Funnel.of(summary, input.findings().facts(), input.bootstrap());
    }

    private Headroom headroom(Summary summary) {
        return Headroom.of(summary, input.findings().facts(), input.bootstrap());
    }

    private Table funnel() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            FigureTables.levels(series.evaluation()).forEach((level, summary) -> {
                Funnel funnel = funnel(summary);
                funnel.steps().forEach(step -> rows.add(estimate(
                        new Cells().text(series.label()).text(level).text(step.waypoint().wireName()), step.share(), 1)
                        .count(step.reached().size())
                        .count(step.lost().size())
                        .count(step.skipped().size())
                        .number(step.rewards().value())
                        .count(funnel.undiagnosed().size())
                        .row()));
            });
        }
        return Headings.table(
                FUNNEL,
                "How far the runs got",
                "Share of the tasks with a diagnosed run that got at least so far, with every product that the task asks for; each step "
                        + "implies those before. Lost: runs that reached the step before and not this one. Skipped: runs that passed only "
                        + "a later step with some product, such as chosen and never viewed. Share of rewards: of a task's products, the "
                        + "mean share with which the run got so far.",
                List.of("model", "intent", "reached", "share", "low", "high", "of", "runs", "lost", "skipped", "share of rewards",
                        "not diagnosed"),
                rows);
    }

    private Table headroom() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            FigureTables.levels(series.evaluation()).forEach((level, summary) -> {
                Headroom headroom = headroom(summary);
                for (Group group : Group.values()) {
                    headroom.costs().stream().filter(cost -> cost.reason().group() == group).forEach(cost -> rows.add(row(
                            series, level, headroom, new Lost(group, cost.reason().wireName(), cost.points(), cost.alone(), cost.with()))));
                    headroom.rests().stream().filter(rest -> rest.told() == group).forEach(rest -> rows.add(row(
                            series, level, headroom, new Lost(group, Headings.SEVERAL, rest.points(), rest.runs(), rest.runs()))));
                }
            });
        }
        return Headings.table(
                HEADROOM,
                "What each reason of failure costs",
                "Points of success that would be won at most, were this reason alone mended: the failed runs that nothing else keeps from "
                        + "success, in % of the tasks with a diagnosed run. The reasons of the answer and those of the way, with more than "
                        + "one reason, add up to all failures; so do those of the answer and those of the product. Way and product tell "
                        + "the same runs twice and are not added to each other.",
                List.of("model", "intent", "told by", "reason", "points", "low", "high", "of", "runs alone", "runs with it", "failed",
                        "not diagnosed"),
                rows);
    }

    private record Lost(Group group, String reason, Estimate points, List<ScoredRun> alone, List<ScoredRun> with) {}

    private static List<Json> row(Series series, String level, Headroom headroom, Lost lost) {
        return estimate(
                new Cells().text(series.label()).text(level).text(lost.group().wireName()).text(lost.reason()), lost.points(), 100)
                .count(lost.alone().size())
                .count(lost.with().size())
                .count(headroom.failed().size())
                .count(headroom.undiagnosed().size())
                .row();
    }

    private static Cells estimate(Cells cells, Estimate estimate, double unit) {
        Cells value = Double.isFinite(estimate.value()) ? cells.number(estimate.value() * unit) : cells.nothing();
        return value.interval(estimate.interval().map(i -> new ConfidenceInterval(i.low() * unit, i.high() * unit))).count(estimate.of());
    }

    /// The runs behind both, so that every bar can be read again in files.
    private Table failedRuns() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            Summary overall = series.evaluation().overall();
            Headroom headroom = headroom(overall);
            Map<RunId, Waypoint> reached = new HashMap<>();
            funnel(overall).steps().forEach(step -> step.reached().forEach(run -> reached.put(run.id(), step.waypoint())));
            for (ScoredRun run : headroom.failed()) {
                rows.add(new Cells()
                        .text(series.label())
                        .text(run.score().intent().wireName())
                        .text(Optional.ofNullable(reached.get(run.id())).map(Waypoint::wireName).orElse(Headings.NOTHING))
                        .text(reasons(headroom, run, Group.WAY))
                        .text(reasons(headroom, run, Group.PRODUCT))
                        .text(run.source().toString())
                        .text(run.id().sha256())
                        .text(run.score().query())
                        .row());
            }
        }
        return new Table(
                "failed_runs",
                "Failed runs and their reasons",
                "How far each diagnosed failure got at least, and everything that kept it from success: told by the way to the "
                        + "product, and by what was recommended instead. With one reason in a column the run counts for it alone.",
                Stream.of("model", "intent", "reached", "way", "product", "run", "run id", "query")
                        .map(name -> name.equals("way") || name.equals("product") ? several(name, rows) : Headings.column(name))
                        .toList(),
                rows);
    }

    /// A column of the names of several reasons; people read their words.
    private static Table.Column several(String name, List<List<Json>> rows) {
        Map<String, String> words = new HashMap<>();
        int place = name.equals("way") ? 3 : 4;
        rows.stream().map(row -> Table.plain(row.get(place))).forEach(names -> words.put(names, Stream.of(names.split(" "))
                .map(each -> Headings.column("reason").shown(each))
                .collect(Collectors.joining(", "))));
        return new Table.Column(name, name.equals("way") ? Group.WAY.label() : Group.PRODUCT.label(), "", words, true);
    }

    private static String reasons(Headroom headroom, ScoredRun run, Group told) {
        return Stream.of(Group.ANSWER, told)
                .flatMap(group -> headroom.costs().stream().filter(cost -> cost.reason().group() == group))
                .filter(cost -> cost.with().contains(run))
                .map(Headroom.Cost::reason)
                .map(Reason::wireName)
                .collect(Collectors.joining(" "));
    }
}
