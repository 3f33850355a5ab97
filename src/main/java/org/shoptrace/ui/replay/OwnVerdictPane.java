package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.transcript.OwnWords;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Decimals;
import org.shoptrace.ui.kit.FactTable;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.FoldedText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.Bubble;
import org.shoptrace.ui.replay.OwnVerdictViewModel.Said;
import org.shoptrace.ui.run.RunChips;

/// What the open run's own file says of it, beside what Shoptrace does: its verdict and whose it is, why the run ended, its task, and what
/// it took. What else it rates, an error and what a judge wrote open by a press, where there are any.
final class OwnVerdictPane extends Flow {
    private static final double WIDTH = 460;
    private static final double MOST_HEIGHT = 420;

    private final OwnVerdictViewModel model;
    private final ReadOnlyBooleanProperty truthHidden;

    /// @param truthHidden whether nothing must say how runs ended
    OwnVerdictPane(OwnVerdictViewModel model, ReadOnlyBooleanProperty truthHidden) {
        this.model = model;
        this.truthHidden = truthHidden;
        setId("run-own");
        getStyleClass().addAll("run-identity", "run-own");
        model.saidProperty().subscribe(_ -> refresh());
        truthHidden.subscribe(_ -> refresh());
    }

    private void refresh() {
        Optional<Said> said = model.saidProperty().get();
        getChildren().setAll(said.map(this::parts).orElse(List.of()));
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private List<Node> parts(Said said) {
        List<Node> parts = new ArrayList<>();
        boolean hidden = truthHidden.get();
        Optional<OwnVerdict> verdict = said.own().verdict().filter(_ -> !hidden);
        verdict.ifPresent(its -> {
            Chip chip = RunChips.own(OwnOutcome.of(said.own(), said.threshold()), its);
            chip.setId("run-own-verdict");
            parts.add(chip);
        });
        OwnRecord shown = hidden
                ? new OwnRecord(said.own().task(), said.own().trial(), Optional.empty(), said.own().metadata())
                : said.own();
        List<String> words = new ArrayList<>(OwnWords.facts(shown));
        verdict.filter(OwnVerdictPane::isByScore).ifPresent(_ -> words.add("a success from " + Decimals.text(said.threshold()) + " on"));
        String facts = String.join(" · ", words);
        if (!facts.isEmpty()) {
            parts.add(line("run-own-facts", facts));
        }
        verdict.flatMap(OwnVerdict::error).ifPresent(error -> {
            Label label = line("run-own-error", AnswerText.oneLine(error));
            label.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
            label.setTooltip(Texts.tip("The run's file names an error: " + error));
            label.setMaxWidth(WIDTH);
            parts.add(label);
        });
        String took = OwnWords.usage(said.usage());
        if (!took.isEmpty()) {
            Label label = line("run-own-usage", took);
            label.setTooltip(Texts.tip("What the whole run took, as its file says"));
            parts.add(label);
        }
        boolean more = verdict.isPresent() || !hidden && !said.own().metadata().isEmpty();
        if (more) {
            Hyperlink details = Texts.link("What the file says");
            details.setId("run-own-details-open");
            details.setMinWidth(Region.USE_PREF_SIZE);
            details.setAccessibleText("What the run's file says of it, in full");
            Bubble.at(details, "run-own-details", () -> details(said, verdict));
            parts.add(details);
        }
        return parts;
    }

    /// Whether the run is a success by its score alone.
    private static boolean isByScore(OwnVerdict verdict) {
        return verdict.passed().isEmpty() && verdict.score().isPresent();
    }

    private static Label line(String id, String text) {
        Label label = Texts.muted(text);
        label.setId(id);
        label.setMinWidth(0);
        label.setTooltip(Texts.tip(text));
        return label;
    }

    private Node details(Said said, Optional<OwnVerdict> verdict) {
        VBox all = new VBox();
        all.getStyleClass().add("own-details");
        all.setPrefWidth(WIDTH);
        verdict.ifPresent(its -> {
            all.getChildren().add(Texts.strong("By " + its.judge()));
            all.getChildren().add(verdict(its, OwnOutcome.of(said.own(), said.threshold())));
            if (isByScore(its)) {
                all.getChildren().add(threshold(said.threshold()));
            }
            its.error().ifPresent(error -> all.getChildren().addAll(Texts.muted("Error"), new FoldedText(error, "code")));
            if (!its.explanations().isEmpty()) {
                all.getChildren().add(Texts.muted("What the judge wrote"));
                its.explanations().forEach(text -> all.getChildren().add(new FoldedText(text)));
            }
        });
        if (!said.own().metadata().isEmpty()) {
            FactTable table = new FactTable();
            said.own().metadata().forEach((name, value) -> table.row(List.of(name, value)));
            all.getChildren().addAll(Texts.strong("Of the run"), table);
        }
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.getStyleClass().add("own-details-scroll");
        return scroll;
    }

    private static Node verdict(OwnVerdict verdict, OwnOutcome outcome) {
        FactTable table = new FactTable();
        table.row(List.of("outcome", outcome.word()));
        verdict.score().ifPresent(score -> table.row(List.of("score", OwnWords.number(score))));
        verdict.parts().forEach(part -> table.row(List.of(part.name(), OwnWords.value(part.value()))));
        verdict.ending().ifPresent(ending -> table.row(List.of("ended", ending)));
        return table;
    }

    /// From which score on a run is a success, where the file gives a score alone.
    private Node threshold(double threshold) {
        TextField field = new TextField(Decimals.text(threshold));
        field.setId("own-threshold");
        field.setPrefColumnCount(6);
        field.setAccessibleText("The score from which on runs of this workspace are a success");
        field.setOnAction(_ -> {
            Optional<Double> number = Decimals.read(field.getText());
            number.ifPresentOrElse(model::succeedFrom,
                    () -> field.setText(Decimals.text(model.saidProperty().get().map(Said::threshold).orElse(threshold))));
        });
        Flow line = new Flow(Texts.muted("A success from"), field,
                Texts.muted("on, for all runs of the workspace"));
        line.getStyleClass().add("step-limit");
        return line;
    }
}
