package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ConstraintVerdict.Kind;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;

/// Holds one product against every single constraint of a reward: each title, price range, service, variant pair and
/// attribute pair (`src/site/markdown/scoring.md`, *One product against one reward*, 2). Scores are made from these verdicts.
public final class ConstraintChecks {
    private final TitleSimilarity similarity;
    private final double titleThreshold;

    /// @param publishedThreshold the title threshold of the profile, as published for Qwen3-Embedding-0.6B
    public ConstraintChecks(TitleSimilarity similarity, double publishedThreshold) {
        this.similarity = similarity;
        this.titleThreshold = similarity.threshold(publishedThreshold);
    }

    /// The verdicts in the order title, price, service, variant, attribute, each as often as the reward states it.
    ///
    /// @throws ShoptraceException when two titles cannot be compared
    public List<ConstraintVerdict> check(Reward reward, Product product) throws ShoptraceException {
        List<ConstraintVerdict> verdicts = new ArrayList<>();
        for (String title : reward.titles()) {
            verdicts.add(title(title, product));
        }
        verdicts.addAll(checkFacts(reward, product));
        return verdicts;
    }

    /// As [#check] for the target itself: its titles need no comparing, everything else is held against it all the same.
    static List<ConstraintVerdict> checkTarget(Reward reward, Product product) {
        List<ConstraintVerdict> verdicts = new ArrayList<>();
        for (String title : reward.titles()) {
            verdicts.add(new ConstraintVerdict(Kind.TITLE, title, product.title(), true, "the target itself"));
        }
        verdicts.addAll(checkFacts(reward, product));
        return verdicts;
    }

    /// The target's verdicts where identity satisfies every constraint; what the product has stands beside it.
    static List<ConstraintVerdict> identical(Reward reward, Product product) {
        return checkTarget(reward, product).stream()
                .map(v -> new ConstraintVerdict(v.kind(), v.expected(), v.actual(), true, "the target itself"))
                .toList();
    }

    /// The verdicts where there is no product: none is satisfied.
    static List<ConstraintVerdict> unanswered(Reward reward, String reason) {
        List<ConstraintVerdict> verdicts = new ArrayList<>();
        reward.titles().forEach(title -> verdicts.add(missed(Kind.TITLE, title, reason)));
        reward.prices().forEach(range -> verdicts.add(missed(Kind.PRICE, expected(range), reason)));
        reward.services().forEach(service -> verdicts.add(missed(Kind.SERVICE, service, reason)));
        VariantPairs.of(reward).forEach(pair -> verdicts.add(missed(pair.kind(), pair.toString(), reason)));
        return verdicts;
    }

    /// As [#check] without the titles: what the product's own record decides.
    static List<ConstraintVerdict> checkFacts(Reward reward, Product product) {
        List<ConstraintVerdict> verdicts = new ArrayList<>();
        for (PriceRange range : reward.prices()) {
            verdicts.add(price(range, product));
        }
        for (String service : reward.services()) {
            boolean offered = product.services().contains(service);
            verdicts.add(new ConstraintVerdict(
                    Kind.SERVICE, service, String.join(", ", product.services()), offered, offered ? "offered" : "not offered"));
        }
        verdicts.addAll(VariantPairs.check(reward, product));
        return verdicts;
    }

    ConstraintVerdict title(String title, Product product) throws ShoptraceException {
        double cosine = similarity.similarity(product.title(), title);
        boolean alike = cosine >= titleThreshold;
        String reason = String.format(Locale.ROOT, "similarity %.3f, %s %.3f", cosine, alike ? "at least" : "under", titleThreshold);
        return new ConstraintVerdict(Kind.TITLE, title, product.title(), alike, reason);
    }

    private static ConstraintVerdict price(PriceRange range, Product product) {
        double price = product.priceValue();
        boolean upper = range.high().map(high -> price <= high.asDouble()).orElse(true);
        boolean lower = range.low().map(low -> price >= low.asDouble()).orElse(true);
        String reason = switch (range.mode()) {
            case PriceRange.LESS_THAN -> upper ? "" : "too dear";
            case PriceRange.GREATER_THAN -> lower ? "" : "too cheap";
            case PriceRange.BETWEEN -> !upper ? "too dear" : !lower ? "too cheap" : "";
            default -> "no such mode, which no product meets";
        };
        boolean met = reason.isEmpty();
        return new ConstraintVerdict(Kind.PRICE, expected(range), product.price().text(), met, met ? "in the range" : reason);
    }

    private static String expected(PriceRange range) {
        return switch (range.mode()) {
            case PriceRange.LESS_THAN -> "at most " + bound(range.high());
            case PriceRange.GREATER_THAN -> "at least " + bound(range.low());
            case PriceRange.BETWEEN -> "between " + bound(range.low()) + " and " + bound(range.high());
            default -> range.mode() + " " + bound(range.low()) + " " + bound(range.high());
        };
    }

    /// An open end limits nothing.
    private static String bound(Optional<Json.Num> bound) {
        return bound.map(Json.Num::text).orElse("any");
    }

    private static ConstraintVerdict missed(Kind kind, String expected, String reason) {
        return new ConstraintVerdict(kind, expected, "", false, reason);
    }
}
