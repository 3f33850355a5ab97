package org.shoptrace.app.command;

import java.util.concurrent.Callable;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SandboxJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shoptrace view`: the tool `view_product_information`, its answer as JSON.
@Command(name = "view", mixinStandardHelpOptions = true, description = "Show products as the tool view_product_information does.")
public final class ViewCommand implements Callable<Integer> {
    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(names = "--product-ids", required = true, paramLabel = "ID,ID", description = "Product ids joined by commas.")
    private String productIds = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        try (Sandbox sandbox = catalog.open()) {
            spec.commandLine().getOut().println(JsonWriter.compact(SandboxJson.view(sandbox.view(productIds))));
        }
        return 0;
    }
}
