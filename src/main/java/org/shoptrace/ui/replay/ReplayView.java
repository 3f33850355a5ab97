package org.shoptrace.ui.replay;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.finding.Place;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.run.Timeline;

/// The screen *Replay*: runs | transcript | inspector.
public final class ReplayView extends StackPane {
    /// What stands around the transcript.
    ///
    /// @param runs     the list that runs are opened from
    /// @param timeline makes the run from above; it is given what gives the focus back to the screen
    /// @param own      what the run's own file says of it
    /// @param beside   what stands right of the transcript; the first has the height that the others leave
    public record Panes(Region runs, Function<Runnable, Timeline> timeline, Region own, List<Region> beside) {
        public Panes {
            beside = List.copyOf(beside);
        }

        /// Panes of runs of which nothing is shown that their files say.
        public Panes(Region runs, Function<Runnable, Timeline> timeline, List<Region> beside) {
            this(runs, timeline, new Region(), beside);
        }
    }

    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    private final ReplayViewModel model;
    private final List<RunAction> actions;
    private final Timeline timeline;
    private final TranscriptPane transcript;
    private final KeyCommands keys = new KeyCommands();

    /// @param actions what can be done with the open run
    public ReplayView(ReplayViewModel model, Panes panes, List<RunAction> actions, Navigator navigator, CopyText clipboard) {
        this.model = model;
        this.actions = List.copyOf(actions);
        setId("replay");
        getStyleClass().add("replay");
        Region runs = panes.runs();
        timeline = panes.timeline().apply(this::requestFocus);
        transcript = new TranscriptPane(
                model, new TranscriptPane.Above(timeline, panes.own()), this.actions, navigator, clipboard, this::requestFocus);
        Region right = new PanesBeside(panes.beside());
        // With large text, what does not fit is folded or cut off inside a region, and never pushes the window apart.
        List.of(runs, transcript, right).forEach(region -> region.setMinWidth(0));
        StackPane place = new StackPane(transcript);
        place.setMinWidth(0);
        SplitPane regions = new SplitPane(runs, place, right);
        regions.setDividerPositions(0.235, 0.73);
        SplitPane.setResizableWithParent(runs, false);
        SplitPane.setResizableWithParent(right, false);
        getChildren().add(regions);
        model.openRun().presentingProperty().subscribe(now -> present(regions, place, now));
        bindKeys();
    }

    /// The screen as the shell shows it.
    public Screen screen() {
        return new Screen(ReplayRoom.SCREEN, "Replay", Feather.FILM, this, keys);
    }

    /// The keys of this screen, for a list of keys.
    public KeyCommands keys() {
        return keys;
    }

    /// Before an audience the transcript is alone; afterwards everything is where it was: the regions keep their widths while they are
    /// away.
    private void present(SplitPane regions, StackPane place, boolean now) {
        pseudoClassStateChanged(PRESENTING, now);
        if (now) {
            getChildren().setAll(transcript);
        } else if (!getChildren().contains(regions)) {
            place.getChildren().setAll(transcript);
            getChildren().setAll(regions);
        }
        requestFocus();
    }

    private void bindKeys() {
        OpenRunViewModel openRun = model.openRun();
        TranscriptViewModel look = model.look();
        keys.bind("next-step", "j", "Next step", openRun::nextStep)
                .bind("previous-step", "k", "Previous step", openRun::previousStep)
                .bind("previous-run", "Left", "Previous run", model.list()::selectPrevious)
                .bind("next-run", "Right", "Next run", model.list()::selectNext)
                .bind("scroll-down", "Down", "Scroll the steps down", () -> transcript.scroll(true))
                .bind("scroll-up", "Up", "Scroll the steps up", () -> transcript.scroll(false))
                .bind("first-step", "g g", "First step", openRun::firstStep)
                .bind("last-step", "G", "Last step", openRun::lastStep)
                .bind("go-to-step", "Ctrl+G", "Go to step", timeline::askForStep)
                .bind("find-in-run", "Ctrl+F", "Find in the run", transcript::askForWords)
                .bind("find-next", "F3", "Next occurrence", look.find()::next)
                .bind("find-previous", "Shift+F3", "Previous occurrence", look.find()::previous)
                .bind("outline", "o", "Outline of the run: show it, or leave it", transcript::toggleOutline)
                .bind("filter-events", "x", "Choose the kinds of event that are shown", look.filter()::toggleOpen)
                .bind("go-to-reference", "Ctrl+Shift+G", "Go to a reference", transcript::askForReference)
                .bind("paste-reference", "Ctrl+V", "Go to the reference in the clipboard", transcript::pasteReference)
                .bind("present", "F5", "Show the run to an audience", openRun::togglePresenting)
                .bind("leave-presentation", "Esc", "Leave the presentation", openRun::stopPresenting)
                .bind("one-step", "f", "Show the current step alone", look::toggleOneStep)
                .bind("hide-truth", "h", "Hide or show the truth: targets, scores and classes", openRun::toggleTruth)
                .bind("compact", "v", "Compact or full", look::toggleCompact)
                .bind("play", "Space", "Play or pause", timeline::togglePlaying);
        actions.forEach(action -> keys.bind(action.id(), action.keys(), action.label(), () -> act(action)));
        keys.install(this);
    }

    /// Does it with the current step, for a call's action with the call that suits it best.
    private void act(RunAction action) {
        model.openRun().openProperty().get().ifPresent(run -> {
            Stream<Place> places = model.openRun().currentStep().stream().flatMap(step -> action.scope() == RunAction.Scope.CALL
                    ? step.calls().stream().map(call -> Place.of(step, call))
                    : Stream.of(Place.of(step)));
            List<Place> fitting = places.filter(place -> action.applies().test(run, place)).toList();
            fitting.stream().filter(place -> action.prefers().test(run, place)).findFirst()
                    .or(() -> fitting.stream().findFirst())
                    .ifPresent(place -> action.does().accept(run, place));
        });
    }
}
