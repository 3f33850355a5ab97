package org.shoptrace.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotatorFile;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.session.WorkspacePorts;
import org.shoptrace.core.session.WorkspaceSession;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.annotate.AnnotatePane;
import org.shoptrace.ui.annotate.AnnotateViewModel;
import org.shoptrace.ui.annotate.Next;
import org.shoptrace.ui.find.RunIndex;
import org.shoptrace.ui.inspect.InspectorPane;
import org.shoptrace.ui.inspect.InspectorViewModel;
import org.shoptrace.ui.kit.FxJobRunner;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.replay.ReplayView;
import org.shoptrace.ui.replay.ReplayViewModel;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RemarksViewModel;
import org.shoptrace.ui.run.VisibleAnnotations;
import org.shoptrace.ui.runs.RunListPane;
import org.shoptrace.ui.runs.RunListViewModel;
import org.shoptrace.ui.session.AnnotationFolder;
import org.shoptrace.ui.session.AnnotationsViewModel;
import org.shoptrace.ui.session.WorkspaceNotices;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.shoptrace.ui.timeline.TimelineParts;
import org.shoptrace.ui.timeline.TimelineTicker;
import org.shoptrace.ui.timeline.TimelineViewModel;

/// The real Replay screen in a window without a display, with everything that works in the background while it is open: the diagnosis of
/// all runs, and the index for search. It is used on the JavaFX thread.
final class ReplayWindow {
    private static final long MINUTES = 15;

    final FxJobRunner jobs = new FxJobRunner();
    final WorkspaceViewModel workspace;
    final Notices notices = new Notices();
    final OpenRunViewModel openRun = new OpenRunViewModel();
    final RunListViewModel runs;
    final ReplayViewModel model;
    final RunIndex index;
    final Scene scene;
    private final WorkspaceSession session;

    private ReplayWindow(Stage stage, Path userData) {
        WorkspacePorts.Demo noDemo = _ -> {
            throw new ShoptraceException("there is no demo here", "ReplayWindow", "Open a folder");
        };
        session = new WorkspaceSession(jobs, new WorkspaceNotices(notices),
                new WorkspacePorts(new LuceneCatalogs(), noDemo, ReplayWindow::profile, userData));
        workspace = new WorkspaceViewModel(session.workspace());
        AnnotationsViewModel annotations = new AnnotationsViewModel(
                workspace, jobs, notices, AnnotationFolder.everySecond(), new AnnotatorFile(userData));
        VisibleAnnotations said = new VisibleAnnotations(annotations.annotationsProperty(), annotations.labelSetProperty());
        RemarksViewModel remarks = new RemarksViewModel(openRun, said);
        runs = new RunListViewModel(workspace, said, jobs, notices);
        model = new ReplayViewModel(workspace, openRun, runs, remarks, jobs, notices);
        TimelineViewModel timeline = new TimelineViewModel(openRun, remarks, new TimelineTicker());
        InspectorViewModel inspector = new InspectorViewModel(workspace, openRun, jobs, notices, ReplayWindow::profile, session::answer);
        index = new RunIndex(workspace, jobs, LuceneRunSearch::new);
        ReplayView view = new ReplayView(
                model,
                new ReplayView.Panes(
                        new RunListPane(runs, openRun.truthHiddenProperty()),
                        leave -> new TimelineParts(timeline, leave),
                        List.of(
                                new InspectorPane(inspector, new NoNavigator()),
                                new AnnotatePane(new AnnotateViewModel(openRun, annotations, new Nowhere()), () -> {}, () -> {}))),
                List.of(),
                new NoNavigator(),
                _ -> {});
        Theme.LIGHT.apply();
        scene = new Scene(view, 1324, 830);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    /// Starts JavaFX without a display and opens the window.
    ///
    /// @param userData where is written for folders that cannot be written to
    static ReplayWindow start(Path userData) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<ReplayWindow> window = new CompletableFuture<>();
        Platform.startup(() -> window.complete(new ReplayWindow(new Stage(), userData)));
        return window.join();
    }

    void open(Path folder) {
        session.open(folder);
    }

    /// Does something on the JavaFX thread; for other threads, which wait for its end.
    static void onFx(Runnable act) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                act.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        done.get(MINUTES, TimeUnit.MINUTES);
    }

    /// Looks at every picture that the window draws whether it is so; for other threads, which wait for it.
    ///
    /// @return milliseconds until then
    static double until(BooleanSupplier condition) throws Exception {
        long start = System.nanoTime();
        CompletableFuture<Double> met = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (condition.getAsBoolean()) {
                    stop();
                    met.complete((System.nanoTime() - start) / 1e6);
                }
            }
        }.start());
        return met.get(MINUTES, TimeUnit.MINUTES);
    }

    /// Does an act a picture, as while a person uses the window; for other threads, which wait for it.
    ///
    /// @return what each took with the styles and the layout that came of it, as the window itself brings them up to date
    FxTimings eachPulse(int times, Runnable act) throws Exception {
        CompletableFuture<FxTimings> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            FxTimings timings = new FxTimings();
            Runnable laidOut = timings::end;
            scene.addPostLayoutPulseListener(laidOut);
            new AnimationTimer() {
                private int left = times;

                @Override
                public void handle(long now) {
                    if (left-- == 0) {
                        stop();
                        scene.removePostLayoutPulseListener(laidOut);
                        done.complete(timings);
                        return;
                    }
                    timings.begin();
                    act.run();
                }
            }.start();
        });
        return done.get(MINUTES, TimeUnit.MINUTES);
    }

    /// Nothing is under way.
    boolean isQuiet() {
        return jobs.running().isEmpty();
    }

    /// What the program holds once everything that nobody needs is gone, in megabytes.
    static long heapAfterCollection() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    /// Titles that are equal are alike: no model takes part in what is measured here.
    private static Profile profile(Sandbox sandbox) {
        return new ShoppingBenchProfile(sandbox::product, LiteralTitles.EQUAL, false);
    }

    /// Nobody goes on to another run by annotating here.
    private record Nowhere() implements Next {
        @Override
        public void run() {}

        @Override
        public void open(RunPlace run, int step) {}

        @Override
        public List<RunPlace> places(RunId run) {
            return List.of();
        }

        @Override
        public List<RunPlace> listed() {
            return List.of();
        }
    }
}
