package org.shoptrace.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotatorFile;
import org.shoptrace.core.demo.DemoPlan;
import org.shoptrace.core.demo.DemoWorkspace;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.result.RolloutScorer;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.score.embedding.LastingSimilarities;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.session.WorkspaceChange;
import org.shoptrace.core.session.WorkspacePorts;
import org.shoptrace.core.session.WorkspaceSession;
import org.shoptrace.core.settings.RecentWorkspacesStore;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.ui.annotate.AnnotateRoom;
import org.shoptrace.ui.compare.CompareRoom;
import org.shoptrace.ui.evaluate.EvaluateRoom;
import org.shoptrace.ui.export.ExportRoom;
import org.shoptrace.ui.identity.IdentityRoom;
import org.shoptrace.ui.inspect.InspectRoom;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.FxJobRunner;
import org.shoptrace.ui.kit.NoticeBar;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.replay.ReplayRoom;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.sandbox.SandboxRoom;
import org.shoptrace.ui.session.AnnotationFolder;
import org.shoptrace.ui.session.AnnotationsViewModel;
import org.shoptrace.ui.session.WorkspaceNotices;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.shoptrace.ui.shell.ShellView;
import org.shoptrace.ui.shell.ShellViewModel;
import org.shoptrace.ui.start.StartRoom;
import org.shoptrace.ui.subagent.SubAgentRoom;
import org.shoptrace.ui.takeover.TakeOverRoom;
import org.shoptrace.ui.tasks.TasksRoom;
import org.shoptrace.ui.whatif.WhatIfRoom;

/// Puts the window together, by hand and in one place.
final class Wiring {
    /// The screen that is shown while no workspace is open.
    static final String FIRST_SCREEN = StartRoom.SCREEN;
    /// The screen that a workspace is looked at in first.
    static final String USUAL_SCREEN = ReplayRoom.SCREEN;

    private Wiring() {}

    /// Every feature that has a room in the window. The bar on the left shows the screens in this order; what a room takes in of others
    /// stands before it.
    static List<Feature> features(RecentWorkspacesStore recents, LastingSimilarities similarities) {
        return List.of(
                WhatIfRoom.FEATURE,
                CompareRoom.FEATURE,
                SubAgentRoom.FEATURE,
                TakeOverRoom.FEATURE,
                ExportRoom.FEATURE,
                IdentityRoom.FEATURE,
                InspectRoom.FEATURE,
                AnnotateRoom.FEATURE,
                StartRoom.feature(recents),
                SandboxRoom.FEATURE,
                TasksRoom.FEATURE,
                ReplayRoom.feature(new ReplayParts()),
                EvaluateRoom.feature(new RolloutScorer(similarities, new Evaluator(processors()))));
    }

    /// How the program scores; loads nothing before it is needed.
    static LastingSimilarities similarities(UserFolders folders) {
        return new LastingSimilarities(new SimilarityModels(folders.cache(), System.getenv()));
    }

    /// Builds the window; call it on the JavaFX thread.
    ///
    /// @param folders      the user's own folders
    /// @param theme        that it starts in
    /// @param chooseFolder asks the user for a workspace; empty when they think better of it
    static MainWindow assemble(UserFolders folders, Theme theme, Supplier<Optional<Path>> chooseFolder) {
        LastingSimilarities similarities = similarities(folders);
        return assemble(
                folders, new ShellViewModel(theme), chooseFolder, similarities,
                features(new RecentWorkspacesStore(folders.config()), similarities));
    }

    /// Builds the window for a picture: nobody sits before it, so what it opens is not remembered.
    static MainWindow assembleForPicture(UserFolders folders, Theme theme) {
        LastingSimilarities similarities = similarities(folders);
        return assemble(
                folders, new ShellViewModel(theme), Optional::empty, similarities,
                features(RecentWorkspacesStore.onlyRead(folders.config()), similarities));
    }

    /// As above, with these features.
    static MainWindow assemble(
            UserFolders folders, ShellViewModel shell, Supplier<Optional<Path>> chooseFolder, LastingSimilarities similarities,
            List<Feature> features) {
        FxJobRunner jobs = new FxJobRunner();
        Notices notices = new Notices();
        CopyText clipboard = CopyText.toSystemClipboard();
        Sheets sheets = new Sheets();
        RoomNavigator navigator = new RoomNavigator(shell);
        WorkspacePorts.DefaultProfile profile = sandbox -> similarities.defaultProfile(sandbox::product);
        WorkspaceSession session = new WorkspaceSession(
                jobs,
                new WorkspaceNotices(notices),
                new WorkspacePorts(
                        new LuceneCatalogs(), progress -> demo(folders, progress), profile, folders.data()));
        // Heard before anything else hears of it, so that what goes wrong with leaving stays.
        session.workspace().listen(change -> {
            if (change instanceof WorkspaceChange.Cleared) {
                notices.dismissAll();
            }
        });
        WorkspaceViewModel workspace = new WorkspaceViewModel(session.workspace());
        AnnotationsViewModel annotations = new AnnotationsViewModel(
                workspace, jobs, notices, AnnotationFolder.everySecond(), new AnnotatorFile(folders.config()));
        OpenRunViewModel openRun = new OpenRunViewModel();
        Runnable chooseWorkspace = () -> chooseFolder.get().ifPresent(session::open);
        Surroundings around = new Surroundings(
                new Surroundings.Opened(workspace, session, annotations, openRun, profile, chooseWorkspace),
                new Surroundings.Means(jobs, notices, navigator, sheets, clipboard, shell::setPresenting),
                List.of());
        Rooms rooms = Rooms.build(features, around);
        navigator.connect(rooms);
        shell.screenProperty().subscribe((left, _) -> rooms.left(left));

        Overlays overlays = new Overlays(
                new Overlays.Window(folders, workspace, annotations, openRun, jobs, notices, navigator, shell, sheets, clipboard,
                        keys -> FeatureSettings.of(around.opened(), keys)),
                chooseWorkspace);
        ShellView view = new ShellView(
                shell,
                rooms.screens(),
                new ShellView.Surroundings(
                        workspace.nameProperty(), new ShellView.Status(workspace.statusProperty(), overlays.leftOut()), jobs.running(),
                        chooseWorkspace, sheets, overlays.buttons()),
                new NoticeBar(notices, clipboard));
        overlays.connect(rooms.screens(), view);
        return new MainWindow(view, shell, around.opened(), jobs, rooms, new Closing(rooms::finish, notices));
    }

    private static Path demo(UserFolders folders, Progress progress) throws ShoptraceException {
        Path folder = folders.data().resolve("demo");
        new DemoWorkspace(DemoPlan.USUAL).makeAt(folder, progress);
        return folder;
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
