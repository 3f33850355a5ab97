package org.shoptrace.ui.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.task.TaskIndex.Ambiguity;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Says what the open run belongs to: its task, which of several task files counts, the catalogue.
final class BelongingViewModel {
    private final WorkspaceViewModel workspace;
    private final OpenRunViewModel openRun;
    private final ReadOnlyObjectWrapper<Belonging> belonging = new ReadOnlyObjectWrapper<>(Belonging.NOTHING);

    BelongingViewModel(WorkspaceViewModel workspace, OpenRunViewModel openRun) {
        this.workspace = workspace;
        this.openRun = openRun;
        openRun.openProperty().subscribe(_ -> refresh());
        workspace.catalogProperty().subscribe(_ -> refresh());
        workspace.choicesProperty().subscribe(_ -> refresh());
        workspace.identityProperty().subscribe(_ -> refresh());
        workspace.tasks().addListener((InvalidationListener) _ -> refresh());
    }

    ReadOnlyObjectProperty<Belonging> belongingProperty() {
        return belonging.getReadOnlyProperty();
    }

    private void refresh() {
        belonging.set(openRun.openProperty().get().map(run -> new Belonging(task(run), catalogue())).orElse(Belonging.NOTHING));
    }

    private Optional<Belonging.Fact> task(OpenRun run) {
        if (workspace.tasks().isEmpty()) {
            return Optional.empty();
        }
        Optional<Task> task = run.task();
        Optional<Ambiguity> ambiguity = run.summary().query().flatMap(workspace.choicesProperty().get()::ambiguity);
        if (ambiguity.isPresent()) {
            return Optional.of(ofSeveralFiles(ambiguity.get()));
        }
        if (task.isEmpty()) {
            return Optional.of(new Belonging.Fact(
                    "No task here asks this", "No task of the workspace has the run's query. Another one can be chosen.", false));
        }
        boolean chosen = workspace.identityProperty().get().runs().containsKey(run.run().id());
        return Optional.of(new Belonging.Fact(
                "Task: " + Counts.of(task.get().rewards().size(), "product") + (chosen ? ", chosen by hand" : ""),
                "The task that the run belongs to, by " + (chosen ? "a person's choice" : "its query") + ": " + task.get().query(),
                false));
    }

    private Belonging.Fact ofSeveralFiles(Ambiguity ambiguity) {
        List<String> files = ambiguity.candidates().stream().map(candidate -> name(candidate.file())).toList();
        Optional<String> answer = Optional.ofNullable(workspace.identityProperty().get().taskFiles().get(ambiguity.query()))
                .filter(files::contains);
        String all = files.size() + " task files ask this query for different rewards: " + String.join(", ", files) + ".";
        return answer.map(file -> new Belonging.Fact("Task: " + file + ", of " + files.size(), all + " " + file + " counts.", false))
                .orElseGet(() -> new Belonging.Fact("Which of " + files.size() + " tasks?", all + " Which one counts?", true));
    }

    private Optional<Belonging.Fact> catalogue() {
        List<Catalogue> all = workspace.choicesProperty().get().catalogues();
        return workspace.sandbox().map(sandbox -> {
            String fingerprint = sandbox.info().fingerprint().brief();
            Optional<String> name = workspace.choicesProperty().get().open()
                    .flatMap(open -> all.stream().filter(each -> each.directory().equals(open)).findFirst())
                    .map(open -> name(open.documents().orElse(open.directory())));
            String which = all.size() > 1 ? name.orElse(fingerprint) + ", of " + all.size() : fingerprint;
            boolean chosen = workspace.identityProperty().get().catalogue().isPresent();
            String why = all.size() < 2 ? "" : chosen ? " A person chose it." : " It knows most of the runs' products.";
            return new Belonging.Fact(
                    "Catalogue: " + which,
                    "The run is held against the catalogue " + name.map(n -> n + ", ").orElse("") + "fingerprint " + fingerprint + "."
                            + why,
                    false);
        });
    }

    private String name(Path file) {
        return workspace.folderProperty().get().map(folder -> folder.name(file)).orElse(file.toString());
    }
}
