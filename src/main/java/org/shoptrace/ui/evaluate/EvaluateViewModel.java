package org.shoptrace.ui.evaluate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.evaluate.TaskCover;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.kept.KeptResults;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.core.evaluate.result.MadeResult;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.evaluate.setup.RolloutChoice;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// What is chosen, whether it can be run, how far it is, and what came out.
public final class EvaluateViewModel {
    /// How far the evaluation is.
    ///
    /// @param fraction 0..1; negative when it is not known
    record Stage(String message, double fraction) {
        static final Stage BEGUN = new Stage("Starting", -1);
    }

    /// What a result depends on: where it differs from the present, the result is stale.
    private record Basis(EvaluationSetup setup, List<RunSummary> runs, int tasks, CatalogState catalog) {}

    private final WorkspaceViewModel workspace;
    private final JobRunner jobs;
    private final EvaluationRunner runner;
    private final Notices notices;
    private final Navigator navigator;
    private final CopyText clipboard;

    private final EvaluationForm form = new EvaluationForm();
    private final ObservableList<RolloutChoice> files = FXCollections.observableArrayList();
    private final ObservableSet<Path> left = FXCollections.observableSet();
    private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper power = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Stage>> stage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<EvaluationResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Behind.Tasks>> missing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<List<String>> doubts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Instant>> made = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ResultsViewModel results;
    private final ExportViewModel exports;
    private final ScorerViewModel scorer;
    private final KeptViewModel kept;
    private Consumer<Map<RunId, RunOutcome>> scored = _ -> {};
    private TaskCover tasks;
    private @Nullable JobHandle job;
    private @Nullable Basis basis;
    private boolean restored;
    private int generation;

    public EvaluateViewModel(
            WorkspaceViewModel workspace,
            JobRunner jobs,
            EvaluationRunner runner,
            Notices notices,
            Navigator navigator,
            CopyText clipboard) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.runner = runner;
        this.notices = notices;
        this.navigator = navigator;
        this.clipboard = clipboard;
        this.tasks = new TaskCover(workspace.taskSets());
        this.results = new ResultsViewModel(result.getReadOnlyProperty(), workspace.facts(), jobs, notices, navigator);
        this.scorer = new ScorerViewModel(workspace, jobs, runner, notices, result.getReadOnlyProperty(), this::made);
        this.exports = new ExportViewModel(workspace.folderProperty(), scorer::report, jobs, notices);
        this.kept = new KeptViewModel(workspace, jobs, notices, () -> material(workspace.runs()), this::show, results.power()::remember);
        workspace.runs().addListener((Observable _) -> refreshFiles());
        workspace.tasks().addListener((Observable _) -> {
            tasks = new TaskCover(workspace.taskSets());
            refreshFiles();
        });
        left.addListener((Observable _) -> refreshState());
        results.power().shareProperty().addListener((_, _, _) -> refreshState());
        workspace.catalogProperty().addListener((_, _, now) -> {
            if (now instanceof CatalogState.Unknown) {
                forget();
            }
            refreshState();
            restore();
        });
        form.inputs().forEach(input -> input.addListener((_, _, _) -> refreshState()));
        workspace.loadedProperty().addListener((_, _, _) -> restore());
        refreshFiles();
    }

    // Properties

    EvaluationForm form() {
        return form;
    }

    /// The rollout files of the workspace.
    ObservableList<RolloutChoice> files() {
        return files;
    }

    /// The files that are left out; all others are chosen, those too that are found later.
    ObservableSet<Path> leftOut() {
        return left;
    }

    /// Why nothing can be run, for people; empty text when it can.
    ReadOnlyStringProperty blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    /// What the chosen tasks can show, for people; empty text when there are none.
    ReadOnlyStringProperty powerProperty() {
        return power.getReadOnlyProperty();
    }

    /// How far the evaluation is; empty when none is under way.
    ReadOnlyObjectProperty<Optional<Stage>> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Why the last evaluation failed; empty text when it did not.
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Whether what is chosen, or what the workspace holds, is no longer what the result was made from.
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// What has changed since a kept result was made, in short sentences; none for one that was made just now.
    ReadOnlyObjectProperty<List<String>> doubtsProperty() {
        return doubts.getReadOnlyProperty();
    }

    /// When a kept result was made; empty for one that was made just now.
    ReadOnlyObjectProperty<Optional<Instant>> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /// How the result is looked at.
    ResultsViewModel results() {
        return results;
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

    /// The tasks without a rollout that were asked for last.
    ReadOnlyObjectProperty<Optional<Behind.Tasks>> missingProperty() {
        return missing.getReadOnlyProperty();
    }

    // Commands

    void choose(Path file, boolean chosen) {
        if (chosen) {
            left.remove(file);
        } else {
            left.add(file);
        }
    }

    void chooseAll() {
        left.clear();
    }

    void chooseNone() {
        files.forEach(file -> left.add(file.file()));
    }

    /// Evaluates what is chosen, unless [#blockedProperty()] says why not.
    void run() {
        if (!blocked.get().isEmpty() || stage.get().isPresent()) {
            return;
        }
        Basis asked = present().orElseThrow();
        EvaluationMaterial material = material(asked.runs());
        int mine = ++generation;
        failure.set("");
        stage.set(Optional.of(Stage.BEGUN));
        int count = asked.setup().files().size();
        job = jobs.run(
                count == 1 ? "Evaluate 1 rollout file" : "Evaluate " + count + " rollout files",
                progress -> runner.run(asked.setup(), material, new PublishedProgress(progress, jobs.publisher(), now -> show(mine, now))),
                evaluated -> ended(mine, () -> publish(asked, evaluated, material)),
                problem -> ended(mine, () -> fail(problem)),
                () -> ended(mine, () -> {}));
    }

    /// Evaluates everything that was found with the settings a fresh window has.
    public void runEverything() {
        form.profileProperty().set(ScoringProfile.SHOPPINGBENCH);
        form.similarityProperty().set(SimilarityChoice.Kind.EMBEDDED);
        form.noThinkProperty().set(false);
        chooseAll();
        run();
    }

    /// Shows a result that was made elsewhere.
    public void show(EvaluationResult shown) {
        show(null, shown, List.of(), Optional.empty());
    }

    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    /// Opens what stands behind a figure: runs in Replay, tasks without a run in this screen's list.
    void open(Behind behind) {
        switch (behind) {
            case Behind.Runs runs -> navigator.openRuns(runs.why(), runs.runs());
            case Behind.Tasks tasks -> {
                missing.set(Optional.of(tasks));
                results.pageProperty().set(ResultPage.OVERVIEW);
            }
        }
    }

    void openTask(String query) {
        navigator.openTask(query);
    }

    /// Copies a cell, a query or a message.
    void copy(String text) {
        clipboard.copy(text);
    }

    /// Shows a page of the result.
    ///
    /// @param id of a [ResultPage], or `published`: the overview with the paper's figures beside
    /// @return whether there is such a page
    public boolean showPage(String id) {
        return results.showPage(id);
    }

    /// Says who takes in how the runs of the workspace ended, after each evaluation of it.
    public void onScored(Consumer<Map<RunId, RunOutcome>> taker) {
        scored = taker;
    }

    void copyFigures() {
        result.get().ifPresent(shown -> clipboard.copy(FigureTable.of(shown.rows()).tabSeparated()));
    }

    void copyReport() {
        result.get().ifPresent(shown -> clipboard.copy(shown.report()));
    }

    private void show(int mine, Stage now) {
        if (mine == generation && stage.get().isPresent()) {
            stage.set(Optional.of(now));
        }
    }

    private void ended(int mine, Runnable publish) {
        if (mine == generation) {
            stage.set(Optional.empty());
            publish.run();
        }
    }

    private void publish(Basis asked, EvaluationResult evaluated, EvaluationMaterial material) {
        show(asked, evaluated, List.of(), Optional.empty());
        kept.shown(Optional.empty());
        scored.accept(evaluated.outcomes());
        workspace.folderProperty().get().filter(_ -> !evaluated.evaluations().isEmpty()).ifPresent(folder -> jobs.run(
                "Keeping the evaluation",
                progress -> KeptResults.keep(folder, asked.setup(), material, evaluated.evaluations(), progress),
                file -> {
                    if (result.get().filter(evaluated::equals).isPresent()) {
                        kept.shown(Optional.of(file));
                    }
                },
                notices::report));
    }

    private void show(@Nullable Basis made, EvaluationResult shown, List<String> changes, Optional<Instant> when) {
        basis = made;
        doubts.set(changes);
        this.made.set(when);
        missing.set(Optional.empty());
        result.set(Optional.of(shown));
        refreshState();
    }

    /// Brings the last result of the workspace back, once everything is there that it belongs to.
    private void restore() {
        boolean ready = workspace.loadedProperty().get() && workspace.sandbox().isPresent() && workspace.folderProperty().get().isPresent();
        if (ready && !restored && result.get().isEmpty() && stage.get().isEmpty()) {
            restored = true;
            kept.openLatest();
        }
    }

    private EvaluationMaterial material(List<RunSummary> runs) {
        return new EvaluationMaterial(workspace.taskSets(), workspace.taskFiles(), runs, workspace.sandbox().orElseThrow());
    }

    /// What is shown, as long as what it was made with is known and there.
    private Optional<MadeResult> made() {
        return basis == null || workspace.sandbox().isEmpty()
                ? Optional.empty()
                : Optional.of(new MadeResult(result.get().orElseThrow(), basis.setup(), material(basis.runs())));
    }

    private void show(KeptResults.Restored shown) {
        generation++;
        cancel();
        stage.set(Optional.empty());
        form.choose(shown.setup());
        files.stream().map(RolloutChoice::file).forEach(file -> choose(file, shown.setup().files().contains(file)));
        Basis then = new Basis(shown.setup(), runs(shown.setup().files()), workspace.tasks().size(), workspace.catalogProperty().get());
        show(then, shown.result(), shown.stale(), Optional.of(shown.made()));
    }

    private void fail(Exception problem) {
        notices.report(problem);
        failure.set(notices.open().getFirst().summary());
    }

    private void refreshFiles() {
        files.setAll(RolloutChoice.of(workspace.runs(), tasks));
        refreshState();
    }

    /// Another workspace is being opened: what was scored belongs to the last one.
    private void forget() {
        generation++;
        cancel();
        stage.set(Optional.empty());
        result.set(Optional.empty());
        missing.set(Optional.empty());
        failure.set("");
        basis = null;
        restored = false;
        kept.forget();
        results.power().forget();
        doubts.set(List.of());
        made.set(Optional.empty());
        left.clear();
    }

    private void refreshState() {
        blocked.set(Readiness.reason(workspace, form, files, chosen().toList()));
        power.set(Readiness.power(chosen().toList(), results.power()));
        stale.set(!doubts.get().isEmpty() || basis != null && !present().filter(basis::equals).isPresent());
    }

    private Stream<RolloutChoice> chosen() {
        return files.stream().filter(file -> !left.contains(file.file()));
    }

    private Optional<Basis> present() {
        List<Path> paths = chosen().map(RolloutChoice::file).toList();
        return form.choice().map(similarity -> new Basis(
                new EvaluationSetup(paths, form.profileProperty().get(), similarity, form.noThinkProperty().get()),
                runs(paths),
                workspace.tasks().size(),
                workspace.catalogProperty().get()));
    }

    private List<RunSummary> runs(List<Path> files) {
        Set<Path> wanted = Set.copyOf(files);
        return workspace.runs().stream().filter(run -> wanted.contains(run.source().file())).toList();
    }
}
