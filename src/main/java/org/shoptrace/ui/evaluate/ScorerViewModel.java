package org.shoptrace.ui.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.evaluate.result.MadeResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.report.ReportCommandLine;
import org.shoptrace.core.report.ResultReport;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.trajectory.RolloutFileName;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// What has to be worked out to put the scorer to the test, each part when somebody asks for it. Another result forgets what it was about.
final class ScorerViewModel {
    /// The same rollouts under another profile.
    ///
    /// @param bySeries by the labels of the result; a series that the other profile does not score is left out
    record Rejudged(ScoringProfile profile, SequencedMap<String, ScorerVariant> bySeries) {}

    private final WorkspaceViewModel workspace;
    private final JobRunner jobs;
    private final EvaluationRunner runner;
    private final Notices notices;
    private final Supplier<Optional<MadeResult>> made;
    private final ReadOnlyObjectWrapper<Optional<Rejudged>> rejudged = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TitleCalibration>> calibration = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SplitLeaks>> leaks = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Judgements>> judgements = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int generation;

    ScorerViewModel(
            WorkspaceViewModel workspace,
            JobRunner jobs,
            EvaluationRunner runner,
            Notices notices,
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result,
            Supplier<Optional<MadeResult>> made) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.runner = runner;
        this.notices = notices;
        this.made = made;
        result.subscribe(_ -> forget());
    }

    // Properties

    /// Empty until [#judgeByOtherProfile()] has been asked.
    ReadOnlyObjectProperty<Optional<Rejudged>> rejudgedProperty() {
        return rejudged.getReadOnlyProperty();
    }

    /// Empty until [#calibrate()] has been asked.
    ReadOnlyObjectProperty<Optional<TitleCalibration>> calibrationProperty() {
        return calibration.getReadOnlyProperty();
    }

    /// What the task files of the workspace share; empty until [#findLeaks()] has been asked.
    ReadOnlyObjectProperty<Optional<SplitLeaks>> leaksProperty() {
        return leaks.getReadOnlyProperty();
    }

    /// Empty until [#readAnnotations()] has been asked.
    ReadOnlyObjectProperty<Optional<Judgements>> judgementsProperty() {
        return judgements.getReadOnlyProperty();
    }

    /// Whether the workspace has several task files that can be held against each other.
    boolean hasSplits() {
        return workspace.taskSets().size() > 1 && workspace.taskFiles().size() == workspace.taskSets().size();
    }

    /// The profile that the result was not made with.
    Optional<ScoringProfile> otherProfile() {
        return made.get().map(now -> now.setup().profile().other());
    }

    /// What is shown as a report: the figures, and what has been worked out about the scorer so far. Empty without a result.
    Optional<ResultReport> report() {
        return made.get().map(now -> new ResultReport(
                new ReportCommandLine(now, catalog(now.result()), judgements.get().flatMap(_ -> annotations())),
                Map.copyOf(workspace.facts()),
                rejudged.get().<Map<String, ScorerVariant>>map(Rejudged::bySeries).orElse(Map.of()),
                calibration.get(),
                judgements.get().orElse(Judgements.NONE),
                leaks.get().orElse(new SplitLeaks(List.of()))));
    }

    /// The directory of the open catalogue, when it is the one that the result was made with.
    private Optional<Path> catalog(EvaluationResult result) {
        return workspace.catalogProperty().get() instanceof CatalogState.Open(Sandbox open, Optional<Path> directory)
                && open.fingerprint().sha256().equals(result.face().fingerprint())
                        ? directory
                        : Optional.empty();
    }

    private Optional<Path> annotations() {
        return workspace.folderProperty().get().map(place -> place.storage().resolve(AnnotationStore.FOLDER));
    }

    // Commands

    /// Scores the same files by the other profile, and shows which runs turn.
    void judgeByOtherProfile() {
        made.get().ifPresent(now -> {
            ScoringProfile other = otherProfile().orElseThrow();
            run(
                    "Scoring by " + other.wireName(),
                    progress -> new Rejudged(other, runner.judged(now, other, progress)),
                    rejudged);
        });
    }

    /// Holds the similarity against the published vectors that tasks of the workspace carry.
    void calibrate() {
        made.get().ifPresent(now -> run(
                "Holding the similarity against published vectors",
                progress -> runner.calibrate(now.setup().similarity(), now.material(), progress),
                calibration));
    }

    /// Holds the task files against each other.
    void findLeaks() {
        made.get().ifPresent(now -> {
            SequencedMap<String, List<Task>> splits = new LinkedHashMap<>();
            for (int i = 0; i < now.material().taskFiles().size(); i++) {
                splits.put(RolloutFileName.withFolder(now.material().taskFiles().get(i)), now.material().taskSets().get(i));
            }
            Sandbox sandbox = now.material().sandbox();
            run("Holding task files against each other", _ -> SplitLeaks.of(splits, sandbox::product), leaks);
        });
    }

    /// Reads what annotators say.
    void readAnnotations() {
        workspace.folderProperty().get().ifPresent(place -> run(
                "Reading annotations",
                _ -> {
                    try (AnnotationStore store = AnnotationStore.of(place)) {
                        return Judgements.of(store.read().annotations());
                    }
                },
                judgements));
    }

    private <T> void run(String title, Job<T> job, ReadOnlyObjectWrapper<Optional<T>> into) {
        int mine = generation;
        jobs.run(
                title,
                job,
                answer -> {
                    if (mine == generation) {
                        into.set(Optional.of(answer));
                    }
                },
                notices::report);
    }

    private void forget() {
        generation++;
        rejudged.set(Optional.empty());
        calibration.set(Optional.empty());
        leaks.set(Optional.empty());
        judgements.set(Optional.empty());
    }
}
