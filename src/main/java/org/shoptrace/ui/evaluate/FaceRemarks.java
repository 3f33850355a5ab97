package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.ui.kit.Texts;

/// What a reader must know before reading the figures, above all pages: which runs are trials, which rates are over different tasks. Of
/// many remarks the first stands there, and the others where they are asked for: in large text they would leave no room for the page.
final class FaceRemarks extends VBox {
    /// So many stand there unasked.
    private static final int UNASKED = 2;

    private final Hyperlink more = new Hyperlink();
    private List<String> remarks = List.of();
    private boolean all;

    FaceRemarks(ShownResult model) {
        setId("remarks");
        getStyleClass().addAll("face", "remarks");
        more.setId("more-remarks");
        more.setOnAction(_ -> {
            all = !all;
            fill();
        });
        model.resultProperty().subscribe(this::show);
    }

    private void show(Optional<EvaluationResult> result) {
        remarks = result.map(EvaluationResult::remarks).orElse(List.of());
        fill();
        setVisible(!remarks.isEmpty());
        setManaged(isVisible());
    }

    private void fill() {
        boolean folds = remarks.size() > UNASKED;
        getChildren().setAll(remarks.stream().limit(folds && !all ? 1 : remarks.size()).map(FaceRemarks::line).toList());
        if (folds) {
            Texts.say(more, all ? "Fewer remarks" : remarks.size() - 1 + " more remarks");
            getChildren().add(more);
        }
    }

    private static Label line(String remark) {
        Label line = Texts.wrapped(remark);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }
}
