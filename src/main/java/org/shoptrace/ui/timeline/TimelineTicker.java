package org.shoptrace.ui.timeline;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/// Ticks on the JavaFX thread.
public final class TimelineTicker implements Ticker {
    private Timeline timeline = new Timeline();

    @Override
    public void start(Duration period, Runnable tick) {
        timeline.stop();
        timeline = new Timeline(new KeyFrame(javafx.util.Duration.millis(period.toMillis()), _ -> tick.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    @Override
    public void stop() {
        timeline.stop();
    }
}
