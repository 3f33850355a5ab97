package org.shoptrace.ui.evaluate;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
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
                getChildren().add(chip("not-comparable", "Not comparable with published figures", "Titles were not compared by Qwen3-Embedding-0.6B"));
            }
            if (!face.calibration().isEmpty()) {
                getChildren().add(Texts.wrapped(face.calibration(), "muted", "hint"));
            }
            result.asides().forEach(this::add);
        });
    }

    private void add(EvaluationResult.Aside aside) {
        Hyperlink open = new Hyperlink(Counts.grouped(aside.runs().size()) + " " + aside.what());
        open.setId(aside.id());
        open.setOnAction(_ -> {
            open.setVisited(false);
            model.open(new FigureColumn.Opening.Runs(aside.what(), aside.runs()));
        });
        getChildren().add(open);
    }

    private static Node chip(String id, String text, String note) {
        Chip chip = new Chip(text, Chip.Tone.DOUBT);
        chip.setId(id);
        chip.setTooltip(new Tooltip(note));
        return chip;
    }
}
