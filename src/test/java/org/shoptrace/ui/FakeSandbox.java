package org.shoptrace.ui;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SortOrder;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Service;

/// A sandbox over a few products for tests of screens: a product matches when its title has a word of the query, and ranks in list order.
public class FakeSandbox implements Sandbox {
    private static final Set<String> STOP_WORDS = Set.of("a", "and", "for", "the");

    private final List<Product> products;
    private boolean broken;

    public FakeSandbox(List<Product> products) {
        this.products = List.copyOf(products);
    }

    /// Fails from now on, as an unreadable index does.
    public void breakDown() {
        broken = true;
    }

    @Override
    public CatalogInfo info() {
        return new CatalogInfo(products.size(), 0, new CatalogFingerprint("f".repeat(64)), Instant.EPOCH, List.of("documents.jsonl"));
    }

    @Override
    public FindAnswer find(FindRequest request) throws ShoptraceException {
        check();
        Optional<FindCriteria> criteria = FindCriteria.of(request);
        if (criteria.isEmpty()) {
            return FindAnswer.NOTHING;
        }
        List<Product> kept = products.stream()
                .filter(product -> matches(product, criteria.get().q()) && passes(product, criteria.get()))
                .limit(50)
                .sorted(order(criteria.get().sort()))
                .toList();
        int from = Math.min(kept.size(), (criteria.get().page() - 1) * FindCriteria.PAGE_SIZE);
        return new FindAnswer(kept.subList(from, Math.min(kept.size(), from + FindCriteria.PAGE_SIZE)), kept.size());
    }

    @Override
    public Optional<Product> product(String productId) throws ShoptraceException {
        check();
        return products.stream().filter(product -> product.productId().equals(productId)).findFirst();
    }

    @Override
    public OptionalInt rank(String q, String productId) throws ShoptraceException {
        check();
        List<Product> matching = products.stream().filter(product -> matches(product, q)).toList();
        return IntStream.range(0, matching.size())
                .filter(i -> matching.get(i).productId().equals(productId))
                .map(i -> i + 1)
                .findFirst();
    }

    @Override
    public void close() {}

    private void check() throws ShoptraceException {
        if (broken) {
            throw new ShoptraceException("the index cannot be read", "catalog", "Build it again");
        }
    }

    private static boolean matches(Product product, String q) {
        List<String> words = Arrays.asList(product.title().toLowerCase(Locale.ROOT).split("\\W+"));
        return Arrays.stream(q.toLowerCase(Locale.ROOT).split("\\W+")).anyMatch(word -> !STOP_WORDS.contains(word) && words.contains(word));
    }

    private static boolean passes(Product product, FindCriteria criteria) {
        return (criteria.shopId().isEmpty() || criteria.shopId().equals(product.shopId()))
                && product.priceValue() >= criteria.low().orElse(Double.NEGATIVE_INFINITY)
                && product.priceValue() <= criteria.high().orElse(Double.POSITIVE_INFINITY)
                && criteria.services().stream().map(Service::wireName).allMatch(product.services()::contains);
    }

    private static Comparator<Product> order(SortOrder sort) {
        return switch (sort) {
            case RANK -> (_, _) -> 0;
            case PRICE_ASCENDING -> Comparator.comparingDouble(Product::priceValue);
            case PRICE_DESCENDING -> Comparator.comparingDouble(product -> -product.priceValue());
            case SOLD -> Comparator.comparingDouble(product -> -product.soldCount().asDouble());
        };
    }
}
