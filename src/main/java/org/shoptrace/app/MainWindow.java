package org.shoptrace.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.session.WorkspaceSession;
import org.shoptrace.core.settings.Settings;
import org.shoptrace.core.settings.SettingsStore;
import org.shoptrace.ui.kit.FxJobRunner;
import org.shoptrace.ui.kit.TextSize;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.room.Act;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Selection;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.shoptrace.ui.shell.ShellView;
import org.shoptrace.ui.shell.ShellViewModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The assembled window, as the program and the screenshot command use it.
final class MainWindow {
    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);
    private static final String TITLE = "Shoptrace";
    /// As long nothing else changes, as while a window is dragged larger.
    private static final Duration SETTLED = Duration.millis(300);

    private final ShellView view;
    private final ShellViewModel shell;
    private final WorkspaceViewModel workspace;
    private final WorkspaceSession session;
    private final FxJobRunner jobs;
    private final Rooms rooms;
    private final Closing closing;
    /// That of last time, until it is shown again.
    private Optional<String> lastScreen = Optional.empty();

    MainWindow(ShellView view, ShellViewModel shell, Surroundings.Opened opened, FxJobRunner jobs, Rooms rooms, Closing closing) {
        this.view = view;
        this.shell = shell;
        this.workspace = opened.workspace();
        this.session = opened.session();
        this.jobs = jobs;
        this.rooms = rooms;
        this.closing = closing;
        shell.themeProperty().subscribe(Theme::apply);
        shell.show(Wiring.FIRST_SCREEN);
    }

    /// What fills the window.
    Region content() {
        return view;
    }

    void show(Stage stage, Settings settings) {
        Scene scene = new Scene(view, settings.width(), settings.height());
        Theme.style(scene);
        shell.setTextSize(TextSize.near(settings.textPercent()));
        stage.setScene(scene);
        stage.setTitle(TITLE);
        shell.textSizeProperty().subscribe(size -> WindowPlace.hold(stage, size.smallestWindow()));
        lastScreen = settings.lastScreen();
        WindowPlace.show(stage);
    }

    /// Keeps how the window is set up whenever that changes, so that whoever ends the program in another way than by closing it loses
    /// nothing either.
    void remember(SettingsStore store, Stage stage) {
        PauseTransition settled = new PauseTransition(SETTLED);
        settled.setOnFinished(_ -> saveSettings(store, stage));
        InvalidationListener changed = _ -> settled.playFromStart();
        List.of(shell.themeProperty(), shell.textSizeProperty(), shell.screenProperty(), workspace.folderProperty(),
                stage.getScene().widthProperty(), stage.getScene().heightProperty()).forEach(each -> each.addListener(changed));
    }

    void open(Path folder) {
        session.open(folder);
    }

    void openDemo() {
        session.openDemo();
    }

    /// Opens the demo or a folder, as the command line asks.
    void open(Optional<Path> folder) {
        folder.ifPresentOrElse(this::open, this::openDemo);
    }

    /// Opens the demo or a folder as the program starts. The first screen is shown until one is open, such as while the demo is made for
    /// the first time; then the one that was shown last, or the usual one, unless somebody has gone elsewhere.
    void begin(Optional<Path> folder) {
        Subscription[] first = {Subscription.EMPTY};
        first[0] = workspace.folderProperty().subscribe(opened -> {
            if (opened.isPresent()) {
                first[0].unsubscribe();
                if (shell.screenProperty().get().equals(Wiring.FIRST_SCREEN)) {
                    shell.show(lastScreen.filter(screen -> rooms.of(screen).isPresent()).orElse(Wiring.USUAL_SCREEN));
                }
                lastScreen = Optional.empty();
            }
        });
        open(folder);
    }

    void setTextSize(int percent) {
        shell.setTextSize(TextSize.near(percent));
    }

    boolean isBusy() {
        return !jobs.running().isEmpty();
    }

    void show(String screen) {
        shell.show(screen);
    }

    /// What brings a selection of a screen into view, and gives its commands then: one act after the other, whenever the window is quiet.
    List<Act> selecting(String screen, Selection selection) {
        Room room = rooms.of(screen).orElseThrow(() -> new IllegalArgumentException("no such screen: " + screen));
        List<Act> acts = new ArrayList<>(room.selecting().apply(selection));
        selection.does().forEach(id -> acts.add(() -> doThat(room, id)));
        return acts;
    }

    /// A command of a screen by its id, as its keys do it.
    private static void doThat(Room room, String id) throws ShoptraceException {
        room.screen().stream()
                .flatMap(screen -> screen.keys().commands().stream())
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ShoptraceException("the screen has no such command", "do=" + id, "Look at its list of keys"))
                .action()
                .run();
    }

    /// Saves what is still to be saved; whether the window may close now.
    boolean close(SettingsStore store, Stage stage) {
        if (!closing.mayClose()) {
            return false;
        }
        saveSettings(store, stage);
        return true;
    }

    private void saveSettings(SettingsStore store, Stage stage) {
        Settings settings = Settings.DEFAULTS
                .withDark(shell.themeProperty().get() == Theme.DARK)
                .withTextPercent(shell.textSizeProperty().get().percent())
                .withSize(stage.getScene().getWidth(), stage.getScene().getHeight())
                .withLastScreen(lastScreen.orElseGet(shell.screenProperty()::get));
        try {
            store.save(session.chosen().map(settings::withLastWorkspace).orElse(settings));
        } catch (ShoptraceException e) {
            LOG.warn("{}", e.getMessage());
        }
    }
}
