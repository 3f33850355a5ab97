package org.shoptrace.ui.timeline;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.shoptrace.ui.run.OpenRunViewModel;

/// Plays the open run: a step every two seconds at speed 1, until the last. It plays by itself while the run is shown to an audience, and
/// stops when the run is closed.
final class Playback {
    static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0);
    private static final Duration AT_SPEED_1 = Duration.ofSeconds(2);

    private final Ticker ticker;
    private final OpenRunViewModel openRun;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);

    Playback(Ticker ticker, OpenRunViewModel openRun) {
        this.ticker = ticker;
        this.openRun = openRun;
        openRun.openProperty().subscribe(run -> {
            if (run.isEmpty()) {
                pause();
            }
        });
        openRun.presentingProperty().subscribe(now -> {
            if (now != playing.get()) {
                toggle();
            }
        });
    }

    // Properties

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// Times the usual speed; one of [#SPEEDS].
    ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    // Commands

    /// Plays, from the first step again when the last is shown; or pauses.
    void toggle() {
        if (playing.get()) {
            pause();
        } else if (!openRun.steps().isEmpty()) {
            if (isAtLast()) {
                openRun.firstStep();
            }
            playing.set(true);
            start();
        }
    }

    void pause() {
        playing.set(false);
        ticker.stop();
    }

    void setSpeed(double times) {
        speed.set(times);
        if (playing.get()) {
            start();
        }
    }

    private void start() {
        ticker.start(Duration.ofMillis(Math.round(AT_SPEED_1.toMillis() / speed.get())), this::tick);
    }

    private void tick() {
        if (!isAtLast()) {
            openRun.nextStep();
        }
        if (isAtLast()) {
            pause();
        }
    }

    private boolean isAtLast() {
        return openRun.stepProperty().get() >= openRun.steps().size();
    }
}
