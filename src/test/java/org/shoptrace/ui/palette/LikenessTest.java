package org.shoptrace.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static int score(String typed, String text) {
        return Likeness.of(Likeness.folded(typed), Likeness.folded(text)).orElse(Integer.MIN_VALUE);
    }

    @Test
    void theBetterAnswerIsRankedHigher() {
        assertTrue(score("step", "Step back") > score("step", "Next step"));
        assertTrue(score("step", "Next step") > score("step", "Footsteps"));
        assertTrue(score("ns", "Next step") > score("ns", "Nearest hospital"));
        assertTrue(score("red", "Red mug") > score("red", "Red mug with a very long name"));
        assertTrue(score("mug red", "A red mug") > Integer.MIN_VALUE);
    }

    @Test
    void whatIsNotThereDoesNotAnswer() {
        assertEquals(OptionalInt.empty(), Likeness.of("zebra", "next step"));
        assertEquals(OptionalInt.empty(), Likeness.of("next zebra", "next step"));
        assertEquals(OptionalInt.empty(), Likeness.of("ptsn", "next step"));
        assertEquals(OptionalInt.empty(),
                Likeness.of("dmop", "find some clumping cat litter with pale purple scent, a pipe and more of it"));
    }
}
