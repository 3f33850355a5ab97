package org.shoptrace.ui.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.NoticeBar;
import org.shoptrace.ui.kit.RunningJob;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.TextSize;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.Theme;

/// The window's content.
public final class ShellView extends BorderPane {

    /// What the shell shows around the screens.
    ///
    /// @param workspace the workspace's name, for the header
    /// @param status    what the status bar says on the left
    /// @param running   the jobs under way
    /// @param open      opens another workspace
    /// @param sheets    what lies over the screens
    /// @param tools     buttons that call it
    public record Surroundings(
            ObservableValue<String> workspace, Status status, ObservableList<RunningJob> running, Runnable open,
            Sheets sheets, Node tools) {}

    /// What the status bar says of the workspace.
    ///
    /// @param words catalogue, fingerprint, tasks, runs
    /// @param more  what leads to more of it
    public record Status(ObservableValue<String> words, Node more) {}

    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    private final ShellViewModel model;
    private final List<Screen> screens;
    private final StackPane stage = new StackPane();
    private final KeyCommands keys = new KeyCommands();

    public ShellView(ShellViewModel model, List<Screen> screens, Surroundings surroundings, NoticeBar notices) {
        this.model = model;
        this.screens = List.copyOf(screens);
        getStyleClass().add("shell");
        setTop(header(surroundings));
        setLeft(rail());
        VBox screensBelow = new VBox(notices, stage);
        VBox.setVgrow(stage, Priority.ALWAYS);
        setCenter(new StackPane(screensBelow, surroundings.sheets()));
        setBottom(statusBar(surroundings));
        model.screenProperty().subscribe(this::show);
        model.presentingProperty().subscribe(this::present);
        model.textSizeProperty().subscribe(_ -> applyTextSize());
        sceneProperty().subscribe(_ -> enterScene());
        bindKeys();
    }

    /// The keys of the window, for a list of keys.
    public KeyCommands keys() {
        return keys;
    }

    private void bindKeys() {
        keys.bind("text-larger", "Ctrl+Plus", "Larger text", () -> model.setTextSize(model.textSizeProperty().get().larger()))
                .bind("text-smaller", "Ctrl+Minus", "Smaller text", () -> model.setTextSize(model.textSizeProperty().get().smaller()))
                .bind("text-usual", "Ctrl+0", "Text of the usual size", () -> model.setTextSize(TextSize.USUAL));
        keys.install(this);
    }

    /// The keys of the screen work from the start, not only once something in it was clicked.
    private void enterScene() {
        applyTextSize();
        if (getScene() != null) {
            show(model.screenProperty().get());
        }
    }

    private void applyTextSize() {
        if (getScene() != null) {
            model.textSizeProperty().get().applyTo(getScene(), model.presentingProperty().get());
        }
    }

    private void present(boolean now) {
        for (Node chrome : List.of(getTop(), getLeft(), getBottom())) {
            chrome.setVisible(!now);
            chrome.setManaged(!now);
        }
        pseudoClassStateChanged(PRESENTING, now);
        applyTextSize();
    }

    private Node header(Surroundings surroundings) {
        Label name = Texts.plain("Shoptrace");
        name.getStyleClass().add("brand");
        Label workspace = Texts.bound(surroundings.workspace(), "muted");
        workspace.setId("workspace-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = new Button("Open workspace…", Icons.of(Feather.FOLDER));
        open.setId("open-workspace");
        open.getStyleClass().add("flat");
        open.setOnAction(_ -> surroundings.open().run());
        Button theme = Icons.button(Feather.MOON, "Switch between light and dark", model::switchTheme);
        theme.setId("switch-theme");
        model.themeProperty().subscribe(now -> theme.setGraphic(Icons.of(now == Theme.LIGHT ? Feather.MOON : Feather.SUN)));
        HBox header = new HBox(name, workspace, gap, surroundings.tools(), open, theme);
        header.getStyleClass().add("header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private Node rail() {
        VBox rail = new VBox();
        rail.getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : screens) {
            ToggleButton button = new ToggleButton(Texts.drawn(screen.title()), Icons.of(screen.icon()));
            button.setId("show-" + screen.id());
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.show(screen.id());
            });
            model.screenProperty().subscribe(id -> button.setSelected(id.equals(screen.id())));
            rail.getChildren().add(button);
        }
        return rail;
    }

    private static Node statusBar(Surroundings surroundings) {
        Label status = Texts.bound(surroundings.status().words(), "muted");
        status.setId("status");
        status.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(status, surroundings.status().more(), gap, new JobBar(surroundings.running()));
        bar.getStyleClass().add("status-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void show(String screenId) {
        screens.stream().filter(screen -> screen.id().equals(screenId)).findFirst().ifPresent(screen -> {
            if (!stage.getChildren().contains(screen.content())) {
                stage.getChildren().add(screen.content());
                KeyCommands.giveBackTo(screen.content(), screen.content());
            }
            stage.getChildren().forEach(node -> node.setVisible(node == screen.content()));
            screen.content().requestFocus();
        });
    }
}
