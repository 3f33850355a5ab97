package org.shoptrace.core.settings;

import java.nio.file.Path;
import java.util.Optional;

/// What is remembered between starts.
///
/// @param dark          whether the dark theme is on
/// @param lastWorkspace the folder that was open last
/// @param width         of the window, in pixels
/// @param height        of the window, in pixels
/// @param textPercent   how large texts are, in percent of their usual size, from 100 to 200
/// @param lastScreen    the id of the screen that was shown last; there may be no such screen any more
public record Settings(
        boolean dark, Optional<Path> lastWorkspace, double width, double height, int textPercent, Optional<String> lastScreen) {
    public static final Settings DEFAULTS = new Settings(false, Optional.empty(), 1400, 900, 100, Optional.empty());

    public Settings withDark(boolean newDark) {
        return new Settings(newDark, lastWorkspace, width, height, textPercent, lastScreen);
    }

    public Settings withLastWorkspace(Path folder) {
        return new Settings(dark, Optional.of(folder), width, height, textPercent, lastScreen);
    }

    public Settings withSize(double newWidth, double newHeight) {
        return new Settings(dark, lastWorkspace, newWidth, newHeight, textPercent, lastScreen);
    }

    public Settings withTextPercent(int newTextPercent) {
        return new Settings(dark, lastWorkspace, width, height, newTextPercent, lastScreen);
    }

    public Settings withLastScreen(String screen) {
        return new Settings(dark, lastWorkspace, width, height, textPercent, Optional.of(screen));
    }
}
