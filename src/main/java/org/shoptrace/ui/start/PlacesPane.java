package org.shoptrace.ui.start;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.session.WorkspaceSession;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.RunningJob;
import org.shoptrace.ui.kit.Texts;

/// What can be opened: the folders that were open before, another one, the demo.
final class PlacesPane extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final PlacesViewModel model;
    private final ObservableList<RunningJob> running;
    private final VBox folders = new VBox();
    private final VBox demo = new VBox();

    /// @param running the jobs under way, among which may be the one that makes the demo
    PlacesPane(PlacesViewModel model, ObservableList<RunningJob> running) {
        this.model = model;
        this.running = running;
        getStyleClass().add("start-column");
        folders.setId("recent-workspaces");
        folders.getStyleClass().add("start-folders");
        demo.setId("demo-card");
        demo.getStyleClass().addAll("card", "start-demo");
        getChildren().addAll(head(), folders, demo);
        model.recents().addListener((InvalidationListener) _ -> showFolders());
        showFolders();
        running.addListener((InvalidationListener) _ -> showDemo());
        model.demoOpenProperty().addListener((_, _, _) -> showDemo());
        showDemo();
    }

    private Node head() {
        Button open = new Button("Open a folder…", Icons.of(Feather.FOLDER));
        open.setId("open-folder");
        open.setOnAction(_ -> model.choose());
        Flow head = new Flow(Texts.heading("Workspaces"), open);
        head.getStyleClass().add("start-head");
        return head;
    }

    /// The focus stays at its place in the list when the list changes.
    private void showFolders() {
        int focused = folders.getChildren().stream().filter(PlacesPane::holdsFocus).map(folders.getChildren()::indexOf).findFirst()
                .orElse(-1);
        List<RecentRow> rows = model.recents();
        if (rows.isEmpty()) {
            folders.getChildren().setAll(Texts.wrapped(
                    "No folder was opened yet. Open one with catalogues, tasks or rollouts; what you open is listed here.", "muted"));
            return;
        }
        folders.getChildren().setAll(rows.stream().map(this::row).toList());
        if (focused >= 0) {
            ((HBox) folders.getChildren().get(Math.min(focused, rows.size() - 1))).getChildren().getFirst().requestFocus();
        }
    }

    private static boolean holdsFocus(Node row) {
        return row instanceof HBox box && box.getChildren().stream().anyMatch(Node::isFocused);
    }

    private Node row(RecentRow recent) {
        Label name = Texts.strong(recent.name());
        Label state = Texts.muted(recent.open() ? "open" : recent.missing() ? "not there" : recent.when());
        state.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(name, gap, state);
        first.getStyleClass().add("start-folder-line");
        Label place = Texts.muted(recent.place());
        // The end of a path tells two folders apart.
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        VBox words = new VBox(first, place);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox content = new HBox(Icons.of(recent.missing() ? Feather.ALERT_CIRCLE : Feather.FOLDER), words);
        content.getStyleClass().add("start-folder-words");
        Button open = new Button("", content);
        open.getStyleClass().addAll("flat", "start-folder");
        open.setAccessibleText("Open " + recent.name() + ", " + recent.place() + ", " + state.getText());
        // With large text neither the name nor the path may fit.
        open.setTooltip(Texts.tip(recent.name() + "\n" + recent.place()));
        open.setMaxWidth(Double.MAX_VALUE);
        open.setMinWidth(0);
        open.setDisable(recent.missing());
        open.setOnAction(_ -> model.open(recent));
        content.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(0, open.getWidth() - open.getInsets().getLeft() - open.getInsets().getRight()), open.widthProperty(),
                open.insetsProperty()));
        HBox.setHgrow(open, Priority.ALWAYS);
        Button remove = Icons.button(Feather.X, "Take " + recent.name() + " off the list", () -> model.remove(recent));
        remove.getStyleClass().add("small");
        HBox row = new HBox(open, remove);
        row.getStyleClass().add("start-folder-row");
        row.pseudoClassStateChanged(OPEN, recent.open());
        return row;
    }

    private void showDemo() {
        Optional<RunningJob> making = running.stream().filter(job -> job.title().equals(WorkspaceSession.MAKING_THE_DEMO)).findFirst();
        demo.getChildren().setAll(
                Texts.heading("Demo"),
                Texts.wrapped(
                        "A made-up shop with four thousand products, its tasks, and the runs of three scripted shoppers."
                                + " Good for a first look.",
                        "muted"),
                making.<Node>map(PlacesPane::progress)
                        .orElseGet(() -> model.demoOpenProperty().get() ? Texts.strong("Open now") : demoButton()));
    }

    private Node demoButton() {
        Button open = new Button("Open the demo", Icons.of(Feather.PLAY));
        open.setId("open-demo");
        open.setOnAction(_ -> model.openDemo());
        return new Flow(open);
    }

    private static Node progress(RunningJob job) {
        ProgressBar bar = new ProgressBar();
        bar.setId("demo-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(job.title());
        bar.progressProperty().bind(job.fractionProperty());
        Label what = Texts.wrapped("", "muted");
        Texts.follow(what, Bindings.createStringBinding(
                () -> job.messageProperty().get().isEmpty() ? "It is being made…" : job.messageProperty().get(), job.messageProperty()));
        VBox progress = new VBox(bar, what);
        progress.getStyleClass().add("start-progress");
        return progress;
    }
}
