package org.shoptrace.ui.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableMap;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.evaluate.result.MadeResult;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.report.ReportCommandLine;
import org.shoptrace.core.report.ResultReport;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.LatestJob;
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
    private final ResultsViewModel results;
    private final Supplier<Optional<MadeResult>> made;
    private final Part<Rejudged> rejudged;
    private final Part<TitleCalibration> calibration;
    private final Part<SplitLeaks> leaks;
    private final Part<Judgements> judgements;

    /// Something that is worked out when somebody asks; of two askings the later counts.
    private final class Part<T> {
        private final ReadOnlyObjectWrapper<Optional<T>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
        private final LatestJob latest = new LatestJob(jobs);

        void ask(String title, Job<T> job) {
            latest.run(title, job, answer -> known.set(Optional.of(answer)), notices::report);
        }

        void forget() {
            latest.forget();
            known.set(Optional.empty());
        }
    }

    /// @param made what is shown, as long as what it was made with is known and there
    ScorerViewModel(
            WorkspaceViewModel workspace,
            JobRunner jobs,
            EvaluationRunner runner,
            Notices notices,
            ResultsViewModel results,
            Supplier<Optional<MadeResult>> made) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.runner = runner;
        this.notices = notices;
        this.results = results;
        this.made = made;
        this.rejudged = new Part<>();
        this.calibration = new Part<>();
        this.leaks = new Part<>();
        this.judgements = new Part<>();
        results.resultProperty().subscribe(_ -> List.of(rejudged, calibration, leaks, judgements).forEach(Part::forget));
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return results.resultProperty();
    }

    /// What the diagnosis says of the runs, as far as it has got.
    ObservableMap<RunId, RunFacts> facts() {
        return results.facts();
    }

    Opener open() {
        return results.open();
    }

    /// Empty until [#judgeByOtherProfile()] has been asked.
    ReadOnlyObjectProperty<Optional<Rejudged>> rejudgedProperty() {
        return rejudged.known.getReadOnlyProperty();
    }

    /// Empty until [#calibrate()] has been asked.
    ReadOnlyObjectProperty<Optional<TitleCalibration>> calibrationProperty() {
        return calibration.known.getReadOnlyProperty();
    }

    /// What the task files of the workspace share; empty until [#findLeaks()] has been asked.
    ReadOnlyObjectProperty<Optional<SplitLeaks>> leaksProperty() {
        return leaks.known.getReadOnlyProperty();
    }

    /// Empty until [#readAnnotations()] has been asked.
    ReadOnlyObjectProperty<Optional<Judgements>> judgementsProperty() {
        return judgements.known.getReadOnlyProperty();
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
                new ReportCommandLine(now, catalog(now.result()), judgements.known.get().flatMap(_ -> annotations()),
                        OptionalInt.of(workspace.stepLimit())),
                Map.copyOf(results.facts()),
                rejudged.known.get().<Map<String, ScorerVariant>>map(Rejudged::bySeries).orElse(Map.of()),
                calibration.known.get(),
                judgements.known.get().orElse(Judgements.NONE),
                leaks.known.get().orElse(new SplitLeaks(List.of()))));
    }

    /// The directory of the open catalogue, when it is the one that the result was made with.
    private Optional<Path> catalog(EvaluationResult result) {
        return workspace.catalogProperty().get() instanceof CatalogState.Open(Sandbox open, Optional<Path> directory, var _)
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
            rejudged.ask(
                    "Scoring by " + other.wireName(), progress -> new Rejudged(other, runner.judged(now, other, progress)));
        });
    }

    /// Holds the similarity against the published vectors that tasks of the workspace carry.
    void calibrate() {
        made.get().ifPresent(now -> calibration.ask(
                "Holding the similarity against published vectors",
                progress -> runner.calibrate(now.setup().similarity(), now.material(), progress)));
    }

    /// Holds the task files against each other.
    void findLeaks() {
        made.get().ifPresent(now -> {
            SequencedMap<String, List<Task>> splits = new LinkedHashMap<>();
            FileNames names = FileNames.of(now.material().taskFiles());
            for (int i = 0; i < now.material().taskFiles().size(); i++) {
                splits.put(names.of(now.material().taskFiles().get(i)), now.material().taskSets().get(i));
            }
            Sandbox sandbox = now.material().sandbox();
            leaks.ask("Holding task files against each other", _ -> SplitLeaks.of(splits, sandbox::product));
        });
    }

    /// Reads what annotators say.
    void readAnnotations() {
        workspace.folderProperty().get().ifPresent(place -> judgements.ask(
                "Reading annotations",
                _ -> {
                    try (AnnotationStore store = AnnotationStore.of(place)) {
                        return Judgements.of(store.read().annotations());
                    }
                }));
    }
}
