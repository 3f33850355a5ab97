package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.evaluate.kept.KeptResults;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.evaluate.result.MadeResult;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The screen's small models, and what one has to do with another: what was run is shown and kept, what was kept is shown and chosen again,
/// another workspace forgets it all.
public final class EvaluateViewModel {
    private final WorkspaceViewModel workspace;
    private final SetupViewModel setup;
    private final RunViewModel run;
    private final ShownResult shown;
    private final DiagnosisViewModel diagnosis;
    private final ResultsViewModel results;
    private final ScorerViewModel scorer;
    private final ExportViewModel exports;
    private final KeptViewModel kept;
    private final ServerViewModel servers;
    private Consumer<Map<RunId, RunOutcome>> scored = _ -> {};
    private boolean restored;

    public EvaluateViewModel(
            WorkspaceViewModel workspace,
            JobRunner jobs,
            EvaluationRunner runner,
            Notices notices,
            Navigator navigator,
            CopyText clipboard) {
        this.workspace = workspace;
        PowerViewModel power = new PowerViewModel();
        this.setup = new SetupViewModel(workspace, power);
        this.servers = new ServerViewModel(setup.form(), () -> List.copyOf(workspace.tasks()), runner, jobs, clipboard);
        this.shown = new ShownResult(setup.presentProperty());
        this.diagnosis = new DiagnosisViewModel(workspace, shown.resultProperty(), runner, jobs, notices, this::made);
        this.results = new ResultsViewModel(
                shown.resultProperty(), power, diagnosis.facts(), new ResultsViewModel.Means(
                        jobs, notices, navigator, clipboard, () -> products(workspace), workspace.outcomes()));
        this.run = new RunViewModel(setup, runner, jobs, notices, clipboard, this::publishAndKeep);
        this.scorer = new ScorerViewModel(workspace, jobs, runner, notices, results, this::made);
        this.exports = new ExportViewModel(workspace.folderProperty(), scorer::report, jobs, notices, clipboard);
        this.kept = new KeptViewModel(
                workspace, jobs, notices, () -> setup.material(workspace.runs()), this::show, power::remember);
        workspace.catalogProperty().addListener((_, _, now) -> {
            if (now instanceof CatalogState.Unknown) {
                forget();
            }
            restore();
        });
        workspace.loadedProperty().addListener((_, _, _) -> restore());
    }

    /// Those of the open catalogue; none without one.
    private static ProductSource products(WorkspaceViewModel workspace) {
        return workspace.catalogProperty().get() instanceof CatalogState.Open open ? open.sandbox()::product : _ -> Optional.empty();
    }

    // Properties

    /// What is chosen, and whether it can be run.
    SetupViewModel setup() {
        return setup;
    }

    /// The embeddings server that may compare titles.
    ServerViewModel servers() {
        return servers;
    }

    /// How far the evaluation is.
    RunViewModel running() {
        return run;
    }

    /// The result that is shown, and whether it still holds.
    ShownResult shown() {
        return shown;
    }

    /// How the result is looked at, page by page.
    ResultsViewModel results() {
        return results;
    }

    /// How far the runs of the result are diagnosed by its scorer.
    DiagnosisViewModel diagnosis() {
        return diagnosis;
    }

    /// The tests of the scorer that are made when somebody asks.
    ScorerViewModel scorer() {
        return scorer;
    }

    /// The results that the workspace keeps.
    KeptViewModel kept() {
        return kept;
    }

    /// Where charts, tables and reports are written to.
    ExportViewModel exports() {
        return exports;
    }

    // Commands

    /// Evaluates everything that was found with the settings a fresh window has, and only shows it: a workspace is not written to for the
    /// sake of a picture.
    public void evaluateForPicture() {
        setup.chooseUsual();
        run.run((asked, made) -> {
            publish(asked, made);
            kept.leave();
        });
    }

    /// Says who takes in how the runs of the workspace ended, after each evaluation of it.
    public void onScored(Consumer<Map<RunId, RunOutcome>> taker) {
        scored = taker;
    }

    /// Says who takes what a person says of the workspace here: from which score on its runs are a success.
    public void onAnswer(Consumer<Identity> taker) {
        setup.onAnswer(taker);
    }

    /// Shows a result that was made elsewhere.
    public void show(EvaluationResult elsewhere) {
        shown.show(Optional.empty(), elsewhere);
    }

    /// Shows a page of the result.
    ///
    /// @param id of a [ResultPage], or `published`: the overview with the paper's figures beside
    /// @return whether there is such a page
    public boolean showPage(String id) {
        return results.showPage(id);
    }

    private void publish(SetupViewModel.Basis asked, MadeResult made) {
        shown.show(Optional.of(asked), made.result());
        if (!made.result().isOwn()) {
            scored.accept(made.result().outcomes());
        }
    }

    private void publishAndKeep(SetupViewModel.Basis asked, MadeResult made) {
        publish(asked, made);
        kept.keep(made, () -> shown.is(made.result()), shown::madeFrom);
    }

    private void show(KeptResults.Restored kept) {
        run.drop();
        shown.showKept(setup.choose(kept.setup()), kept);
    }

    /// Brings the last result of the workspace back, once everything is there that it belongs to.
    private void restore() {
        boolean settled = switch (workspace.catalogProperty().get()) {
            case CatalogState.Unknown _,CatalogState.Building _ -> false;
            case CatalogState.None _,CatalogState.NotIndexed _,CatalogState.Open _ -> true;
        };
        boolean ready = workspace.loadedProperty().get() && settled && workspace.folderProperty().get().isPresent();
        if (ready && !restored && isIdle()) {
            // Without a catalogue only what files say can be shown again; what rules judged may follow with one.
            restored = workspace.sandbox().isPresent();
            kept.openLatest(this::isIdle);
        }
    }

    /// Nothing is shown that a kept result would take the place of, and nothing is being made that will be.
    private boolean isIdle() {
        return shown.resultProperty().get().isEmpty() && run.stageProperty().get().isEmpty();
    }

    /// What is shown, as long as what it was made with is known and there.
    private Optional<MadeResult> made() {
        return shown.basis().flatMap(basis -> setup.material(basis.setup(), basis.runs())
                .map(material -> new MadeResult(
                        shown.resultProperty().get().orElseThrow(), basis.setup(), material, shown.inputs())));
    }

    /// Another workspace is being opened: what was scored belongs to the last one.
    private void forget() {
        run.forget();
        shown.forget();
        restored = false;
        kept.forget();
        results.power().forget();
    }
}
