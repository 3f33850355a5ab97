package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.Caption;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.Print;
import org.shoptrace.core.chart.TextStyle;
import org.shoptrace.core.provenance.CarriedChart.Seen;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;

/// A chart under its title, and the buttons that write it to a file: what is in the card below the title is what is written.
final class ChartCard extends VBox {
    private final String title;
    private final ExportViewModel exports;
    private final ChartHead head;
    private final FlowPane choices = new FlowPane();
    private final VBox body = new VBox();
    private final SequencedMap<String, String> chosen = new LinkedHashMap<>();
    private Optional<String> inReport = Optional.empty();
    private List<String> of = List.of();

    /// @param name of its files, and part of the buttons' ids
    ChartCard(String name, String title, ExportViewModel exports, Node... content) {
        this.title = title;
        this.exports = exports;
        setId(name + "-card");
        getStyleClass().addAll("card", "chart-card");
        choices.getStyleClass().add("chart-choices");
        head = new ChartHead(title, List.of(
                save(name, "PNG", () -> exports.picture(name, print(name), seen())),
                save(name, "SVG", () -> exports.drawing(name, print(name), seen()))));
        body.getStyleClass().add("chart-body");
        body.getChildren().setAll(content);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, choices, body);
        choices.managedProperty().bind(choices.visibleProperty());
        choices.setVisible(false);
    }

    /// The report has a chart with the same numbers, or with more.
    ///
    /// @param chart its name there
    /// @param of    what all numbers here are of beside what the chart names itself
    ChartCard inReport(String chart, String... of) {
        inReport = Optional.of(chart);
        this.of = List.of(of);
        return this;
    }

    /// No chart of the report has these numbers.
    ChartCard notInReport() {
        inReport = Optional.empty();
        return this;
    }

    /// With what was chosen for it, such as a level: a file says it.
    ChartCard chosen(String what, String value) {
        chosen.put(what, value);
        return this;
    }

    private Seen seen() {
        return new Seen(described(), chosen, inReport, of);
    }

    /// What stands beside the title.
    ChartCard note(String text) {
        head.note(text);
        return this;
    }

    /// Controls between title and chart; they are not in the file.
    ChartCard choices(List<? extends Node> controls) {
        choices.getChildren().setAll(controls);
        choices.setVisible(!controls.isEmpty());
        return this;
    }

    ChartCard content(Node... nodes) {
        body.getChildren().setAll(nodes);
        return this;
    }

    /// The charts of the card as they stand, with the texts and tables among them, in the theme's colours.
    private Print print(String name) {
        List<ChartPane> panes = new ArrayList<>();
        List<Chart> charts = new ArrayList<>();
        gather(body, panes, charts);
        Chart all = ChartSheet.of(charts.toArray(Chart[]::new));
        return panes.stream()
                .findFirst()
                .map(pane -> Print.of(name, described(), all, pane.textSize())
                        .sized(body.getWidth(), body.getHeight())
                        .on(pane.paper()))
                .orElseGet(() -> Print.of(name, described(), all));
    }

    /// Only what is seen, and of that what is read: no button has a place in a file.
    private static void gather(Node node, List<ChartPane> panes, List<Chart> charts) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case ChartPane pane -> {
                panes.add(pane);
                charts.add(pane.chart());
            }
            case LinkTable table -> charts.add(table.listing());
            case Label label -> charts.add(new Caption(label.getText(), TextStyle.PLAIN));
            case Labeled _ -> {
                // pressed, not read
            }
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> gather(child, panes, charts));
            default -> {
                // nothing that is written
            }
        }
    }

    private String described() {
        String whose = exports.judge().map(judge -> " · judged by " + judge).orElse("");
        return (head.note().isEmpty() ? title : title + " · " + head.note()) + whose;
    }

    private Button save(String name, String kind, Runnable action) {
        Button button = new Button(Texts.drawn(kind));
        button.setId(name + "-" + kind.toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("flat", "save");
        button.setAccessibleText("Write “" + title + "” as " + kind);
        button.setTooltip(Texts.tip("Write as " + kind + " into “charts” in the report's folder"));
        button.setOnAction(_ -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
