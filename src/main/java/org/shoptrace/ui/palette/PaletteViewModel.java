package org.shoptrace.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.KeyMap;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.palette.PaletteEntry.Kind;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Everything that can be done or opened, by what is typed.
public final class PaletteViewModel {
    /// How many of a kind are offered.
    private static final int OF_A_KIND = 5;
    private static final int CHECKED_EVERY = 512;

    /// What the palette leads to.
    ///
    /// @param commands  those that can be given now; taken on the JavaFX thread
    /// @param reference what opens the run or step that a pasted reference names; empty when the text is none
    /// @param search    searches all runs for a text
    public record Ways(
            Navigator navigator,
            Supplier<List<PaletteCommand>> commands,
            Function<String, Optional<PaletteEntry>> reference,
            Consumer<String> search) {}

    private final WorkspaceViewModel workspace;
    private final LatestJob looking;
    private final KeyMap keys;
    private final Ways ways;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ObservableList<PaletteEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<PaletteEntry> entriesView = FXCollections.unmodifiableObservableList(entries);
    private Optional<Runnable> whenOffered = Optional.empty();

    public PaletteViewModel(WorkspaceViewModel workspace, JobRunner jobs, KeyMap keys, Ways ways) {
        this.workspace = workspace;
        this.looking = new LatestJob(jobs);
        this.keys = keys;
        this.ways = ways;
    }

    // Properties

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// What is offered, the best of each kind, kind after kind.
    public ObservableList<PaletteEntry> entries() {
        return entriesView;
    }

    // Commands

    /// Offers what answers to a text; without one, every command.
    public void type(String typed) {
        text.set(typed);
        whenOffered = Optional.empty();
        looking.forget();
        List<PaletteEntry> commands = ways.commands().get().stream().map(this::entry).toList();
        if (typed.isBlank()) {
            entries.setAll(commands);
            return;
        }
        Snapshot snapshot = new Snapshot(
                typed.strip(), ways.reference().apply(typed.strip()), commands, List.copyOf(workspace.tasks()),
                List.copyOf(workspace.runs()),
                workspace.sandbox());
        looking.run(
                "Looking for " + typed.strip(),
                progress -> offer(snapshot, progress),
                this::publish,
                failure -> publish(failed(failure)),
                () -> publish(List.copyOf(entries)));
    }

    /// Does something as soon as the entries answer to what is typed; typing on calls it off.
    void whenOffered(Runnable then) {
        if (looking.isRunning()) {
            whenOffered = Optional.of(then);
        } else {
            then.run();
        }
    }

    private void publish(List<PaletteEntry> found) {
        entries.setAll(found);
        Optional<Runnable> then = whenOffered;
        whenOffered = Optional.empty();
        then.ifPresent(Runnable::run);
    }

    /// Says so where the entries would be; the commands above all still work when the catalogue does not.
    private List<PaletteEntry> failed(Exception failure) {
        return List.of(new PaletteEntry(Kind.SEARCH, "The search failed", String.valueOf(failure.getMessage()), "", () -> {}));
    }

    private PaletteEntry entry(PaletteCommand command) {
        return new PaletteEntry(Kind.COMMAND, command.does(), command.scope(), keys.keys(command.id(), command.usual()), command.run());
    }

    /// What an offer is made of; immutable.
    private record Snapshot(
            String typed,
            Optional<PaletteEntry> reference,
            List<PaletteEntry> commands,
            List<Task> tasks,
            List<RunSummary> runs,
            Optional<Sandbox> sandbox) {}

    private List<PaletteEntry> offer(Snapshot snapshot, Progress progress) throws ShoptraceException {
        Navigator to = ways.navigator();
        String typed = snapshot.typed();
        List<PaletteEntry> offered = new ArrayList<>(snapshot.reference().stream().toList());
        offered.addAll(best(typed, snapshot.commands(), entry -> entry.title() + " " + entry.detail(), entry -> entry, progress));
        offered.addAll(best(
                typed, snapshot.tasks(), Task::query,
                task -> new PaletteEntry(Kind.TASK, task.query(), task.intent().label(), "",
                        () -> to.open(new Destination.OpenTask(task.query()))),
                progress));
        offered.addAll(best(
                typed, snapshot.runs(), PaletteViewModel::words,
                run -> new PaletteEntry(
                        Kind.RUN, run.query().orElse("no query"),
                        run.model() + " · " + run.source().file().getFileName() + ":" + run.source().place() + " · "
                                + run.id().sha256().substring(0, 8),
                        "", () -> to.open(new Destination.OpenRun(run.place(), 1))),
                progress));
        progress.checkCancelled();
        if (snapshot.sandbox().isPresent()) {
            offered.addAll(products(typed, snapshot.sandbox().get()));
        }
        offered.add(new PaletteEntry(
                Kind.SEARCH, "Search all runs for " + typed, "", "", () -> ways.search().accept(typed)));
        return offered;
    }

    private static String words(RunSummary run) {
        return run.query().orElse("") + " " + run.model() + " " + run.source().file().getFileName() + ":" + run.source().place() + " "
                + run.id().sha256();
    }

    private static <T> List<PaletteEntry> best(
            String typed, List<T> things, Function<T, String> words, Function<T, PaletteEntry> entry, Progress progress) {
        String folded = Likeness.folded(typed);
        List<Scored<T>> scored = new ArrayList<>();
        int seen = 0;
        for (T thing : things) {
            if (++seen % CHECKED_EVERY == 0) {
                progress.checkCancelled();
            }
            OptionalInt score = Likeness.of(folded, Likeness.folded(words.apply(thing)));
            score.ifPresent(value -> scored.add(new Scored<>(thing, value)));
        }
        return scored.stream()
                .sorted(Comparator.comparingInt((Scored<T> s) -> s.score()).reversed())
                .limit(OF_A_KIND)
                .map(s -> entry.apply(s.thing()))
                .toList();
    }

    private record Scored<T>(T thing, int score) {}

    private List<PaletteEntry> products(String typed, Sandbox sandbox) throws ShoptraceException {
        List<Product> products = new ArrayList<>(sandbox.product(typed).stream().toList());
        sandbox.find(FindRequest.of(typed)).products().stream()
                .filter(product -> !product.productId().equals(typed))
                .limit(OF_A_KIND)
                .forEach(products::add);
        return products.stream()
                .map(product -> new PaletteEntry(
                        Kind.PRODUCT, product.title(), product.productId() + " · " + product.price().text(), "",
                        () -> ways.navigator().open(new Destination.OpenProduct(product.productId()))))
                .toList();
    }
}
