package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.report.PublishedResults;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// Success and relevance by intent level, where the failures lie, and the figures.
final class OverviewPage implements PageView {
    private static final LevelChart.Charted ASR = new LevelChart.Charted(Figures.ASR, row -> row.asrPercent() / 100);
    private static final LevelChart.Charted CAR = new LevelChart.Charted(Figures.CAR, row -> row.carPercent() / 100);

    /// Two cards of less than half of so many letters' heights are too narrow.
    private static final double NARROW = 50;

    /// How the cards stand.
    private enum Arrangement {
        SQUARE,
        WIDE_CHARTS,
        COLUMN
    }

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
    private final OwnCards own;
    private final TextArea report = new TextArea();
    private final Label printed = Texts.muted("");
    private final Label size = new Label();
    private final Label bounds = Texts.wrapped("", "muted", "hint");
    private Optional<Arranged> arranged = Optional.empty();

    /// @param own whether the files judge their runs: then there is neither relevance nor a diagnosis
    private record Arranged(Arrangement arrangement, boolean own) {}

    OverviewPage(OverviewViewModel model, FailuresViewModel failed, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
        asr = new LevelChart(ASR, "Absolute success rate", model.open());
        car = new LevelChart(CAR, "Cumulative average relevance", model.open());
        asrCard = new ChartCard("asr", "Absolute success rate", exports, asr, bounds).inReport("asr");
        carCard = new ChartCard("car", "Cumulative average relevance", exports, car).inReport("car");
        List.of(asr, car).forEach(chart -> VBox.setVgrow(chart, Priority.ALWAYS));
        failures = new FailureChart(failed, exports);
        own = new OwnCards(model, exports);
        details = details();
        grid.getStyleClass().add("page-grid");
        grid.getColumnConstraints().add(share(100));
        page = Pages.scrolling("overview", grid);
        page.setFitToHeight(true);
        bounds.setId("asr-bounds");
        bounds.setMinHeight(Region.USE_PREF_SIZE);
        bounds.managedProperty().bind(bounds.visibleProperty());
        // Never seen; it tells how large the text is.
        size.setVisible(false);
        size.setManaged(false);
        grid.getChildren().add(size);
        Stream.of(page.widthProperty(), size.fontProperty()).forEach(value -> value.subscribe(this::arrange));
        model.publishedProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::showCharts));
    }

    /// The smallest window shows everything of a few series at once; the columns of more need the whole width, and the page scrolls. Where
    /// large text leaves two cards no room beside each other, every card has a line of its own.
    private void arrange() {
        boolean few = model.resultProperty().get().filter(result -> result.series().size() <= LevelChart.MOST_GROUPED).isPresent();
        Arrangement now = isNarrow() ? Arrangement.COLUMN : few ? Arrangement.SQUARE : Arrangement.WIDE_CHARTS;
        boolean ofFiles = model.resultProperty().get().filter(EvaluationResult::isOwn).isPresent();
        Optional<Arranged> wanted = Optional.of(new Arranged(now, ofFiles));
        if (arranged.equals(wanted)) {
            return;
        }
        arranged = wanted;
        Node second = ofFiles ? own.groups() : carCard;
        Node third = ofFiles ? own.verdicts() : failures.card();
        grid.getChildren().setAll(size);
        grid.getRowConstraints().clear();
        switch (now) {
            case SQUARE -> {
                grid.getRowConstraints().addAll(growing(), growing());
                grid.addColumn(0, line(54, asrCard, third), line(40, second, details));
            }
            case WIDE_CHARTS -> {
                grid.getRowConstraints().addAll(new RowConstraints(), new RowConstraints(), growing());
                grid.addColumn(0, asrCard, second, line(46, third, details));
            }
            case COLUMN -> grid.addColumn(
                    0, Stream.of(asrCard, third, second, details).map(OverviewPage::line).toArray(Node[]::new));
        }
    }

    private boolean isNarrow() {
        return page.getWidth() > 0 && page.getWidth() < NARROW * size.getFont().getSize();
    }

    /// Two cards side by side.
    ///
    /// @param percent of the width for the first
    private static GridPane line(double percent, Node first, Node second) {
        GridPane line = line(first);
        line.getColumnConstraints().setAll(share(percent), share(100 - percent));
        line.add(second, 1, 0);
        return line;
    }

    private static GridPane line(Node card) {
        // Higher when its cards ask for more, as a height in the style sheet would not be.
        Region least = new Region();
        least.getStyleClass().add("least-height");
        least.setMouseTransparent(true);
        GridPane line = new Line();
        line.getStyleClass().add("page-line");
        line.getColumnConstraints().add(share(100));
        line.getRowConstraints().add(growing());
        line.add(least, 0, 0);
        line.add(card, 0, 0);
        return line;
    }

    static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setFillWidth(true);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static RowConstraints growing() {
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        return row;
    }

    /// Cards that want no more height than they need: two such lines share the page evenly, unless one of them needs more than its half.
    private static final class Line extends GridPane {
        @Override
        protected double computePrefHeight(double width) {
            return computeMinHeight(width);
        }
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(EvaluationResult result) {
        arrange();
        showCharts(result);
        if (result.isOwn()) {
            own.show(result);
        } else {
            failures.show(result);
        }
        report.setText(result.report());
        Texts.say(printed,
                result.isOwn()
                        ? "As the command evaluate --by own prints it."
                        : "As the released evaluator prints it, a block a rollout file.");
    }

    private void showCharts(EvaluationResult result) {
        Optional<PublishedResults> published = model.publishedProperty().get()
                ? Optional.of(PublishedResults.shipped())
                : Optional.empty();
        if (result.isOwn()) {
            asr.show(result, Optional.empty(), LevelChart.top(result, Optional.empty(), List.of(ASR)));
            bounds.setVisible(false);
            asrCard.note("in %, " + method(Figures.ASR, result) + withoutWidth(Figures.ASR, result));
            return;
        }
        double top = LevelChart.top(result, published, List.of(ASR, CAR));
        String beside = published.isPresent() ? " · published figures are not re-run" : "";
        asr.show(result, published, top);
        Texts.say(bounds, TitleBoundsCard.told(result));
        bounds.setVisible(!bounds.getText().isEmpty());
        car.show(result, published, top);
        asrCard.note(Figures.ASR.column() + " in %, " + method(Figures.ASR, result) + withoutWidth(Figures.ASR, result) + beside);
        carCard.note(Figures.CAR.column() + ", " + method(Figures.CAR, result) + withoutWidth(Figures.CAR, result));
    }

    private static String method(Figure figure, EvaluationResult result) {
        return figure.method(result.series().stream().map(series -> series.evaluation().overall()));
    }

    /// Bars without an interval are explained.
    private static String withoutWidth(Figure figure, EvaluationResult result) {
        return result.rows().stream().allMatch(row -> row.estimate(figure).withoutSpread().isEmpty())
                ? ""
                : " · no interval where all tasks are alike, or there is one only";
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
        HBox line = new HBox(printed, gap, copy);
        line.getStyleClass().add("detail-line");
        VBox.setVgrow(report, Priority.ALWAYS);
        Tab whole = tab("report-tab", "As printed", new VBox(line, report));
        TabPane details = new TabPane(figures, missing, whole);
        details.setId("result-details");
        details.getStyleClass().add("card");
        model.missingProperty().subscribe(tasks -> details.getSelectionModel().select(tasks.isPresent() ? missing : figures));
        return details;
    }

    private static Tab tab(String id, String title, Node content) {
        Tab tab = new Tab(Texts.drawn(title), content);
        tab.setId(id);
        tab.setClosable(false);
        return tab;
    }
}
