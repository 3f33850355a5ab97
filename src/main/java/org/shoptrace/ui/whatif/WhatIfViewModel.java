package org.shoptrace.ui.whatif;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.CallText;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.whatif.Trial;
import org.shoptrace.core.whatif.WhatIf;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// A recorded call while it is tried otherwise. Of edits that follow each other closely only the last is run to its end.
public final class WhatIfViewModel {
    private final WorkspaceViewModel workspace;
    private final LatestJob preparing;
    private final LatestJob trying;
    private final ReadOnlyObjectWrapper<WhatIfState> state = new ReadOnlyObjectWrapper<>(new WhatIfState.Nothing());
    private final ReadOnlyObjectWrapper<Json.Obj> parameters = new ReadOnlyObjectWrapper<>(Json.Obj.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Trial>> trial = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ObservableList<Trial> tries = FXCollections.observableArrayList();
    private final ObservableList<Trial> triesView = FXCollections.unmodifiableObservableList(tries);
    private List<String> targets = List.of();
    private @Nullable Run opened;

    public WhatIfViewModel(WorkspaceViewModel workspace, JobRunner jobs) {
        this.workspace = workspace;
        this.preparing = new LatestJob(jobs);
        this.trying = new LatestJob(jobs);
    }

    // Properties

    ReadOnlyObjectProperty<WhatIfState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The arguments as they are edited.
    ReadOnlyObjectProperty<Json.Obj> parametersProperty() {
        return parameters.getReadOnlyProperty();
    }

    /// What the latest try came to; stays while the next is under way.
    ReadOnlyObjectProperty<Optional<Trial>> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty workingProperty() {
        return trying.runningProperty();
    }

    /// Why the latest try came to nothing; empty text when it did not.
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// What was tried since the sheet was opened, the latest first; the last is the unchanged call.
    ObservableList<Trial> tries() {
        return triesView;
    }

    /// The call as it stands in a message.
    String json() {
        return tool().map(tool -> CallText.call(tool, parameters.get())).orElse("");
    }

    /// A command that sends it to the served sandbox; empty when the tool would send nothing.
    Optional<String> curl() {
        return tool().flatMap(tool -> CallText.curl(tool, parameters.get()));
    }

    // Commands

    /// Begins with the call at that place of a run, unchanged.
    void begin(OpenRun run, Place place) {
        preparing.forget();
        trying.forget();
        tries.clear();
        trial.set(Optional.empty());
        failure.set("");
        Optional<ToolCall> call = call(run, place);
        if (call.isEmpty()) {
            state.set(new WhatIfState.Nothing());
            return;
        }
        if (!WhatIf.applies(call.get())) {
            state.set(cannotRun(call.get().name()));
            return;
        }
        parameters.set(call.get().parameters() instanceof Json.Obj object ? object : Json.Obj.EMPTY);
        if (workspace.sandbox().isEmpty()) {
            state.set(new WhatIfState.Gap(
                    "No catalogue is open, so calls cannot be run", "Open or build the catalogue in Sandbox, then come back."));
            return;
        }
        Sandbox sandbox = workspace.sandbox().get();
        List<Reward> rewards = run.task().map(task -> task.rewards()).orElse(List.of());
        opened = run.run();
        targets = rewards.stream().map(Reward::productId).toList();
        List<String> titles = rewards.stream().map(r -> r.titles().isEmpty() ? r.productId() : String.join(" ", r.titles())).toList();
        state.set(new WhatIfState.Preparing());
        preparing.run(
                "Run a recorded call again",
                _ -> new WhatIf(sandbox, run.run(), targets).recorded(call.get(), place),
                recorded -> {
                    state.set(new WhatIfState.Ready(recorded, titles));
                    run();
                },
                e -> state.set(new WhatIfState.Gap("The recorded call cannot be run again", String.valueOf(e.getMessage()))));
    }

    /// Changes the arguments; they wait for [#run].
    void edit(Json.Obj edited) {
        parameters.set(edited);
    }

    /// Runs the call as it is edited; an older one that is still under way no longer counts.
    void run() {
        if (!(state.get() instanceof WhatIfState.Ready(var recorded, _)) || workspace.sandbox().isEmpty() || opened == null) {
            return;
        }
        trying.forget();
        Sandbox sandbox = workspace.sandbox().get();
        Json.Obj wanted = parameters.get();
        List<String> asked = targets;
        Run of = opened;
        trying.run(
                "Try a call",
                _ -> new WhatIf(sandbox, of, asked).of(recorded, wanted),
                this::publish,
                e -> failure.set(String.valueOf(e.getMessage())));
    }

    /// Goes back to the recorded arguments.
    void reset() {
        if (state.get() instanceof WhatIfState.Ready(var recorded, _)) {
            again(recorded.parameters());
        }
    }

    /// Goes back to arguments that were tried.
    void again(Json.Obj tried) {
        parameters.set(tried);
        run();
    }

    private void publish(Trial tried) {
        failure.set("");
        tries.removeIf(before -> before.call().parameters().equals(tried.call().parameters()) && tries.indexOf(before) < tries.size() - 1);
        boolean unchanged = !tries.isEmpty() && tries.getLast().call().parameters().equals(tried.call().parameters());
        if (!unchanged) {
            tries.addFirst(tried);
        }
        trial.set(Optional.of(tried));
    }

    private static WhatIfState.Gap cannotRun(String tool) {
        return switch (tool) {
            case ToolCall.RECOMMEND_PRODUCT, ToolCall.TERMINATE -> new WhatIfState.Gap(
                    tool + " asks the catalogue nothing, its answer only confirms it",
                    "To do otherwise here, take over after the step before.");
            case ToolCall.WEB_SEARCH -> new WhatIfState.Gap(
                    "web_search asks the web, which the sandbox does not hold",
                    "Where the workspace has a web, take over and search there.");
            default -> new WhatIfState.Gap(
                    (tool.isEmpty() ? "A call that names no tool" : "A call of " + tool) + " cannot be run: the sandbox has no such tool",
                    "Calls of find_product and view_product_information can be tried.");
        };
    }

    private Optional<String> tool() {
        return state.get() instanceof WhatIfState.Ready(var recorded, _) ? Optional.of(recorded.call().name()) : Optional.empty();
    }

    static Optional<ToolCall> call(OpenRun run, Place place) {
        List<Step> steps = run.run().steps();
        if (place.call().isEmpty() || place.step() < 1 || place.step() > steps.size()) {
            return Optional.empty();
        }
        return steps.get(place.step() - 1).calls().stream().filter(call -> call.number() == place.call().getAsInt()).findFirst();
    }
}
