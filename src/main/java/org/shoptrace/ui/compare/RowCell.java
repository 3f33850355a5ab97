package org.shoptrace.ui.compare;

import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.compare.RunComparison;
import org.shoptrace.core.compare.RunComparison.Row;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.call.CallWords;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;

/// A row of the comparison: what both knew, above a step of each in short form.
final class RowCell extends WrappingCell<Row> {
    private static final int THOUGHT = 220;

    private final RunComparison comparison;
    private final ComparePane.OpenRun open;

    RowCell(ListView<Row> list, RunComparison comparison, ComparePane.OpenRun open) {
        super(list);
        this.comparison = comparison;
        this.open = open;
        getStyleClass().add("compare-row");
    }

    @Override
    protected Region content(Row row) {
        HBox steps = new HBox(side(comparison.a(), row.stepA()), side(comparison.b(), row.stepB()));
        steps.getStyleClass().add("compare-pair");
        steps.setFillHeight(true);
        HBox marks = new HBox(knowledge(row), decision(row));
        marks.getStyleClass().add("compare-marks");
        int place = comparison.rows().indexOf(row);
        if (comparison.decision().filter(first -> first.row() == place).isPresent()) {
            marks.getChildren().add(first("first other decision"));
        }
        if (comparison.information().filter(first -> first.row() == place).isPresent()) {
            marks.getChildren().add(first("first other information"));
        }
        VBox content = new VBox(marks, steps);
        content.getStyleClass().add("compare-row-content");
        content.setAccessibleText(FirstWords.steps(row) + ", " + knowledgeWords(row) + ", " + decisionWords(row));
        return content;
    }

    private static Chip first(String text) {
        Chip chip = new Chip(text, Chip.Tone.DOUBT);
        chip.setGraphic(Icons.of(Feather.FLAG));
        return chip;
    }

    private static Node knowledge(Row row) {
        Label label = Texts.muted(knowledgeWords(row));
        label.setGraphic(Icons.of(row.known() ? Feather.CHECK_CIRCLE : Feather.SHUFFLE));
        return label;
    }

    private static String knowledgeWords(Row row) {
        if (row.known()) {
            return row.paired() ? "same information (" + row.common() + ")" : "same information as some step of the other";
        }
        return "in common " + row.common() + ", only left " + row.onlyA() + ", only right " + row.onlyB();
    }

    private static Node decision(Row row) {
        Label label = Texts.muted(decisionWords(row));
        label.setGraphic(Icons.of(row.decided() ? Feather.CHECK_CIRCLE : Feather.SHUFFLE));
        return label;
    }

    private static String decisionWords(Row row) {
        if (!row.paired()) {
            return "no counterpart";
        }
        return row.decided() ? "same calls" : "other calls";
    }

    private Node side(Run run, OptionalInt number) {
        VBox side = new VBox();
        side.getStyleClass().add("compare-side");
        HBox.setHgrow(side, Priority.ALWAYS);
        if (number.isEmpty()) {
            side.getChildren().add(Texts.muted("no such step"));
            return side;
        }
        Step step = run.steps().get(number.getAsInt() - 1);
        Button go = Icons.button(
                Feather.EXTERNAL_LINK, "Open step " + number.getAsInt() + " of " + run.model() + " in Replay",
                () -> open.at(new RunPlace(run.id(), run.source()), number.getAsInt()));
        go.setId("compare-go-" + (run == comparison.a() ? "a-" : "b-") + number.getAsInt());
        go.getStyleClass().add("small");
        HBox head = new HBox(Texts.strong("Step " + number.getAsInt()), go);
        head.getStyleClass().add("compare-side-head");
        side.getChildren().add(head);
        step.think().ifPresent(think -> side.getChildren().add(Texts.wrapped(shortened(think), "muted", "compare-think")));
        step.calls().forEach(call -> side.getChildren().add(call(call)));
        step.response().ifPresent(text -> side.getChildren().add(Texts.wrapped("To the user: " + shortened(text))));
        if (step.calls().isEmpty()) {
            side.getChildren().add(Texts.muted("no call"));
        }
        return side;
    }

    private static Node call(ToolCall call) {
        Label label = Texts.wrapped(CallWords.arguments(call.parameters()), "code");
        Label tool = Texts.strong(call.name());
        tool.setGraphic(Icons.of(CallWords.icon(call.name())));
        Label answer = Texts.wrapped(CallWords.answer(call.observation()), "muted");
        VBox box = new VBox(tool, label, answer);
        box.getStyleClass().add("compare-call");
        return box;
    }

    /// The short form; the whole text is one press away, in Replay.
    private static String shortened(String text) {
        return FirstWords.shortened(text, THOUGHT);
    }
}
