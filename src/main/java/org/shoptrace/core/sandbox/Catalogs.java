package org.shoptrace.core.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;

/// Builds and opens catalogues, whatever engine is behind them.
public interface Catalogs {
    /// Whether `folder` is a catalogue that this engine built.
    boolean isCatalog(Path folder);

    /// What a folder says of itself that is a catalogue of this engine; empty for every other.
    default Optional<CatalogInfo> info(Path folder) {
        return Optional.empty();
    }

    /// @throws ShoptraceException when there is no catalogue, or it cannot be read
    Sandbox open(Path catalog) throws ShoptraceException;

    /// Builds a catalogue and puts it in place of what `catalog` held; until then, and when it fails or is cancelled, that stays.
    ///
    /// @param rejections told of each line that is not used
    /// @throws ShoptraceException when a file cannot be read to its end, there is no document, or `catalog` holds something else
    CatalogInfo build(List<Path> documents, Path catalog, Consumer<Rejection> rejections, Progress progress) throws ShoptraceException;
}
