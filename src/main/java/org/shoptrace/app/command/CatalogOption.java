package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `--catalog DIR` of the commands that search one.
final class CatalogOption {
    @Option(names = "--catalog", required = true, paramLabel = "DIR", description = "A catalogue that shoptrace index built.")
    private Path catalog = Path.of("");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /// One whose documents have changed since it was built is opened all the same, with a line on standard error.
    Sandbox open() throws ShoptraceException {
        return open(catalog, spec.commandLine().getErr());
    }

    static Sandbox open(Path catalog, PrintWriter err) throws ShoptraceException {
        Sandbox sandbox = LuceneSandbox.open(catalog);
        CatalogInfo.warning(sandbox.info().changed(Progress.NONE)).ifPresent(warning -> err.println(
                catalog + ": " + warning + ". Index it again: shoptrace index --documents FILE --catalog DIR"));
        return sandbox;
    }
}
