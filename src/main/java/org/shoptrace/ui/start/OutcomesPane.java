package org.shoptrace.ui.start;

import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.RunOverview;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;

/// What is in the open workspace: a bar a model of how its runs ended, and the commonest reasons why they failed. The labels of
/// both line up.
final class OutcomesPane extends VBox {
    private final OutcomesViewModel model;

    OutcomesPane(OutcomesViewModel model) {
        this.model = model;
        setId("start-outcomes");
        getStyleClass().addAll("start-column", "start-outcomes");
        InvalidationListener changed = _ -> show();
        model.overviewProperty().addListener(changed);
        model.nameProperty().addListener(changed);
        model.loadedProperty().addListener(changed);
        model.openedProperty().addListener(changed);
        model.truthHiddenProperty().addListener(changed);
        show();
    }

    private void show() {
        RunOverview overview = model.overviewProperty().get();
        if (!model.isOpen()) {
            getChildren().setAll(new Placeholder(
                    Feather.FOLDER, model.nameProperty().get().isEmpty() ? "No workspace is open" : "The demo is being made",
                    "Open a folder with catalogues, tasks or rollouts, one that was open before, or the demo."));
            return;
        }
        getChildren().setAll(head());
        if (overview.runs() == 0) {
            getChildren().add(model.loadedProperty().get()
                    ? new Placeholder(
                            Feather.FILM, "No runs in this workspace",
                            "Put rollout files into the folder; they are listed as soon as they are there.")
                    : new Placeholder(Feather.FILM, "Looking for runs…", "They are listed as they are read."));
        } else if (model.truthHiddenProperty().get()) {
            Button show = new Button("Show the truth", Icons.of(Feather.EYE));
            show.setId("start-show-truth");
            show.setOnAction(_ -> model.showTruth());
            getChildren()
                    .add(new Placeholder(Feather.EYE_OFF, "The truth is hidden", "How runs ended and why is not shown meanwhile.", show));
        } else {
            getChildren().addAll(outcomes(overview), reasons(overview));
        }
    }

    private Node head() {
        Label name = new Label(model.nameProperty().get());
        name.getStyleClass().add("title");
        Label contents = Texts.muted(model.contents());
        contents.setId("start-contents");
        Flow head = new Flow(name, contents);
        head.getStyleClass().add("start-head");
        return head;
    }

    private Node outcomes(RunOverview overview) {
        GridPane grid = grid();
        int row = 0;
        for (RunOverview.Model each : overview.models()) {
            Label name = Texts.wrapped(each.name());
            GridPane.setValignment(name, VPos.CENTER);
            OutcomeBar bar = new OutcomeBar(each, overview.mostRuns(), kind -> model.openRuns(each, kind));
            GridPane.setHgrow(bar, Priority.ALWAYS);
            grid.addRow(row++, name, bar);
        }
        VBox section = new VBox(Texts.heading("Runs by outcome"), grid);
        section.getStyleClass().add("start-section");
        return section;
    }

    private Node reasons(RunOverview overview) {
        VBox section = new VBox(Texts.heading("Why runs failed"));
        section.getStyleClass().add("start-section");
        if (overview.reasons().isEmpty()) {
            boolean scored = overview.models().stream().anyMatch(each -> each.outcomes().containsKey(OutcomeKind.SUCCEEDED));
            section.getChildren().add(Texts.wrapped(overview.failed() == 0
                    ? scored ? "No run that was scored has failed." : "No run is scored yet. That takes its task and an open catalogue."
                    : "The " + Counts.of(overview.failed(), "failed run") + " are being diagnosed.", "muted"));
            return section;
        }
        Label said = Texts.wrapped(
                String.format(
                        Locale.ROOT, "The commonest %s, for %s of %s", overview.reasons().size() == 1 ? "reason" : "reasons",
                        Counts.grouped(overview.explained()), Counts.of(overview.failed(), "failed run")),
                "muted");
        section.getChildren().add(said);
        int most = overview.reasons().getFirst().runs().size();
        VBox rows = new VBox();
        rows.setId("start-reasons");
        for (RunOverview.Reason reason : overview.reasons()) {
            rows.getChildren().add(new ReasonRow(reason, most, () -> model.openRuns(reason)));
        }
        section.getChildren().add(rows);
        return section;
    }

    /// A column of labels, and one for what is drawn.
    static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("start-grid");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setPercentWidth(29);
        ColumnConstraints drawn = new ColumnConstraints();
        drawn.setPercentWidth(71);
        grid.getColumnConstraints().addAll(labels, drawn);
        return grid;
    }
}
