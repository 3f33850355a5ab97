package org.shoptrace.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.ui.run.RunFixture;

class PlaybackTest {
    private final HandTicker ticker = new HandTicker();
    private RunFixture fixture;
    private Playback playback;

    @BeforeEach
    void openRun() throws Exception {
        fixture = new RunFixture(new DirectJobRunner()).open();
        playback = new Playback(ticker, fixture.openRun);
        fixture.publish(1);
    }

    @Test
    void playsStepByStepUntilTheLast() {
        playback.toggle();
        assertEquals(Duration.ofSeconds(2), ticker.period());
        ticker.tick();
        assertEquals(2, fixture.openRun.stepProperty().get());
        playback.setSpeed(4);
        assertEquals(Duration.ofMillis(500), ticker.period());
        for (int i = 0; i < 5; i++) {
            ticker.tick();
        }
        assertEquals(5, fixture.openRun.stepProperty().get());
        assertFalse(playback.playingProperty().get());
        assertFalse(ticker.isRunning());
    }

    @Test
    void playsFromTheFirstStepAgainAtTheEndAndPausesWithTheRun() {
        fixture.openRun.lastStep();
        playback.toggle();
        assertEquals(1, fixture.openRun.stepProperty().get());
        fixture.publish(2);
        assertFalse(playback.playingProperty().get());
    }

    @Test
    void playsByItselfWhileTheRunIsShownToAnAudience() {
        fixture.openRun.togglePresenting();
        assertTrue(playback.playingProperty().get());
        playback.toggle();
        fixture.openRun.stopPresenting();
        assertFalse(playback.playingProperty().get(), "what was paused by hand stays so");
    }
}
