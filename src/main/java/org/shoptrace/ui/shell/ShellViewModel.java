package org.shoptrace.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shoptrace.ui.kit.Theme;

/// Which screen is shown, in which theme, and what the status bar says of the workspace.
public final class ShellViewModel {
    private final ReadOnlyStringWrapper screen = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Theme> theme;

    public ShellViewModel(Theme theme) {
        this.theme = new ReadOnlyObjectWrapper<>(theme);
    }

    // Properties

    /// The id of the screen that is shown; empty before the first is.
    public ReadOnlyStringProperty screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    // Commands

    public void show(String screenId) {
        screen.set(screenId);
    }

    public void switchTheme() {
        theme.set(theme.get().opposite());
    }
}
