package org.shoptrace.ui.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.transcript.ReadingPlace;
import org.shoptrace.core.transcript.ShownAnswer;
import org.shoptrace.core.transcript.StepEvents;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.run.Passage;

/// The steps of the open run as cards. It follows the current step, and brings into view what the user is led to inside a step.
final class StepList extends StepFlow {
    /// What is led to is shown with so much above it, in pixels.
    private static final double LEAD = 60;
    /// Of the frame, that a key scrolls.
    private static final double SHARE = 0.4;

    private final ReplayViewModel model;
    private final TranscriptViewModel look;
    private final StepActions actions;
    private final CardContext.Ports ports;
    private @Nullable CardContext context;
    private Map<String, ShownAnswer.Offer> seen = Map.of();
    private boolean stepWasPressed;
    /// The passage that the user was led to, until the user scrolls.
    private Optional<Passage> led = Optional.empty();

    StepList(ReplayViewModel model, StepActions actions, Navigator navigator, CopyText clipboard) {
        this.model = model;
        this.look = model.look();
        this.actions = actions;
        this.ports = new CardContext.Ports(navigator, clipboard, model.pictures());
        setId("steps");
        getStyleClass().add("steps");
        setAccessibleText("Steps of the run");
        model.transcriptProperty().subscribe(this::show);
        look.onLeave(() -> {
            if (model.transcriptProperty().get() instanceof Transcript.Open left) {
                remember(left.place());
            }
        });
        model.openRun().stepProperty().subscribe(number -> follow(number.intValue()));
        look.compactProperty().subscribe(_ -> rebuild());
        model.openRun().truthHiddenProperty().subscribe(_ -> rebuild());
        look.rawAnswersProperty().subscribe(_ -> rebuild());
        look.filter().hiddenProperty().subscribe(_ -> rebuild());
        look.oneStepProperty().subscribe(_ -> reset());
        look.find().soughtProperty().subscribe(this::lead);
        model.openRun().placeProperty().subscribe(place -> place.ifPresent(this::lead));
        model.openRun().passageProperty().subscribe(passage -> passage.ifPresentOrElse(this::lead, this::remark));
        model.openRun().findingsProperty().subscribe(_ -> remark());
        // What comes later above the steps, such as the targets' lines, must not push away what the user was led to.
        heightProperty().subscribe(_ -> led.ifPresent(this::keepInView));
        addEventFilter(ScrollEvent.SCROLL, _ -> led = Optional.empty());
        model.remarks().stepsProperty().addListener((_, _, _) -> rebuild());
        // Cards that were made before the run was published offer nothing that can be done with it.
        model.openRun().openProperty().subscribe(run -> run.ifPresent(_ -> rebuild()));
    }

    /// Scrolls inside the steps, as a step may be higher than the frame.
    void scroll(boolean down) {
        led = Optional.empty();
        scrollBy((down ? SHARE : -SHARE) * getHeight());
        layout();
    }

    @Override
    StepCell cell(Step step) {
        StepCell cell = new StepCell(step, card(step), number -> {
            stepWasPressed = true;
            model.openRun().goToStep(number);
            stepWasPressed = false;
        });
        cell.setCurrent(step.number() == model.openRun().stepProperty().get());
        return cell;
    }

    private Region card(Step step) {
        CardContext shared = Objects.requireNonNull(context, "no run is open");
        return step.number() == shared.look().whole() || StepEvents.anyShown(step, shared.look().hidden())
                ? new StepCard(step, shared)
                : new HiddenStep(step, shared.steps());
    }

    private void show(Transcript now) {
        if (now instanceof Transcript.Open open) {
            seen = open.seen();
            context = context(open);
            refresh();
            fill(open);
            restore(open.place());
        } else {
            context = null;
            refresh();
            show(List.of());
        }
    }

    private void fill(Transcript.Open open) {
        List<Step> steps = open.run().steps();
        int current = model.openRun().stepProperty().get();
        show(look.oneStepProperty().get() && current > 0 ? List.of(steps.get(current - 1)) : steps);
    }

    private CardContext context(Transcript.Open open) {
        return new CardContext(
                open.run().steps().size(),
                model.openRun().truthHiddenProperty().get() ? Set.of() : open.targets(),
                seen,
                open.place(),
                new CardContext.Look(
                        look.compactProperty().get(),
                        look.rawAnswersProperty().get(),
                        look.filter().hiddenProperty().get(),
                        look.find().soughtProperty().get(),
                        marks(),
                        look.wholeProperty().get()),
                model.remarks().stepsProperty().get(),
                actions,
                ports);
    }

    private TextMarks marks() {
        return TextMarks.of(model.openRun().passageProperty().get(), model.openRun().findingsProperty().get());
    }

    /// Marks the texts anew, where other pieces are to be marked by now. It leaves the view where it is.
    private void remark() {
        if (context != null && !context.look().marks().equals(marks())
                && model.transcriptProperty().get() instanceof Transcript.Open open) {
            context = context(open);
            refresh();
        }
    }

    /// Makes the cards in view anew, after a change of how they are shown.
    private void rebuild() {
        if (model.transcriptProperty().get() instanceof Transcript.Open open) {
            context = context(open);
            refresh();
            bringIntoView(indexOf(model.openRun().stepProperty().get()));
        }
    }

    /// All steps, or the current one alone.
    private void reset() {
        if (model.transcriptProperty().get() instanceof Transcript.Open open) {
            fill(open);
            follow(model.openRun().stepProperty().get());
        }
    }

    private int indexOf(int number) {
        return look.oneStepProperty().get() ? (steps().isEmpty() ? -1 : 0) : number - 1;
    }

    /// Marks the current step and brings it into view. A card that was pressed is where the user looks, so it stays put.
    private void follow(int number) {
        if (look.oneStepProperty().get() && number > 0 && model.transcriptProperty().get() instanceof Transcript.Open open) {
            fill(open);
        }
        made().forEach(cell -> cell.setCurrent(cell.number() == number));
        int index = indexOf(number);
        if (number >= 1 && index < steps().size() && !stepWasPressed) {
            bringIntoView(index);
        }
    }

    private void bringIntoView(int index) {
        if (index < 0) {
            return;
        }
        // What was just shown, or has another size by now, is laid out first.
        layout();
        if (!isInView(index)) {
            scrollTo(index);
            layout();
        }
    }

    /// Shows what is looked for, and brings the occurrence to look at into view.
    private void lead(Sought sought) {
        if (!(model.transcriptProperty().get() instanceof Transcript.Open open)) {
            return;
        }
        context = context(open);
        refresh();
        sought.match().ifPresent(match -> {
            bringIntoView(indexOf(match.part().step()));
            shown(indexOf(match.part().step())).ifPresent(cell -> {
                if (cell.card() instanceof StepCard card) {
                    card.marks().current().ifPresent(this::bringIntoView);
                }
            });
        });
    }

    /// Brings a call into view.
    private void lead(Place place) {
        if (place.call().isEmpty()) {
            return;
        }
        rebuild();
        bringIntoView(indexOf(place.step()));
        Optional.ofNullable(lookup(String.format(Locale.ROOT, "#call-%d-%d", place.step(), place.call().getAsInt())))
                .ifPresent(call -> bringIntoView(call.localToScene(call.getBoundsInLocal())));
    }

    /// Brings a marked piece of text into view.
    private void lead(Passage passage) {
        led = Optional.of(passage);
        rebuild();
        keepInView(passage);
    }

    private void keepInView(Passage passage) {
        int index = indexOf(passage.step());
        bringIntoView(index);
        shown(index).ifPresent(cell -> {
            if (cell.card() instanceof StepCard card) {
                card.marks().passage().ifPresent(this::bringIntoView);
            }
        });
    }

    /// @param bounds in the scene
    private void bringIntoView(Bounds bounds) {
        Bounds there = sceneToLocal(bounds);
        boolean below = there.getMaxY() > getHeight();
        if (there.getMinY() < 0 || below && there.getMinY() > LEAD) {
            scrollBy(there.getMinY() - LEAD);
            layout();
        }
    }

    /// Whether the card is wholly in view, or begins where the view does.
    private boolean isInView(int index) {
        return shown(index)
                .filter(cell -> cell.getLayoutY() >= -1)
                .filter(cell -> cell.getLayoutY() <= 1 || cell.getLayoutY() + cell.getHeight() <= getHeight())
                .isPresent();
    }

    private void remember(ReadingPlace place) {
        if (top() >= 0 && !look.oneStepProperty().get()) {
            place.scrolledTo(top(), -above());
        }
    }

    /// Where the run was left.
    private void restore(ReadingPlace place) {
        if (place.topStep() >= 0) {
            scrollTo(place.topStep(), -place.topOffset());
        }
    }
}
