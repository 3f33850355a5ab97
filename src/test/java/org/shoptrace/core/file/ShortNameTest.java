package org.shoptrace.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShortNameTest {
    @Test
    void isCutBetweenLettersAndTwoStayTwo() {
        assertEquals("plain", ShortName.of("plain", 16));
        String long1 = "型".repeat(80) + "a";
        String long2 = "型".repeat(80) + "b";
        String cut = ShortName.of(long1, 100);
        assertTrue(cut.getBytes(StandardCharsets.UTF_8).length <= 100 && cut.startsWith("型型"), cut);
        assertEquals(cut, new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertNotEquals(cut, ShortName.of(long2, 100));
    }
}
