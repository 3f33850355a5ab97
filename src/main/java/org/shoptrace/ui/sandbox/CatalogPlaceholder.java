package org.shoptrace.ui.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;

/// What fills the screen while no catalogue is open: what is missing, and what to do about it.
final class CatalogPlaceholder {
    private CatalogPlaceholder() {}

    static Node of(CatalogState state, Runnable buildIndex) {
        return switch (state) {
            case CatalogState.Unknown _ -> new Placeholder(Feather.LOADER, "Looking for a catalogue", "The workspace is being read.");
            case CatalogState.None _ ->
                new Placeholder(
                        Feather.PACKAGE,
                        "This workspace has no catalogue",
                        "Put a documents.jsonl or documents.jsonl.gz into its folder and open it again, or open another workspace.");
            case CatalogState.NotIndexed(List<Path> documents, long bytes) ->
                new Placeholder(
                        Feather.DATABASE,
                        "The catalogue has no index yet",
                        String.format(Locale.ROOT, "%s, %s. Searching needs an index; building it reads the file once, in the background.",
                                names(documents), size(bytes)),
                        buildButton(buildIndex));
            case CatalogState.Building(List<Path> documents) ->
                new Placeholder(
                        Feather.LOADER,
                        "The index is being built",
                        String.format(Locale.ROOT, "From %s. The status bar shows how far it is, and can cancel it.", names(documents)));
            case CatalogState.Open _ -> throw new IllegalArgumentException("the catalogue is open");
        };
    }

    private static Button buildButton(Runnable buildIndex) {
        Button build = new Button("Build the index", Icons.of(Feather.PLAY));
        build.setId("build-index");
        build.getStyleClass().add("accent");
        build.setOnAction(_ -> buildIndex.run());
        return build;
    }

    private static String names(List<Path> documents) {
        return documents.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : bytes < 1_000_000_000
                        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
