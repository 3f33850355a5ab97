package org.shoptrace.ui.evaluate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.evaluate.result.MadeResult;
import org.shoptrace.core.evaluate.result.ResultDiagnosis;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// What the diagnosis says of the runs of the result, by the scorer that scored them: what the workspace found out where it has the same
/// scorer, else what is found out for the result alone, in a job of its own.
final class DiagnosisViewModel {
    private final WorkspaceViewModel workspace;
    private final EvaluationRunner runner;
    private final Notices notices;
    private final Supplier<Optional<MadeResult>> made;
    private final LatestJob latest;
    private final ObservableMap<RunId, RunFacts> facts = FXCollections.observableHashMap();
    // Kept, because it follows the map weakly.
    private final ObservableMap<RunId, RunFacts> factsView = FXCollections.unmodifiableObservableMap(facts);
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Set<RunId> scored = Set.of();
    private Set<RunId> own = Set.of();

    /// How far the diagnosis for the result alone is, while some of its scored runs are not diagnosed.
    ///
    /// @param runs     how many are to be
    /// @param underWay whether it goes on; else it was called off, or failed, and can be taken up again
    record Progress(int diagnosed, int runs, String similarity, boolean underWay) {}

    /// @param made what is shown, as long as what it was made with is known and there
    DiagnosisViewModel(
            WorkspaceViewModel workspace, ReadOnlyObjectProperty<Optional<EvaluationResult>> result, EvaluationRunner runner,
            JobRunner jobs, Notices notices, Supplier<Optional<MadeResult>> made) {
        this.workspace = workspace;
        this.runner = runner;
        this.notices = notices;
        this.made = made;
        this.latest = new LatestJob(jobs);
        result.subscribe(now -> {
            scored = now.map(DiagnosisViewModel::scored).orElse(Set.of());
            begin();
        });
        // Other answers may give runs other tasks, or the agents other steps.
        workspace.identityProperty().addListener((_, _, _) -> begin());
        workspace.catalogProperty().addListener((_, _, _) -> begin());
        workspace.facts().addListener(this::follow);
        latest.runningProperty().subscribe(_ -> tell());
    }

    private static Set<RunId> scored(EvaluationResult result) {
        Set<RunId> runs = new HashSet<>();
        result.wholes().forEach(series -> series.evaluation().trials().forEach(run -> runs.add(run.id())));
        return runs;
    }

    // Properties

    /// By run, as far as the diagnosis has got; other runs than those of the result may be there too.
    ObservableMap<RunId, RunFacts> facts() {
        return factsView;
    }

    /// Empty while nothing is diagnosed for the result alone, and once all its scored runs are.
    ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    // Commands

    /// Goes on with what was called off.
    void goOn() {
        if (!latest.isRunning()) {
            diagnose();
        }
    }

    private void begin() {
        latest.forget();
        own = asked().map(ResultDiagnosis::ids).orElse(Set.of());
        Map<RunId, RunFacts> known = new HashMap<>(workspace.facts());
        known.keySet().removeAll(own);
        facts.keySet().retainAll(known.keySet());
        facts.putAll(known);
        diagnose();
    }

    private Optional<ResultDiagnosis> asked() {
        Optional<WorkspaceFolder> folder = workspace.folderProperty().get();
        // What files judge is not diagnosed by our rules.
        return folder.flatMap(place -> made.get().filter(now -> !now.result().isOwn()).map(
                now -> ResultDiagnosis.beside(workspace::task, now, workspace.stepLimit(), place.own())));
    }

    private void diagnose() {
        Optional<ResultDiagnosis> asked = own.isEmpty() ? Optional.empty() : asked();
        if (asked.isPresent()) {
            ResultDiagnosis diagnosis = asked.get();
            RunReader reader = workspace.reader();
            latest.<ResultDiagnosis.Part, Boolean>runInParts(
                    "Diagnosing runs by " + diagnosis.made().result().face().similarity(),
                    (job, part) -> {
                        runner.diagnose(diagnosis, reader, part, job);
                        return true;
                    },
                    this::take,
                    _ -> {},
                    notices::report,
                    () -> {});
        }
        tell();
    }

    private void take(ResultDiagnosis.Part part) {
        switch (part) {
            case ResultDiagnosis.Found found -> facts.putAll(found.facts());
            case ResultDiagnosis.Unkept unkept -> notices.report(unkept.why());
        }
        tell();
    }

    /// What the workspace finds out of runs that are not diagnosed for the result alone.
    private void follow(MapChangeListener.Change<? extends RunId, ? extends RunFacts> change) {
        RunId run = change.getKey();
        if (own.contains(run)) {
            return;
        }
        if (change.wasAdded()) {
            facts.put(run, change.getValueAdded());
        } else {
            facts.remove(run);
        }
    }

    private void tell() {
        int runs = (int) own.stream().filter(scored::contains).count();
        int diagnosed = (int) own.stream().filter(run -> scored.contains(run) && facts.containsKey(run)).count();
        progress.set(diagnosed == runs
                ? Optional.empty()
                : made.get().map(now -> new Progress(diagnosed, runs, now.result().face().similarity(), latest.isRunning())));
    }
}
