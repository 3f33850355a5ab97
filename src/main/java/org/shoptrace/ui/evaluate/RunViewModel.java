package org.shoptrace.ui.evaluate;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.evaluate.result.MadeResult;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;

/// Evaluates what is chosen: how far it is, and why it failed.
final class RunViewModel {
    /// How far the evaluation is.
    ///
    /// @param fraction 0..1; negative when it is not known
    record Stage(String message, double fraction) {
        static final Stage BEGUN = new Stage("Starting", -1);
    }

    private final SetupViewModel setup;
    private final EvaluationRunner runner;
    private final LatestJob job;
    private final Notices notices;
    private final CopyText clipboard;
    private final BiConsumer<SetupViewModel.Basis, MadeResult> usual;
    private final ReadOnlyObjectWrapper<Optional<Stage>> stage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    /// @param usual gets what was made, with what was chosen for it
    RunViewModel(
            SetupViewModel setup,
            EvaluationRunner runner,
            JobRunner jobs,
            Notices notices,
            CopyText clipboard,
            BiConsumer<SetupViewModel.Basis, MadeResult> usual) {
        this.setup = setup;
        this.runner = runner;
        this.job = new LatestJob(jobs);
        this.notices = notices;
        this.clipboard = clipboard;
        this.usual = usual;
    }

    // Properties

    /// How far the evaluation is; empty when none is under way.
    ReadOnlyObjectProperty<Optional<Stage>> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Why the last evaluation failed; empty text when it did not.
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    // Commands

    /// Evaluates what is chosen, unless [SetupViewModel#blockedProperty()] says why not.
    void run() {
        if (setup.blockedProperty().get().isEmpty()) {
            setup.sayThreshold();
        }
        run(usual);
    }

    /// As [#run()], for somebody else.
    ///
    /// @param taker gets what was made, with what was chosen for it
    void run(BiConsumer<SetupViewModel.Basis, MadeResult> taker) {
        if (!setup.blockedProperty().get().isEmpty() || stage.get().isPresent()) {
            return;
        }
        SetupViewModel.Basis asked = setup.presentProperty().get().orElseThrow();
        EvaluationMaterial material = setup.material(asked.setup(), asked.runs()).orElseThrow();
        failure.set("");
        stage.set(Optional.of(Stage.BEGUN));
        int count = asked.setup().files().size();
        job.<StageReports, MadeResult>runInParts(
                count == 1 ? "Evaluate 1 rollout file" : "Evaluate " + count + " rollout files",
                (progress, screen) -> new MadeResult(
                        runner.run(asked.setup(), material, new StageReports(progress, screen)), asked.setup(), material),
                reports -> stage.set(Optional.of(reports.taken())),
                made -> {
                    stage.set(Optional.empty());
                    taker.accept(asked, made);
                },
                problem -> {
                    stage.set(Optional.empty());
                    notices.report(problem);
                    failure.set(notices.open().getFirst().summary());
                },
                () -> stage.set(Optional.empty()));
    }

    /// Asks the evaluation to stop.
    void cancel() {
        job.cancel();
    }

    /// Something else is shown now: an evaluation that is under way is for nothing.
    void drop() {
        job.forget();
        stage.set(Optional.empty());
    }

    /// Another workspace is being opened.
    void forget() {
        drop();
        failure.set("");
    }

    void copyFailure() {
        clipboard.copy(failure.get());
    }
}
