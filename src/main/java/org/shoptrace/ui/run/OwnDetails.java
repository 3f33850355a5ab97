package org.shoptrace.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.transcript.EndingWords;
import org.shoptrace.core.transcript.OwnWords;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.ui.kit.Decimals;
import org.shoptrace.ui.kit.FactTable;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.FoldedText;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// What a run's file says of it, in full: whose verdict it is, its score and parts, why the run ended, an error, what a judge wrote. What
/// runs can be grouped by, and the threshold, are added by whoever has room for them.
public final class OwnDetails extends VBox {
    private final OwnRecord own;
    private final double threshold;

    /// @param judged    whether its verdict may be said
    /// @param threshold from which score on it is a success, where its file does not say so by itself
    public OwnDetails(OwnRecord own, boolean judged, double threshold) {
        this.own = own;
        this.threshold = threshold;
        getStyleClass().add("own-details");
        own.verdict().filter(_ -> judged).ifPresent(this::verdict);
    }

    /// Whether the run is a success by its score alone.
    public static boolean isByScore(OwnVerdict verdict) {
        return verdict.passed().isEmpty() && verdict.score().isPresent();
    }

    private void verdict(OwnVerdict verdict) {
        Label whose = Texts.strong("By " + verdict.judge());
        whose.setWrapText(true);
        getChildren().add(whose);
        FactTable table = new FactTable().named();
        table.row(List.of("outcome", OwnOutcome.of(own, threshold).word()));
        verdict.score().ifPresent(score -> table.row(List.of("score", OwnWords.number(score))));
        verdict.parts().forEach(part -> table.row(List.of(part.name(), OwnWords.value(part.value()))));
        verdict.ending().ifPresent(ending -> table.row(List.of("ended", EndingWords.named(ending))));
        getChildren().add(table);
        verdict.error().ifPresent(error -> getChildren().addAll(Texts.muted("Error"), new FoldedText(error, "code")));
        if (!verdict.explanations().isEmpty()) {
            getChildren().add(Texts.muted("What the judge wrote"));
            verdict.explanations().forEach(text -> getChildren().add(new FoldedText(text)));
        }
    }

    /// Adds the field that says from which score on runs of the workspace are a success, where the file gives a score alone. Enter says
    /// another, Escape leaves it as it was.
    ///
    /// @param chosen takes another threshold
    /// @param leave  gives the focus away before, where everything around the field is then made anew
    public void thresholdField(String id, DoubleConsumer chosen, Runnable leave) {
        if (own.verdict().filter(OwnDetails::isByScore).isEmpty()) {
            return;
        }
        TextField field = new LineField(Decimals.text(threshold));
        field.setId(id);
        field.setPrefColumnCount(6);
        field.setAccessibleText("The score from which on runs of this workspace are a success");
        field.setOnAction(_ -> {
            Optional<Double> number = Decimals.read(field.getText());
            if (number.isEmpty() || number.get() == threshold) {
                field.setText(Decimals.text(threshold));
            } else {
                leave.run();
                chosen.accept(number.get());
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                // The key goes on and leaves the field.
                field.setText(Decimals.text(threshold));
            }
        });
        Flow line = new Flow(Texts.muted("A success from"), field, Texts.muted("on"));
        line.getStyleClass().add("step-limit");
        getChildren().addAll(line, Texts.wrapped("The same holds for all runs of the workspace.", "muted"));
    }

    /// Adds what else the file says of the run, by which runs can be grouped; nothing where that is none.
    public void metadata() {
        if (!own.metadata().isEmpty()) {
            FactTable table = new FactTable().named();
            own.metadata().forEach((name, value) -> table.row(OwnWords.metadata(name, value)));
            getChildren().addAll(Texts.strong("Of the run"), table);
        }
    }
}
