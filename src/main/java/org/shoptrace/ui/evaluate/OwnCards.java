package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Breakdown.Dimension;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.core.transcript.EndingWords;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.evaluate.LinkTable.Cell;
import org.shoptrace.ui.evaluate.LinkTable.Head;
import org.shoptrace.ui.evaluate.LinkTable.Link;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// What the overview has of runs that their files judge, in place of relevance and of the diagnosis: success by what the files say first of
/// them, and how many they judge and how; beside it, where the benchmark's rules judge the same runs, how far the two agree.
final class OwnCards {
    private static final int MOST_ENDINGS = 12;

    private final OverviewViewModel model;
    private final Openings openings = new Openings();
    private final ChartPane grid = new ChartPane("own-groups", "Success by what the files say of the runs");
    private final ChartCard groups;
    private final VBox lines = new VBox();
    private final VBox verdicts;

    OwnCards(OverviewViewModel model, ExportViewModel exports) {
        this.model = model;
        VBox.setVgrow(grid, Priority.ALWAYS);
        groups = new ChartCard("own-groups", "Success by group", exports, grid);
        lines.getStyleClass().add("own-lines");
        ScrollPane scrolling = new ScrollPane(lines);
        scrolling.setFitToWidth(true);
        scrolling.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolling.getStyleClass().add("inner-scroll");
        VBox.setVgrow(scrolling, Priority.ALWAYS);
        verdicts = new VBox(Texts.heading("What the files say"), scrolling);
        verdicts.setId("own-verdicts");
        verdicts.getStyleClass().addAll("card", "chart-card");
        model.rules().addListener((InvalidationListener) _ -> model.resultProperty().get().filter(EvaluationResult::isOwn)
                .ifPresent(this::showVerdicts));
    }

    Node groups() {
        return groups;
    }

    Node verdicts() {
        return verdicts;
    }

    void show(EvaluationResult result) {
        openings.forget();
        showGroups(result);
        showVerdicts(result);
    }

    /// By what the files say first that tells some runs from others; all else stands on the page of breakdowns.
    private void showGroups(EvaluationResult result) {
        List<List<Breakdown>> all = result.series().stream()
                .map(series -> Breakdown.of(series.evaluation(), List.of(), TargetCategories.NONE))
                .toList();
        List<Dimension> dimensions = Dimension.of(all);
        Dimension by = dimensions.stream()
                .filter(one -> !one.equals(Dimension.STEPS) && !one.equals(Dimension.CALLS) && names(all, one).size() > 1)
                .findFirst()
                .orElse(Dimension.STEPS);
        List<IntervalGrid.Row> rows = new ArrayList<>();
        for (String name : names(all, by)) {
            List<Optional<IntervalGrid.Cell>> cells = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                String series = result.labels().get(i);
                cells.add(of(all.get(i), by)
                        .flatMap(breakdown -> Optional.ofNullable(breakdown.groups().get(name)))
                        .map(summary -> cell(series, by, name, summary)));
            }
            rows.add(new IntervalGrid.Row(Breakdown.shown(name), cells, List.of()));
        }
        double top = Shares.top(rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .mapToDouble(cell -> cell.interval().map(ConfidenceInterval::high).orElse(cell.value())));
        grid.show(new IntervalGrid(result.labels(), rows, top), openings);
        groups.note("by " + by.label().toLowerCase(Locale.ROOT) + ", in % of " + by.countedHow(by.groups(all)))
                .chosen("by", by.label())
                .inReport("by_" + by.id(), Level.ALL_LABEL);
    }

    private static SortedSet<String> names(List<List<Breakdown>> all, Dimension by) {
        SortedSet<String> names = new TreeSet<>(Breakdown.ORDER);
        all.forEach(each -> of(each, by).ifPresent(breakdown -> names.addAll(breakdown.groups().keySet())));
        return names;
    }

    private static Optional<Breakdown> of(List<Breakdown> each, Dimension by) {
        return each.stream().filter(breakdown -> breakdown.by().equals(by)).findFirst();
    }

    private IntervalGrid.Cell cell(String series, Dimension by, String name, Summary summary) {
        Estimate success = Figures.ASR.estimate(summary, Bootstrap.DEFAULT);
        String why = series + " · " + by.label().toLowerCase(Locale.ROOT) + " " + Breakdown.shown(name);
        String says = String.format(
                Locale.ROOT, "%s, %s %s: success %s%s, %s. Opens its runs.", series, by.label(), Breakdown.shown(name), success.shown(),
                success.intervalSaid(), success.sample().shown());
        return new IntervalGrid.Cell(
                success.value(), success.spread(), Double.isFinite(success.value()) ? Shares.percent(success.value()) : "–",
                "n " + success.of(), success.of() < Breakdown.FEW,
                openings.datum(NodeIds.of("own-group", by.id(), name, series), says, () -> model.open().scored(why, summary.runs())));
    }

    private void showVerdicts(EvaluationResult result) {
        lines.getChildren().setAll(counts(result), means(result));
        endings(result).ifPresent(lines.getChildren()::add);
        model.agreement().ifPresent(agreement -> lines.getChildren().addAll(
                new AgreementTable(agreement, result.face().own().map(OwnCriterion::whose).orElse(""), model.open()).nodes()));
    }

    private Node counts(EvaluationResult result) {
        LinkTable table = new LinkTable();
        table.setId("own-counts");
        List<List<Cell>> rows = new ArrayList<>();
        for (Scored series : result.series()) {
            Evaluation evaluation = series.evaluation();
            List<RunPlace> judged = evaluation.trials().stream().map(ScoredRun::place).toList();
            List<RunPlace> unjudged = evaluation.leftovers().unknown().stream().map(Evaluation.Unscored::place).toList();
            List<RunPlace> errors = evaluation.trials().stream().filter(run -> run.details().own().error().isPresent())
                    .map(ScoredRun::place)
                    .toList();
            OwnCriterion own = evaluation.conditions().own().orElseThrow();
            rows.add(List.of(
                    Cell.of(series.label()),
                    runs("judged", "judged by their file", series.label(), judged),
                    runs("unjudged", "that their file does not judge", series.label(), unjudged),
                    runs("error", "that an error ended", series.label(), errors),
                    Cell.of(own.said() == 0 ? "by score" : own.scored() == 0 ? "in words" : own.said() + " in words")));
        }
        table.show(
                List.of(Head.words("model"), Head.number("judged"), Head.number("unjudged"), Head.number("errors"), Head.words("how")),
                rows);
        return table;
    }

    /// What a run took, in the mean, as far as the files say it.
    private static Node means(EvaluationResult result) {
        List<FigureTable.Column> columns = FigureTable.of(result.rows()).columns().stream()
                .filter(column -> column.figure().isEstimate() && !column.figure().equals(Figures.ASR)
                        && !column.id().endsWith("-interval"))
                .toList();
        LinkTable table = new LinkTable();
        table.setId("own-means");
        List<List<Cell>> rows = new ArrayList<>();
        result.rows().forEach(row -> {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.level().series())));
            columns.forEach(column -> cells.add(Cell.of(column.text().apply(row))));
            rows.add(cells);
        });
        List<Head> heads = new ArrayList<>(List.of(Head.words("mean of a run")));
        columns.forEach(column -> heads.add(Head.number(column.title().toLowerCase(Locale.ROOT))));
        table.show(heads, rows);
        return table;
    }

    /// How the runs ended, by the word of their files: how many of each, which it opens.
    private Optional<Node> endings(EvaluationResult result) {
        List<String> endings = result.series().stream()
                .flatMap(series -> series.evaluation().trials().stream())
                .flatMap(run -> run.details().own().ending().stream())
                .distinct()
                .sorted()
                .limit(MOST_ENDINGS)
                .toList();
        if (endings.isEmpty()) {
            return Optional.empty();
        }
        LinkTable table = new LinkTable();
        table.setId("own-endings");
        List<List<Cell>> rows = new ArrayList<>();
        for (String ending : endings) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(EndingWords.named(ending))));
            result.series().forEach(series -> cells.add(runs(
                    "ended-" + ending, "that ended" + EndingWords.after(ending), series.label(),
                    series.evaluation().trials().stream()
                            .filter(run -> run.details().own().ending().equals(Optional.of(ending)))
                            .map(ScoredRun::place)
                            .toList())));
            rows.add(cells);
        }
        List<Head> heads = new ArrayList<>(List.of(Head.words("ended")));
        result.labels().forEach(label -> heads.add(Head.number(label)));
        table.show(heads, rows);
        return Optional.of(table);
    }

    private Cell runs(String id, String what, String series, List<RunPlace> runs) {
        String count = Counts.grouped(runs.size());
        return runs.isEmpty()
                ? Cell.of(count)
                : Cell.opening(count, new Link(
                        NodeIds.of("own", id, series), series + ": " + Counts.of(runs.size(), "run") + " " + what + ". Opens them.",
                        () -> model.open().runs(series + " · " + what, runs)));
    }
}
