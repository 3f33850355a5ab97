package org.shoptrace.ui.timeline;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.run.RemarksViewModel;
import org.shoptrace.ui.run.Timeline;

/// The parts of the timeline.
public final class TimelineParts implements Timeline {
    private final TimelineViewModel model;
    private final StepStrip strip;
    private final RewardLinesPane rewards;
    private final OutlinePane outline;
    private final StepField goTo;
    private final List<Node> controls;

    /// @param leave gives the focus back to the screen
    public TimelineParts(TimelineViewModel model, Runnable leave) {
        this.model = model;
        strip = new StepStrip(model);
        rewards = new RewardLinesPane(model.strip(), model.openRun());
        outline = new OutlinePane(model.outline(), model.openRun(), leave);
        goTo = new StepField(model.openRun(), leave);
        controls = List.of(new Moves(model.openRun(), model.playback()), goTo);
    }

    /// Makes the timeline of a window; it is given what gives the focus back to the screen.
    public static Function<Runnable, Timeline> of(Surroundings around, RemarksViewModel remarks) {
        TimelineViewModel model = new TimelineViewModel(around.openRun(), remarks, new TimelineTicker());
        return leave -> new TimelineParts(model, leave);
    }

    @Override
    public List<Region> bands() {
        return List.of(strip, rewards);
    }

    @Override
    public List<Node> controls() {
        return controls;
    }

    @Override
    public Region outline() {
        return outline;
    }

    @Override
    public Button play(String id) {
        return new PlayButton(id, model.playback());
    }

    @Override
    public void togglePlaying() {
        model.playback().toggle();
    }

    @Override
    public void askForStep() {
        goTo.ask();
    }

    @Override
    public double textSize() {
        return goTo.textSize();
    }
}
