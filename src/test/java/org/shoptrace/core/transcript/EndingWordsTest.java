package org.shoptrace.core.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What people read of why runs and turns ended.
class EndingWordsTest {

    @Test
    void theSameReasonHasOneMeaningInEverySpelling() {
        for (String word : new String[] {"tool_use", "tool_calls", "TOOL_CALLS", "tool-calls", "toolCalls", "function_call"}) {
            assertEquals(" to call a tool", EndingWords.after(word), word);
        }
        assertEquals(" by the user", EndingWords.after("user_stop"));
        assertEquals(" by itself", EndingWords.after("end_turn"));
        assertEquals(" at the limit of steps", EndingWords.after("max_steps"));
    }

    @Test
    void aWordThatIsNotKnownStaysAndIsReadable() {
        assertEquals(": env done early", EndingWords.after("ENV_DONE_EARLY"));
        assertEquals(": judge gave up", EndingWords.after("judgeGaveUp"));
        assertEquals(": The user left, and nobody knew why.", EndingWords.after("The user left, and nobody knew why."));
        assertEquals(": 1.5", EndingWords.after("1.5"));
        assertEquals(": __", EndingWords.after("__"));
    }

    @Test
    void theFilesWordStandsBesideTheMeaning() {
        assertEquals("by the user (user_stop)", EndingWords.named("user_stop"));
        assertEquals("Exploded (with noise)", EndingWords.named("Exploded (with noise)"));
    }
}
