package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ConstraintVerdict.Kind;
import org.shoptrace.model.task.Reward;

/// The variant and attribute pairs of a reward, which are counted together: against each variant of the product in turn, and
/// against none, a pair is found when that variant or the product's attributes have it, key and value exactly alike. The
/// variant that has most counts; of equals "no variant", then the first.
final class VariantPairs {
    private VariantPairs() {}

    /// A stated pair. One that is stated twice is two.
    record Pair(Kind kind, String key, String value) {
        @Override
        public String toString() {
            return key + ": " + value;
        }
    }

    /// The pairs of a reward as often as it states them.
    static List<Pair> of(Reward reward) {
        List<Pair> pairs = new ArrayList<>();
        reward.skuOptions().forEach(options -> options.forEach((key, value) -> pairs.add(new Pair(Kind.SKU, key, value))));
        reward.attributes()
                .forEach(attributes -> attributes.forEach(
                        (key, values) -> values.forEach(value -> pairs.add(new Pair(Kind.ATTRIBUTE, key, value)))));
        return pairs;
    }

    static List<ConstraintVerdict> check(Reward reward, Product product) {
        List<Pair> pairs = of(reward);
        Map<String, String> best = Map.of();
        String bestName = "";
        long bestHits = hits(pairs, best, product);
        for (Variant variant : product.variants()) {
            long hits = hits(pairs, variant.options(), product);
            if (hits > bestHits) {
                best = variant.options();
                bestName = variant.number();
                bestHits = hits;
            }
        }
        List<ConstraintVerdict> verdicts = new ArrayList<>();
        for (Pair pair : pairs) {
            verdicts.add(verdict(pair, best, bestName, product));
        }
        return verdicts;
    }

    private static long hits(List<Pair> pairs, Map<String, String> variant, Product product) {
        return pairs.stream().filter(pair -> inVariant(pair, variant) || inAttributes(pair, product)).count();
    }

    private static boolean inVariant(Pair pair, Map<String, String> variant) {
        return pair.value().equals(variant.get(pair.key()));
    }

    private static boolean inAttributes(Pair pair, Product product) {
        List<String> values = product.attributes().get(pair.key());
        return values != null && values.contains(pair.value());
    }

    private static ConstraintVerdict verdict(Pair pair, Map<String, String> variant, String variantName, Product product) {
        if (inVariant(pair, variant)) {
            return new ConstraintVerdict(pair.kind(), pair.toString(), pair.toString(), true, "variant " + variantName + " has it");
        }
        if (inAttributes(pair, product)) {
            return new ConstraintVerdict(pair.kind(), pair.toString(), pair.toString(), true, "an attribute has it");
        }
        Set<String> values = valuesOf(pair.key(), product);
        String actual = values.isEmpty() ? "" : pair.key() + ": " + String.join(", ", values);
        return new ConstraintVerdict(pair.kind(), pair.toString(), actual, false, whyMissing(pair, values, product));
    }

    private static Set<String> valuesOf(String key, Product product) {
        Set<String> values = new LinkedHashSet<>();
        for (Variant variant : product.variants()) {
            String value = variant.options().get(key);
            if (value != null) {
                values.add(value);
            }
        }
        values.addAll(product.attributes().getOrDefault(key, List.of()));
        return values;
    }

    private static String whyMissing(Pair pair, Set<String> values, Product product) {
        if (values.contains(pair.value())) {
            return "another variant has it, but no more of the pairs";
        }
        if (!values.isEmpty()) {
            return "another value";
        }
        boolean elsewhere = product.attributes().values().stream().anyMatch(v -> v.contains(pair.value()))
                || product.variants().stream().anyMatch(v -> v.options().containsValue(pair.value()));
        return elsewhere ? "the value stands under another key" : "no such key";
    }
}
