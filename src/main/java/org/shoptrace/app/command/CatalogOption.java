package org.shoptrace.app.command;

import java.nio.file.Path;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import picocli.CommandLine.Option;

/// `--catalog DIR` of the commands that search one.
final class CatalogOption {
    @Option(names = "--catalog", required = true, paramLabel = "DIR", description = "A catalogue that shoptrace index built.")
    private Path catalog = Path.of("");

    Sandbox open() throws ShoptraceException {
        return LuceneSandbox.open(catalog);
    }
}
