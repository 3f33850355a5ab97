package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// An open workspace for tests: it holds what the test gives it, piece by piece, as a session would that reads a folder.
public final class GivenWorkspace {
    /// The file of tasks that are given without one.
    public static final Path TASKS = Path.of("tasks.jsonl");

    private final OpenWorkspace open = new OpenWorkspace();

    /// What a view-model follows.
    public OpenWorkspace open() {
        return open;
    }

    /// Another workspace is opened, of which nothing is known yet.
    public void clear(String name) {
        open.clear(name);
    }

    public void folder(WorkspaceFolder folder) {
        open.know(folder);
    }

    public void catalog(CatalogState state) {
        open.catalog(state);
    }

    /// In place of all tasks before.
    public void tasks(List<Task> tasks) {
        tasks(List.of(TASKS), List.of(tasks));
    }

    /// In place of all tasks before.
    ///
    /// @param sets the tasks of each file
    public void tasks(List<Path> files, List<List<Task>> sets) {
        List<TaskFile> read = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            read.add(new TaskFile(files.get(i), TaskFile.Form.LINES, sets.get(i), List.of()));
        }
        open.tasks(read);
    }

    public void reader(RunReader reader) {
        open.read(reader);
    }

    public void answer(Identity identity) {
        open.answer(identity);
    }

    public void choices(IdentityChoices choices) {
        open.choose(choices);
    }

    /// After those before.
    public void add(List<RunSummary> runs) {
        open.add(runs);
    }

    /// The runs of a file that was replaced.
    public void remove(Path file) {
        open.remove(file);
    }

    public void outcomes(Map<RunId, ? extends RunOutcome> outcomes) {
        open.found(outcomes, Map.of());
    }

    public void facts(Map<RunId, RunFacts> facts) {
        open.found(Map.of(), facts);
    }

    /// Everything has been read.
    public void loaded() {
        open.loaded();
    }
}
