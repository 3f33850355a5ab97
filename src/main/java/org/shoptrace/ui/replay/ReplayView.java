package org.shoptrace.ui.replay;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.finding.Place;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.runs.RunListPane;

/// The screen *Replay*: runs | transcript | inspector.
public final class ReplayView extends StackPane {
    /// What stands right of the transcript.
    ///
    /// @param inspector  what is known about the run
    /// @param annotation what people say about it
    public record Panes(Node inspector, Region annotation) {}

    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    private final ReplayViewModel model;
    private final List<RunAction> actions;
    private final TranscriptPane transcript;
    private final KeyCommands keys = new KeyCommands();
    private double[] dividers = {};

    /// @param actions what can be done with the open run
    public ReplayView(ReplayViewModel model, Panes panes, List<RunAction> actions, Navigator navigator, CopyText clipboard) {
        this.model = model;
        this.actions = List.copyOf(actions);
        setId("replay");
        getStyleClass().add("replay");
        RunListPane runs = new RunListPane(model.list(), model.openRun().truthHiddenProperty());
        transcript = new TranscriptPane(model, this.actions, navigator, clipboard, this::requestFocus);
        VBox right = new VBox(panes.inspector(), panes.annotation());
        VBox.setVgrow(panes.inspector(), Priority.ALWAYS);
        panes.annotation().setMinHeight(Region.USE_PREF_SIZE);
        // With large text, what does not fit is folded or cut off inside a region, and never pushes the window apart.
        List.of(runs, transcript, right).forEach(region -> region.setMinWidth(0));
        SplitPane regions = new SplitPane(runs, transcript, right);
        regions.setDividerPositions(0.235, 0.73);
        SplitPane.setResizableWithParent(runs, false);
        SplitPane.setResizableWithParent(right, false);
        getChildren().add(regions);
        model.presentingProperty().subscribe(now -> present(regions, runs, right, now));
        bindKeys();
    }

    /// The screen as the shell shows it.
    public Screen screen() {
        return new Screen("replay", "Replay", Feather.FILM, this, keys);
    }

    /// The keys of this screen, for a list of keys.
    public KeyCommands keys() {
        return keys;
    }

    /// Before an audience the transcript is alone; afterwards everything is where it was.
    private void present(SplitPane regions, Node runs, Node right, boolean now) {
        pseudoClassStateChanged(PRESENTING, now);
        if (now) {
            dividers = regions.getDividerPositions();
            regions.getItems().setAll(transcript);
        } else if (regions.getItems().size() == 1) {
            regions.getItems().setAll(runs, transcript, right);
            regions.setDividerPositions(dividers);
        }
        requestFocus();
    }

    private void bindKeys() {
        keys.bind("next-step", "j", "Next step", model::nextStep)
                .bind("previous-step", "k", "Previous step", model::previousStep)
                .bind("previous-run", "Left", "Previous run", model::previousRun)
                .bind("next-run", "Right", "Next run", model::nextRun)
                .bind("scroll-down", "Down", "Scroll the steps down", () -> transcript.scroll(true))
                .bind("scroll-up", "Up", "Scroll the steps up", () -> transcript.scroll(false))
                .bind("first-step", "g g", "First step", model::firstStep)
                .bind("last-step", "G", "Last step", model::lastStep)
                .bind("go-to-step", "Ctrl+G", "Go to step", transcript::askForStep)
                .bind("find-in-run", "Ctrl+F", "Find in the run", transcript::askForWords)
                .bind("find-next", "F3", "Next occurrence", model.look().find()::next)
                .bind("find-previous", "Shift+F3", "Previous occurrence", model.look().find()::previous)
                .bind("outline", "o", "Outline of the run: show it, or leave it", transcript::toggleOutline)
                .bind("filter-events", "x", "Choose the kinds of event that are shown", model.look().filter()::toggleOpen)
                .bind("go-to-reference", "Ctrl+Shift+G", "Go to a reference", transcript::askForReference)
                .bind("paste-reference", "Ctrl+V", "Go to the reference in the clipboard", transcript::pasteReference)
                .bind("present", "F5", "Show the run to an audience", model::togglePresenting)
                .bind("leave-presentation", "Esc", "Leave the presentation", model::stopPresenting)
                .bind("one-step", "f", "Show the current step alone", model.look()::toggleOneStep)
                .bind("hide-truth", "h", "Hide or show the truth: targets, scores and classes", model.openRun()::toggleTruth)
                .bind("compact", "v", "Compact or full", model::toggleCompact)
                .bind("play", "Space", "Play or pause", model.playback()::toggle);
        actions.forEach(action -> keys.bind(action.id(), action.keys(), action.label(), () -> act(action)));
        keys.install(this);
    }

    /// Does it with the current step, for a call's action with the call that suits it best.
    private void act(RunAction action) {
        model.openRun().openProperty().get().ifPresent(run -> {
            Stream<Place> places = model.currentStep().stream().flatMap(step -> action.scope() == RunAction.Scope.CALL
                    ? step.calls().stream().map(call -> Place.of(step, call))
                    : Stream.of(Place.of(step)));
            List<Place> fitting = places.filter(place -> action.applies().test(run, place)).toList();
            fitting.stream().filter(place -> action.prefers().test(run, place)).findFirst()
                    .or(() -> fitting.stream().findFirst())
                    .ifPresent(place -> action.does().accept(run, place));
        });
    }
}
