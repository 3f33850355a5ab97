package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Breakdown.Dimension;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.FigureByGroup;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// The figures apart for each kind of task and run, as small multiples: a card for each dimension, a column for each series, a row for each
/// group; then one figure against another.
final class BreakdownsPage implements PageView {
    private static final String BY_LEVEL = "by-level";

    private final LossCards losses;
    private final BreakdownsViewModel model;
    private final ExportViewModel exports;
    private final FailuresViewModel failures;
    private final BreakdownChoices choices;
    private final GridPane cards = new GridPane();
    private final Openings openings = new Openings();
    private final ScrollPane page;

    BreakdownsPage(LossCards losses, BreakdownsViewModel model, FailuresViewModel failures, ExportViewModel exports) {
        this.losses = losses;
        this.model = model;
        this.exports = exports;
        this.failures = failures;
        choices = new BreakdownChoices(model);
        cards.getStyleClass().add("page-grid");
        page = Pages.scrolling("breakdowns", new VBox(losses.node(), choices, cards));
        model.shownProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::draw));
        // A page that is not looked at is in no window.
        page.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.leave();
            } else {
                model.look();
            }
        });
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(EvaluationResult result) {
        losses.look();
        model.look();
        draw(result);
    }

    private void draw(EvaluationResult result) {
        openings.forget();
        choices.show();
        model.shownProperty().get().ifPresentOrElse(
                by -> show(result, by),
                () -> cards.getChildren().setAll(Texts.muted("The tasks are being drawn again for the intervals.")));
    }

    private void show(EvaluationResult result, FigureByGroup by) {
        List<List<Breakdown>> breakdowns = by.breakdowns();
        Stream<Summary> groups = breakdowns.stream().flatMap(List::stream).flatMap(breakdown -> breakdown.groups().values().stream());
        Stream<Summary> levels = result.series().stream().flatMap(series -> series.evaluation().byIntent().values().stream());
        double top = Shares.top(Stream.concat(groups, levels)
                .map(by::of)
                .filter(estimate -> estimate.of() >= Breakdown.FEW)
                .mapToDouble(estimate -> estimate.interval().map(ConfidenceInterval::high).orElse(estimate.value())));
        List<Region> all = new ArrayList<>();
        if (!result.isOwn()) {
            all.add(levels(result, by, top));
        }
        for (Dimension dimension : Dimension.of(breakdowns)) {
            List<Optional<Breakdown>> of = breakdowns.stream()
                    .map(list -> list.stream().filter(breakdown -> breakdown.by().equals(dimension)).findFirst())
                    .toList();
            if (of.stream().anyMatch(Optional::isPresent)) {
                all.add(card(result, by, dimension, of, top));
            }
        }
        if (result.series().stream().anyMatch(series -> !series.constraints().isEmpty())) {
            all.add(constraints(result));
        }
        if (result.isOwn()) {
            Pages.fill(cards, all, result.series().size() <= 2 ? 2 : 1);
            return;
        }
        for (int i = 0; i < result.series().size(); i++) {
            FailureChart failures = new FailureChart(this.failures, exports, Optional.of(i));
            failures.show(result);
            all.add(failures.card());
        }
        PointCards points = new PointCards(model.open(), exports);
        all.add(points.relevance(result));
        all.add(points.calls(result));
        Pages.fill(cards, all, result.series().size() <= 2 ? 2 : 1);
    }

    private Region levels(EvaluationResult result, FigureByGroup by, double top) {
        List<Optional<Intent>> levels = new ArrayList<>(result.levels().stream().map(Optional::of).toList());
        if (levels.size() > 1) {
            levels.add(Optional.empty());
        }
        List<IntervalGrid.Row> rows = levels.stream()
                .map(level -> {
                    Group group = new Group("level", "Intent level", level.map(Intent::wireName).orElse(Level.ALL),
                            level.map(Intent::label).orElse(Level.ALL_LABEL));
                    return row(group, result, result.series().stream().map(series -> series.at(level)).toList(), by);
                })
                .toList();
        return card(result, by, BY_LEVEL, "Intent level", "tasks", rows, top);
    }

    private Region card(
            EvaluationResult result, FigureByGroup by, Dimension dimension, List<Optional<Breakdown>> breakdowns, double top) {
        // In their own order, also where a later series alone has the first of them.
        SortedSet<String> groups = new TreeSet<>(Breakdown.ORDER);
        breakdowns.forEach(one -> one.ifPresent(breakdown -> groups.addAll(breakdown.groups().keySet())));
        String wireName = dimension.id();
        List<IntervalGrid.Row> rows = groups.stream()
                .map(name -> row(
                        new Group(wireName, dimension.label(), name, Breakdown.shown(name)),
                        result,
                        breakdowns.stream().map(one -> one.flatMap(breakdown -> Optional.ofNullable(breakdown.groups().get(name))))
                                .toList(),
                        by))
                .toList();
        String counted = dimension.counted(dimension.groups(by.breakdowns())) + by.level().map(of -> " of " + of.label()).orElse("");
        return card(result, by, "by-" + wireName.replace('_', '-'), dimension.label(), counted, rows, top);
    }

    private Region card(
            EvaluationResult result, FigureByGroup by, String id, String title, String counted, List<IntervalGrid.Row> rows,
            double top) {
        ChartPane grid = new ChartPane(id, by.figure().words().label() + " by " + title.toLowerCase(Locale.ROOT));
        grid.setPadding(new Insets(2));
        grid.show(new IntervalGrid(result.labels(), rows, top), openings);
        ChartCard card = new ChartCard(id, title, exports, grid)
                .note(note(by.figure(), result) + ", of " + counted)
                .chosen("figure", by.figure().words().title());
        if (id.equals(BY_LEVEL)) {
            return by.figure().equals(Figures.ASR) || by.figure().equals(Figures.CAR) ? card.inReport(by.figure().wireName()) : card;
        }
        String level = by.level().map(Intent::label).orElse(Level.ALL_LABEL);
        card.chosen("level", level);
        return by.figure().equals(Figures.ASR) ? card.inReport(id.replace('-', '_'), level) : card;
    }

    private static String note(Figure figure, EvaluationResult result) {
        String unit = figure.measure() instanceof Figure.Measure.Share ? " in %, " : " × 100, ";
        return figure.words().title() + unit + method(figure, result);
    }

    private static String method(Figure figure, EvaluationResult result) {
        return figure.method(result.series().stream().map(series -> series.evaluation().overall()));
    }

    /// Tasks or runs of one kind.
    ///
    /// @param by   what they are told apart by, for node ids
    /// @param what the same for people
    /// @param id   of the kind
    /// @param name the same for people
    private record Group(String by, String what, String id, String name) {}

    /// @param summaries of each series; empty where it has nothing of the group
    private IntervalGrid.Row row(Group group, EvaluationResult result, List<Optional<Summary>> summaries, FigureByGroup by) {
        List<Optional<IntervalGrid.Cell>> cells = IntStream.range(0, summaries.size())
                .mapToObj(i -> summaries.get(i).map(summary -> cell(result.labels().get(i), group, summary, by)))
                .toList();
        return new IntervalGrid.Row(group.name(), cells, List.of());
    }

    private IntervalGrid.Cell cell(String series, Group group, Summary summary, FigureByGroup by) {
        Estimate estimate = by.of(summary);
        int of = estimate.of();
        String why = series + " · " + group.what().toLowerCase(Locale.ROOT) + " " + group.name();
        String name = String.format(Locale.ROOT, "%s, %s %s: %s %s%s, %s%s. Opens its runs.", series,
                group.what(),
                group.name(),
                by.figure().words().title(),
                estimate.shown(),
                estimate.intervalSaid(),
                estimate.sample().shown(),
                of < Breakdown.FEW ? ", few" : "");
        return new IntervalGrid.Cell(
                estimate.value(),
                estimate.spread(),
                Double.isFinite(estimate.value()) ? Shares.percent(estimate.value()) : "–",
                "n " + of,
                of < Breakdown.FEW,
                openings.datum(
                        NodeIds.of("bar", group.by(), group.id(), series),
                        name,
                        () -> model.open().scored(why, summary.runs())));
    }

    /// How many constraints of each kind are met; a bar opens the runs that miss one.
    private Region constraints(EvaluationResult result) {
        List<IntervalGrid.Row> rows = Arrays.stream(ConstraintVerdict.Kind.values())
                .filter(kind -> result.series().stream().anyMatch(series -> series.constraint(kind).isPresent()))
                .map(kind -> new IntervalGrid.Row(
                        kind.label(),
                        result.series().stream().map(series -> series.constraint(kind).map(share -> cell(series.label(), share))).toList(),
                        List.of()))
                .toList();
        ChartPane grid = new ChartPane("constraints-met", "Share of constraints met, by kind");
        grid.show(new IntervalGrid(result.labels(), rows, 1), openings);
        return new ChartCard("constraints-met", "Constraints met", exports, grid)
                .inReport("constraints_met")
                .note("in % of constraints, bootstrap of tasks 95 %; opens the runs that miss one");
    }

    private IntervalGrid.Cell cell(String series, ConstraintShare share) {
        String kind = share.kind().label();
        int of = share.met().of();
        Estimate estimate = Estimate.of(share);
        String range = estimate.spread().map(i -> ", 95 % interval " + Shares.percent(i.low()) + " to " + Shares.percent(i.high()))
                .orElse(estimate.intervalSaid());
        String name = String.format(Locale.ROOT, "%s, %s: %s %% of %d constraints met%s, in %d runs. Opens the %d runs that miss one.",
                series, kind, Shares.percent(estimate.value()), of, range,
                share.runs().size(), share.missing().size());
        return new IntervalGrid.Cell(
                estimate.value(), estimate.spread(), Shares.percent(estimate.value()),
                "n " + of, of < Breakdown.FEW,
                openings.datum(
                        NodeIds.of("met", share.kind().name().toLowerCase(Locale.ROOT), series),
                        name,
                        () -> model.open().scored(series + " · misses " + kind.toLowerCase(Locale.ROOT), share.missing())));
    }
}
