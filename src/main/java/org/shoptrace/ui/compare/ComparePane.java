package org.shoptrace.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.compare.RunComparison;
import org.shoptrace.core.compare.RunComparison.Row;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;

/// The two firsts above the aligned steps | what the runs came to.
final class ComparePane extends StackPane {
    /// How many ems both sides need beside what the runs came to.
    private static final double NARROW = 64;

    /// Opens a run at a step.
    interface OpenRun {
        void at(RunPlace run, int step);
    }

    private final RunComparisonViewModel model;
    private final ReadOnlyBooleanProperty truthHidden;
    private final OpenRun open;
    /// Nothing to see: it tells how large the text is.
    private final Label em = new Label();
    private boolean narrow;

    ComparePane(RunComparisonViewModel model, ReadOnlyBooleanProperty truthHidden, OpenRun open) {
        this.model = model;
        this.truthHidden = truthHidden;
        this.open = open;
        getStyleClass().add("compare");
        em.setVisible(false);
        em.setManaged(false);
        model.stateProperty().subscribe(this::show);
        truthHidden.subscribe(_ -> show(model.stateProperty().get()));
        widthProperty().subscribe(this::fit);
        em.fontProperty().subscribe(this::fit);
    }

    private void fit() {
        if (narrow != isNarrow()) {
            narrow = !narrow;
            show(model.stateProperty().get());
        }
    }

    private void show(CompareState state) {
        boolean focused = isFocused();
        getChildren().setAll(em, switch (state) {
            case CompareState.Nothing _ ->
                new Placeholder(Feather.COLUMNS, "Nothing to compare", "Choose a run in Replay, then another of its task.");
            case CompareState.Working _ -> new Placeholder(Feather.CLOCK, "Reading and comparing the runs", "");
            case CompareState.Refused(String why) ->
                new Placeholder(Feather.ALERT_TRIANGLE, "These runs cannot be compared", why);
            case CompareState.Compared compared -> compared(compared);
        });
        if (focused) {
            // The sheet was open before the runs were compared.
            Optional.ofNullable(lookup("#compare-rows")).ifPresent(Node::requestFocus);
        }
    }

    private Node compared(CompareState.Compared compared) {
        RunComparison comparison = compared.comparison();
        ListView<Row> rows = rows(comparison);
        HBox firsts = new HBox(
                first("compare-decision", FirstWords.decisionTitle(comparison), FirstWords.decision(comparison),
                        comparison.decision().map(RunComparison.DecisionDifference::row), rows),
                first("compare-information", FirstWords.informationTitle(comparison), FirstWords.information(comparison),
                        comparison.information().map(RunComparison.InformationDifference::row), rows));
        firsts.getStyleClass().add("compare-firsts");
        String facts = FirstWords.allOnly(comparison);
        if (!facts.isEmpty()) {
            Tooltip all = Texts.tip(facts);
            all.setWrapText(true);
            all.setMaxWidth(620);
            Tooltip.install(firsts.getChildren().getLast(), all);
            firsts.getChildren().getLast().setAccessibleHelp(facts);
        }
        VBox left = new VBox(narrow ? scrolled(above(firsts, compared), "compare-top") : firsts, heads(compared), rows);
        VBox.setVgrow(rows, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.getStyleClass().add("compare-steps");
        left.setMinWidth(0);
        return truthHidden.get() || narrow ? new HBox(left) : new HBox(left, scrolled(new ResultPane(compared), "compare-result"));
    }

    /// Where there is little room, as with large text, what the runs came to stands under the firsts and scrolls with them.
    private VBox above(Node firsts, CompareState.Compared compared) {
        return truthHidden.get() ? new VBox(firsts) : new VBox(firsts, new ResultPane(compared));
    }

    private static Node scrolled(Node content, String styleClass) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(styleClass);
        return scroll;
    }

    private boolean isNarrow() {
        return getWidth() > 0 && getWidth() < NARROW * em.getFont().getSize();
    }

    private Node heads(CompareState.Compared compared) {
        HBox heads = new HBox(head("a", compared.a()), head("b", compared.b()));
        heads.getStyleClass().add("compare-heads");
        return heads;
    }

    private Node head(String id, CompareState.Side side) {
        Label name = Texts.strong(side.summary().model());
        name.setMinWidth(0);
        name.setTooltip(Texts.tip(side.summary().model()));
        Label source = Texts.muted(side.summary().source().toString());
        source.setMinWidth(0);
        // It takes what the name leaves.
        source.setPrefWidth(0);
        source.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(source, Priority.ALWAYS);
        // The end tells the line.
        source.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        source.setTooltip(Texts.tip(side.summary().source().toString()));
        Button button = Icons.button(
                Feather.EXTERNAL_LINK, "Open the run of " + side.summary().model() + " in Replay",
                () -> open.at(side.summary().place(), 1));
        button.setId("compare-open-" + id);
        HBox head = new HBox(name);
        if (!truthHidden.get()) {
            head.getChildren().add(OutcomeChips.of(model.outcome(side.summary())));
        }
        head.getChildren().addAll(source, button);
        head.getStyleClass().add("compare-head");
        HBox.setHgrow(head, Priority.ALWAYS);
        return head;
    }

    private ListView<Row> rows(RunComparison comparison) {
        ListView<Row> rows = new ListView<>();
        rows.setId("compare-rows");
        rows.setAccessibleText("Steps of both runs, aligned by what they knew");
        rows.getStyleClass().addAll("compare-rows", Sheets.FIRST);
        rows.getItems().setAll(comparison.rows());
        rows.setCellFactory(list -> new RowCell(list, comparison, open));
        int interesting = comparison.decision().map(RunComparison.DecisionDifference::row)
                .or(() -> comparison.information().map(RunComparison.InformationDifference::row))
                .orElse(0);
        rows.getSelectionModel().select(interesting);
        rows.scrollTo(Math.max(0, interesting - 1));
        return rows;
    }

    private static Node first(String id, String title, List<String> lines, Optional<Integer> row, ListView<Row> rows) {
        VBox card = new VBox(Texts.wrapped(title, "heading"));
        card.setId(id);
        card.getStyleClass().addAll("card", "compare-first");
        lines.forEach(line -> card.getChildren().add(Texts.wrapped(line)));
        row.ifPresent(place -> {
            Button go = new Button("Show", Icons.of(Feather.CORNER_DOWN_RIGHT));
            go.setId(id + "-show");
            go.getStyleClass().addAll("small", "flat");
            go.setAccessibleText("Show: " + title);
            go.setOnAction(_ -> {
                rows.getSelectionModel().select((int) place);
                rows.scrollTo(Math.max(0, place - 1));
                rows.requestFocus();
            });
            card.getChildren().add(go);
        });
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }
}
