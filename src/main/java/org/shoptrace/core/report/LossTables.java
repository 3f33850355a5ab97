package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.loss.Headroom;
import org.shoptrace.core.evaluate.loss.LossByLevel;
import org.shoptrace.core.evaluate.loss.LossByLevel.Loss;
import org.shoptrace.core.evaluate.loss.Reason.Group;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// The tables of where success is lost: the funnel, the headroom, and the failed runs behind both.
final class LossTables {
    static final String FUNNEL = "funnel";
    static final String HEADROOM = "headroom";

    private final ReportInput input;
    private final List<Series> series;
    private final LossByLevel loss;

    LossTables(ReportInput input, LossByLevel loss) {
        this.input = input;
        this.series = input.series();
        this.loss = loss;
    }

    List<Table> tables() {
        return List.of(funnel(), headroom(), failedRuns());
    }

    @FunctionalInterface
    private interface EachLoss {
        void accept(String series, String level, Loss loss);
    }

    private void forEach(EachLoss each) {
        for (int i = 0; i < series.size(); i++) {
            for (LossByLevel.Level level : loss.levels()) {
                String label = series.get(i).label();
                level.series().get(i)
                        .ifPresent(of -> each.accept(label, level.intent().map(Intent::wireName).orElse(FigureTables.ALL), of));
            }
        }
    }

    private Table funnel() {
        List<List<Json>> rows = new ArrayList<>();
        forEach((label, level, of) -> of.funnel().steps().forEach(step -> rows.add(estimate(
                new Cells().text(label).text(level).text(step.waypoint().wireName()), step.share(), 1)
                .count(step.reached().size())
                .count(step.lost().size())
                .count(step.skipped().size())
                .number(step.rewards().value())
                .count(of.funnel().undiagnosed().size())
                .text(step.share().withoutSpread())
                .row())));
        return Headings.table(
                FUNNEL,
                "How far the runs got",
                "Share of the tasks with a diagnosed run that got at least so far, with every product that the task asks for; each "
                        + "step implies those before. Tasks without a scored run count 0 where the profile counts them. "
                        + "Lost: runs that reached the step before and not this one. Skipped: runs that passed only "
                        + "a later step with some product, such as chosen and never viewed. Share of rewards: of a task's products, the "
                        + "mean share with which the run got so far.",
                List.of("model", "intent", "reached", "share", "low", "high", "of", "runs", "lost", "skipped", "share of rewards",
                        "not diagnosed", Headings.INTERVAL_NOTE),
                rows);
    }

    private Table headroom() {
        List<List<Json>> rows = new ArrayList<>();
        forEach((label, level, of) -> {
            Headroom headroom = of.headroom();
            for (Group group : Group.values()) {
                headroom.costs().stream().filter(cost -> cost.reason().group() == group).forEach(cost -> rows.add(row(
                        label, level, headroom, new Lost(group, cost.reason().wireName(), cost.points(), cost.alone(), cost.with()))));
                headroom.rests().stream().filter(rest -> rest.told() == group).forEach(rest -> rows.add(row(
                        label, level, headroom, new Lost(group, Headings.SEVERAL, rest.points(), rest.runs(), rest.runs()))));
            }
        });
        return Headings.table(
                HEADROOM,
                "What each reason of failure costs",
                "Points of success that would be won at most, were this reason alone mended: the failed runs that nothing else keeps from "
                        + "success, in % of the tasks with a diagnosed run, and of those without a scored run where the "
                        + "profile counts them. "
                        + "The reasons of the answer and those of the way, with more than "
                        + "one reason, add up to all failed runs; so do those of the answer and those of the product. Way and product tell "
                        + "the same runs twice and are not added to each other.",
                List.of("model", "intent", "told by", "reason", "points", "low", "high", "of", "runs alone", "runs with it", "failed",
                        "not diagnosed", Headings.INTERVAL_NOTE),
                rows);
    }

    private record Lost(Group group, String reason, Estimate points, List<ScoredRun> alone, List<ScoredRun> with) {}

    private static List<Json> row(String label, String level, Headroom headroom, Lost lost) {
        return estimate(
                new Cells().text(label).text(level).text(lost.group().wireName()).text(lost.reason()), lost.points(), 100)
                .count(lost.alone().size())
                .count(lost.with().size())
                .count(headroom.failed().size())
                .count(headroom.undiagnosed().size())
                .text(lost.points().withoutSpread())
                .row();
    }

    private static Cells estimate(Cells cells, Estimate estimate, double unit) {
        Cells value = Double.isFinite(estimate.value()) ? cells.number(estimate.value() * unit) : cells.nothing();
        return value.interval(estimate.interval().map(i -> new ConfidenceInterval(i.low() * unit, i.high() * unit))).count(estimate.of());
    }

    /// The runs behind both, so that every bar can be read again in files.
    private Table failedRuns() {
        List<List<Json>> rows = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            String label = series.get(i).label();
            loss.whole().series().get(i).ifPresent(of -> {
                Map<RunId, Waypoint> reached = new HashMap<>();
                of.funnel().steps().forEach(step -> step.reached().forEach(run -> reached.put(run.id(), step.waypoint())));
                Map<RunId, String> way = reasons(of.headroom(), Group.WAY);
                Map<RunId, String> product = reasons(of.headroom(), Group.PRODUCT);
                for (ScoredRun run : of.headroom().failed()) {
                    rows.add(new Cells()
                            .text(label)
                            .text(run.score().intent().wireName())
                            .text(Optional.ofNullable(reached.get(run.id())).map(Waypoint::wireName).orElse(Headings.NOTHING))
                            .text(way.getOrDefault(run.id(), ""))
                            .text(product.getOrDefault(run.id(), ""))
                            .text(input.place(run.source()))
                            .text(run.id().sha256())
                            .text(run.score().query())
                            .row());
                }
            });
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

    /// The names of the reasons that each run has.
    private static Map<RunId, String> reasons(Headroom headroom, Group told) {
        Map<RunId, String> reasons = new HashMap<>();
        headroom.costs().stream()
                .filter(cost -> cost.reason().group() == Group.ANSWER || cost.reason().group() == told)
                .forEach(cost -> cost.with()
                        .forEach(run -> reasons.merge(run.id(), cost.reason().wireName(), (before, more) -> before + " " + more)));
        return reasons;
    }
}
