package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.Catalogs;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.Workspace.Catalogue;

/// The catalogue that a workspace is looked at with: opened when it is built, offered to be built when it is not. A sandbox that comes
/// after another catalogue was chosen, or after the workspace was left, is closed at once.
final class OpenCatalogue {
    private final OpenWorkspace open;
    private final OpeningJobs jobs;
    private final Catalogs catalogs;
    private final Runnable again;
    private Optional<Chosen> chosen = Optional.empty();

    private record Chosen(Workspace workspace, Catalogue catalogue) {
        Path directory() {
            return catalogue.directory();
        }
    }

    /// @param again builds the index of the open catalogue again, for a person who wants that
    OpenCatalogue(OpenWorkspace open, OpeningJobs jobs, Catalogs catalogs, Runnable again) {
        this.open = open;
        this.jobs = jobs;
        this.catalogs = catalogs;
        this.again = again;
    }

    /// Opens a catalogue in place of the one before.
    ///
    /// @param workspace with the indexes that are there by now
    /// @param catalogue empty when the workspace has none
    /// @param then      at the end, however it ended
    void choose(Workspace workspace, Optional<Catalogue> catalogue, Runnable then) {
        chosen = catalogue.map(one -> new Chosen(workspace, one));
        open.remark(remark(workspace, catalogue));
        open.catalogues(workspace.builtCatalogues(), catalogue.map(Catalogue::directory));
        if (catalogue.isEmpty()) {
            open.catalog(new CatalogState.None());
            then.run();
        } else if (catalogue.get().built()) {
            open(catalogue.get().directory(), then);
        } else {
            open.catalog(new CatalogState.NotIndexed(catalogue.get().documents().stream().toList(), catalogue.get().bytes()));
            then.run();
        }
    }

    /// What there is to say where there is more than one catalogue, or the folder is read-only.
    private static String remark(Workspace workspace, Optional<Catalogue> chosen) {
        List<String> remarks = new ArrayList<>();
        int catalogues = workspace.catalogues().size();
        if (catalogues > 1 && chosen.isPresent()) {
            remarks.add("catalogue " + chosen.get().documents().orElse(chosen.get().directory()).getFileName() + ", one of " + catalogues);
        }
        if (workspace.folder().readOnly()) {
            remarks.add("read-only: Shoptrace writes to " + workspace.folder().storage());
        }
        return String.join("     ", remarks);
    }

    private void open(Path directory, Runnable then) {
        AtomicReference<Optional<Sandbox>> opened = new AtomicReference<>(Optional.empty());
        jobs.run(
                "Opening the catalogue",
                progress -> {
                    Sandbox sandbox = catalogs.open(directory);
                    opened.set(Optional.of(sandbox));
                    return new CatalogState.Open(sandbox, Optional.of(directory), sandbox.info().changed(progress));
                },
                state -> {
                    publish(state, directory);
                    then.run();
                },
                then,
                () -> {
                    // Called off when it was open already.
                    opened.get().ifPresent(Sandbox::close);
                    then.run();
                });
    }

    private void publish(CatalogState.Open state, Path directory) {
        if (isChosen(directory)) {
            open.catalog(state);
            CatalogInfo.warning(state.changed()).ifPresent(warning -> {
                if (chosen.flatMap(one -> one.catalogue().documents()).isPresent()) {
                    jobs.outdated(outdated(warning, directory), again);
                } else {
                    jobs.failed(outdated(warning, directory));
                }
            });
        } else {
            state.sandbox().close();
        }
    }

    /// For a notice or a line of a terminal: nothing is wrong with the catalogue itself.
    static ShoptraceException outdated(String warning, Path directory) {
        return new ShoptraceException(
                warning, directory.toString(), "Index it again: shoptrace index --documents FILE --catalog DIR");
    }

    private boolean isChosen(Path directory) {
        return !jobs.isClosed() && chosen.filter(one -> one.directory().equals(directory)).isPresent();
    }

    /// Builds the index that the catalogue lacks, and opens it; does nothing when it lacks none.
    void build(Runnable then) {
        if (open.catalog() instanceof CatalogState.NotIndexed before && chosen.isPresent()) {
            Path directory = chosen.get().directory();
            build(before.documents(), then, () -> unbuilt(before, directory));
        }
    }

    /// Builds the index of the open catalogue again, from its documents as they are by now; does nothing where these are not in the
    /// workspace. Where it fails or is called off, the old index is there still and is opened again.
    void buildAgain(Runnable then) {
        if (open.catalog() instanceof CatalogState.Open && chosen.flatMap(one -> one.catalogue().documents()).isPresent()) {
            Path directory = chosen.get().directory();
            build(List.of(chosen.get().catalogue().documents().get()), then, () -> {
                if (isChosen(directory)) {
                    open(directory, then);
                }
            });
        }
    }

    private void build(List<Path> documents, Runnable then, Runnable unbuilt) {
        Workspace workspace = chosen.orElseThrow().workspace();
        Path directory = chosen.get().directory();
        open.catalog(new CatalogState.Building(documents));
        List<Rejection> rejections = new ArrayList<>();
        AtomicReference<Optional<Sandbox>> opened = new AtomicReference<>(Optional.empty());
        AtomicReference<List<Catalogue>> built = new AtomicReference<>(List.of());
        jobs.run(
                "Building the index",
                progress -> {
                    workspace.folder().requireFor(directory);
                    catalogs.build(documents, directory, rejections::add, progress);
                    built.set(workspace.indexedBy(catalogs::isCatalog).builtCatalogues());
                    Sandbox sandbox = catalogs.open(directory);
                    opened.set(Optional.of(sandbox));
                    return sandbox;
                },
                sandbox -> {
                    jobs.about("Lines that were not indexed", rejections);
                    if (isChosen(directory)) {
                        open.catalogues(built.get(), Optional.of(directory));
                    }
                    publish(new CatalogState.Open(sandbox, Optional.of(directory)), directory);
                    then.run();
                },
                unbuilt,
                () -> {
                    opened.get().ifPresent(Sandbox::close);
                    unbuilt.run();
                });
    }

    private void unbuilt(CatalogState.NotIndexed before, Path directory) {
        if (isChosen(directory)) {
            open.catalog(before);
        }
    }
}
