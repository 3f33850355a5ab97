package org.shoptrace.ui.whatif;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.whatif.Trial;
import org.shoptrace.model.json.Json;
import org.shoptrace.ui.call.CallForm;
import org.shoptrace.ui.call.CallWords;
import org.shoptrace.ui.kit.CopyButton;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRunViewModel;

/// The call as a form | what it came to. It is run a moment after the last key, and at once on Enter.
final class WhatIfPane extends HBox {
    private static final Duration TYPING_PAUSE = Duration.millis(250);

    /// The ways out of the pane.
    record Doors(Runnable close, Navigator navigator, CopyText clipboard) {}

    private final WhatIfViewModel model;
    private final OpenRunViewModel openRun;
    private final Doors doors;
    private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);
    private final StackPane form = new StackPane();
    private final VBox tries = new VBox();
    private final StackPane answers = new StackPane();
    private final Node buttons;

    WhatIfPane(WhatIfViewModel model, OpenRunViewModel openRun, Doors doors) {
        this.model = model;
        this.openRun = openRun;
        this.doors = doors;
        getStyleClass().add("what-if");
        pause.setOnFinished(_ -> model.run());
        tries.setId("what-if-tries");
        tries.getStyleClass().add("what-if-tries");
        HBox.setHgrow(answers, Priority.ALWAYS);
        buttons = buttons();
        model.stateProperty().subscribe(this::show);
        model.trialProperty().subscribe(this::showTrial);
        openRun.truthHiddenProperty().subscribe(_ -> showTrial(model.trialProperty().get()));
    }

    private void show(WhatIfState state) {
        switch (state) {
            case WhatIfState.Nothing _ ->
                getChildren().setAll(new Placeholder(Feather.EDIT_3, "No call", "Choose a search or a view in a step."));
            case WhatIfState.Gap(String what, String remedy) -> getChildren().setAll(new Placeholder(Feather.ALERT_TRIANGLE, what, remedy));
            case WhatIfState.Preparing _ -> getChildren().setAll(new Placeholder(Feather.CLOCK, "Running the recorded call again", ""));
            case WhatIfState.Ready(Trial.Recorded recorded, _) -> {
                refill();
                ScrollPane left = new ScrollPane(new VBox(tool(recorded), form, buttons, tries));
                left.setFitToWidth(true);
                left.getStyleClass().add("what-if-form");
                getChildren().setAll(left, answers);
                // The fields are part of the window only when the scroll pane around them has been styled.
                left.applyCss();
                form.lookupAll(".text-field").stream().findFirst().ifPresent(Node::requestFocus);
            }
        }
    }

    private static Node tool(Trial.Recorded recorded) {
        Label name = Texts.strong(recorded.call().name());
        name.setGraphic(Icons.of(CallWords.icon(recorded.call().name())));
        return name;
    }

    /// Puts the arguments into the fields anew, as after going back to earlier ones.
    private void refill() {
        if (model.stateProperty().get() instanceof WhatIfState.Ready(Trial.Recorded recorded, _)) {
            form.getChildren().setAll(new CallForm("what-if", recorded.call().name(), model.parametersProperty().get(), edited -> {
                model.edit(edited);
                pause.playFromStart();
            }, () -> {
                pause.stop();
                model.run();
            }));
        }
    }

    private Node buttons() {
        Button reset = new Button("As recorded", Icons.of(Feather.ROTATE_CCW));
        reset.setId("what-if-reset");
        reset.getStyleClass().add("small");
        reset.setOnAction(_ -> {
            pause.stop();
            model.reset();
            refill();
        });
        FlowPane buttons = new FlowPane(
                reset,
                new CopyButton(doors.clipboard(), "what-if-copy-json", "JSON", "Copy the call as JSON", model::json),
                curl());
        buttons.getStyleClass().add("what-if-buttons");
        return buttons;
    }

    private Node curl() {
        Button curl = new CopyButton(
                doors.clipboard(), "what-if-copy-curl", "curl", "Copy the call as a command", () -> model.curl().orElse(""));
        Runnable refresh = () -> curl.setDisable(model.curl().isEmpty());
        model.parametersProperty().subscribe(_ -> refresh.run());
        model.stateProperty().subscribe(_ -> refresh.run());
        return curl;
    }

    private void showTrial(Optional<Trial> trial) {
        if (!(model.stateProperty().get() instanceof WhatIfState.Ready ready)) {
            return;
        }
        if (trial.isEmpty()) {
            answers.getChildren().setAll(new Placeholder(Feather.CLOCK, "Running the call", ""));
        } else {
            AnswersPane pane = new AnswersPane(ready, trial.get(), openRun.truthHiddenProperty().get(), product -> {
                doors.close().run();
                doors.navigator().open(new Destination.OpenProduct(product));
            });
            Label failure = Texts.bound(model.failureProperty(), "trouble");
            failure.setWrapText(true);
            failure.visibleProperty().bind(model.failureProperty().isNotEmpty());
            failure.managedProperty().bind(failure.visibleProperty());
            VBox both = new VBox(failure, pane);
            VBox.setVgrow(pane, Priority.ALWAYS);
            ScrollPane scroll = new ScrollPane(both);
            scroll.setFitToWidth(true);
            scroll.setFitToHeight(true);
            scroll.setFocusTraversable(false);
            scroll.getStyleClass().add("edge-to-edge");
            answers.getChildren().setAll(scroll);
        }
        showTries();
    }

    private void showTries() {
        tries.getChildren().setAll(Texts.muted("Tried"));
        for (Trial tried : model.tries()) {
            boolean recorded = tried == model.tries().getLast();
            Hyperlink again = Texts.link((recorded ? "as recorded" : CallWords.arguments(tried.call().parameters()))
                    + " → " + CallWords.answer(tried.call().observation()));
            again.setWrapText(true);
            again.setOnAction(_ -> {
                pause.stop();
                model.again(tried.call().parameters() instanceof Json.Obj object ? object : Json.Obj.EMPTY);
                refill();
            });
            again.getStyleClass().add("what-if-try");
            tries.getChildren().add(again);
        }
    }
}
