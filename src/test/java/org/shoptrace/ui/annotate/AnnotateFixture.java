package org.shoptrace.ui.annotate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.annotate.AnnotatorFile;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.AnnotationsViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Golden runs in a workspace on the disk, and a list of them that opens one after the other.
final class AnnotateFixture implements Next {
    private static final Path GOLDEN = GoldenSet.rollouts("product", "alpha");

    final Path folder;
    final GivenWorkspace given = new GivenWorkspace();
    final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    final OpenRunViewModel openRun = new OpenRunViewModel();
    final Notices notices = new Notices();
    final List<Run> runs = new ArrayList<>();
    final AnnotationsViewModel annotations;
    final AnnotateViewModel model;
    final AnnotationDeskViewModel desk;

    AnnotateFixture(Path folder, JobRunner jobs) throws Exception {
        this.folder = folder;
        List<String> lines = GoldenSet.lines(GOLDEN).subList(0, 4);
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            runs.add(RunCodec.decode(bytes, 0, bytes.length, new RunSource(GOLDEN, runs.size() + 1), "alpha"));
        }
        annotations = new AnnotationsViewModel(
                workspace, jobs, notices, (_, _) -> () -> {}, new AnnotatorFile(folder.resolve("config")));
        model = new AnnotateViewModel(openRun, annotations, this);
        desk = new AnnotationDeskViewModel(workspace, annotations, this);
        given.add(runs.stream().map(run -> RunSummary.of(run, 1)).toList());
        given.folder(WorkspaceFolder.of(folder, folder.resolve("data")));
        open(0);
    }

    void open(int place) {
        Run run = runs.get(place);
        openRun.publish(Optional.of(new OpenRun(RunSummary.of(run, 1), run, Optional.empty())), 1);
    }

    RunId current() {
        return openRun.openProperty().get().orElseThrow().run().id();
    }

    /// What another window would read from the disk now.
    Annotations onDisk() throws Exception {
        try (AnnotationStore store = new AnnotationStore(
                WorkspaceFolder.of(folder, folder.resolve("data")).storage().resolve(AnnotationStore.FOLDER), List.of())) {
            return store.read().annotations();
        }
    }

    @Override
    public void run() {
        int here = runs.stream().map(Run::id).toList().indexOf(current());
        if (here + 1 < runs.size()) {
            open(here + 1);
        }
    }

    @Override
    public void open(RunPlace run, int step) {
        RunPlace found = run.among(workspace.runs()).orElseThrow().place();
        open(runs.stream().map(Run::place).toList().indexOf(found));
    }

    @Override
    public List<RunPlace> places(RunId run) {
        return listed().stream().filter(place -> place.id().equals(run)).toList();
    }

    @Override
    public List<RunPlace> listed() {
        return runs.stream().map(run -> run.place()).toList();
    }
}
