package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.report.PublishedResults;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// Success and relevance by intent level, where the failures lie, and the figures.
final class OverviewPage implements PageView {
    private static final LevelChart.Charted ASR = new LevelChart.Charted(Figures.ASR, row -> row.asrPercent() / 100);
    private static final LevelChart.Charted CAR = new LevelChart.Charted(Figures.CAR, row -> row.carPercent() / 100);

    private final OverviewViewModel model;
    private final ExportViewModel exports;
    private final GridPane grid = new GridPane();
    private final ScrollPane page;
    private final Node details;
    private final LevelChart asr;
    private final LevelChart car;
    private final ChartCard asrCard;
    private final ChartCard carCard;
    private final FailureChart failures;
    private final TextArea report = new TextArea();

    OverviewPage(OverviewViewModel model, FailuresViewModel failed, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
        asr = new LevelChart(ASR, "Absolute success rate", model.open());
        car = new LevelChart(CAR, "Cumulative average relevance", model.open());
        asrCard = new ChartCard("asr", "Absolute success rate", exports, asr);
        carCard = new ChartCard("car", "Cumulative average relevance", exports, car);
        List.of(asr, car).forEach(chart -> VBox.setVgrow(chart, Priority.ALWAYS));
        failures = new FailureChart(failed, exports);
        details = details();
        grid.getStyleClass().add("page-grid");
        grid.getColumnConstraints().add(share(100));
        page = Pages.scrolling("overview", grid);
        page.setFitToHeight(true);
        model.publishedProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::showCharts));
    }

    /// The smallest window shows everything of a few series at once; the columns of more need the whole width, and the page scrolls.
    private void arrange(boolean few) {
        grid.getChildren().clear();
        grid.getRowConstraints().clear();
        if (few) {
            grid.getRowConstraints().addAll(half(), half());
            grid.add(line(54, asrCard, failures.card()), 0, 0);
            grid.add(line(40, carCard, details), 0, 1);
        } else {
            RowConstraints last = half();
            last.setPercentHeight(-1);
            grid.getRowConstraints().addAll(new RowConstraints(), new RowConstraints(), last);
            grid.add(asrCard, 0, 0);
            grid.add(carCard, 0, 1);
            grid.add(line(46, failures.card(), details), 0, 2);
        }
    }

    /// Two cards side by side.
    ///
    /// @param percent of the width for the first
    private static GridPane line(double percent, Node first, Node second) {
        GridPane line = new GridPane();
        line.getStyleClass().add("page-line");
        line.getColumnConstraints().addAll(share(percent), share(100 - percent));
        RowConstraints all = new RowConstraints();
        all.setVgrow(Priority.ALWAYS);
        line.getRowConstraints().add(all);
        line.addRow(0, first, second);
        return line;
    }

    static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setFillWidth(true);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static RowConstraints half() {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(50);
        row.setVgrow(Priority.ALWAYS);
        return row;
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(EvaluationResult result) {
        arrange(result.series().size() <= LevelChart.MOST_GROUPED);
        showCharts(result);
        failures.show(result);
        report.setText(result.report());
    }

    private void showCharts(EvaluationResult result) {
        Optional<PublishedResults> published = model.publishedProperty().get()
                ? Optional.of(PublishedResults.shipped())
                : Optional.empty();
        double top = LevelChart.top(result, published, List.of(ASR, CAR));
        String beside = published.isPresent() ? " · published figures are not re-run" : "";
        asr.show(result, published, top);
        car.show(result, published, top);
        asrCard.note(Figures.ASR.column() + " in %, " + Figures.ASR.method() + beside);
        carCard.note(Figures.CAR.column() + ", " + Figures.CAR.method());
    }

    private Node details() {
        Tab figures = tab("figures-tab", "Figures", new FiguresPane(model, exports));
        Tab missing = tab("missing-tab", "Tasks without a run", new MissingTasks(model));
        report.setId("printed-report");
        report.setAccessibleText("The report as the released evaluator prints it");
        report.setEditable(false);
        report.getStyleClass().add("code");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy = Icons.button(Feather.COPY, "Copy the report", model::copyReport);
        copy.setId("copy-report");
        HBox line = new HBox(Texts.muted("As the released evaluator prints it, a block a rollout file."), gap, copy);
        line.getStyleClass().add("detail-line");
        VBox.setVgrow(report, Priority.ALWAYS);
        Tab printed = tab("report-tab", "As printed", new VBox(line, report));
        TabPane details = new TabPane(figures, missing, printed);
        details.setId("result-details");
        details.getStyleClass().add("card");
        model.missingProperty().subscribe(tasks -> details.getSelectionModel().select(tasks.isPresent() ? missing : figures));
        return details;
    }

    private static Tab tab(String id, String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        tab.setClosable(false);
        return tab;
    }
}
