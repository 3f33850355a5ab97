package org.shoptrace.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import org.shoptrace.ui.kit.TextSize;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.control.SettingSheet;
import org.shoptrace.ui.kit.control.SettingSheet.OnOff;
import org.shoptrace.ui.kit.control.SettingSheet.OneOf;
import org.shoptrace.ui.kit.control.SettingSheet.Setting;

/// What can be set for the whole window. Everything counts at once.
public final class WindowSettings {
    private WindowSettings() {}

    /// A pane of the window's own settings and of others.
    ///
    /// @param others what features let be set, shown below
    public static SettingSheet pane(ShellViewModel shell, List<Setting<?>> others) {
        SettingSheet pane = new SettingSheet(Stream.concat(own(shell), others.stream()).toList());
        pane.setId("settings-pane");
        pane.getStyleClass().add("setting-sheet");
        return pane;
    }

    private static Stream<Setting<?>> own(ShellViewModel shell) {
        return Stream.of(
                new Setting<>(
                        "setting-dark", "Theme", "Light letters on a dark ground, or the other way round.", new OnOff("Dark"),
                        shell.themeProperty().map(theme -> theme == Theme.DARK),
                        _ -> shell.switchTheme()),
                new Setting<>(
                        "setting-text-size", "Text size", "In percent of the usual size; Ctrl+Plus and Ctrl+Minus change it as well.",
                        new OneOf<>(TextSize.all(), size -> size.percent() + " %"),
                        shell.textSizeProperty(),
                        shell::setTextSize));
    }
}
