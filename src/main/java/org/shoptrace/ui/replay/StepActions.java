package org.shoptrace.ui.replay;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.finding.Place;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;

/// What can be done with the open run, as controls.
///
/// @param actions of every scope
record StepActions(OpenRunViewModel openRun, List<RunAction> actions) {
    StepActions {
        actions = List.copyOf(actions);
    }

    /// A button for each thing that can be done with the step or call at that place.
    List<Button> buttons(RunAction.Scope scope, Place place) {
        return applying(scope, place).map(action -> {
            Button button = Icons.button(action.icon(), action.label(), () -> act(action, place));
            button.setId(action.id() + "-" + place.step() + (place.call().isPresent() ? "-" + place.call().getAsInt() : ""));
            return button;
        })
                .toList();
    }

    /// A menu of what can be done with the whole run; filled when it is opened.
    MenuButton menu() {
        MenuButton menu = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL));
        menu.setId("run-actions");
        menu.setAccessibleText("What can be done with this run");
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        menu.setVisible(!actions.isEmpty());
        menu.setManaged(!actions.isEmpty());
        menu.setOnShowing(_ -> menu.getItems().setAll(items()));
        menu.getItems().setAll(items());
        return menu;
    }

    /// Does that with the whole run; empty where it does not apply.
    Optional<Runnable> ofRun(String id) {
        Place here = new Place(openRun.stepProperty().get(), OptionalInt.empty());
        return applying(RunAction.Scope.RUN, here).filter(action -> action.id().equals(id)).findFirst()
                .map(action -> () -> act(action, here));
    }

    private List<MenuItem> items() {
        Place here = new Place(openRun.stepProperty().get(), OptionalInt.empty());
        return applying(RunAction.Scope.RUN, here).map(action -> {
            MenuItem item = new MenuItem(Texts.drawn(action.label()), Icons.of(action.icon()));
            item.setId(action.id());
            item.setOnAction(_ -> act(action, here));
            return item;
        })
                .toList();
    }

    private Stream<RunAction> applying(RunAction.Scope scope, Place place) {
        return openRun.openProperty().get().stream()
                .flatMap(run -> actions.stream().filter(action -> action.scope() == scope && action.applies().test(run, place)));
    }

    private void act(RunAction action, Place place) {
        openRun.openProperty().get().ifPresent(run -> action.does().accept(run, place));
    }
}
