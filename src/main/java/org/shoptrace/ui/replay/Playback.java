package org.shoptrace.ui.replay;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// Plays a run: a step every two seconds at speed 1, until the last.
public final class Playback {
    static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0);
    private static final Duration AT_SPEED_1 = Duration.ofSeconds(2);

    private final Ticker ticker;
    private final Steps steps;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);

    /// The steps that are played.
    interface Steps {
        boolean isEmpty();

        boolean isAtLast();

        void next();

        void first();
    }

    Playback(Ticker ticker, Steps steps) {
        this.ticker = ticker;
        this.steps = steps;
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
        } else if (!steps.isEmpty()) {
            if (steps.isAtLast()) {
                steps.first();
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
        if (!steps.isAtLast()) {
            steps.next();
        }
        if (steps.isAtLast()) {
            pause();
        }
    }
}
