package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.loss.SampleFacts;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.ResultDiagnosis;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;

class DiagnosisViewModelTest {
    @TempDir
    private Path folder = Path.of("");

    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final Notices notices = new Notices();
    private final List<ResultDiagnosis> asked = new ArrayList<>();
    private final List<Optional<DiagnosisViewModel.Progress>> meanwhile = new ArrayList<>();
    private boolean calledOff;
    private EvaluateViewModel model;

    @BeforeEach
    void open() {
        EvaluationRunner runner = new EvaluationRunner() {
            @Override
            public EvaluationResult run(EvaluationSetup setup, EvaluationMaterial material, Progress progress) {
                return SampleEvaluation.result(SampleEvaluation.MODELS, Intent.LEVELS);
            }

            @Override
            public void diagnose(ResultDiagnosis now, RunReader reader, Consumer<? super ResultDiagnosis.Part> told, Progress progress)
                    throws ShoptraceException {
                asked.add(now);
                Map<RunId, RunFacts> all = new HashMap<>();
                scored().forEach(run -> all.put(run.id(), SampleFacts.of(run, SampleFacts.right())));
                RunId first = now.runs().getFirst().run().id();
                told.accept(new ResultDiagnosis.Found(Map.of(first, all.get(first))));
                meanwhile.add(model.diagnosis().progressProperty().get());
                if (calledOff) {
                    throw new CancellationException();
                }
                told.accept(new ResultDiagnosis.Found(all));
            }
        };
        model = new EvaluateViewModel(workspace, new DirectJobRunner(), runner, notices, new NavigatorFake(), _ -> {});
        given.folder(new WorkspaceFolder(folder, folder.resolve("storage"), false));
        given.tasks(SampleEvaluation.tasks());
        given.add(SampleEvaluation.runs());
        given.catalog(new CatalogState.Open(ProductLookUp.empty()));
    }

    private List<ScoredRun> scored() {
        return model.shown().resultProperty().get().orElseThrow().series().stream()
                .flatMap(series -> series.evaluation().overall().runs().stream())
                .toList();
    }

    private void evaluateByAnother() {
        model.setup().form().embeddedProperty().set(EmbeddedModel.BGE);
        model.running().run();
    }

    @Test
    void whatTheWorkspaceFoundOutHoldsForItsOwnScorer() {
        model.running().run();
        assertEquals(List.of(), asked, "it works on these itself");
        ScoredRun run = scored().getFirst();
        RunFacts found = SampleFacts.of(run, SampleFacts.right());
        given.facts(Map.of(run.id(), found));
        assertEquals(Map.of(run.id(), found), model.results().facts());
        assertEquals(Optional.empty(), model.diagnosis().progressProperty().get());
    }

    @Test
    void theRunsOfAnotherScorerAreDiagnosedByIt() {
        model.running().run();
        ScoredRun run = scored().getFirst();
        RunFacts unasked = SampleFacts.of(run, SampleFacts.reward(Stage.values()[0], Optional.empty(), Waypoint.values()[0]));
        given.facts(Map.of(run.id(), unasked));
        evaluateByAnother();
        assertEquals(24, asked.getFirst().runs().size());
        assertEquals(
                Optional.of(new DiagnosisViewModel.Progress(1, 24, scoredBy(), true)), meanwhile.getFirst(), "pages follow");
        assertEquals(24, model.results().facts().size());
        assertEquals(SampleFacts.of(run, SampleFacts.right()), model.results().facts().get(run.id()));
        assertEquals(Optional.empty(), model.diagnosis().progressProperty().get());
        given.facts(Map.of(run.id(), unasked));
        assertEquals(SampleFacts.of(run, SampleFacts.right()), model.results().facts().get(run.id()), "whatever the workspace finds out");
        assertEquals(24, model.scorer().report().orElseThrow().facts().size(), "and the report has them");
    }

    @Test
    void whatWasCalledOffIsTakenUpAgain() {
        calledOff = true;
        evaluateByAnother();
        assertEquals(Optional.of(new DiagnosisViewModel.Progress(1, 24, scoredBy(), false)), model.diagnosis().progressProperty().get());
        assertTrue(notices.open().stream().noneMatch(notice -> notice.summary().contains("iagnos")), "that is no trouble");
        calledOff = false;
        model.diagnosis().goOn();
        assertEquals(Optional.empty(), model.diagnosis().progressProperty().get());
        assertEquals(24, model.results().facts().size());
    }

    private String scoredBy() {
        return model.shown().resultProperty().get().orElseThrow().face().similarity();
    }
}
