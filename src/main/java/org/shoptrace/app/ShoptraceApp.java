package org.shoptrace.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.shoptrace.core.settings.Settings;
import org.shoptrace.core.settings.SettingsStore;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.ui.kit.Theme;

/// The window's life: it opens with the settings of last time and the workspace asked for, and the settings are saved as they change.
public final class ShoptraceApp extends Application {
    private final UserFolders folders = UserFolders.ofThisUser();
    private final SettingsStore store = new SettingsStore(folders.config());

    @Override
    public void start(Stage stage) {
        Settings settings = store.load();
        MainWindow window = Wiring.assemble(folders, settings.dark() ? Theme.DARK : Theme.LIGHT, () -> Dialogs.chooseFolder(stage));
        window.show(stage, settings);
        window.remember(store, stage);
        stage.setOnCloseRequest(closing -> {
            if (!window.close(store, stage)) {
                closing.consume();
            }
        });
        Optional<Path> asked = getParameters().getRaw().stream().findFirst().map(Path::of);
        window.begin(asked.or(() -> settings.lastWorkspace().filter(Files::isDirectory)));
    }
}
