package org.shoptrace.ui.evaluate;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.ui.kit.Texts;

/// What a reader must know before reading the figures, above all pages: which runs are trials, which rates are over different tasks.
final class FaceRemarks extends VBox {
    FaceRemarks(ShownResult model) {
        setId("remarks");
        getStyleClass().addAll("face", "remarks");
        model.resultProperty().subscribe(result -> {
            getChildren().setAll(result.map(EvaluationResult::remarks).stream()
                    .flatMap(remarks -> remarks.stream())
                    .map(remark -> {
                        Label line = Texts.wrapped(remark);
                        line.setMinHeight(USE_PREF_SIZE);
                        return line;
                    })
                    .toList());
            setVisible(!getChildren().isEmpty());
            setManaged(isVisible());
        });
    }
}
