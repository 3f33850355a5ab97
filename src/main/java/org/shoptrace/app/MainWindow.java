package org.shoptrace.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.settings.Settings;
import org.shoptrace.core.settings.SettingsStore;
import org.shoptrace.ui.evaluate.EvaluateViewModel;
import org.shoptrace.ui.kit.FxJobRunner;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.kit.TextSize;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.replay.ReplayViewModel;
import org.shoptrace.ui.sandbox.SandboxViewModel;
import org.shoptrace.ui.shell.ShellView;
import org.shoptrace.ui.shell.ShellViewModel;
import org.shoptrace.ui.tasks.TasksViewModel;
import org.shoptrace.ui.session.WorkspaceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The assembled window, as the program and the screenshot command use it.
final class MainWindow {
    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);
    private static final String TITLE = "Shoptrace";

    /// The screens' view-models.
    record Screens(SandboxViewModel sandbox, TasksViewModel tasks, ReplayViewModel replay, EvaluateViewModel evaluate) {}

    private final ShellView view;
    private final ShellViewModel shell;
    private final WorkspaceLoader loader;
    private final FxJobRunner jobs;
    private final Screens screens;
    private final List<Screen> shown;
    private final Closing closing;

    MainWindow(ShellView view, ShellViewModel shell, WorkspaceLoader loader, FxJobRunner jobs, Screens screens, List<Screen> shown,
            Closing closing) {
        this.view = view;
        this.shell = shell;
        this.loader = loader;
        this.jobs = jobs;
        this.screens = screens;
        this.shown = List.copyOf(shown);
        this.closing = closing;
        shell.themeProperty().subscribe(Theme::apply);
        shell.show(Screen.REPLAY);
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
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.show();
    }

    void open(Path folder) {
        loader.open(folder);
    }

    void openDemo() {
        loader.openDemo();
    }

    /// Opens the demo or a folder, as the command line asks.
    void open(Optional<Path> folder) {
        folder.ifPresentOrElse(this::open, this::openDemo);
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

    /// What brings a selection into view, one act after the other whenever the window is quiet: in Sandbox a product and its neighbours,
    /// in Evaluate the evaluation of everything.
    ///
    /// @throws ShoptraceException when the selection is of another screen
    List<HeadlessPicture.Act> selecting(String screen, Selection selection) throws ShoptraceException {
        Selection fitting = switch (screen) {
            case Screen.SANDBOX -> Selection.NOTHING.withProduct(selection.product());
            case Screen.TASKS -> Selection.NOTHING.withTask(selection.task());
            case Screen.REPLAY -> Selection.NOTHING.withRun(selection.run(), selection.step());
            case Screen.EVALUATE -> Selection.NOTHING.withPage(selection.page());
            default -> Selection.NOTHING;
        };
        if (!fitting.doing(selection.does()).equals(selection)) {
            throw new ShoptraceException(
                    "the selection does not fit the screen", screen,
                    "Select run and step in replay, a task in tasks, a product in sandbox, a page in evaluate");
        }
        List<HeadlessPicture.Act> acts = new ArrayList<>(selecting(screen, fitting, selection.does().isEmpty()));
        selection.does().forEach(id -> acts.add(() -> doThat(screen, id)));
        return acts;
    }

    /// The commands of a screen by their ids, as its keys do them.
    private void doThat(String screen, String id) throws ShoptraceException {
        shown.stream()
                .filter(each -> each.id().equals(screen))
                .flatMap(each -> each.keys().commands().stream())
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ShoptraceException("the screen has no such command", "do=" + id, "Look at its list of keys"))
                .action()
                .run();
    }

    private List<HeadlessPicture.Act> selecting(String screen, Selection selection, boolean nothingDone) {
        return switch (screen) {
            case Screen.SANDBOX -> selection.product()
                    .stream().<HeadlessPicture.Act>flatMap(
                            id -> Stream.of(() -> screens.sandbox().openProduct(id), screens.sandbox()::searchForNeighbours))
                    .toList();
            case Screen.TASKS -> selection.task().isEmpty() ? List.of() : List.of(() -> selectTask(selection.task().getAsInt()));
            case Screen.REPLAY -> selection.equals(Selection.NOTHING) && nothingDone
                    ? List.of()
                    : List.of(() -> openRun(selection.run().orElse(1), selection.step().orElse(1)));
            case Screen.EVALUATE -> Stream.concat(
                    Stream.<HeadlessPicture.Act>of(screens.evaluate()::runEverything),
                    selection.page().stream().map(page -> () -> showPage(page)))
                    .toList();
            default -> throw new IllegalArgumentException("no such screen: " + screen);
        };
    }

    private void selectTask(int place) throws ShoptraceException {
        if (!screens.tasks().selectPlace(place)) {
            throw new ShoptraceException("there is no such task", "task=" + place, "Count from 1 to the number that the screen shows");
        }
    }

    private void showPage(String page) throws ShoptraceException {
        if (!screens.evaluate().showPage(page)) {
            throw new ShoptraceException(
                    "there is no such page", "page=" + page, "Write overview, published, breakdowns, compare, trials, scorer or claims");
        }
    }

    private void openRun(int place, int step) throws ShoptraceException {
        if (!screens.replay().openAt(place, step)) {
            throw new ShoptraceException("there is no such run", "run=" + place, "Count from 1 to the number that the screen shows");
        }
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
        try {
            screens.replay().keepPlaces();
        } catch (ShoptraceException e) {
            LOG.warn("{}", e.getMessage());
        }
        Settings settings = Settings.DEFAULTS
                .withDark(shell.themeProperty().get() == Theme.DARK)
                .withTextPercent(shell.textSizeProperty().get().percent())
                .withSize(stage.getScene().getWidth(), stage.getScene().getHeight());
        try {
            store.save(loader.chosen().map(settings::withLastWorkspace).orElse(settings));
        } catch (ShoptraceException e) {
            LOG.warn("{}", e.getMessage());
        }
    }
}
