package org.shoptrace.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Service;

class CatalogGeneratorTest {
    private static final Vocabulary VOCABULARY = VocabularyReader.read();
    private static final List<Product> PRODUCTS = CatalogGenerator.generate(VOCABULARY, 7, 2000, 150);

    @Test
    void theSameSeedGivesTheSameProductsAndAnotherSeedOthers() {
        assertEquals(PRODUCTS, CatalogGenerator.generate(VOCABULARY, 7, 2000, 150));
        assertNotEquals(PRODUCTS, CatalogGenerator.generate(VOCABULARY, 8, 2000, 150));
    }

    @Test
    void productsAreManyAndVaried() {
        assertEquals(2000, PRODUCTS.stream().map(Product::productId).distinct().count());
        assertTrue(PRODUCTS.stream().map(Product::shopId).distinct().count() >= 140);
        assertTrue(PRODUCTS.stream().map(Product::title).distinct().count() > 1500);
        assertTrue(PRODUCTS.stream().map(Product::category).distinct().count() >= 50);
        assertTrue(PRODUCTS.stream().allMatch(product -> product.priceValue() >= 5));
    }

    @Test
    void variantsAreAtMostNineAndWithoutGapsInTheirNumbers() {
        for (Product product : PRODUCTS) {
            assertTrue(product.variants().size() <= 9);
            for (int i = 0; i < product.variants().size(); i++) {
                assertEquals(Integer.toString(i + 1), product.variants().get(i).number());
            }
        }
    }

    @Test
    void keysAndValuesAreLowerCaseAndTrimmed() {
        assertTrue(PRODUCTS.stream().flatMap(CatalogGeneratorTest::texts)
                .allMatch(text -> text.equals(text.toLowerCase(Locale.ROOT).strip()) && !text.isEmpty()));
    }

    @Test
    void shopsSpellTheSameThingDifferently() {
        Set<String> texts = PRODUCTS.stream().flatMap(CatalogGeneratorTest::texts).collect(Collectors.toSet());
        assertTrue(texts.containsAll(List.of(
                "color_family", "color", "color family", "int:xl", "x-large", "material", "clothing_material", "material_type")));
    }

    @Test
    void everyServiceOccursAndSomeProductsHaveNone() {
        for (Service service : Service.values()) {
            assertTrue(PRODUCTS.stream().filter(product -> product.services().contains(service.wireName())).count() > 50);
        }
        assertTrue(PRODUCTS.stream().filter(product -> product.services().isEmpty()).count() > 50);
    }

    @Test
    void tooFewShopsForTheFamiliesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CatalogGenerator.generate(VOCABULARY, 7, 100, 3));
    }

    private static Stream<String> texts(Product product) {
        return Stream.concat(
                product.variants().stream().flatMap(variant -> variant.options().entrySet().stream())
                        .flatMap(option -> Stream.of(option.getKey(), option.getValue())),
                product.attributes().entrySet().stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream())));
    }
}
