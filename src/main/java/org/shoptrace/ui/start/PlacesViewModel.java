package org.shoptrace.ui.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.settings.RecentWorkspaces;
import org.shoptrace.core.settings.RecentWorkspacesStore;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;

/// What can be opened: the folders that were open before, another one, the demo.
final class PlacesViewModel {
    private final RecentWorkspacesStore store;
    private final InstantSource clock;
    private final Ways ways;
    private final Notices notices;
    private final LatestJob looking;
    private final ObservableList<RecentRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RecentRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyBooleanWrapper demoOpen = new ReadOnlyBooleanWrapper();
    private RecentWorkspaces recent;
    private Set<Path> missing = Set.of();

    /// How workspaces are opened.
    ///
    /// @param opened the workspace that is open, empty for none; changes whenever one is opened or left
    /// @param chosen the folder that is open; empty for the demo and for none
    /// @param open   opens a folder
    /// @param demo   opens the demo
    /// @param choose asks for another folder and opens it
    record Ways(
            ObservableValue<? extends Optional<?>> opened, Supplier<Optional<Path>> chosen, Consumer<Path> open, Runnable demo,
            Runnable choose) {}

    /// @param store keeps what was opened before
    /// @param clock says when it was
    PlacesViewModel(RecentWorkspacesStore store, InstantSource clock, Ways ways, JobRunner jobs, Notices notices) {
        this.store = store;
        this.clock = clock;
        this.ways = ways;
        this.notices = notices;
        this.looking = new LatestJob(jobs);
        this.recent = store.load();
        ways.opened().subscribe(_ -> opened());
    }

    // Properties

    /// The folders that were open before, the latest first.
    ObservableList<RecentRow> recents() {
        return rowsView;
    }

    /// Whether the demo is what is open.
    ReadOnlyBooleanProperty demoOpenProperty() {
        return demoOpen.getReadOnlyProperty();
    }

    // Commands

    void choose() {
        ways.choose().run();
    }

    /// Opens a folder again; nothing for one that is not there.
    void open(RecentRow row) {
        if (!row.missing()) {
            ways.open().accept(row.folder());
        }
    }

    /// Takes a folder off the list; the folder itself stays as it is.
    void remove(RecentRow row) {
        change(kept -> kept.without(row.folder()));
    }

    void openDemo() {
        ways.demo().run();
    }

    private void opened() {
        Optional<Path> chosen = ways.chosen().get();
        demoOpen.set(chosen.isEmpty() && ways.opened().getValue().isPresent());
        if (chosen.isPresent()) {
            change(kept -> kept.opened(chosen.get(), clock.instant()));
        } else {
            refresh();
        }
    }

    /// Changes what is kept, by other windows too; what cannot be kept is shown until it can, or this one is closed.
    private void change(UnaryOperator<RecentWorkspaces> change) {
        try {
            recent = store.change(change);
            notices.settled(store);
        } catch (ShoptraceException e) {
            recent = change.apply(recent);
            notices.report(e, store);
        }
        refresh();
    }

    /// A folder on a drive that sleeps may take its time to say whether it is there.
    private void refresh() {
        show();
        List<Path> folders = recent.folders().stream().map(RecentWorkspaces.Recent::folder).toList();
        looking.run("Look for workspaces", progress -> {
            Set<Path> gone = new HashSet<>();
            for (Path folder : folders) {
                progress.checkCancelled();
                if (!Files.isDirectory(folder)) {
                    gone.add(folder);
                }
            }
            return gone;
        }, gone -> {
            missing = gone;
            show();
        }, notices::report);
    }

    private void show() {
        Optional<Path> open = ways.chosen().get();
        List<RecentRow> now = recent.folders().stream()
                .map(each -> RecentRow.of(each, clock.instant(), missing.contains(each.folder()), open.equals(Optional.of(each.folder()))))
                .toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }
}
