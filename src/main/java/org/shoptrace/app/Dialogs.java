package org.shoptrace.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own dialogs. They are called through ports, so that tests answer them without a window.
final class Dialogs {
    private Dialogs() {}

    /// Asks for a workspace folder; empty when the user thinks better of it.
    static Optional<Path> chooseFolder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder with catalogues, tasks or rollouts");
        @Nullable
        File chosen = chooser.showDialog(owner);
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
