package org.shoptrace.core.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shoptrace.core.catalog.CatalogGenerator;
import org.shoptrace.core.catalog.Vocabulary;
import org.shoptrace.core.catalog.VocabularyReader;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

class TaskSynthesisTest {
    private static final Vocabulary VOCABULARY = VocabularyReader.read();
    private static final List<Product> PRODUCTS = CatalogGenerator.generate(VOCABULARY, 7, 2000, 150);
    private static final Map<String, Product> BY_ID = PRODUCTS.stream().collect(Collectors.toMap(Product::productId, Function.identity()));
    private static final List<Task> TASKS = TaskSynthesis.synthesize(VOCABULARY, PRODUCTS, 7, 60);

    @ParameterizedTest
    @EnumSource(Intent.class)
    void everyTargetFulfilsItsOwnReward(Intent intent) {
        for (Task task : tasks(intent)) {
            assertEquals(intent, task.intent());
            for (Reward reward : task.rewards()) {
                Product target = target(reward);
                assertEquals(List.of(target.title()), reward.titles());
                assertTrue(target.services().containsAll(reward.services()), task.query());
                assertTrue(reward.prices().stream().allMatch(price -> contains(price, target.priceValue())), task.query());
                assertTrue(
                        reward.skuOptions().stream().allMatch(pairs -> target.variants().stream()
                                .anyMatch(variant -> variant.options().entrySet().containsAll(pairs.entrySet()))),
                        task.query());
                reward.attributes().forEach(pairs -> pairs.forEach(
                        (key, values) -> assertTrue(target.attributes().getOrDefault(key, List.of()).containsAll(values), task.query())));
            }
        }
    }

    @Test
    void everyVoucherMakesItsTargetsAffordable() {
        for (Task task : tasks(Intent.VOUCHER)) {
            Voucher voucher = task.voucher().orElseThrow();
            double total = 0;
            Set<String> shops = new HashSet<>();
            for (Reward reward : task.rewards()) {
                total += target(reward).priceValue();
                shops.add(target(reward).shopId());
            }
            double budget = voucher.budget().orElseThrow().asDouble();
            double after = voucher.priceAfterVoucher().orElseThrow().asDouble();
            assertTrue(total >= voucher.threshold().orElseThrow().asDouble(), task.query());
            double paid = voucher.discountType().equals(Voucher.FIXED)
                    ? total - voucher.faceValue().orElseThrow().asDouble()
                    : Math.max(
                            total * (1 - voucher.discount().orElseThrow().asDouble()),
                            total - voucher.cap().orElseThrow().asDouble());
            assertEquals(after, paid);
            assertTrue(after <= budget, task.query());
            assertTrue(voucher.type().equals(Voucher.PLATFORM) || shops.size() == 1, task.query());
            assertTrue(task.query().contains("`" + voucher.budget().orElseThrow().text() + "`"), task.query());
        }
    }

    @Test
    void theProductsOfAShopTaskAreOfOneShop() {
        for (Task task : tasks(Intent.SHOP)) {
            assertTrue(task.rewards().size() >= 2);
            assertEquals(
                    1,
                    task.rewards().stream().map(reward -> target(reward).shopId()).distinct().count());
        }
    }

    @Test
    void theAnswerOfAWebTaskStandsInTheProductAndNotInTheQuery() {
        for (Task task : tasks(Intent.WEB)) {
            String answer = task.knowledgeAnswer().orElseThrow();
            Product target = target(task.rewards().getFirst());
            assertTrue(target.title().contains(answer), target.title());
            assertEquals(target, task.rewards().getFirst().record().orElseThrow());
            assertTrue(!task.query().contains(answer), task.query());
        }
    }

    @Test
    void noQueryOccursTwice() {
        List<String> queries = TASKS.stream().map(Task::query).toList();
        assertEquals(queries.size(), Set.copyOf(queries).size());
    }

    @Test
    void someUsersSayItInOtherWordsThanTheShop() {
        long hidden = tasks(Intent.PRODUCT).stream()
                .filter(task -> task.rewards().getFirst().skuOptions().stream()
                        .flatMap(pairs -> pairs.values().stream())
                        .anyMatch(value -> !task.query().contains(value)))
                .count();
        assertTrue(hidden >= 3, () -> hidden + " tasks hide a value");
    }

    @Test
    void theSameSeedGivesTheSameTasksAndAnotherSeedOthers() {
        assertEquals(TASKS, TaskSynthesis.synthesize(VOCABULARY, PRODUCTS, 7, 60));
        assertNotEquals(TASKS, TaskSynthesis.synthesize(VOCABULARY, PRODUCTS, 8, 60));
    }

    private static List<Task> tasks(Intent intent) {
        return TASKS.stream().filter(task -> task.intent() == intent).toList();
    }

    private static Product target(Reward reward) {
        return Optional.ofNullable(BY_ID.get(reward.productId())).orElseThrow();
    }

    private static boolean contains(PriceRange range, double price) {
        return range.low().map(Json.Num::asDouble).orElse(0.0) <= price
                && price <= range.high().map(Json.Num::asDouble).orElse(Double.MAX_VALUE);
    }
}
