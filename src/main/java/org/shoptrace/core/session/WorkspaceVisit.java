package org.shoptrace.core.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.Catalogs;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ChosenScorer;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.core.workspace.CatalogueChoice;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.core.workspace.WorkspaceScanner;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;

/// A workspace opened for one answer, as by a command: what a window would show of it, with what was answered there about what belongs
/// together. Each part is read on the calling thread when it is asked for; nothing is followed. Used by one thread.
public final class WorkspaceVisit implements AutoCloseable {
    private final OpenWorkspace open = new OpenWorkspace();
    private final Workspace found;
    private final Catalogs catalogs;
    private final Complaints complaints;
    private final Progress progress;
    private Optional<RolloutLibrary> rollouts = Optional.empty();
    private boolean tasksRead;
    private boolean catalogueLooked;

    private WorkspaceVisit(Workspace found, Catalogs catalogs, Complaints complaints, Progress progress) {
        this.found = found;
        this.catalogs = catalogs;
        this.complaints = complaints;
        this.progress = progress;
    }

    /// Looks through a folder.
    ///
    /// @param complaints told of what cannot be read and stops nothing
    /// @throws ShoptraceException when there is no such folder or it cannot be read
    public static WorkspaceVisit to(WorkspaceFolder place, Catalogs catalogs, Complaints complaints, Progress progress)
            throws ShoptraceException {
        Workspace found = new WorkspaceScanner(catalogs::isCatalog).scan(place, progress);
        WorkspaceVisit visit = new WorkspaceVisit(found, catalogs, complaints, progress);
        visit.about("What could not be looked at", found.problems());
        visit.open.know(place);
        visit.open.answer(new IdentityAnswers(place).load(complaints::failed));
        return visit;
    }

    /// What the folder holds.
    public Workspace found() {
        return found;
    }

    /// What has been read so far.
    public OpenWorkspace workspace() {
        return open;
    }

    /// Reads the task files that can be read.
    public void readTasks() {
        if (!tasksRead) {
            tasksRead = true;
            List<TaskFile> files = TaskFiles.read(found.taskFiles(), complaints::failed, progress);
            about("Lines left out as no tasks", files.stream().flatMap(file -> file.rejections().stream()).toList());
            open.tasks(files);
        }
    }

    /// Reads the task files that can be read, unless somebody names others that count in their place.
    public void readTasks(List<TaskFile> named) {
        if (!named.isEmpty()) {
            tasksRead = true;
            open.tasks(named);
        } else {
            readTasks();
        }
    }

    /// Finds the runs, each settled by the tasks.
    public void readRuns() {
        readTasks();
        if (rollouts.isEmpty()) {
            RolloutLibrary library = new RolloutLibrary(found.rolloutFiles(), found.folder().scratch());
            rollouts = Optional.of(library);
            open.read(library::read);
            List<Rejection> rejections = library.index(open::add, progress);
            about("Lines left out as no runs", rejections);
        }
    }

    /// The catalogue that runs are looked at with, opened when it is first asked for; empty while none is built.
    ///
    /// @throws ShoptraceException when it cannot be opened
    public Optional<Sandbox> sandbox() throws ShoptraceException {
        if (!catalogueLooked) {
            catalogueLooked = true;
            Optional<Path> directory = CatalogueChoice.of(found, open.identity(), catalogs, progress)
                    .filter(Catalogue::built).map(Catalogue::directory);
            open.catalog(directory.isPresent() ? opened(directory.get()) : new CatalogState.None());
        }
        return open.sandbox();
    }

    private CatalogState opened(Path directory) throws ShoptraceException {
        Sandbox sandbox = catalogs.open(directory);
        List<String> changed = sandbox.info().changed(progress);
        CatalogInfo.warning(changed).ifPresent(warning -> complaints.failed(OpenCatalogue.outdated(warning, directory)));
        return new CatalogState.Open(sandbox, Optional.of(directory), changed);
    }

    /// Finds out how the runs ended, from what was kept in the workspace and else anew on every processor; does nothing while no
    /// catalogue is built.
    ///
    /// @throws ShoptraceException when the catalogue or the similarity fails
    public void diagnose(ChosenScorer scorer) throws ShoptraceException {
        readRuns();
        Optional<Sandbox> sandbox = sandbox();
        if (sandbox.isEmpty()) {
            return;
        }
        List<WorkspaceDiagnosis.Asked> asked = open.runs().stream().map(run -> WorkspaceDiagnosis.Asked.of(run, open.belonging())).toList();
        Map<RunId, RunOutcome> outcomes = new HashMap<>();
        Map<RunId, RunFacts> facts = new HashMap<>();
        scorer.use(sandbox.get()::product, open.tasks(), profile -> {
            new WorkspaceDiagnosis(
                    sandbox.get(), profile, open.stepLimit(), found.folder().own(), Runtime.getRuntime().availableProcessors()).of(
                            asked,
                            open.reader(),
                            batch -> batch.forEach(ended -> {
                                outcomes.put(ended.run().id(), ended.outcome());
                                ended.facts().ifPresent(known -> facts.put(ended.run().id(), known));
                            }),
                            complaints::failed,
                            progress);
            return asked.size();
        });
        open.found(outcomes, facts);
    }

    private void about(String what, List<?> items) {
        if (!items.isEmpty()) {
            complaints.about(what, new ArrayList<>(items));
        }
    }

    /// Lets go of the files and of the catalogue.
    @Override
    public void close() throws ShoptraceException {
        open.clear("");
        if (rollouts.isPresent()) {
            try {
                rollouts.get().close();
            } catch (IOException e) {
                throw new ShoptraceException("a rollout file could not be closed", String.valueOf(e.getMessage()), "Nothing is lost", e);
            }
        }
    }
}
