package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// On random products and rewards over a few keys and values, the verdicts and the figures both equal a count that is written
/// straight from the rule, with sets of pairs.
class VerdictsPropertyTest {
    private static final int ROUNDS = 2_000;

    @Test
    void verdictsAndScoresAgreeWithAPlainCount() throws Exception {
        Random random = new Random(20261122);
        Run run = ScoreFixtures.recommending("p");
        for (int round = 0; round < ROUNDS; round++) {
            Product product = product(random);
            Reward reward = reward(random);
            Task task = new Task(
                    Intent.PRODUCT, "q", List.of(reward),
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Json.Obj.EMPTY);
            ProductSource source = id -> id.equals("p") ? Optional.of(product) : Optional.empty();
            Profile profile = new ShoppingBenchProfile(source, ScoreFixtures.byLastWord(), false);
            ProductScore score = profile.assess(task, run).products().getFirst();

            Map<Column, int[]> counts = count(reward, product);
            int hits = 0;
            int total = 0;
            for (Column field : Column.FIELDS) {
                int[] count = counts.getOrDefault(field, new int[2]);
                List<ConstraintVerdict> verdicts = score.constraints().stream().filter(v -> v.kind().column() == field).toList();
                assertEquals(count[1], verdicts.size());
                assertEquals(count[0], verdicts.stream().filter(ConstraintVerdict::satisfied).count());
                assertEquals(count[1] == 0 ? 1 : (double) count[0] / count[1], score.field(field));
                hits += count[0];
                total += count[1];
            }
            assertEquals(total == 0 ? 0 : (double) hits / total, score.rule());
            assertEquals(score.constraints(), new ConstraintChecks(ScoreFixtures.byLastWord(), 0.5).check(reward, product));
        }
    }

    /// Hits and total of each field.
    private static Map<Column, int[]> count(Reward reward, Product product) throws Exception {
        int titles = 0;
        for (String title : reward.titles()) {
            titles += ScoreFixtures.byLastWord().similarity(product.title(), title) >= 0.5 ? 1 : 0;
        }
        int prices = 0;
        for (PriceRange range : reward.prices()) {
            double low = range.low().orElseThrow().asDouble();
            double high = range.high().orElseThrow().asDouble();
            boolean met = switch (range.mode()) {
                case "less than" -> product.priceValue() <= high;
                case "greater than" -> product.priceValue() >= low;
                case "between" -> low <= product.priceValue() && product.priceValue() <= high;
                default -> false;
            };
            prices += met ? 1 : 0;
        }
        int services = (int) reward.services().stream().filter(product.services()::contains).count();

        List<String> stated = new ArrayList<>();
        reward.skuOptions().forEach(options -> options.forEach((key, value) -> stated.add(key + "=" + value)));
        reward.attributes().forEach(pairs -> pairs.forEach((key, values) -> values.forEach(value -> stated.add(key + "=" + value))));
        Set<String> attributes = new HashSet<>();
        product.attributes().forEach((key, values) -> values.forEach(value -> attributes.add(key + "=" + value)));
        List<Set<String>> variants = new ArrayList<>(List.of(Set.of()));
        for (Variant variant : product.variants()) {
            Set<String> pairs = new HashSet<>();
            variant.options().forEach((key, value) -> pairs.add(key + "=" + value));
            variants.add(pairs);
        }
        long best = variants.stream()
                .mapToLong(variant -> stated.stream().filter(pair -> variant.contains(pair) || attributes.contains(pair)).count())
                .max()
                .orElseThrow();
        return Map.of(
                Column.TITLE, new int[] {titles, reward.titles().size()},
                Column.PRICE, new int[] {prices, reward.prices().size()},
                Column.SERVICE, new int[] {services, reward.services().size()},
                Column.SKU_AND_ATTRIBUTES, new int[] {(int) best, stated.size()});
    }

    private static Product product(Random random) {
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            variants.add(new Variant(Integer.toString(i + 1), options(random)));
        }
        return new Product(
                "p", "7", "", "", title(random), "", "", "", Json.Num.of((long) random.nextInt(10)), Json.Num.of(1L),
                variants, attributes(random), services(random), "", "");
    }

    private static Reward reward(Random random) {
        List<SequencedMap<String, String>> options = new ArrayList<>();
        List<SequencedMap<String, List<String>>> attributes = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        List<PriceRange> prices = new ArrayList<>();
        String[] modes = {PriceRange.LESS_THAN, PriceRange.GREATER_THAN, PriceRange.BETWEEN, "about"};
        for (int i = 0; i < random.nextInt(3); i++) {
            options.add(options(random));
            attributes.add(attributes(random));
            titles.add(title(random));
            prices.add(new PriceRange(
                    modes[random.nextInt(4)],
                    Optional.of(Json.Num.of((long) random.nextInt(10))),
                    Optional.of(Json.Num.of((long) random.nextInt(10)))));
        }
        return new Reward("target", titles, options, attributes, services(random), prices, Optional.empty());
    }

    private static String title(Random random) {
        return (random.nextBoolean() ? "a " : "b ") + (random.nextBoolean() ? "mug" : "lamp");
    }

    private static SequencedMap<String, String> options(Random random) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            options.put("k" + random.nextInt(2), "v" + random.nextInt(3));
        }
        return options;
    }

    private static SequencedMap<String, List<String>> attributes(Random random) {
        SequencedMap<String, List<String>> attributes = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            attributes.put("k" + random.nextInt(3), List.of("v" + random.nextInt(3), "v" + random.nextInt(3)));
        }
        return attributes;
    }

    private static List<String> services(Random random) {
        return List.of("COD", "official", "flashsale").subList(0, random.nextInt(4));
    }
}
