package org.shoptrace.ui.inspect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.TitleComparison;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.session.WorkspacePorts;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.model.finding.ConstraintMatrix;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Has the open run diagnosed and publishes the findings; holds what the inspector shows of them at the current step. It follows the
/// workspace: a task or a catalogue that arrives later is used.
public final class InspectorViewModel {

    /// How far the comparison of titles has come.
    enum Titles {
        COMPARED,
        COMPARING,
        /// The similarity cannot compare all of them, or the comparison failed.
        LEFT_OUT
    }

    private final WorkspaceViewModel workspace;
    private final OpenRunViewModel openRun;
    private final LatestJob working;
    private final Notices notices;
    private final WorkspacePorts.DefaultProfile profile;
    private final Consumer<Identity> answer;
    private final RankReasons reasons;
    private final ReadOnlyObjectWrapper<MatrixPage> matrix = new ReadOnlyObjectWrapper<>(MatrixPage.EMPTY);
    private final ReadOnlyObjectWrapper<Titles> titles = new ReadOnlyObjectWrapper<>(Titles.COMPARED);
    private final ReadOnlyObjectWrapper<MatrixOrder> order = new ReadOnlyObjectWrapper<>(MatrixOrder.PROMISING);
    private final ReadOnlyBooleanWrapper allRows = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper reward = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper ownThreshold = new ReadOnlyDoubleWrapper();
    private final Map<String, BooleanProperty> expanded = new HashMap<>();
    private ConstraintMatrix whole = new ConstraintMatrix(List.of());

    /// @param profile what a success is, over the open catalogue
    /// @param answer  takes what a person says of all runs of the workspace
    public InspectorViewModel(
            WorkspaceViewModel workspace,
            OpenRunViewModel openRun,
            JobRunner jobs,
            Notices notices,
            WorkspacePorts.DefaultProfile profile,
            Consumer<Identity> answer) {
        this.workspace = workspace;
        this.openRun = openRun;
        this.working = new LatestJob(jobs);
        this.notices = notices;
        this.profile = profile;
        this.answer = answer;
        reasons = new RankReasons(workspace, openRun, jobs, notices);
        openRun.openProperty().subscribe(_ -> inspect());
        openRun.stepProperty().subscribe(_ -> refreshMatrix());
        workspace.catalogProperty().addListener((InvalidationListener) _ -> inspect());
        workspace.tasks().addListener((InvalidationListener) _ -> inspect());
        workspace.identityProperty().addListener((InvalidationListener) _ -> inspect());
        workspace.identityProperty().subscribe(_ -> ownThreshold.set(workspace.ownThreshold()));
        order.subscribe(_ -> refreshMatrix());
        allRows.subscribe(_ -> refreshMatrix());
        reward.subscribe(_ -> refreshMatrix());
    }

    // Properties

    OpenRunViewModel openRun() {
        return openRun;
    }

    /// The constraint matrix at the current step against the reward that is looked at.
    ReadOnlyObjectProperty<MatrixPage> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Titles> titlesProperty() {
        return titles.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<MatrixOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty allRowsProperty() {
        return allRows.getReadOnlyProperty();
    }

    /// The reward that the matrix is held against, from 0.
    ReadOnlyIntegerProperty rewardProperty() {
        return reward.getReadOnlyProperty();
    }

    /// Where the targets stood in the searches of the current step, or in the one that was asked for, and why.
    RankReasons reasons() {
        return reasons;
    }

    /// The open catalogue's fingerprint in short; empty text without one.
    String fingerprint() {
        return workspace.sandbox().map(sandbox -> sandbox.fingerprint().brief()).orElse("");
    }

    /// How many steps the agents of the workspace's runs had.
    int stepLimit() {
        return workspace.stepLimit();
    }

    /// From which score on a run succeeded whose file does not say whether it did.
    ReadOnlyDoubleProperty ownThresholdProperty() {
        return ownThreshold.getReadOnlyProperty();
    }

    /// Why a run belongs to no task, a short sentence without a full stop.
    String whyNoTask(OpenRun open) {
        return workspace.whyNoTask(asListed(open));
    }

    /// Whether several task files have a task for the run, and nobody has said which counts.
    boolean isTaskAsked(OpenRun open) {
        RunSummary run = asListed(open);
        return workspace.task(run).isEmpty() && run.query().flatMap(workspace.choicesProperty().get()::ambiguity).isPresent();
    }

    /// Whether the run is one of another benchmark, of which the rules of ShoppingBench say nothing.
    boolean isOfOtherBenchmark(OpenRun open) {
        return workspace.task(asListed(open)).isEmpty() && !isTaskAsked(open) && !Diagnostician.isOfTheBenchmark(open.run());
    }

    /// The run as the workspace knows it now: a person may have said since which task is its.
    private RunSummary asListed(OpenRun open) {
        return open.summary().place().among(workspace.runs()).orElse(open.summary());
    }

    /// Whether a section is unfolded; kept from run to run.
    BooleanProperty expandedProperty(String section, boolean atFirst) {
        return expanded.computeIfAbsent(section, _ -> new SimpleBooleanProperty(atFirst));
    }

    // Commands

    /// Sorts the matrix by that; again: as it was.
    void sortBy(MatrixOrder by) {
        order.set(order.get().equals(by) ? MatrixOrder.PROMISING : by);
    }

    void toggleAllRows() {
        allRows.set(!allRows.get());
    }

    /// Holds the matrix against another reward, from 0.
    void lookAtReward(int which) {
        reward.set(which);
    }

    /// Says how many steps the agents had, at least 1; every run is diagnosed anew.
    void limitSteps(int limit) {
        if (limit >= 1 && limit != workspace.stepLimit()) {
            answer.accept(workspace.identityProperty().get()
                    .withStepLimit(limit == Diagnostician.USUAL_STEP_LIMIT ? OptionalInt.empty() : OptionalInt.of(limit)));
        }
    }

    /// Says from which score on runs of this workspace succeeded.
    void succeedFrom(double threshold) {
        if (Double.isFinite(threshold) && threshold != workspace.ownThreshold()) {
            answer.accept(workspace.identityProperty().get().succeedingFrom(threshold));
        }
    }

    private void inspect() {
        working.forget();
        show(new ConstraintMatrix(List.of()), Titles.COMPARED);
        Optional<OpenRun> open = openRun.openProperty().get();
        if (open.isEmpty()) {
            openRun.publishFindings(new Findings.Nothing());
            return;
        }
        Optional<Sandbox> sandbox = workspace.sandbox();
        if (sandbox.isEmpty()) {
            openRun.publishFindings(Gaps.ofCatalogue(workspace.catalogProperty().get(), open.get().run()));
            return;
        }
        openRun.publishFindings(new Findings.Working());
        diagnose(open.get().run(), workspace.task(asListed(open.get())), sandbox.get());
    }

    private void diagnose(Run run, Optional<Task> task, Sandbox sandbox) {
        int limit = workspace.stepLimit();
        working.run("Diagnose " + run.source(), _ -> {
            Diagnostician diagnostician = new Diagnostician(sandbox, profile.over(sandbox), limit);
            Optional<Task> scored = task.filter(t -> diagnostician.profile().intents().contains(t.intent()));
            return diagnostician.diagnose(scored, run);
        }, diagnosis -> known(diagnosis, sandbox), failure -> {
            notices.report(failure);
            String what = failure instanceof ShoptraceException expected ? expected.getMessage() : "The diagnosis failed: " + failure;
            openRun.publishFindings(new Findings.Gap(what, "The message above can be copied."));
        }, () -> openRun.publishFindings(
                new Findings.Gap("The diagnosis was cancelled", "Select another run and come back to repeat it.")));
    }

    private void known(Diagnosis diagnosis, Sandbox sandbox) {
        reward.set(Gaps.leastReward(diagnosis));
        boolean left = diagnosis.matrix().hasTitlesLeft();
        show(diagnosis.matrix(), left ? Titles.COMPARING : Titles.COMPARED);
        openRun.publishFindings(new Findings.Known(diagnosis));
        if (left) {
            diagnosis.task().ifPresent(task -> compareTitles(task, diagnosis.matrix(), sandbox));
        }
    }

    /// Fills the title column in while the rest is read.
    private void compareTitles(Task task, ConstraintMatrix from, Sandbox sandbox) {
        working.<ConstraintMatrix, ConstraintMatrix>runInParts(
                "Compare titles",
                (progress, part) -> new TitleComparison(sandbox, profile.over(sandbox)).complete(task, from, part::accept, progress),
                filled -> show(filled, Titles.COMPARING),
                done -> show(done, done.hasTitlesLeft() ? Titles.LEFT_OUT : Titles.COMPARED),
                failure -> {
                    notices.report(failure);
                    titles.set(Titles.LEFT_OUT);
                },
                () -> titles.set(Titles.LEFT_OUT));
    }

    private void show(ConstraintMatrix newMatrix, Titles state) {
        whole = newMatrix;
        titles.set(state);
        refreshMatrix();
    }

    private void refreshMatrix() {
        int step = openRun.stepProperty().get();
        matrix.set(whole.rows().isEmpty()
                ? MatrixPage.EMPTY
                : MatrixPage.of(whole, step, reward.get(), recommended(step), order.get(), allRows.get()));
    }

    /// What the last recommendation up to that step names.
    private Set<String> recommended(int step) {
        Set<String> ids = new HashSet<>();
        openRun.openProperty().get().ifPresent(open -> open.run().steps().stream()
                .limit(step)
                .flatMap(each -> each.calls().stream())
                .filter(call -> call.name().equals(ToolCall.RECOMMEND_PRODUCT))
                .reduce((_, last) -> last)
                .ifPresent(call -> ids.addAll(Diagnostician.recommended(call))));
        return ids;
    }
}
