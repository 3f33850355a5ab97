package org.shoptrace.ui.start;

import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.RunOverview;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;

/// What is in the open workspace: a bar a model of how its runs ended, and the commonest reasons why they failed. The labels of
/// both line up.
///
/// While runs are diagnosed the counts change all the time. They are drawn anew only when they are seen, not more often than one can read,
/// and never under a finger: whoever presses or stands on one still finds it there.
final class OutcomesPane extends VBox {
    private static final Duration SETTLED = Duration.millis(200);

    private final OutcomesViewModel model;
    private final BooleanExpression seen;
    private final Node head;
    private final PauseTransition settle = new PauseTransition(SETTLED);
    private Optional<Drawn> drawn = Optional.empty();
    private boolean pressed;

    /// What the pane was made of.
    private record Drawn(boolean open, boolean named, boolean loaded, boolean truthHidden, RunOverview overview) {
        boolean differsInCountsOnly(Drawn other) {
            return open == other.open && loaded == other.loaded && truthHidden == other.truthHidden;
        }
    }

    /// @param seen whether the screen is shown
    OutcomesPane(OutcomesViewModel model, BooleanExpression seen) {
        this.model = model;
        this.seen = seen;
        this.head = head();
        setId("start-outcomes");
        getStyleClass().addAll("start-column", "start-outcomes");
        settle.setOnFinished(_ -> draw());
        InvalidationListener changed = _ -> draw();
        model.nameProperty().addListener(changed);
        model.loadedProperty().addListener(changed);
        model.openedProperty().addListener(changed);
        model.truthHiddenProperty().addListener(changed);
        seen.addListener((InvalidationListener) _ -> {
            pressed = false;
            draw();
        });
        model.overviewProperty().addListener((InvalidationListener) _ -> {
            if (settle.getStatus() != Animation.Status.RUNNING) {
                draw();
            }
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressed = true);
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> released());
        addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed = key.getCode() == KeyCode.SPACE || key.getCode() == KeyCode.ENTER);
        addEventFilter(KeyEvent.KEY_RELEASED, _ -> released());
        // A key that opened another screen is released there.
        focusWithinProperty().addListener((InvalidationListener) _ -> {
            if (!isFocusWithin()) {
                released();
            }
        });
        draw();
    }

    /// What was pressed is done first.
    private void released() {
        pressed = false;
        settle.playFromStart();
    }

    private void draw() {
        Drawn now = new Drawn(
                model.isOpen(), !model.nameProperty().get().isEmpty(), model.loadedProperty().get(), model.truthHiddenProperty().get(),
                model.overviewProperty().get());
        if (!seen.get() || drawn.filter(now::equals).isPresent()) {
            return;
        }
        if (pressed && drawn.filter(before -> before.differsInCountsOnly(now)).isPresent()) {
            return;
        }
        drawn = Optional.of(now);
        Optional<String> focused = focused();
        show(now);
        focused.map(id -> lookup("#" + id)).ifPresent(Node::requestFocus);
        settle.playFromStart();
    }

    /// The id of what the keyboard stands on in here.
    private Optional<String> focused() {
        for (Node node = getScene() == null ? null : getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node.getParent() == this) {
                return Optional.ofNullable(getScene().getFocusOwner().getId());
            }
        }
        return Optional.empty();
    }

    private void show(Drawn now) {
        if (!now.open()) {
            getChildren().setAll(new Placeholder(
                    Feather.FOLDER, now.named() ? "The demo is being made" : "No workspace is open",
                    now.named()
                            ? "A catalogue, tasks, and real runs of three scripted shoppers. It opens by itself as soon as it is there."
                            : "Open a folder with catalogues, tasks or rollouts, one that was open before, or the demo."));
            return;
        }
        getChildren().setAll(head);
        if (now.overview().runs() == 0) {
            getChildren().add(now.loaded()
                    ? new Placeholder(
                            Feather.FILM, "No runs in this workspace",
                            "Put rollout files into the folder; they are listed as soon as they are there.")
                    : new Placeholder(Feather.FILM, "Looking for runs…", "They are listed as they are read."));
        } else if (now.truthHidden()) {
            Button show = new Button("Show the truth", Icons.of(Feather.EYE));
            show.setId("start-show-truth");
            show.setOnAction(_ -> model.showTruth());
            getChildren()
                    .add(new Placeholder(Feather.EYE_OFF, "The truth is hidden", "How runs ended and why is not shown meanwhile.", show));
        } else {
            getChildren().addAll(outcomes(now.overview()), reasons(now.overview()));
        }
    }

    private Node head() {
        Label name = Texts.bound(model.nameProperty(), "title");
        Label contents = Texts.bound(model.contentsProperty(), "muted");
        contents.setId("start-contents");
        Flow head = new Flow(name, contents);
        head.getStyleClass().add("start-head");
        return head;
    }

    private Node outcomes(RunOverview overview) {
        GridPane grid = grid();
        int row = 0;
        for (RunOverview.Model each : overview.models()) {
            Flow name = new Flow(Texts.wrapped(each.name()), Texts.muted(Counts.of(each.runs(), "run")));
            name.getStyleClass().add("start-model");
            GridPane.setValignment(name, VPos.CENTER);
            OutcomeBar bar = new OutcomeBar(each, kind -> model.openRuns(each, kind), own -> model.openRuns(each, own));
            GridPane.setHgrow(bar, Priority.ALWAYS);
            grid.addRow(row++, name, bar);
        }
        VBox section = new VBox(Texts.heading("Runs by outcome"), grid);
        section.getStyleClass().add("start-section");
        return section;
    }

    private Node reasons(RunOverview overview) {
        VBox section = new VBox(Texts.heading("Why runs failed"));
        section.getStyleClass().add("start-section");
        if (overview.reasons().isEmpty()) {
            section.getChildren().add(Texts.wrapped(noReason(overview), "muted"));
            return section;
        }
        Label said = Texts.wrapped(
                String.format(
                        Locale.ROOT, "The commonest %s, for %s of %s", overview.reasons().size() == 1 ? "reason" : "reasons",
                        Counts.grouped(overview.explained()), Counts.of(overview.failed(), "failed run")),
                "muted");
        section.getChildren().add(said);
        int most = overview.reasons().getFirst().runs().size();
        VBox rows = new VBox();
        rows.setId("start-reasons");
        for (RunOverview.Reason reason : overview.reasons()) {
            rows.getChildren().add(new ReasonRow(reason, most, () -> model.openRuns(reason)));
        }
        section.getChildren().add(rows);
        return section;
    }

    private static String noReason(RunOverview overview) {
        if (overview.failed() > 0) {
            return "The " + Counts.of(overview.failed(), "failed run") + " are being diagnosed.";
        }
        if (overview.models().stream().anyMatch(each -> each.outcomes().containsKey(OutcomeKind.SUCCEEDED))) {
            return "No run that was scored has failed.";
        }
        return overview.isByFiles()
                ? "Reasons are found for runs of ShoppingBench. These are judged by their own files: Evaluate has their success by group "
                        + "and by why they ended, and Replay shows of each what its file says."
                : "No run is scored yet. That takes its task and an open catalogue.";
    }

    /// A column of labels, and one for what is drawn.
    static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("start-grid");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setPercentWidth(29);
        ColumnConstraints drawn = new ColumnConstraints();
        drawn.setPercentWidth(71);
        grid.getColumnConstraints().addAll(labels, drawn);
        return grid;
    }
}
