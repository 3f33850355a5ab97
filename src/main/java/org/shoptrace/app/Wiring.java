package org.shoptrace.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shoptrace.core.annotate.AnnotatorFile;
import org.shoptrace.core.demo.DemoPlan;
import org.shoptrace.core.demo.DemoWorkspace;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.ui.evaluate.EvaluateView;
import org.shoptrace.ui.evaluate.EvaluateViewModel;
import org.shoptrace.core.evaluate.result.RolloutScorer;
import org.shoptrace.ui.inspect.InspectorPane;
import org.shoptrace.ui.inspect.InspectorViewModel;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.FxJobRunner;
import org.shoptrace.ui.kit.NoticeBar;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.replay.ReplayView;
import org.shoptrace.ui.replay.ReplayViewModel;
import org.shoptrace.ui.run.SaidOfRuns;
import org.shoptrace.ui.replay.TimelineTicker;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.sandbox.SandboxView;
import org.shoptrace.ui.sandbox.SandboxViewModel;
import org.shoptrace.ui.shell.ShellView;
import org.shoptrace.ui.shell.ShellViewModel;
import org.shoptrace.ui.tasks.TasksView;
import org.shoptrace.ui.tasks.TasksViewModel;
import org.shoptrace.ui.session.AnnotationFolder;
import org.shoptrace.ui.session.AnnotationsViewModel;
import org.shoptrace.ui.session.WorkspaceLoader;
import org.shoptrace.ui.session.WorkspacePorts;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Puts the window together, by hand and in one place.
final class Wiring {
    private Wiring() {}

    /// Builds the window; call it on the JavaFX thread.
    ///
    /// @param folders      the user's own folders
    /// @param theme        that it starts in
    /// @param chooseFolder asks the user for a workspace; empty when they think better of it
    static MainWindow assemble(UserFolders folders, Theme theme, Supplier<Optional<Path>> chooseFolder) {
        FxJobRunner jobs = new FxJobRunner();
        Notices notices = new Notices();
        CopyText clipboard = CopyText.toSystemClipboard();
        WorkspaceViewModel workspace = new WorkspaceViewModel();
        ScoringModel scoring = new ScoringModel(new SimilarityModels(folders.cache(), System.getenv()));
        WorkspaceLoader loader = new WorkspaceLoader(
                workspace,
                jobs,
                notices,
                new WorkspacePorts(
                        new LuceneCatalogs(), progress -> demo(folders, progress), scoring::defaultProfile, folders.data()));
        ShellViewModel shell = new ShellViewModel(theme);
        ScreenNavigator navigator = new ScreenNavigator(shell);

        OpenRunViewModel openRun = new OpenRunViewModel();
        Sheets sheets = new Sheets();
        SandboxViewModel sandbox = new SandboxViewModel(workspace, jobs, loader::buildIndex);
        TasksViewModel tasks = new TasksViewModel(workspace, jobs, navigator);
        AnnotationsViewModel annotations = new AnnotationsViewModel(
                workspace, jobs, notices, AnnotationFolder.everySecond(), new AnnotatorFile(folders.config()));
        ReplayViewModel replay = new ReplayViewModel(
                workspace,
                openRun,
                new SaidOfRuns(annotations.annotationsProperty(), annotations.labelSetProperty()),
                jobs,
                notices,
                new TimelineTicker());
        InspectorViewModel inspector = new InspectorViewModel(
                workspace, openRun, jobs, notices, scoring::defaultProfile, loader::answer);
        EvaluateViewModel evaluate = new EvaluateViewModel(
                workspace, jobs, new RolloutScorer(scoring, new Evaluator(processors())), notices, navigator, clipboard);
        navigator.connect(new ScreenNavigator.Screens(sandbox, tasks, replay));

        replay.presentingProperty().subscribe(shell::setPresenting);
        shell.screenProperty().subscribe(_ -> replay.stopPresenting());

        AnnotationWiring annotating = new AnnotationWiring(workspace, openRun, annotations, replay, navigator, sheets);
        Runnable chooseWorkspace = () -> chooseFolder.get().ifPresent(loader::open);
        Overlays overlays = new Overlays(
                new Overlays.Window(folders, workspace, annotations, openRun, jobs, notices, navigator, shell, sheets), chooseWorkspace);
        DoingWiring doing = DoingWiring.of(
                new DoingWiring.Surroundings(workspace, openRun, jobs, notices, sheets, navigator, clipboard),
                scoring::defaultProfile,
                DoingWiring.takeOverPorts(workspace, annotations.authorProperty()::get, loader::written));
        navigator.connectComparison(doing.compare()::open);

        List<RunAction> sharing = SharingWiring.actions(workspace, openRun, jobs, scoring::defaultProfile, loader, sheets);
        ReplayView replayView = new ReplayView(
                replay,
                new ReplayView.Panes(new InspectorPane(inspector, navigator), annotating.pane()),
                Stream.of(doing.actions(), sharing).flatMap(List::stream).toList(),
                navigator,
                clipboard);
        annotating.bind(replayView.keys());
        List<Screen> screens = List.of(
                new SandboxView(sandbox, clipboard).screen(),
                new TasksView(tasks, clipboard).screen(),
                replayView.screen(),
                new EvaluateView(evaluate).screen());
        ShellView view = new ShellView(
                shell,
                screens,
                new ShellView.Surroundings(
                        workspace.nameProperty(), workspace.statusProperty(), jobs.running(), chooseWorkspace, sheets, overlays.buttons()),
                new NoticeBar(notices, clipboard));
        overlays.connect(screens, view);
        Closing closing = new Closing(annotations::finish, notices);
        return new MainWindow(view, shell, loader, jobs, new MainWindow.Screens(sandbox, tasks, replay, evaluate), screens, closing);
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
