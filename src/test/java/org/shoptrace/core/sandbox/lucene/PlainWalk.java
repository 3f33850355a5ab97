package org.shoptrace.core.sandbox.lucene;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shoptrace.core.sandbox.Cutoffs;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.catalog.Product;

/// `find_product` written down as its specification has it, over a list in memory: score everything, sort, walk, filter, keep, sort again,
/// cut the page. BM25 is computed here, with Lucene's float arithmetic, for titles of fewer than 40 words that the analyser leaves alone.
final class PlainWalk {
    private static final List<String> STOP_WORDS = List.of("the");
    private static final double K1 = 0.9f;
    private static final double B = 0.4f;

    private final List<Product> products;
    private final Cutoffs cutoffs;
    private final Map<String, Integer> documentFrequency = new HashMap<>();
    private int documents;
    private long terms;

    PlainWalk(List<Product> products, Cutoffs cutoffs) {
        this.products = products;
        this.cutoffs = cutoffs;
        for (Product product : products) {
            List<String> words = words(product.title());
            documents += words.isEmpty() ? 0 : 1;
            terms += words.size();
            words.stream().distinct().forEach(word -> documentFrequency.merge(word, 1, Integer::sum));
        }
    }

    /// The ids of the page asked for.
    List<String> find(FindRequest request) {
        int page = Integer.parseInt(String.valueOf(request.page()));
        if (page < 1 || page > 5) {
            return List.of();
        }
        List<Product> kept = new ArrayList<>();
        List<Product> ranking = ranking(String.valueOf(request.q()));
        for (Product product : ranking.subList(0, Math.min(ranking.size(), cutoffs.walked()))) {
            if (kept.size() < cutoffs.kept() && passes(product, request)) {
                kept.add(product);
            }
        }
        switch (String.valueOf(request.sort())) {
            case "priceasc" -> kept.sort(Comparator.comparing(Product::priceValue, PlainWalk::compare));
            case "pricedesc" -> kept.sort(Comparator.comparing(Product::priceValue, (a, b) -> compare(b, a)));
            case "order" -> kept.sort(Comparator.comparing(product -> product.soldCount().asDouble(), (a, b) -> compare(b, a)));
            default -> {}
        }
        int from = Math.min(kept.size(), 10 * (page - 1));
        return kept.subList(from, Math.min(kept.size(), from + 10)).stream().map(Product::productId).toList();
    }

    /// All products that match, the best first.
    List<Product> ranking(String q) {
        Map<String, Long> query = words(q).stream().collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        record Scored(Product product, float score) {}
        return products.stream()
                .filter(product -> words(product.title()).stream().anyMatch(query::containsKey))
                .map(product -> new Scored(product, score(query, words(product.title()))))
                .sorted(Comparator.comparing(Scored::score).reversed().thenComparing(
                        scored -> scored.product().productId().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .map(Scored::product)
                .toList();
    }

    private float score(Map<String, Long> query, List<String> words) {
        float averageLength = (float) (terms / (double) documents);
        float normInverse = 1f / ((float) K1 * ((1 - (float) B) + (float) B * words.size() / averageLength));
        double score = 0;
        for (Map.Entry<String, Long> term : query.entrySet()) {
            long frequency = words.stream().filter(term.getKey()::equals).count();
            if (frequency > 0) {
                int matching = documentFrequency.getOrDefault(term.getKey(), 0);
                float idf = (float) Math.log(1 + (documents - matching + 0.5) / (matching + 0.5));
                float weight = term.getValue() * idf;
                score += weight - weight / (1f + frequency * normInverse);
            }
        }
        return (float) score;
    }

    private static boolean passes(Product product, FindRequest request) {
        if (request.shopId() != null && !request.shopId().isEmpty() && !request.shopId().equals(product.shopId())) {
            return false;
        }
        if (request.price() != null) {
            String[] sides = request.price().split("-", -1);
            if (!sides[0].isEmpty() && product.priceValue() < Double.parseDouble(sides[0])) {
                return false;
            }
            if (!sides[1].isEmpty() && product.priceValue() > Double.parseDouble(sides[1])) {
                return false;
            }
        }
        return request.service() == null || product.services().containsAll(List.of(request.service().split(",")));
    }

    private static int compare(double a, double b) {
        return a < b ? -1 : a > b ? 1 : 0;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty() && !STOP_WORDS.contains(word)).toList();
    }
}
