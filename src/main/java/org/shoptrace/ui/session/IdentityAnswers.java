package org.shoptrace.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Catalogs;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskIndex;
import org.shoptrace.core.workspace.CatalogueChoice;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.IdentityStore;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// What a person answered about one open workspace, applied to what is read of it.
final class IdentityAnswers {
    private static final String QUESTION = "several task files ask its query for different rewards; choose one above the run's steps";

    private final WorkspaceViewModel model;
    private final WorkspaceFolder folder;
    private final IdentityStore store;
    private final AtomicReference<Identity> newest = new AtomicReference<>(Identity.NONE);
    private List<TaskFile> files = List.of();
    private volatile boolean readable = true;

    IdentityAnswers(WorkspaceViewModel model, WorkspaceFolder folder) {
        this.model = model;
        this.folder = folder;
        this.store = new IdentityStore(folder);
    }

    /// Whether what was kept before could be read; else nothing may take its place.
    boolean isReadable() {
        return readable;
    }

    /// Takes answers in that are to be kept next; on the JavaFX thread.
    void toKeep(Identity identity) {
        newest.set(identity);
    }

    /// Keeps the newest answers: of two jobs that overlap neither writes what the other has overtaken. Called in a job.
    synchronized Identity save() throws ShoptraceException {
        Identity identity = newest.get();
        store.save(identity);
        return identity;
    }

    /// What was answered before, and the catalogue: a person's choice, else the one that the runs were made over.
    record Belonging(Identity identity, Optional<Catalogue> catalogue) {}

    /// Called in a job.
    ///
    /// @param unreadable told of answers that cannot be read, which stops nothing
    Belonging belonging(Workspace workspace, Catalogs catalogs, Consumer<ShoptraceException> unreadable, Progress progress) {
        Identity identity = Identity.NONE;
        try {
            identity = store.load();
        } catch (ShoptraceException e) {
            readable = false;
            unreadable.accept(e);
        }
        return new Belonging(identity, CatalogueChoice.of(workspace, identity, catalogs, progress));
    }

    /// What the status bar says where there is more than one catalogue, or the folder is read-only.
    static String remark(Workspace workspace, Optional<Catalogue> chosen) {
        List<String> remarks = new ArrayList<>();
        int catalogues = workspace.catalogues().size();
        if (catalogues > 1 && chosen.isPresent()) {
            remarks.add("catalogue " + chosen.get().documents().orElse(chosen.get().directory()).getFileName() + ", one of " + catalogues);
        }
        if (workspace.folder().readOnly()) {
            remarks.add("read-only: Shoptrace writes to " + workspace.folder().storage());
        }
        return String.join("     ", remarks);
    }

    String name(Path path) {
        return folder.name(path);
    }

    /// Publishes the tasks of the files, each query's of the file that a person chose.
    ///
    /// @return queries that nobody has answered yet
    List<TaskIndex.Ambiguity> publishTasks(List<TaskFile> read) {
        files = List.copyOf(read);
        TaskBelonging belonging = TaskBelonging.of(folder, model.identityProperty().get(), files);
        List<TaskIndex.Ambiguity> all = belonging.ambiguities();
        List<TaskIndex.Ambiguity> unanswered = all.stream().filter(each -> !belonging.chosen().containsKey(each.query())).toList();
        Map<String, String> open = new HashMap<>();
        unanswered.forEach(each -> open.put(each.query(), QUESTION));
        model.publishTaskFiles(files.stream().map(TaskFile::path).toList());
        model.publishTasks(files.stream().map(TaskFile::tasks).toList(), open, belonging.chosen());
        model.publishChoices(model.choicesProperty().get().with(all));
        return unanswered;
    }

    /// Applies new answers about tasks.
    ///
    /// @return the runs whose task is another one by now, which nobody has diagnosed for it
    Set<RunId> apply(Identity identity) {
        Map<RunId, Optional<Task>> before = new HashMap<>();
        model.runs().forEach(run -> before.put(run.id(), model.task(run)));
        model.publishIdentity(identity);
        publishTasks(files);
        Set<RunId> changed = new HashSet<>();
        for (RunSummary run : model.runs()) {
            if (!model.task(run).equals(before.get(run.id()))) {
                changed.add(run.id());
            }
        }
        model.forgetFindings(changed);
        return changed;
    }
}
