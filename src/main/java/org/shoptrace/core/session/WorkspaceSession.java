package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.trajectory.RunId;

/// A place where one workspace is open at a time, as in a window: looks through its folder, then reads tasks, catalogue and rollouts
/// side by side in the background and lets [#workspace()] hold each as it comes; when all are there it diagnoses the runs. Files that
/// grow are followed. What is still under way when another workspace is opened is called off.
///
/// Used on the thread that its job runner publishes on.
public final class WorkspaceSession {
    /// The title of the job that makes the demo, or finds it made before.
    public static final String MAKING_THE_DEMO = "Making the demo";

    private final OpenWorkspace workspace = new OpenWorkspace();
    private final JobRunner jobs;
    private final Complaints complaints;
    private final WorkspacePorts ports;
    private Opening opening;
    private Optional<Path> chosen = Optional.empty();

    public WorkspaceSession(JobRunner jobs, Complaints complaints, WorkspacePorts ports) {
        this.jobs = jobs;
        this.complaints = complaints;
        this.ports = ports;
        this.opening = new Opening(workspace, jobs, complaints, ports);
    }

    /// What is open: always the same object, whose contents change.
    public OpenWorkspace workspace() {
        return workspace;
    }

    /// The folder that a person opened last, absolute, for the next start; empty for the demo.
    public Optional<Path> chosen() {
        return chosen;
    }

    /// Opens a folder in place of what was open.
    public void open(Path folder) {
        chosen = Optional.of(folder.toAbsolutePath().normalize());
        openFolder(folder);
    }

    private void openFolder(Path folder) {
        WorkspaceFolder place = WorkspaceFolder.of(folder, ports.userData());
        replace(name(place));
        workspace.know(place);
        opening.look(place, name(place));
    }

    /// Opens the built-in demo, which is made first when it is not there yet.
    public void openDemo() {
        chosen = Optional.empty();
        replace("Demo");
        opening.makeDemo(this::openFolder);
    }

    private void replace(String name) {
        opening.close();
        opening = new Opening(workspace, jobs, complaints, ports);
        workspace.clear(name);
    }

    /// Builds the index that the catalogue lacks, and opens it.
    public void buildIndex() {
        opening.buildIndex();
    }

    /// Looks at a rollout file of the workspace that was just written here, so that its runs are listed at once.
    public void written(Path rollouts) {
        opening.written(rollouts);
    }

    /// Applies and keeps a person's answers: which file counts for a query, which task a run belongs to, how many steps the agents had.
    /// Runs that have another task by now are diagnosed anew, and all of them under another limit.
    public void answer(Identity identity) {
        opening.answer(identity);
    }

    /// Opens another catalogue of the workspace and keeps that answer; every run is diagnosed anew.
    ///
    /// @param directory of a built one; empty: the one that knows most of the runs' products
    public void chooseCatalogue(Optional<Path> directory) {
        opening.chooseCatalogue(directory);
    }

    /// Takes in how an evaluation scored runs of the workspace.
    public void scored(Map<RunId, ? extends RunOutcome> outcomes) {
        workspace.found(outcomes, Map.of());
    }

    private static String name(WorkspaceFolder place) {
        Path name = place.folder().getFileName();
        return (name == null ? place.folder().toString() : name.toString()) + (place.readOnly() ? " (read-only)" : "");
    }
}
