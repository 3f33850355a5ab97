package org.shoptrace.ui.evaluate;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Texts;

/// What the figures were made with, and what to be careful about.
final class FaceBar extends FlowPane {
    private final EvaluateViewModel model;

    FaceBar(EvaluateViewModel model) {
        this.model = model;
        setId("face");
        getStyleClass().add("face");
        model.resultProperty().subscribe(_ -> refresh());
        model.staleProperty().subscribe(_ -> refresh());
    }

    private void refresh() {
        getChildren().clear();
        model.resultProperty().get().ifPresent(result -> {
            EvaluationResult.Face face = result.face();
            getChildren().addAll(
                    Texts.heading("Profile " + face.profile()),
                    Texts.muted("similarity " + face.similarity()),
                    Texts.muted("catalogue " + face.catalog()));
            if (model.staleProperty().get()) {
                getChildren().add(chip("stale", "Stale: the choice or the workspace has changed since", "Run the evaluation again"));
            }
            if (!face.comparable()) {
                getChildren().add(chip("not-comparable", "Not comparable with published figures", face.calibration()));
            }
            addRuns("hang-on-title", "%d passed by the title check alone", "passed by the title check alone", result.hangOnTitle());
            addRuns("unknown-runs", "%d of no task, not counted", "of no task", result.unknown());
        });
    }

    private void addRuns(String id, String label, String why, List<RunId> runs) {
        if (!runs.isEmpty()) {
            Hyperlink open = new Hyperlink(label.formatted(runs.size()));
            open.setId(id);
            open.setOnAction(_ -> {
                open.setVisited(false);
                model.open(new FigureColumn.Opening.Runs(why, runs));
            });
            getChildren().add(open);
        }
    }

    private static Node chip(String id, String text, String note) {
        Chip chip = new Chip(text, Chip.Tone.DOUBT);
        chip.setId(id);
        if (!note.isEmpty()) {
            chip.setTooltip(new Tooltip(note));
        }
        return chip;
    }
}
