package org.shoptrace.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.export.ExportFile;
import org.shoptrace.core.export.ExportFormat;
import org.shoptrace.core.export.ExportMaking;
import org.shoptrace.core.export.RunChoice;
import org.shoptrace.core.export.RunExport;
import org.shoptrace.core.export.SeenWith;
import org.shoptrace.core.export.SingleExport;
import org.shoptrace.core.export.WorkspaceInputs;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.session.WorkspacePorts;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// What to write the open run as, and where.
final class RunExportViewModel {
    private final WorkspaceViewModel workspace;
    private final OpenRunViewModel openRun;
    private final JobRunner jobs;
    private final WorkspacePorts.DefaultProfile profile;
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.HTML);
    private final StringProperty place = new SimpleStringProperty("");
    private final BooleanProperty hideTruth = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private Optional<OpenRun> run = Optional.empty();
    private String proposed = "";

    RunExportViewModel(
            WorkspaceViewModel workspace, OpenRunViewModel openRun, JobRunner jobs, WorkspacePorts.DefaultProfile profile) {
        this.workspace = workspace;
        this.openRun = openRun;
        this.jobs = jobs;
        this.profile = profile;
        format.subscribe(_ -> propose());
    }

    // Properties

    ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /// The file to write, as the user may change it.
    StringProperty placeProperty() {
        return place;
    }

    /// Whether a page leaves targets, scores, classes and annotations out.
    BooleanProperty hideTruthProperty() {
        return hideTruth;
    }

    /// What came of the last export; empty text before.
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    // Commands

    void show(OpenRun open) {
        run = Optional.of(open);
        outcome.set("");
        hideTruth.set(openRun.truthHiddenProperty().get());
        propose();
    }

    void write() {
        if (run.isEmpty()) {
            return;
        }
        if (place.get().isBlank()) {
            outcome.set("Name a file to write to.");
            return;
        }
        Path file = Path.of(place.get().strip());
        ExportFormat asked = format.get();
        RunExport export = export(run.get());
        Optional<Sandbox> sandbox = workspace.sandbox();
        Optional<WorkspaceFolder> folder = workspace.folderProperty().get();
        int steps = workspace.stepLimit();
        double threshold = workspace.ownThreshold();
        List<Path> tasks = workspace.taskFiles();
        outcome.set("Writing…");
        jobs.run(
                "Exporting a run",
                _ -> {
                    if (folder.isPresent()) {
                        folder.get().requireFor(file);
                        WorkspaceInputs.spare(folder.get(), file);
                    }
                    RunExport said = folder.isEmpty() ? export : export.with(annotations(folder.get(), export.run().id()));
                    Optional<SingleExport.LookedAt> with = sandbox.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new SingleExport.LookedAt(
                                    sandbox.get(), profile.over(sandbox.get()), SimilarityChoice.usual(), steps));
                    return SingleExport.write(said, asked, made(export, tasks, folder, threshold), with, file);
                },
                written -> outcome.set("Written: " + written.getFirst().toAbsolutePath()),
                failure -> outcome.set(String.valueOf(failure.getMessage())));
    }

    private static List<Annotation> annotations(WorkspaceFolder folder, RunId run) throws ShoptraceException {
        try (AnnotationStore store = AnnotationStore.of(folder)) {
            return store.read().annotations().of(run);
        }
    }

    private static ExportMaking made(RunExport export, List<Path> tasks, Optional<WorkspaceFolder> folder, double threshold) {
        return new ExportMaking(
                export.run().source().file(),
                Optional.empty(),
                new RunChoice(Optional.of(export.run().source().place()), Optional.empty()),
                tasks,
                folder.flatMap(place -> AnnotationStore.folders(place).stream().findFirst()),
                threshold);
    }

    private RunExport export(OpenRun open) {
        RunId id = open.run().id();
        RunExport export = RunExport.of(open.run(), SeenWith.UNKNOWN).hidingTruth(hideTruth.get());
        return openRun.findingsProperty().get() instanceof Findings.Known known && known.diagnosis().id().equals(id)
                ? export.with(known.diagnosis())
                : export;
    }

    /// A name of our own goes along with the format; one that the user wrote stays.
    private void propose() {
        if (run.isEmpty() || (!place.get().isBlank() && !place.get().equals(proposed))) {
            return;
        }
        String name = ExportFile.name(RunExport.of(run.get().run(), SeenWith.UNKNOWN), format.get());
        proposed = Path.of(System.getProperty("user.home", ".")).resolve(name).toString();
        place.set(proposed);
    }
}
