package org.shoptrace.core.sandbox.tool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.BadRequestException;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;

/// A sandbox of a few products that answers every search with all of them and remembers what it was asked.
public final class ShelfSandbox implements Sandbox {
    final List<FindRequest> requests = new ArrayList<>();
    private final List<Product> shelf;

    public ShelfSandbox(List<Product> shelf) {
        this.shelf = shelf;
    }

    @Override
    public CatalogInfo info() {
        return new CatalogInfo(shelf.size(), 0, new CatalogFingerprint("0".repeat(64)), Instant.EPOCH, List.of());
    }

    @Override
    public FindAnswer find(FindRequest request) throws ShoptraceException {
        requests.add(request);
        if ("too many".equals(request.q())) {
            throw new BadRequestException("too many terms", "q", "Ask for less");
        }
        return new FindAnswer(shelf, shelf.size());
    }

    @Override
    public Optional<Product> product(String productId) {
        return shelf.stream().filter(product -> product.productId().equals(productId)).findFirst();
    }

    @Override
    public OptionalInt rank(String q, String productId) {
        return OptionalInt.empty();
    }

    @Override
    public void close() {}
}
