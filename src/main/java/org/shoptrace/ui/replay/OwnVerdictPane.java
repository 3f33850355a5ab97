package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.transcript.OwnWords;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Decimals;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.Bubble;
import org.shoptrace.ui.replay.OwnVerdictViewModel.Said;
import org.shoptrace.ui.run.OwnDetails;
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
        verdict.filter(OwnDetails::isByScore).ifPresent(_ -> words.add("a success from " + Decimals.text(said.threshold()) + " on"));
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
            Bubble.at(details, "run-own-details", () -> details(said, verdict.isPresent()));
            parts.add(details);
        }
        return parts;
    }

    private static Label line(String id, String text) {
        Label label = Texts.muted(text);
        label.setId(id);
        label.setMinWidth(0);
        label.setTooltip(Texts.tip(text));
        return label;
    }

    private Node details(Said said, boolean judged) {
        OwnDetails all = new OwnDetails(said.own(), judged, said.threshold());
        all.setPrefWidth(WIDTH);
        if (judged) {
            all.thresholdField("own-threshold", model::succeedFrom, () -> {});
        }
        all.metadata();
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.getStyleClass().add("own-details-scroll");
        return scroll;
    }
}
