package org.shoptrace.ui.identity;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.task.TaskIndex.Ambiguity;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The questions about one run, and what becomes of the answers.
final class IdentityViewModel {
    private final WorkspaceViewModel workspace;
    private final Consumer<Identity> answer;
    private final Consumer<Optional<Path>> chooseCatalogue;

    IdentityViewModel(WorkspaceViewModel workspace, Consumer<Identity> answer, Consumer<Optional<Path>> chooseCatalogue) {
        this.workspace = workspace;
        this.answer = answer;
        this.chooseCatalogue = chooseCatalogue;
    }

    // What there is to choose

    /// The files that disagree about the run's task; empty when none do.
    Optional<Ambiguity> ambiguity(OpenRun run) {
        return run.summary().query().flatMap(workspace.choicesProperty().get()::ambiguity);
    }

    /// How many queries those files disagree about, this one among them.
    long disagreements(Ambiguity ambiguity) {
        return workspace.choicesProperty().get().ambiguities().stream().filter(other -> files(other).equals(files(ambiguity))).count();
    }

    /// The file that a person chose for the run's query.
    Optional<String> chosenFile(Ambiguity ambiguity) {
        return Optional.ofNullable(workspace.identityProperty().get().taskFiles().get(ambiguity.query()));
    }

    /// Tasks whose query holds all the words, in the order of the files.
    List<Task> tasks(String words, int atMost) {
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return workspace.tasks().stream()
                .filter(task -> wanted.stream().allMatch(task.query().toLowerCase(Locale.ROOT)::contains))
                .limit(atMost)
                .toList();
    }

    /// Whether a person said which task the run belongs to.
    boolean isChosen(RunId run) {
        return workspace.identityProperty().get().runs().containsKey(run);
    }

    List<Catalogue> catalogues() {
        return workspace.choicesProperty().get().catalogues();
    }

    boolean isOpen(Catalogue catalogue) {
        return workspace.choicesProperty().get().open().equals(Optional.of(catalogue.directory()));
    }

    /// A file as people know it in this workspace.
    String name(Path file) {
        return workspace.folderProperty().get().map((WorkspaceFolder folder) -> folder.name(file)).orElse(file.toString());
    }

    // Answers

    /// @param forAll for every query that the same files disagree about
    void chooseFile(Ambiguity ambiguity, Path file, boolean forAll) {
        Identity answers = workspace.identityProperty().get();
        for (Ambiguity each : forAll ? workspace.choicesProperty().get().ambiguities() : List.of(ambiguity)) {
            if (files(each).equals(files(ambiguity))) {
                answers = answers.withTaskFile(each.query(), name(file));
            }
        }
        answer.accept(answers);
    }

    /// @param query the task's; empty: what the run's own words say
    void chooseTask(RunId run, Optional<String> query) {
        answer.accept(workspace.identityProperty().get().withRun(run, query));
    }

    /// @param directory empty: the one that knows most of the runs' products
    void chooseCatalogue(Optional<Path> directory) {
        chooseCatalogue.accept(directory);
    }

    private static List<Path> files(Ambiguity ambiguity) {
        return ambiguity.candidates().stream().map(candidate -> candidate.file()).toList();
    }
}
