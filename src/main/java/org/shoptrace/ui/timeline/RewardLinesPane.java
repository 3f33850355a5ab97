package org.shoptrace.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.core.timeline.RewardLine;
import org.shoptrace.model.score.Column;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRunViewModel;

/// The constraint state under the strip in words: for every request how much of it is met at the current step, and what became of its
/// target.
final class RewardLinesPane extends Flow {
    private final StripViewModel model;
    private final OpenRunViewModel openRun;
    private final List<Label> words = new ArrayList<>();

    RewardLinesPane(StripViewModel model, OpenRunViewModel openRun) {
        this.model = model;
        this.openRun = openRun;
        setId("reward-lines");
        getStyleClass().add("reward-lines");
        model.linesProperty().subscribe(_ -> show());
        openRun.stepProperty().subscribe(_ -> follow());
    }

    /// A step changes the words alone.
    private void follow() {
        List<RewardLine> lines = model.linesProperty().get();
        for (int i = 0; i < lines.size(); i++) {
            Texts.say(words.get(i), lines.get(i).words(openRun.stepProperty().get()));
        }
    }

    private void show() {
        List<RewardLine> lines = model.linesProperty().get();
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
        words.clear();
        getChildren().setAll(lines.stream().map(this::line).toList());
    }

    private Node line(RewardLine line) {
        FontIcon sign = Icons.of(line.chosen() ? Feather.CHECK : Feather.X);
        sign.getStyleClass().add(line.chosen() ? "met" : "missed");
        Label name = Texts.plain(line.name());
        Label state = Texts.wrapped(line.words(openRun.stepProperty().get()), "muted");
        words.add(state);
        name.setMinWidth(0);
        name.setTooltip(Texts.tip(line.name()));
        HBox box = new HBox(sign, name, state);
        box.getStyleClass().add("reward-line");
        box.accessibleTextProperty().bind(Bindings.createStringBinding(
                () -> String.format(Locale.ROOT, "%s, %s, %s %s", line.name(), line.chosen() ? "answered" : "not answered",
                        Column.RULE.inText(), state.getText()),
                state.textProperty()));
        return box;
    }
}
