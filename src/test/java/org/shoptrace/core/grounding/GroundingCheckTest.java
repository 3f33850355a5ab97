package org.shoptrace.core.grounding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.core.diagnose.PlantedShop;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// What counts as a statement, in the spellings that agents use.
class GroundingCheckTest {
    private static final String ID = "3350592664";
    private static final String PRODUCT = "{'product_id':'3350592664','shop_id':'700013','title':'polo','price':1299,"
            + "'sku_options':{'1':{'size':'int:xs','color_family':'grey'}},'attributes':{'fit':['4-5 years (kids), slim']}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "3350592664 costs ₱1,299.00. | ₱1,299.00 price UNOBSERVED",
                    "3350592664, at PHP 1299, is fine | PHP 1299 price UNOBSERVED",
                    "3350592664 costs ₱1299, and more | ₱1299 price UNOBSERVED",
                    "3350592664 for P1,299.00 | P1,299.00 price UNOBSERVED",
                    "3350592664 is 1299 Philippine pesos | 1299 Philippine pesos price UNOBSERVED",
                    "The price of 3350592664 is 1299. | 1299 price UNOBSERVED",
                    "The price of 3350592664 is ₱1300. | ₱1300 price FALSE",
                    "{\"product_id\": \"3350592664\", \"price\": 1299.0} | 1299.0 price UNOBSERVED",
                    "\"product_id\": \"3350592664\", \"shop_id\": \"700013\" | 700013 shop_id UNOBSERVED",
                    "3350592664 of the shop with ID 700013 | 700013 shop_id UNOBSERVED",
                    "3350592664 has size: int:xs. | size: int:xs attribute UNOBSERVED",
                    "3350592664 has size: int:xl. | size: int:xl attribute FALSE",
                    "3350592664, fit: 4-5 years (kids), slim | fit: 4-5 years (kids), slim attribute UNOBSERVED",
                    "\"3350592664\", \"color_family\": \"grey\" | color_family: grey attribute UNOBSERVED",
                    "The size of 3350592664: its size is int:xs, so take it | size: int:xs attribute UNOBSERVED",
                    "3350592664: its color_family is purple. | color_family: purple attribute FALSE",
                    "3350592664: its fit is good. |",
                    "3350592664 is the summer dress with the largest capacity, ₱1299 | ₱1299 price UNOBSERVED",
                    "3350592664 is P20 |",
                    "3350592664 is 12 tools |"
            })
    void aStatementIsFoundAndHeldAgainstTheProduct(String said, String expected) throws Exception {
        StepEncoder encoder = new StepEncoder("", "between 24 and 1,300 pesos");
        Step step = encoder.add(StepEncoder.Turn.of(said, List.of(), "", 1));
        Run run = RunCodec.ofSteps(List.of(step), new RunSource(Path.of("r.jsonl"), 1), "m");
        List<String> told = new GroundingCheck(new OneProduct(), Optional.empty()).check(run).stream()
                .filter(claim -> !claim.text().equals(ID))
                .map(claim -> claim.text() + " " + claim.kind().wireName() + " " + claim.verdict())
                .toList();
        assertEquals(Optional.ofNullable(expected).stream().toList(), told);
    }

    /// A catalogue of that product.
    private record OneProduct() implements Sandbox {
        @Override
        public CatalogInfo info() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FindAnswer find(FindRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Product> product(String productId) {
            try {
                return productId.equals(ID) ? Optional.of(ProductCodec.decode((Json.Obj) PlantedShop.json(PRODUCT))) : Optional.empty();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public OptionalInt rank(String q, String productId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
