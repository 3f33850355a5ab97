package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Legend;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.chart.StackedRows;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.score.TitleCrossValidation;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// The scorer under test: how well a stand-in similarity agrees with the published one, and what of the figures hangs on titles alone.
final class ScorerPage implements PageView {
    private final ScorerViewModel model;
    private final ExportViewModel exports;
    private final GridPane cards = new GridPane();
    private final Openings openings = new Openings();
    private final ScrollPane page;

    ScorerPage(ScorerViewModel model, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
        cards.getStyleClass().add("page-grid");
        page = Pages.scrolling("scorer", cards);
        Stream.of(model.rejudgedProperty(), model.calibrationProperty(), model.leaksProperty(), model.judgementsProperty())
                .forEach(made -> made.addListener((_, _, now) -> redraw(now)));
    }

    @Override
    public Region node() {
        return page;
    }

    /// What was asked for is there; that something is forgotten comes with another result, which is shown anyway.
    private void redraw(Optional<?> made) {
        if (made.isPresent()) {
            model.resultProperty().get().ifPresent(this::show);
        }
    }

    @Override
    public void show(EvaluationResult result) {
        openings.forget();
        List<Node> all = new ArrayList<>();
        all.add(calibration(result));
        all.add(titleAlone(result));
        ScorerCards more = new ScorerCards(model, exports);
        all.add(more.sweep(result));
        all.add(more.variants(result));
        AskedScorerCards asked = new AskedScorerCards(model);
        all.addAll(List.of(asked.pairs(), asked.leaks(), asked.annotators(result)));
        Pages.fill(cards, all, 2);
        cards.add(new TitleBoundsCard(model.open(), exports).of(result), 0, all.size() / 2 + 1, 2, 1);
        cards.add(more.doubts(result), 0, all.size() / 2 + 2, 2, 1);
    }

    /// Each threshold that stands in for a published one: how often both decide alike, beside how often answering no always would.
    private Node calibration(EvaluationResult result) {
        List<SimilarityCalibration> calibrations = result.series().stream()
                .flatMap(series -> series.evaluation().conditions().calibrations().stream())
                .distinct()
                .toList();
        if (calibrations.isEmpty()) {
            VBox card = new VBox(
                    Texts.heading("Calibration"),
                    Texts.wrapped(
                            "Titles were compared by " + result.face().similarity() + " with the published thresholds: nothing stands in.",
                            "muted"));
            card.setId("no-calibration");
            card.getStyleClass().add("card");
            return card;
        }
        ChartPane grid = new ChartPane("calibration", "Agreement of the stand-in similarity with the published one");
        grid.show(new IntervalGrid(
                List.of("this similarity", "answering no always"),
                calibrations.stream()
                        .map(c -> new IntervalGrid.Row(
                                String.format(Locale.ROOT, "%.2f, here %.4f", c.published(), c.threshold()),
                                List.of(Optional.of(agreement(c)), Optional.of(alwaysNo(c))),
                                List.of()))
                        .toList(),
                1), openings);
        VBox lines = new VBox(Texts.wrapped(
                "How often " + result.face().similarity() + " decides as Qwen3-Embedding-0.6B does about titles that its threshold was not"
                        + " chosen on. Figures made with it are not comparable with published ones.",
                "muted", "hint"));
        calibrations.forEach(c -> lines.getChildren().add(gain(c)));
        Label method = Texts.wrapped("Agreement " + TitleCrossValidation.DEFAULT.method() + ".", "muted", "hint");
        method.setId("calibration-method");
        lines.getChildren().add(method);
        lines.getStyleClass().add("calibration-lines");
        return new ChartCard("calibration", "Calibration", exports, grid, lines).note("pairs decided alike, cross-validated over titles");
    }

    /// Whether the stand-in is worth anything at a published threshold.
    private static Node gain(SimilarityCalibration c) {
        HeldOutAgreement.Share gain = c.heldOut().gain();
        Label line = Texts.wrapped(String.format(
                Locale.ROOT, "At %.1f: %+.1f points over answering no always, 95 %% interval %+.1f to %+.1f%s.", c.published(),
                100 * gain.value(), 100 * gain.interval().low(), 100 * gain.interval().high(),
                c.heldOut().isBetterThanAlwaysNo() ? "" : ": no difference is shown"));
        line.setId(NodeIds.of("calibration", "gain", Double.toString(c.published())));
        return line;
    }

    private static IntervalGrid.Cell agreement(SimilarityCalibration c) {
        HeldOutAgreement.Share share = c.heldOut().agreement();
        String name = String.format(Locale.ROOT, "decided alike at the published threshold %s: %s %% of %d pairs, 95 %% interval %s to %s",
                c.published(), Shares.percent(share.value()), c.heldOut().pairs(), Shares.percent(share.interval().low()),
                Shares.percent(share.interval().high()));
        return cell(c, "agreement", share.value(), Optional.of(share.interval()), name);
    }

    private static IntervalGrid.Cell alwaysNo(SimilarityCalibration c) {
        double share = c.heldOut().alwaysNo();
        String name = String.format(Locale.ROOT, "answering no always would decide alike at the published threshold %s: %s %% of %d pairs",
                c.published(), Shares.percent(share), c.heldOut().pairs());
        return cell(c, "always-no", share, Optional.empty(), name);
    }

    /// The pairs themselves are not kept; the name has all there is.
    private static IntervalGrid.Cell cell(
            SimilarityCalibration c, String what, double share, Optional<ConfidenceInterval> interval, String name) {
        return new IntervalGrid.Cell(
                share, interval, Shares.percent(share), "n " + c.heldOut().pairs(), false,
                new Datum(NodeIds.of("calibration", what, Double.toString(c.published())), name));
    }

    /// Successes that would be none by exact title.
    private Node titleAlone(EvaluationResult result) {
        ChartPane rows = new ChartPane("title-alone", "Runs that passed by the title check alone, by series and intent level");
        List<StackedRows.Row> shown = result.series().stream().map(this::titleAlone).filter(row -> !row.segments().isEmpty()).toList();
        int count = result.series().stream().mapToInt(series -> hanging(series).size()).sum();
        Legend legend = new Legend(result.levels().stream()
                .map(intent -> new Legend.Entry(intent.label(), Looks.kind(intent.ordinal())))
                .toList());
        rows.show(ChartSheet.of(new StackedRows(shown), legend), openings);
        ChartCard card = new ChartCard("title-alone", "Passed by the title check alone", exports, rows)
                .note(count == 1 ? "1 success" : Counts.grouped(count) + " successes");
        return shown.isEmpty()
                ? card.content(Texts.wrapped("No success hangs on a title alone: each would be one by exact title.", "muted"))
                : card;
    }

    private static List<ScoredRun> hanging(Scored series) {
        return series.evaluation().overall().where(TaskScore::hangsOnTitle);
    }

    private StackedRows.Row titleAlone(Scored series) {
        SequencedMap<Intent, List<ScoredRun>> byIntent = new LinkedHashMap<>();
        for (Intent intent : Intent.LEVELS) {
            byIntent.put(intent, hanging(series).stream().filter(run -> run.score().intent() == intent).toList());
        }
        String why = series.label() + " · passed by the title check alone";
        return new StackedRows.Row(
                series.label(),
                byIntent.entrySet().stream()
                        .map(entry -> new StackedRows.Segment(
                                entry.getKey().ordinal(),
                                entry.getValue().size(),
                                openings.datum(
                                        NodeIds.of("title-alone", series.label(), entry.getKey().wireName()),
                                        series.label() + ", " + entry.getKey().label() + ": " + Counts.of(entry.getValue().size(), "run")
                                                + " passed by the title check alone. Opens them.",
                                        () -> model.open().scored(why + " · " + entry.getKey().label(), entry.getValue()))))
                        .toList(),
                openings.datum(
                        NodeIds.of("title-alone", series.label()),
                        series.label() + ": " + Counts.of(hanging(series).size(), "run") + " passed by the title check alone. Opens them.",
                        () -> model.open().scored(why, hanging(series))));
    }
}
