package org.shoptrace.ui.takeover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.sandbox.tool.WebSearch;
import org.shoptrace.core.takeover.Continuation;
import org.shoptrace.core.takeover.Continuation.Request;
import org.shoptrace.core.takeover.Origin;
import org.shoptrace.core.takeover.TakeOver;
import org.shoptrace.core.takeover.TakeOverDrafts;
import org.shoptrace.core.takeover.TakeOverStore;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.shoptrace.ui.takeover.TakeOverState.Going;

/// The run that is being taken over. A step is on the disk before it is shown, and one thing is done at a time.
public final class TakeOverViewModel {
    private final WorkspaceViewModel workspace;
    private final JobRunner jobs;
    private final LatestJob lookingForLeft;
    private final Notices notices;
    private final TakeOverPorts ports;
    private final ReadOnlyObjectWrapper<TakeOverState> state = new ReadOnlyObjectWrapper<>(new TakeOverState.Nothing());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ObservableList<TakeOverDrafts.Left> left = FXCollections.observableArrayList();
    private final ObservableList<TakeOverDrafts.Left> leftView = FXCollections.unmodifiableObservableList(left);
    private Optional<TakeOverStore> store = Optional.empty();
    private TakeOverDrafts.@Nullable Draft draft;
    private final Map<Unsent.At, Unsent> unsent = new HashMap<>();
    private boolean leaveLater;

    public TakeOverViewModel(WorkspaceViewModel workspace, JobRunner jobs, Notices notices, TakeOverPorts ports) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.lookingForLeft = new LatestJob(jobs);
        this.notices = notices;
        this.ports = ports;
        workspace.folderProperty().subscribe(this::opened);
    }

    // Properties

    ReadOnlyObjectProperty<TakeOverState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether a step is being made or the run saved.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why the latest command came to nothing; empty text when it did not.
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Take-overs that were left in the middle, here or by a program that was killed.
    ObservableList<TakeOverDrafts.Left> left() {
        return leftView;
    }

    /// Where a run was taken over, when the run that it comes from is in this workspace.
    Optional<Origin> origin(OpenRun run) {
        return Origin.of(run.run()).filter(origin -> workspace.runs().stream().anyMatch(each -> each.id().equals(origin.run())));
    }

    /// Whether `web_search` has a web to look through.
    boolean hasWeb() {
        return ports.web().get().isPresent();
    }

    /// How many steps the runs of the workspace may have.
    int stepLimit() {
        return workspace.stepLimit();
    }

    /// What was written of the next step when the run was left, handed over to whoever goes on with it; empty when nothing was.
    Optional<Unsent> takeUnsent() {
        return state.get() instanceof Going(TakeOver so) ? Optional.ofNullable(unsent.remove(Unsent.At.of(so))) : Optional.empty();
    }

    /// Whether more steps can be made: the run has not ended, and has steps left.
    boolean canGoOn() {
        return state.get() instanceof Going(TakeOver so) && !so.ended() && so.steps().size() < stepLimit();
    }

    // Commands

    /// Begins to take a run over after a step of it; 0 for before the first.
    void begin(OpenRun run, Place place) {
        leave();
        failure.set("");
        if (busy.get()) {
            state.set(new TakeOverState.Gap("A step of another take-over is still being made", "Wait until it is done, then come back."));
        } else if (run.run().query().isEmpty()) {
            state.set(new TakeOverState.Gap("This run names no query", "Without one the new run would belong to no task."));
        } else if (workspace.sandbox().isEmpty()) {
            state.set(new TakeOverState.Gap(
                    "No catalogue is open, so the tools have no answers", "Open or build the catalogue in Sandbox, then come back."));
        } else if (store.isEmpty()) {
            state.set(new TakeOverState.Gap("No workspace is open", "Open one, then come back."));
        } else {
            state.set(new Going(TakeOver.from(run.run(), place.step(), ports.author().get())));
        }
    }

    /// Goes on with one that was left.
    void resume(TakeOverDrafts.Left draftLeft) {
        leave();
        store.ifPresent(into -> work("Go on with a take-over", _ -> {
            TakeOverDrafts.Resumed resumed = into.drafts().resume(draftLeft);
            draft = resumed.draft();
            return resumed.takeOver();
        }));
    }

    /// Says who goes on; before the first step only.
    void sign(String author) {
        if (state.get() instanceof Going(TakeOver so) && so.own().isEmpty() && !author.isBlank()) {
            state.set(new Going(so.by(author.strip())));
        }
    }

    /// Keeps what is written of the next step, for whoever comes back to it before the program ends.
    ///
    /// @param written empty when nothing is
    void keep(Optional<Unsent> written) {
        // What a step is being made of is no longer of the next.
        if (state.get() instanceof Going(TakeOver so) && !busy.get()) {
            written.ifPresent(what -> unsent.put(Unsent.At.of(so), what));
        }
    }

    /// Makes a step by hand.
    ///
    /// @param think    empty text for no thought
    /// @param response what the user is told; empty text for nothing
    void make(String think, List<Request> calls, String response) {
        if (!(state.get() instanceof Going(TakeOver so)) || !canGoOn()) {
            return;
        }
        if (calls.isEmpty() && think.isBlank() && response.isBlank()) {
            failure.set("The step is empty: choose a tool, or write a thought or an answer.");
            return;
        }
        continuation(so).ifPresent(hand -> work("Make a step", _ -> {
            TakeOver made = hand.byHand(so, think.strip(), calls, response.strip());
            keep(so, made);
            return made;
        }));
    }

    /// Lets the other agent go on to the end.
    void letOtherFinish() {
        if (!(state.get() instanceof Going(TakeOver so)) || !canGoOn()) {
            return;
        }
        continuation(so).ifPresent(hand -> {
            List<TakeOver> reached = new ArrayList<>(List.of(so));
            int limit = stepLimit();
            work("Let " + ports.other().name() + " finish",
                    progress -> hand.by(ports.other().agent(), ports.other().name(), so, limit, made -> {
                        keep(reached.getLast(), made);
                        reached.add(made);
                        jobs.publisher().execute(() -> state.set(new Going(made)));
                    }, progress));
        });
    }

    /// Takes the latest step back.
    void undo() {
        if (state.get() instanceof Going(TakeOver so) && !so.own().isEmpty()) {
            work("Take a step back", _ -> {
                if (draft != null) {
                    draft.undo();
                }
                return so.withoutLast();
            });
        }
    }

    /// Writes the run, so that it is listed, scored and diagnosed like any other.
    void save() {
        if (!(state.get() instanceof Going(TakeOver so)) || store.isEmpty() || busy.get()) {
            return;
        }
        TakeOverStore into = store.get();
        run("Save a take-over", _ -> {
            Run saved = into.save(so);
            if (draft != null) {
                draft.discard();
                draft = null;
            }
            return saved;
        }, saved -> {
            state.set(new TakeOverState.Saved(saved));
            ports.written().accept(saved.source().file());
        });
    }

    /// Throws away what was made.
    void discard() {
        if (state.get() instanceof Going) {
            run("Discard a take-over", _ -> {
                if (draft != null) {
                    draft.discard();
                    draft = null;
                }
                return true;
            }, _ -> state.set(new TakeOverState.Nothing()));
        }
    }

    /// Leaves it for later; what was made is kept.
    void leave() {
        if (busy.get()) {
            leaveLater = true;
            return;
        }
        leaveLater = false;
        if (draft != null) {
            try {
                draft.close();
            } catch (ShoptraceException e) {
                notices.report(e);
            }
            draft = null;
        }
        state.set(new TakeOverState.Nothing());
        lookForLeft();
    }

    private void opened(Optional<WorkspaceFolder> folder) {
        leave();
        store = folder.map(place -> new TakeOverStore(place.ownTakeOvers()));
        lookForLeft();
    }

    private void lookForLeft() {
        left.clear();
        lookingForLeft.forget();
        store.ifPresent(from -> lookingForLeft.run("Look for take-overs", _ -> from.drafts().left(), listing -> {
            left.setAll(listing.drafts());
            listing.unreadable().forEach(notices::report);
        }, notices::report));
    }

    private Optional<Continuation> continuation(TakeOver so) {
        Optional<Sandbox> sandbox = workspace.sandbox();
        if (sandbox.isEmpty()) {
            failure.set("The catalogue was closed. Open it again in Sandbox.");
        }
        WebSearch web = ports.web().get().orElse((_, _) -> List.of());
        return sandbox.map(open -> new Continuation(new SandboxTools(so.world(open), web), ports.clock()));
    }

    /// In a job: the draft is begun with the first step, so that a sheet that was only looked at leaves nothing behind.
    private void keep(TakeOver before, TakeOver made) throws ShoptraceException {
        TakeOverDrafts.Draft open = draft;
        if (open == null && store.isPresent()) {
            open = store.get().drafts().begin(before);
            draft = open;
        }
        if (open != null) {
            open.add(made.own().getLast());
        }
    }

    private void work(String title, Job<TakeOver> job) {
        if (!busy.get()) {
            run(title, job, made -> state.set(new Going(made)));
        }
    }

    private <T> void run(String title, Job<T> job, Consumer<T> done) {
        busy.set(true);
        failure.set("");
        jobs.run(title, job, result -> {
            busy.set(false);
            done.accept(result);
            leaveWhenAsked();
        }, e -> {
            busy.set(false);
            failure.set(String.valueOf(e.getMessage()));
            leaveWhenAsked();
        }, () -> {
            busy.set(false);
            failure.set("It was cancelled; the steps made until then are kept.");
            leaveWhenAsked();
        });
    }

    private void leaveWhenAsked() {
        if (leaveLater) {
            leave();
        }
    }
}
