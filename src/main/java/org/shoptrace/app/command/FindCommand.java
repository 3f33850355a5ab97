package org.shoptrace.app.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SandboxJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shoptrace find`: the tool `find_product`, its answer as JSON. Options are passed on as they stand.
@Command(name = "find", mixinStandardHelpOptions = true, description = "Search a catalogue as the tool find_product does.")
public final class FindCommand implements Callable<Integer> {
    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(names = "--q", required = true, paramLabel = "TEXT", description = "The words to search for.")
    private String q = "";

    @Option(names = "--page", paramLabel = "1..5", defaultValue = "1", description = "Ten products a page (default: 1).")
    private String page = "1";

    @Option(names = "--shop-id", paramLabel = "ID", description = "Products of this shop only.")
    private @Nullable String shopId;

    @Option(names = "--price", paramLabel = "LOW-HIGH", description = "Bounds in peso, inclusive; either may be left out.")
    private @Nullable String price;

    @Option(names = "--sort", paramLabel = "ORDER", description = "priceasc, pricedesc or order.")
    private @Nullable String sort;

    @Option(names = "--service", paramLabel = "NAMES", description = "official, freeShipping, COD, flashsale, joined by commas.")
    private @Nullable String service;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        try (Sandbox sandbox = catalog.open()) {
            FindRequest request = new FindRequest(q, page, shopId, price, sort, service);
            spec.commandLine().getOut().println(JsonWriter.compact(SandboxJson.find(sandbox.find(request))));
        }
        return 0;
    }
}
