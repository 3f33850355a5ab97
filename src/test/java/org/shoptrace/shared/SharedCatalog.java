package org.shoptrace.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.score.ProductSource;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;

/// The products of `../shared/data/documents.jsonl.gz` in memory, for tests that score without an index.
public final class SharedCatalog implements ProductSource {
    private final Map<String, Product> products;

    private SharedCatalog(Map<String, Product> products) {
        this.products = Map.copyOf(products);
    }

    public static SharedCatalog read() throws IOException, JsonSyntaxException {
        Map<String, Product> products = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedFiles.require("data/documents.jsonl.gz"))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Json.Obj document = (Json.Obj) JsonReader.read(line);
                Product product = ProductCodec.decode(document.object("product").orElseThrow());
                products.put(product.productId(), product);
            }
        }
        return new SharedCatalog(products);
    }

    @Override
    public Optional<Product> product(String productId) {
        return Optional.ofNullable(products.get(productId));
    }
}
