package org.shoptrace.core.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnWordsTest {
    @Test
    void whatTheProgramFoundOutIsSaidInWordsAndTheFilesOwnNamesStay() {
        assertEquals(List.of("sub-agent of", "the run of line 12"), OwnWords.metadata("sub_agent_of", "12"));
        assertEquals(List.of("sub-agent of", "the run of line 1.2"), OwnWords.metadata("sub_agent_of", "1.2"));
        assertEquals(List.of("sub-agent of", "session 7"), OwnWords.metadata("sub_agent_of", "session 7"));
        assertEquals(List.of("gt_data_hash", "b09a"), OwnWords.metadata("gt_data_hash", "b09a"));
    }
}
