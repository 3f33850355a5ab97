package org.shoptrace.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.search.RunRecord;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.settings.KeySettings;
import org.shoptrace.core.settings.KeySettingsStore;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.transcript.RunReference;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.find.FindPane;
import org.shoptrace.ui.find.FindViewModel;
import org.shoptrace.ui.find.RunIndex;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.FxJobRunner;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.KeyMap;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.SettingSheet;
import org.shoptrace.ui.kit.control.SettingSheet.Setting;
import org.shoptrace.ui.palette.KeyListPane;
import org.shoptrace.ui.palette.KeyListViewModel;
import org.shoptrace.ui.palette.PaletteCommand;
import org.shoptrace.ui.palette.PaletteEntry;
import org.shoptrace.ui.palette.PalettePane;
import org.shoptrace.ui.palette.PaletteViewModel;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.AnnotationsViewModel;
import org.shoptrace.ui.session.LeftOutPane;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.shoptrace.ui.shell.ShellView;
import org.shoptrace.ui.shell.ShellViewModel;
import org.shoptrace.ui.shell.WindowSettings;

/// What can be called over every screen: the search over all runs, the palette, the list of keys, the settings.
final class Overlays {
    /// What the window has, of which the overlays use some.
    record Window(
            UserFolders folders, WorkspaceViewModel workspace, AnnotationsViewModel annotations, OpenRunViewModel openRun, FxJobRunner jobs,
            Notices notices, Navigator navigator, ShellViewModel shell, Sheets sheets, CopyText clipboard,
            Function<KeyMap, List<Setting<?>>> settings) {}

    private final Window window;
    private final KeyMap keyMap;
    private final KeyCommands keys = new KeyCommands();
    private final FindViewModel find;
    private List<Screen> screens = List.of();
    private List<KeyCommands> everywhere = List.of(keys);
    /// Made when they are first asked for, and kept: they follow what never ends.
    private Optional<FindPane> findPane = Optional.empty();
    private Optional<KeyListPane> keyListPane = Optional.empty();
    private Optional<SettingSheet> settingSheet = Optional.empty();

    /// @param open asks for another workspace
    Overlays(Window window, Runnable open) {
        this.window = window;
        KeySettingsStore store = new KeySettingsStore(window.folders().config());
        keyMap = new KeyMap(store.load(), settings -> save(store, settings));
        RunIndex index = new RunIndex(window.workspace(), window.jobs(), LuceneRunSearch::new);
        find = new FindViewModel(window.workspace(), index, this::record, window.jobs(), window.navigator());
        keys.bind("palette", "Ctrl+K", "Palette: do or open anything", this::openPalette)
                .bind("find-everywhere", "Ctrl+Shift+F", "Search in all runs", this::openFind)
                .bind("keys", "?", "List of keys", this::openKeys)
                .bind("settings", "Ctrl+Comma", "Settings", this::openSettings)
                .bind("left-out", "", "What of the folder is not read, and why", this::openLeftOut)
                .bind("switch-theme", "", "Switch between light and dark", window.shell()::switchTheme)
                .bind("open-workspace", "Ctrl+O", "Open workspace…", open);
    }

    private void save(KeySettingsStore store, KeySettings settings) {
        try {
            store.save(settings);
            window.notices().settled(store);
        } catch (ShoptraceException e) {
            window.notices().report(e, store);
        }
    }

    /// What may be shown of a run while the truth is hidden.
    private RunRecord shown(RunSummary run) {
        return window.openRun().truthHiddenProperty().get() ? new RunRecord(run.unjudged(), Optional.empty(), Set.of()) : record(run);
    }

    private RunRecord record(RunSummary run) {
        return new RunRecord(
                run,
                Optional.ofNullable(window.workspace().facts().get(run.id())),
                window.annotations().annotationsProperty().get().labels(run.id()),
                window.workspace().ownThreshold());
    }

    /// Takes the screens in, whose keys can be changed from now on.
    void connect(List<Screen> all, ShellView root) {
        screens = List.copyOf(all);
        for (Screen screen : screens) {
            keys.bind("show-" + screen.id(), "", "Go to " + screen.title(), () -> window.shell().show(screen.id()));
            screen.keys().follow(keyMap);
        }
        everywhere = List.of(keys, root.keys());
        everywhere.forEach(each -> each.follow(keyMap));
        keys.install(root);
    }

    /// The buttons of the window's header that call them.
    Node buttons() {
        Button search = Icons.button(Feather.SEARCH, "Search in all runs (Ctrl+Shift+F)", this::openFind);
        search.setId("open-find");
        Button palette = Icons.button(Feather.COMMAND, "Do or open anything (Ctrl+K)", this::openPalette);
        palette.setId("open-palette");
        Button list = Icons.button(Feather.HELP_CIRCLE, "List of keys (?)", this::openKeys);
        list.setId("open-keys");
        Button settings = Icons.button(Feather.SETTINGS, "Settings (Ctrl+Comma)", this::openSettings);
        settings.setId("open-settings");
        HBox buttons = new HBox(search, palette, list, settings);
        buttons.getStyleClass().add("header-tools");
        return buttons;
    }

    /// Opens the search over all runs with the question that was asked last.
    void openFind() {
        find.search();
        FindPane pane = findPane.orElseGet(() -> new FindPane(find, this::shown, window.sheets()::close));
        findPane = Optional.of(pane);
        window.sheets().open(new Sheet("find-sheet", "Search in all runs", pane, Sheet.Size.WIDE));
    }

    /// Opens the search over all runs with a question.
    void search(String question) {
        find.ask(question);
        openFind();
    }

    void openPalette() {
        PaletteViewModel palette = new PaletteViewModel(
                window.workspace(), window.jobs(), keyMap,
                new PaletteViewModel.Ways(window.navigator(), this::commands, this::reference, this::search));
        window.sheets().open(new Sheet("palette", "Palette", new PalettePane(palette, window.sheets()::close), Sheet.Size.NARROW));
    }

    /// What opens the place that a pasted reference names.
    private Optional<PaletteEntry> reference(String typed) {
        Optional<RunReference> reference = RunReference.parse(typed);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        int step = reference.get().step();
        if (reference.get().isStepOnly()) {
            return window.openRun().openProperty().get().map(open -> new PaletteEntry(
                    PaletteEntry.Kind.REFERENCE, "Step " + step + " of the open run", open.run().model(), "",
                    () -> window.navigator().open(new Destination.OpenRun(open.summary().place(), step))));
        }
        return reference.get().in(window.workspace().runs()).stream().findFirst().map(run -> new PaletteEntry(
                PaletteEntry.Kind.REFERENCE, "Step " + step + " of " + run.source().file().getFileName() + ":" + run.source().place(),
                run.model(), "", () -> window.navigator().open(new Destination.OpenRun(run.place(), step))));
    }

    void openKeys() {
        KeyListPane pane = keyListPane.orElseGet(() -> new KeyListPane(new KeyListViewModel(keyMap, this::commands)));
        keyListPane = Optional.of(pane);
        pane.refresh();
        window.sheets().open(new Sheet("key-list", "Keys", pane, Sheet.Size.NARROW));
    }

    /// The button of the status bar that says how much of the folder is not read.
    Node leftOut() {
        Button button = new Button("", Icons.of(Feather.EYE_OFF));
        button.setId("open-left-out");
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        window.workspace().leftOutProperty().subscribe(left -> {
            String words = Counts.of(left.size(), "file") + " passed over";
            Texts.say(button, words);
            button.setAccessibleText(words + ": which, and why");
            button.setVisible(!left.isEmpty());
            button.setManaged(!left.isEmpty());
        });
        button.setOnAction(_ -> openLeftOut());
        return button;
    }

    void openLeftOut() {
        LeftOutPane pane = new LeftOutPane(window.workspace().leftOutProperty().get(), window.clipboard());
        window.sheets().open(new Sheet("left-out", "What is not read, and why", pane, Sheet.Size.WIDE));
    }

    void openSettings() {
        SettingSheet pane = settingSheet.orElseGet(() -> WindowSettings.pane(window.shell(), window.settings().apply(keyMap)));
        settingSheet = Optional.of(pane);
        window.sheets().open(new Sheet("settings", "Settings", pane, Sheet.Size.NARROW));
    }

    /// The commands of the window and of every screen, that of the open one first.
    private List<PaletteCommand> commands() {
        List<PaletteCommand> commands = new ArrayList<>();
        String shown = window.shell().screenProperty().get();
        screens.stream().filter(screen -> screen.id().equals(shown)).forEach(screen -> add(screen, commands));
        everywhere.stream().flatMap(each -> each.commands().stream())
                .forEach(command -> commands.add(new PaletteCommand(command.id(), "", command.does(), command.keys(), command.action())));
        screens.stream().filter(screen -> !screen.id().equals(shown)).forEach(screen -> add(screen, commands));
        return commands;
    }

    private void add(Screen screen, List<PaletteCommand> commands) {
        screen.keys().commands()
                .forEach(command -> commands.add(new PaletteCommand(command.id(), screen.title(), command.does(), command.keys(), () -> {
                    window.shell().show(screen.id());
                    command.action().run();
                })));
    }
}
