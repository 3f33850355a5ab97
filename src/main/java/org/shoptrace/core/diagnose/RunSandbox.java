package org.shoptrace.core.diagnose;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;

/// A sandbox that remembers what one run needed, since every finding asks about the same products and searches. Used by one thread;
/// closing it leaves the sandbox behind it open.
final class RunSandbox implements Sandbox {
    private final Sandbox sandbox;
    private final Map<FindRequest, FindAnswer> answers = new HashMap<>();
    private final Map<String, Optional<Product>> products = new HashMap<>();
    private final Map<Ranked, OptionalInt> ranks = new HashMap<>();

    private record Ranked(String q, String productId) {}

    RunSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public CatalogInfo info() {
        return sandbox.info();
    }

    @Override
    public FindAnswer find(FindRequest request) throws ShoptraceException {
        FindAnswer known = answers.get(request);
        if (known != null) {
            return known;
        }
        FindAnswer answer = sandbox.find(request);
        answers.put(request, answer);
        answer.products().forEach(product -> products.put(product.productId(), Optional.of(product)));
        return answer;
    }

    @Override
    public Optional<Product> product(String productId) throws ShoptraceException {
        Optional<Product> known = products.get(productId);
        if (known != null) {
            return known;
        }
        Optional<Product> product = sandbox.product(productId);
        products.put(productId, product);
        return product;
    }

    @Override
    public OptionalInt rank(String q, String productId) throws ShoptraceException {
        Ranked key = new Ranked(q, productId);
        OptionalInt known = ranks.get(key);
        if (known != null) {
            return known;
        }
        OptionalInt rank = sandbox.rank(q, productId);
        ranks.put(key, rank);
        return rank;
    }

    @Override
    public void close() {}
}
