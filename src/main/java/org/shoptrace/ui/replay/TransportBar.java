package org.shoptrace.ui.replay;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// Moves through the run, and says how steps are shown.
final class TransportBar extends Flow {
    private final ReplayViewModel model;
    private final Runnable leaveField;
    private final TextField goTo = new TextField();

    /// @param leaveField gives the focus back to the screen
    TransportBar(ReplayViewModel model, Runnable leaveField) {
        this.model = model;
        this.leaveField = leaveField;
        getStyleClass().add("transport");
        TranscriptViewModel look = model.look();
        ToggleButton focus = icon("toggle-one-step", Feather.CROSSHAIR, "Show the current step alone (f)", look.oneStepProperty(),
                look::toggleOneStep);
        ToggleButton compact = icon("toggle-compact", Feather.ALIGN_JUSTIFY, "Compact or full (v)", model.compactProperty(),
                model::toggleCompact);
        ToggleButton json = icon(
                "toggle-raw-answers", Feather.CODE, "Show what the tools answered as JSON", model.rawAnswersProperty(),
                model::toggleRawAnswers);
        ToggleButton raw = icon(
                "toggle-raw-step", Feather.FILE_TEXT, "Show the current step as the file has it", model.rawStepShownProperty(),
                model::toggleRawStep);
        ToggleButton outline = icon("toggle-outline", Feather.SIDEBAR, "Outline of the run (o)", look.outlineProperty(),
                look::toggleOutline);
        getChildren().addAll(
                group(
                        button("step-previous", Feather.CHEVRON_UP, "Previous step (k)", model::previousStep),
                        button("step-next", Feather.CHEVRON_DOWN, "Next step (j)", model::nextStep),
                        play(),
                        speed()),
                goToStep(),
                group(outline, find(), filter(), focus, compact, json, raw,
                        button("present", Feather.MONITOR, "Show to an audience (F5)", model::togglePresenting)));
    }

    /// Controls that stay together when the bar takes a second line.
    private static Node group(Node... controls) {
        HBox group = new HBox(controls);
        group.getStyleClass().add("transport-group");
        return group;
    }

    /// Puts the cursor into the field that goes to a step.
    void askForStep() {
        goTo.requestFocus();
        goTo.selectAll();
    }

    /// In pixels, as far as it is known.
    double textSize() {
        return goTo.getFont().getSize();
    }

    private static Button button(String id, Ikon icon, String name, Runnable action) {
        Button button = Icons.button(icon, name, action);
        button.setId(id);
        return button;
    }

    private Node play() {
        Button play = button("play", Feather.PLAY, "Play (Space)", model.playback()::toggle);
        model.playback().playingProperty().subscribe(playing -> {
            play.setGraphic(Icons.of(playing ? Feather.PAUSE : Feather.PLAY));
            play.setAccessibleText(playing ? "Pause" : "Play");
            play.setTooltip(new Tooltip(playing ? "Pause (Space)" : "Play (Space)"));
        });
        return play;
    }

    private Node speed() {
        ComboBox<Double> box = new ComboBox<>();
        box.setId("play-speed");
        box.setAccessibleText("Speed of playing");
        box.setTooltip(new Tooltip("Speed of playing"));
        box.getItems().setAll(Playback.SPEEDS);
        box.setCellFactory(_ -> new SpeedCell());
        box.setButtonCell(new SpeedCell());
        model.playback().speedProperty().subscribe(speed -> box.setValue(speed.doubleValue()));
        box.setOnAction(_ -> model.playback().setSpeed(box.getValue()));
        return box;
    }

    private Node goToStep() {
        goTo.setId("go-to-step");
        goTo.setAccessibleText("Go to step");
        goTo.setTooltip(new Tooltip("Go to step (Ctrl+G)"));
        goTo.setPrefColumnCount(3);
        goTo.setMinWidth(Region.USE_PREF_SIZE);
        model.stepProperty().subscribe(_ -> showCurrent());
        goTo.setOnAction(_ -> {
            String text = goTo.getText().strip();
            if (text.matches("\\d{1,9}")) {
                model.goToStep(Integer.parseInt(text));
            }
            showCurrent();
            leaveField.run();
        });
        goTo.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                showCurrent();
                leaveField.run();
            }
        });
        Label of = Texts.bound(
                Bindings.createStringBinding(() -> "of " + model.steps().size(), model.transcriptProperty()), "muted");
        of.setMinWidth(Region.USE_PREF_SIZE);
        HBox field = new HBox(goTo, of);
        field.getStyleClass().add("go-to-step");
        return field;
    }

    private Node find() {
        FindViewModel find = model.look().find();
        return icon("toggle-find", Feather.SEARCH, "Find in the run (Ctrl+F)", find.openProperty(), find::toggle);
    }

    /// Says how much the filter hides, so that nothing is missing unnoticed.
    private Node filter() {
        EventFilterViewModel filter = model.look().filter();
        ToggleButton toggle = icon(
                "toggle-filter", Feather.FILTER, "Choose the kinds of event that are shown (x)", filter.openProperty(), filter::toggleOpen);
        toggle.textProperty().bind(Bindings.createStringBinding(
                () -> filter.hiddenEvents() == 0 ? "" : filter.hiddenEvents() + " hidden", filter.hiddenProperty(),
                filter.countsProperty()));
        return toggle;
    }

    private static ToggleButton icon(String id, Ikon icon, String does, ObservableValue<Boolean> on, Runnable action) {
        ToggleButton toggle = new ToggleButton("", Icons.of(icon));
        toggle.setId(id);
        toggle.setTooltip(new Tooltip(does));
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

    private void showCurrent() {
        goTo.setText(model.stepProperty().get() == 0 ? "" : String.valueOf(model.stepProperty().get()));
    }

    private static final class SpeedCell extends ListCell<Double> {
        @Override
        protected void updateItem(@Nullable Double speed, boolean empty) {
            super.updateItem(speed, empty);
            setText(empty || speed == null ? "" : (speed == Math.rint(speed) ? String.valueOf(speed.intValue()) : speed.toString()) + "×");
        }
    }
}
