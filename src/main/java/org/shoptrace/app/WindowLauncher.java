package org.shoptrace.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import org.shoptrace.app.command.ShoptraceCommand;
import org.shoptrace.core.ShoptraceException;

/// Opens the window, or says in one line why there can be none. It never chooses the headless platform by itself.
final class WindowLauncher implements ShoptraceCommand.Window {
    private static final String REMEDY = "Start it from a desktop session; the other commands, screenshot among them, need no display";

    private final Map<String, String> environment;
    private final String osName;

    /// @param environment the process's environment variables
    /// @param osName      as in the system property `os.name`
    WindowLauncher(Map<String, String> environment, String osName) {
        this.environment = environment;
        this.osName = osName;
    }

    @Override
    public void open(Optional<Path> workspace) throws ShoptraceException {
        if (workspace.isPresent() && !Files.isDirectory(workspace.get())) {
            throw new ShoptraceException("there is no such folder", workspace.get().toString(),
                    "Name a workspace's folder, or one of the commands that --help lists");
        }
        if (osName.equals("Linux") && environment.getOrDefault("DISPLAY", "").isEmpty()) {
            throw new ShoptraceException("the window cannot open, there is no display", "DISPLAY is not set", REMEDY);
        }
        try {
            Application.launch(ShoptraceApp.class, workspace.map(Path::toString).stream().toArray(String[]::new));
        } catch (UnsupportedOperationException e) {
            // JavaFX's word for a display or a windowing library that cannot be used.
            throw new ShoptraceException("the window cannot open", String.valueOf(e.getMessage()), REMEDY, e);
        }
    }
}
