package org.shoptrace.ui.runs;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.runs.RunGroup;
import org.shoptrace.core.runs.RunRow;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// A task in the list, with a button for every run of it: its model, how it ended, how many steps it took.
final class RunGroupCell extends ListCell<RunGroup> {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Label query = Texts.plain("");
    private final Label count = Texts.muted("");
    private final FlowPane runs = new Flow();
    private final VBox content = new VBox(query, count, runs);
    private final Consumer<RunSummary> select;
    private final Predicate<RunPlace> isOpen;
    private final BooleanSupplier truthHidden;

    /// @param truthHidden whether the list must not say how a run ended
    RunGroupCell(Consumer<RunSummary> select, Predicate<RunPlace> isOpen, BooleanSupplier truthHidden) {
        this.select = select;
        this.isOpen = isOpen;
        this.truthHidden = truthHidden;
        getStyleClass().add("run-cell");
        content.getStyleClass().add("run-row");
        query.getStyleClass().add("run-query");
        query.setWrapText(true);
        runs.getStyleClass().add("chips");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RunGroup group, boolean empty) {
        super.updateItem(group, empty);
        if (empty || group == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean hidden = truthHidden.getAsBoolean();
        Texts.say(query, group.query());
        Texts.say(count, Counts.of(group.rows().size(), "run")
                + (hidden ? "" : endings(group))
                + group.task().map(task -> " · task " + task).orElse(""));
        runs.getChildren().setAll(group.rows().stream().map(row -> button(row, hidden)).toList());
        setAccessibleText(group.query() + ", " + count.getText());
        setGraphic(content);
    }

    /// How a run ended, by what its file says where nothing else is known.
    private static OutcomeKind shown(RunRow row) {
        if (row.kind() != OutcomeKind.NOT_SCORED) {
            return row.kind();
        }
        return switch (row.own()) {
            case PASSED -> OutcomeKind.SUCCEEDED;
            case FAILED -> OutcomeKind.FAILED;
            case OPEN, NONE -> OutcomeKind.NOT_SCORED;
        };
    }

    /// How many succeeded by the scorer, and by what their files say; the latter alone where nothing else is known.
    private static String endings(RunGroup group) {
        boolean scored = group.rows().stream().anyMatch(row -> row.kind() != OutcomeKind.NOT_SCORED);
        if (!scored && group.passed().isEmpty()) {
            return ", not scored";
        }
        return (scored ? ", " + group.succeeded() + " succeeded" : "")
                + (group.passed().isPresent()
                        ? ", " + group.passed().getAsLong() + (group.rows().size() == 1 ? " passed by its file" : " passed by their files")
                        : "");
    }

    private Button button(RunRow row, boolean hidden) {
        Button button = new Button(Texts.drawn(
                row.summary().model() + " · " + row.summary().steps() + (row.said().isAnnotated() ? " · annotated" : "")));
        button.setId("group-run-" + row.summary().id().sha256().substring(0, 8));
        button.getStyleClass().add("chip-toggle");
        String ending = hidden
                ? ""
                : ", " + row.kind().label() + row.fault().map(fault -> ": " + fault.label()).orElse("")
                        + (row.own() == OwnOutcome.NONE ? "" : ", " + row.own().label());
        if (!hidden) {
            OutcomeKind kind = shown(row);
            button.setGraphic(Icons.of(switch (kind) {
                case SUCCEEDED -> Feather.CHECK;
                case FAILED -> Feather.X;
                case UNSCORABLE -> Feather.ALERT_TRIANGLE;
                case NOT_SCORED -> Feather.MINUS;
            }));
            button.getGraphic().getStyleClass().add(switch (kind) {
                case SUCCEEDED -> "met";
                case FAILED -> "missed";
                case UNSCORABLE -> "nearly";
                case NOT_SCORED -> "open";
            });
        }
        String words = row.summary().model() + ending + ", " + Counts.of(row.summary().steps(), "step")
                + (row.said().isAnnotated() ? ", annotated" : "");
        button.setTooltip(Texts.tip(words));
        button.setAccessibleText("Open the run of " + words);
        button.pseudoClassStateChanged(OPEN, isOpen.test(row.summary().place()));
        button.setOnAction(_ -> select.accept(row.summary()));
        return button;
    }
}
