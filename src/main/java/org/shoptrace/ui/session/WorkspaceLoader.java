package org.shoptrace.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.core.workspace.WorkspaceScanner;
import org.shoptrace.ui.kit.Notices;

/// Opens a workspace: looks through its folder, then reads tasks, catalogue and rollouts side by side in the background and publishes
/// each as it comes; when all are there it scores the runs. Files that grow are followed.
public final class WorkspaceLoader {
    private final WorkspaceViewModel model;
    private final JobRunner jobs;
    private final Notices notices;
    private final WorkspacePorts ports;
    private WorkspaceOpening opening;
    private Optional<Path> chosen = Optional.empty();

    public WorkspaceLoader(WorkspaceViewModel model, JobRunner jobs, Notices notices, WorkspacePorts ports) {
        this.model = model;
        this.jobs = jobs;
        this.notices = notices;
        this.ports = ports;
        this.opening = new WorkspaceOpening(model, jobs, notices, ports);
    }

    // Properties

    /// The folder that a person opened last, absolute, for the next start; empty for the demo.
    public Optional<Path> chosen() {
        return chosen;
    }

    // Commands

    /// Opens a folder in place of what was open.
    public void open(Path folder) {
        chosen = Optional.of(folder.toAbsolutePath().normalize());
        openFolder(folder);
    }

    private void openFolder(Path folder) {
        WorkspaceFolder place = WorkspaceFolder.of(folder, ports.userData());
        opening.close();
        opening = opening();
        model.clear(name(place));
        model.publishFolder(place);
        WorkspaceScanner scanner = new WorkspaceScanner(ports.catalogs()::isCatalog);
        opening.run("Opening " + name(place), progress -> scanner.scan(place, progress), opening::found);
    }

    /// Opens the built-in demo, which is made first when it is not there yet.
    public void openDemo() {
        chosen = Optional.empty();
        opening.close();
        opening = opening();
        model.clear("Demo");
        opening.run("Making the demo", ports.demo()::folder, this::openFolder);
    }

    /// Builds the index that the catalogue lacks, and opens it.
    public void buildIndex() {
        opening.buildIndex();
    }

    /// Looks at a rollout file of the workspace that was just written here, so that its runs are listed at once.
    public void written(Path rollouts) {
        opening.written(rollouts);
    }

    /// Takes a person's answers: which file counts for a query, which task a run belongs to, how many steps the agents had.
    public void answer(Identity identity) {
        opening.answer(identity);
    }

    /// Opens another catalogue of the workspace.
    ///
    /// @param directory of a built one; empty: the one that knows most of the runs' products
    public void chooseCatalogue(Optional<Path> directory) {
        opening.chooseCatalogue(directory);
    }

    private WorkspaceOpening opening() {
        return new WorkspaceOpening(model, jobs, notices, ports);
    }

    private static String name(WorkspaceFolder place) {
        Path name = place.folder().getFileName();
        return (name == null ? place.folder().toString() : name.toString()) + (place.readOnly() ? " (read-only)" : "");
    }
}
