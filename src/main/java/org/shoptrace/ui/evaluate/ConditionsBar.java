package org.shoptrace.ui.evaluate;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Texts;

/// What the figures were made with, and what to be careful about.
final class ConditionsBar extends Flow {
    private final ShownResult model;
    private final Opener open;

    ConditionsBar(ShownResult model, Opener open) {
        this.model = model;
        this.open = open;
        setId("face");
        getStyleClass().add("face");
        model.resultProperty().subscribe(_ -> refresh());
        model.staleProperty().subscribe(_ -> refresh());
        model.madeProperty().subscribe(_ -> refresh());
    }

    private void refresh() {
        getChildren().clear();
        model.resultProperty().get().ifPresent(result -> {
            EvaluationResult.Face face = result.face();
            if (face.own().isPresent()) {
                Label whose = Texts.heading("Judged by " + face.own().get().whose());
                whose.setId("own-verdict");
                whose.setWrapText(true);
                getChildren().addAll(whose, Texts.muted(face.own().get().rule()), Texts.muted("seed " + Bootstrap.DEFAULT.seed()));
            } else {
                getChildren().addAll(
                        Texts.heading("Profile " + face.profile()),
                        Texts.muted("similarity " + face.similarity()),
                        Texts.muted("catalogue " + face.catalog()),
                        Texts.muted("seed " + Bootstrap.DEFAULT.seed()));
            }
            model.madeProperty().get().ifPresent(when -> {
                Label made = Texts.muted("kept from " + KeptPane.WHEN.format(when));
                made.setId("kept-from");
                getChildren().add(made);
            });
            if (model.staleProperty().get()) {
                List<String> changes = model.doubtsProperty().get();
                String what = changes.isEmpty() ? "the choice or the workspace has changed since" : changes.getFirst();
                String more = changes.size() > 1 ? " (and " + (changes.size() - 1) + " more)" : "";
                getChildren().add(chip("stale", "Stale: " + what + more,
                        String.join(". ", changes) + (changes.isEmpty() ? "" : ". ") + "Run the evaluation again"));
            }
            if (!face.comparable() && face.own().isEmpty()) {
                String why = "Titles were not compared by Qwen3-Embedding-0.6B"
                        + (face.calibration().isEmpty() ? "" : ". " + face.calibration());
                getChildren().add(chip("not-comparable", "Not comparable with published figures", why));
            }
            missing(result);
            result.asides().forEach(this::add);
        });
    }

    /// Tasks that some series has no rollout for; no figure counts them silently.
    private void missing(EvaluationResult result) {
        List<String> queries = result.rows().stream()
                .filter(row -> row.level().intent().isPresent())
                .flatMap(row -> row.level().counted().missing().stream())
                .toList();
        if (!queries.isEmpty()) {
            Hyperlink link = Texts.link(Counts.of(queries.size(), "task") + " without a run");
            link.setId("missing");
            link.setOnAction(_ -> {
                link.setVisited(false);
                open.behind(new Behind.Tasks("without a run", queries.stream().distinct().toList()));
            });
            getChildren().add(link);
        }
    }

    private void add(EvaluationResult.Aside aside) {
        Hyperlink link = Texts.link(Counts.grouped(aside.runs().size()) + " " + aside.what());
        link.setId(aside.id());
        link.setOnAction(_ -> {
            link.setVisited(false);
            open.behind(new Behind.Runs(aside.what(), aside.runs()));
        });
        getChildren().add(link);
    }

    private static Node chip(String id, String text, String note) {
        Chip chip = new Chip(text, Chip.Tone.DOUBT);
        chip.setId(id);
        chip.setTooltip(Texts.tip(note));
        chip.setAccessibleText(text + ". " + note);
        return chip;
    }
}
