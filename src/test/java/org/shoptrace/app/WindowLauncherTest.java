package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.ShoptraceException;

class WindowLauncherTest {

    @Test
    void saysInOneLineThatThereIsNoDisplay() {
        WindowLauncher launcher = new WindowLauncher(Map.of(), "Linux");
        ShoptraceException refused = assertThrows(ShoptraceException.class, () -> launcher.open(Optional.empty()));
        assertEquals(
                "the window cannot open, there is no display: DISPLAY is not set. Start it from a desktop session; the other commands, "
                        + "screenshot among them, need no display.",
                refused.getMessage());
    }

    @Test
    void namesAFolderThatIsNotThereBeforeItLooksForADisplay() {
        Path missing = Path.of("no", "such", "folder");
        WindowLauncher launcher = new WindowLauncher(Map.of(), "Linux");
        ShoptraceException refused = assertThrows(ShoptraceException.class, () -> launcher.open(Optional.of(missing)));
        assertTrue(refused.getMessage().contains(missing.toString()), refused.getMessage());
    }
}
