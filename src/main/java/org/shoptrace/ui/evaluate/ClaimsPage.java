package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.evaluate.ClaimsViewModel.What;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// Claims against evidence: how many runs state a price, a shop or an attribute of a product that they chose which is not so, or which
/// nothing had shown them, successes and failures apart. A success can hide a wrong claim.
final class ClaimsPage implements PageView {
    private final ClaimsViewModel model;
    private final ExportViewModel exports;
    private final FlowPane head = new FlowPane();
    private final GridPane cards = new GridPane();
    private final Openings openings = new Openings();
    private final ScrollPane page;

    ClaimsPage(ClaimsViewModel model, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
        head.getStyleClass().add("page-choices");
        cards.getStyleClass().add("page-grid");
        page = Pages.scrolling("claims", new VBox(head, cards));
        model.whatProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::show));
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(EvaluationResult result) {
        openings.forget();
        head.getChildren().setAll(Texts.muted("About the products that were chosen:"));
        head.getChildren().addAll(Choices.of(
                List.of(What.values()), model.whatProperty(), i -> "claims-" + What.values()[i].name().toLowerCase(Locale.ROOT),
                What::label));
        long unknown = model.undiagnosed(result);
        if (unknown > 0) {
            Label open = Texts.muted(unknown + " runs are not diagnosed and not counted here");
            open.setId("claims-unknown");
            head.getChildren().add(open);
        }
        if (unknown == result.series().stream().mapToLong(series -> series.evaluation().overall().runs().size()).sum()) {
            cards.getChildren().setAll(Texts.wrapped(
                    "What these runs claim has not been checked yet. The diagnosis works through a workspace once its catalogue is open;"
                            + " what it finds "
                            + "appears here.",
                    "muted"));
            return;
        }
        List<Region> all = List.of(card(result, true), card(result, false));
        Pages.fill(cards, all, result.series().size() <= 2 ? 2 : 1);
    }

    private Region card(EvaluationResult result, boolean success) {
        String name = success ? "claims-of-successes" : "claims-of-failures";
        List<IntervalGrid.Row> rows = new ArrayList<>();
        List<Optional<Intent>> levels = new ArrayList<>(result.levels().stream().map(Optional::of).toList());
        if (levels.size() > 1) {
            levels.add(Optional.empty());
        }
        for (Optional<Intent> level : levels) {
            rows.add(new IntervalGrid.Row(
                    level.map(Intent::label).orElse("All levels"),
                    result.series().stream().map(series -> cell(series, level, success)).toList(),
                    List.of()));
        }
        ChartPane grid = new ChartPane(name, (success ? "Successful" : "Failed") + " runs that " + model.whatProperty().get().sentence());
        double top = Shares.top(rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .flatMapToDouble(cell -> DoubleStream.of(cell.interval().map(ConfidenceInterval::high).orElse(0.0))));
        grid.show(new IntervalGrid(result.labels(), rows, top), openings);
        return new ChartCard(name, success ? "Successful runs" : "Failed runs", exports, grid)
                .note("share that " + model.whatProperty().get().sentence() + ", Wilson 95 %");
    }

    private Optional<IntervalGrid.Cell> cell(Scored series, Optional<Intent> level, boolean success) {
        return series.at(level)
                .flatMap(summary -> ClaimCheck.of(summary, model.facts()).stream().filter(check -> check.success() == success)
                        .findFirst())
                .map(check -> cell(series, level, check));
    }

    private IntervalGrid.Cell cell(Scored series, Optional<Intent> level, ClaimCheck check) {
        List<ScoredRun> claiming = model.whatProperty().get().runs(check);
        Rate rate = new Rate(claiming.size(), check.of());
        String kind = check.success() ? "successes" : "failures";
        String at = level.map(Intent::label).orElse("All levels");
        String name = "%s, %s, %s: %d of %d %s, %s %%. Opens them."
                .formatted(series.label(), at, kind, rate.hits(), rate.of(), model.whatProperty().get().sentence(),
                        Shares.percent(rate.value()));
        return new IntervalGrid.Cell(
                rate.of() == 0 ? Double.NaN : rate.value(),
                rate.of() == 0 ? Optional.empty() : Optional.of(new ConfidenceInterval(rate.low(), rate.high())),
                rate.of() == 0 ? "–" : Shares.percent(rate.value()),
                rate.hits() + " of " + rate.of(),
                rate.of() < Breakdown.FEW,
                openings.datum(
                        NodeIds.of("claims", kind, series.label(), level.map(Intent::wireName).orElse("all")),
                        name,
                        () -> model.open().scored(
                                series.label() + " · " + level.map(Intent::label).orElse("all levels") + " · " + kind + " that "
                                        + model.whatProperty().get().sentence(),
                                claiming)));
    }
}
