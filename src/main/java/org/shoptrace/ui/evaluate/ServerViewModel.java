package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.score.EmbeddingServer;
import org.shoptrace.core.score.EndpointCheck;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.LatestJob;

/// How to serve the published model on one's own machine, and what a server turns out to be.
final class ServerViewModel {
    private final EvaluationForm form;
    private final Supplier<List<Task>> tasks;
    private final EvaluationRunner runner;
    private final LatestJob checking;
    private final CopyText clipboard;
    private final ObjectProperty<EmbeddingServer> recipe = new SimpleObjectProperty<>(EmbeddingServer.LLAMA_CPP);
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

    /// @param tasks those of the workspace, which may carry the published model's vectors
    ServerViewModel(EvaluationForm form, Supplier<List<Task>> tasks, EvaluationRunner runner, JobRunner jobs, CopyText clipboard) {
        this.form = form;
        this.tasks = tasks;
        this.runner = runner;
        this.checking = new LatestJob(jobs);
        this.clipboard = clipboard;
        List.of(form.endpointUrlProperty(), form.endpointModelProperty()).forEach(input -> input.addListener((_, _, _) -> forget()));
    }

    // Properties

    EvaluationForm form() {
        return form;
    }

    /// The program whose lines are shown.
    ObjectProperty<EmbeddingServer> recipeProperty() {
        return recipe;
    }

    /// What the server turned out to be, or why it cannot be asked; empty text until [#check()] has answered.
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    // Commands

    void copyLines() {
        clipboard.copy(String.join(System.lineSeparator(), recipe.get().lines()));
    }

    /// Puts the program's address and name of the model into the form.
    void use() {
        SimilarityChoice.Endpoint choice = recipe.get().choice();
        form.endpointUrlProperty().set(choice.url().toString());
        form.endpointModelProperty().set(choice.model());
    }

    /// Asks the server of the form what it is.
    void check() {
        if (form.choice().orElse(SimilarityChoice.usual()) instanceof SimilarityChoice.Endpoint endpoint) {
            List<Task> held = tasks.get();
            told.set("Asking " + endpoint.url() + " …");
            checking.run(
                    "Asking the embeddings server", _ -> runner.check(endpoint, held), this::answered,
                    failure -> told.set(String.valueOf(failure.getMessage())));
        } else {
            told.set(form.problem());
        }
    }

    private void answered(EndpointCheck check) {
        told.set(check.told());
    }

    private void forget() {
        checking.forget();
        told.set("");
    }
}
