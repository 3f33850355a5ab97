package org.shoptrace.ui.evaluate;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;

/// What came out: its face, the charts, the figures, the tasks without a run, the printed report.
final class ResultsPane extends BorderPane {
    private final EvaluateViewModel model;
    private final TextArea report = new TextArea();

    ResultsPane(EvaluateViewModel model) {
        this.model = model;
        setId("results");
        VBox results = new VBox(new FaceBar(model), new ResultCharts(model), details());
        results.getStyleClass().add("results");
        Node nothing = new Placeholder(
                Feather.BAR_CHART_2,
                "Nothing has been scored yet",
                "Choose rollout files on the left and press Run evaluation. Success and relevance by intent level appear here.");
        nothing.setId("nothing-scored");
        model.resultProperty().subscribe(result -> {
            setCenter(result.isPresent() ? results : nothing);
            report.setText(result.map(EvaluationResult::report).orElse(""));
        });
    }

    private Node details() {
        Tab figures = tab("figures-tab", "Figures", withCopy(
                "copy-figures", "Copy the table, cells apart by tabs", model::copyFigures, "Every figure opens its runs.", new FiguresTable(model)));
        Tab missing = tab("missing-tab", "Tasks without a run", new MissingTasks(model));
        report.setId("printed-report");
        report.setAccessibleText("The report as the released evaluator prints it");
        report.setEditable(false);
        report.getStyleClass().add("code");
        Tab printed = tab("report-tab", "Printed report", withCopy(
                "copy-report", "Copy the report", model::copyReport, "As the released evaluator prints it, a block a rollout file.", report));
        TabPane details = new TabPane(figures, missing, printed);
        details.setId("result-details");
        model.missingProperty().subscribe(tasks -> details.getSelectionModel().select(tasks.isPresent() ? missing : figures));
        VBox.setVgrow(details, Priority.ALWAYS);
        return details;
    }

    private static Tab tab(String id, String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        tab.setClosable(false);
        return tab;
    }

    private static Node withCopy(String id, String name, Runnable copy, String hint, Node content) {
        Button button = Icons.button(Feather.COPY, name, copy);
        button.setId(id);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(Texts.muted(hint), gap, button);
        line.getStyleClass().add("detail-line");
        VBox.setVgrow(content, Priority.ALWAYS);
        return new VBox(line, content);
    }
}
