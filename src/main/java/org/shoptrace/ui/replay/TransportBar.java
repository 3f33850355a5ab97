package org.shoptrace.ui.replay;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRunViewModel;

/// Moves through the run, and says how steps are shown.
final class TransportBar extends Flow {
    private final TranscriptViewModel look;

    /// @param moves controls that move through the run
    TransportBar(TranscriptViewModel look, OpenRunViewModel openRun, List<Node> moves) {
        this.look = look;
        getStyleClass().add("transport");
        ToggleButton outline = icon("toggle-outline", Feather.SIDEBAR, "Outline of the run (o)", look.outlineProperty(),
                look::toggleOutline);
        ToggleButton focus = icon("toggle-one-step", Feather.CROSSHAIR, "Show the current step alone (f)", look.oneStepProperty(),
                look::toggleOneStep);
        ToggleButton compact = icon("toggle-compact", Feather.ALIGN_JUSTIFY, "Compact or full (v)", look.compactProperty(),
                look::toggleCompact);
        ToggleButton json = icon(
                "toggle-raw-answers", Feather.CODE, "Show what the tools answered as JSON", look.rawAnswersProperty(),
                look::toggleRawAnswers);
        ToggleButton raw = icon(
                "toggle-raw-step", Feather.FILE_TEXT, "Show the current step as the file has it", look.rawStep().shownProperty(),
                look.rawStep()::toggle);
        Button present = Icons.button(Feather.MONITOR, "Show to an audience (F5)", openRun::togglePresenting);
        present.setId("present");
        // Controls that stay together when the bar takes a second line.
        HBox group = new HBox(outline, find(), filter(), focus, compact, json, raw, present);
        group.getStyleClass().add("transport-group");
        getChildren().addAll(moves);
        getChildren().add(group);
    }

    private Node find() {
        FindInRunViewModel find = look.find();
        return icon("toggle-find", Feather.SEARCH, "Find in the run (Ctrl+F)", find.openProperty(), find::toggle);
    }

    /// Says how much the filter hides, so that nothing is missing unnoticed.
    private Node filter() {
        EventFilterViewModel filter = look.filter();
        ToggleButton toggle = icon(
                "toggle-filter", Feather.FILTER, "Choose the kinds of event that are shown (x)", filter.openProperty(), filter::toggleOpen);
        Texts.follow(toggle, Bindings.createStringBinding(
                () -> filter.hiddenEvents() == 0 ? "" : filter.hiddenEvents() + " hidden", filter.hiddenProperty(),
                filter.countsProperty()));
        return toggle;
    }

    private static ToggleButton icon(String id, Ikon icon, String does, ObservableValue<Boolean> on, Runnable action) {
        ToggleButton toggle = new ToggleButton("", Icons.of(icon));
        toggle.setId(id);
        toggle.setTooltip(Texts.tip(does));
        toggle.setAccessibleText(does);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.getStyleClass().add("small");
        toggle.setOnAction(_ -> {
            action.run();
            toggle.setSelected(on.getValue());
        });
        on.subscribe(toggle::setSelected);
        return toggle;
    }
}
