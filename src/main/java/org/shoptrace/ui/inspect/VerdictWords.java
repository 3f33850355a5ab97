package org.shoptrace.ui.inspect;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.Column;
import org.shoptrace.ui.kit.FactTable;
import org.shoptrace.ui.kit.Texts;

/// What the words of a verdict mean: its stage, its fault, its figures.
final class VerdictWords extends VBox {
    VerdictWords(Diagnosis diagnosis) {
        getStyleClass().add("bubble-text");
        FactTable table = new FactTable();
        diagnosis.failure().ifPresent(failure -> {
            table.row(List.of(failure.stage().label(), "How far it got. " + failure.stage().meaning()));
            table.row(List.of(failure.fault().label(), "What is wrong with what was chosen. " + failure.fault().meaning()));
            failure.secondFault().ifPresent(second -> table.row(List.of(
                    "also: " + second.label(), "A second fault beside the first. " + second.meaning())));
        });
        Stream<Column> figures = diagnosis.assessment().map(Assessment::score).stream()
                .flatMap(score -> score.values().keySet().stream());
        figures.forEach(column -> table.row(List.of(column.label(), column.meaning())));
        ScrollPane scroll = new ScrollPane(table);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("What the words of the verdict mean");
        scroll.getStyleClass().addAll("inner-scroll", "bubble-scroll");
        getChildren().addAll(Texts.heading("What these words mean"), scroll);
    }
}
