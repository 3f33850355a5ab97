package org.shoptrace.ui.evaluate;

import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;

/// How far the runs of the result are diagnosed by its own scorer, above all pages, until all are.
final class DiagnosisBar extends FlowPane {
    DiagnosisBar(DiagnosisViewModel model) {
        setId("diagnosis");
        getStyleClass().add("face");
        Label told = Texts.muted("");
        told.setId("diagnosed");
        Hyperlink rest = Texts.link("Diagnose the rest");
        rest.setId("diagnose-rest");
        rest.setOnAction(_ -> {
            rest.setVisited(false);
            model.goOn();
        });
        getChildren().addAll(told, rest);
        model.progressProperty().subscribe(now -> {
            Texts.say(told, now.map(DiagnosisBar::words).orElse(""));
            rest.setVisible(now.filter(progress -> !progress.underWay()).isPresent());
            rest.setManaged(rest.isVisible());
            setVisible(now.isPresent());
            setManaged(isVisible());
        });
    }

    private static String words(DiagnosisViewModel.Progress now) {
        return String.format(Locale.ROOT, "%s of %s diagnosed by %s; what stands on the diagnosis counts these alone",
                Counts.grouped(now.diagnosed()), Counts.of(now.runs(), "run"), now.similarity());
    }
}
