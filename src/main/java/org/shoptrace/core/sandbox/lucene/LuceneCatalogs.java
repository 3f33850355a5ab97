package org.shoptrace.core.sandbox.lucene;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.Catalogs;
import org.shoptrace.core.sandbox.Sandbox;

/// Catalogues over Lucene indexes.
public final class LuceneCatalogs implements Catalogs {
    @Override
    public boolean isCatalog(Path folder) {
        return CatalogDirectory.isCatalog(folder);
    }

    @Override
    public Optional<CatalogInfo> info(Path folder) {
        return CatalogDirectory.info(folder);
    }

    @Override
    public Sandbox open(Path catalog) throws ShoptraceException {
        return LuceneSandbox.open(catalog);
    }

    @Override
    public CatalogInfo build(List<Path> documents, Path catalog, Consumer<Rejection> rejections, Progress progress)
            throws ShoptraceException {
        return new CatalogIndexer().build(documents, catalog, rejections, progress);
    }
}
