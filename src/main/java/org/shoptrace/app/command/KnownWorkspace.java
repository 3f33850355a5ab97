package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.workspace.CatalogueChoice;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.IdentityStore;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.core.workspace.WorkspaceScanner;

/// A workspace as the window would open it: what its folder holds, and what a person answered there about what belongs together. Its
/// catalogue is opened when something asks for it. Used by one thread.
final class KnownWorkspace implements AutoCloseable {
    private final Workspace found;
    private final Identity identity;
    private final LuceneCatalogs catalogs;
    private final PrintWriter err;
    private final Progress progress;
    private Optional<List<TaskFile>> tasks = Optional.empty();
    private @Nullable Sandbox sandbox;
    private boolean looked;

    private KnownWorkspace(Workspace found, Identity identity, LuceneCatalogs catalogs, PrintWriter err, Progress progress) {
        this.found = found;
        this.identity = identity;
        this.catalogs = catalogs;
        this.err = err;
        this.progress = progress;
    }

    /// Looks through a folder.
    ///
    /// @param err told of what cannot be read and stops nothing
    /// @throws ShoptraceException when there is no such folder or it cannot be read
    static KnownWorkspace of(Path folder, PrintWriter err, Progress progress) throws ShoptraceException {
        LuceneCatalogs catalogs = new LuceneCatalogs();
        WorkspaceFolder place = WorkspaceFolder.of(folder, UserFolders.ofThisUser().data());
        Workspace found = new WorkspaceScanner(catalogs::isCatalog).scan(place, progress);
        Identity identity = Identity.NONE;
        try {
            identity = new IdentityStore(place).load();
        } catch (ShoptraceException e) {
            err.println(e.getMessage());
        }
        return new KnownWorkspace(found, identity, catalogs, err, progress);
    }

    Workspace found() {
        return found;
    }

    /// How many steps the agents had, as far as a person said; else as many as the benchmark gives.
    int stepLimit() {
        return identity.stepLimit().orElse(Diagnostician.USUAL_STEP_LIMIT);
    }

    /// The task files that can be read.
    List<TaskFile> taskFiles() {
        if (tasks.isEmpty()) {
            List<TaskFile> files = new ArrayList<>();
            for (Path file : found.taskFiles()) {
                try {
                    TaskFile read = TaskFileReader.read(file);
                    read.rejections().forEach(err::println);
                    files.add(read);
                } catch (ShoptraceException e) {
                    err.println(e.getMessage());
                }
            }
            tasks = Optional.of(List.copyOf(files));
        }
        return tasks.get();
    }

    /// Which task each run belongs to.
    ///
    /// @param files those that count, mostly [#taskFiles]
    TaskBelonging belonging(List<TaskFile> files) {
        return TaskBelonging.of(found.folder(), identity, files);
    }

    /// The catalogue that runs are looked at with; empty while none is built.
    ///
    /// @throws ShoptraceException when it cannot be opened
    Optional<Sandbox> sandbox() throws ShoptraceException {
        if (!looked) {
            looked = true;
            Optional<Catalogue> catalogue = CatalogueChoice.of(found, identity, catalogs, progress).filter(Catalogue::built);
            if (catalogue.isPresent()) {
                sandbox = catalogs.open(catalogue.get().directory());
            }
        }
        return Optional.ofNullable(sandbox);
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
