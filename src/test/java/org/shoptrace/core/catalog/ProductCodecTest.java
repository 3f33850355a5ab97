package org.shoptrace.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;

class ProductCodecTest {

    @Test
    void writesEveryRealProductAsItWasRead() throws Exception {
        for (String line : GoldenSet.lines(GoldenSet.DOCUMENTS)) {
            Json.Obj product = ((Json.Obj) JsonReader.read(line)).object("product").orElseThrow();
            assertEquals(product, ProductCodec.encode(ProductCodec.decode(product)));
        }
    }

    @Test
    void readsWhatIsMissingAsEmptyAndNamesWhatIsWrong() throws Exception {
        Product bare = ProductCodec.decode((Json.Obj) JsonReader.read("{\"product_id\":\"1\",\"title\":null,\"price\":100}"));
        assertEquals("", bare.title());
        assertEquals(new Json.Num("100"), bare.price());
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class,
                () -> ProductCodec.decode((Json.Obj) JsonReader.read("{\"product_id\":\"1\",\"price\":\"cheap\"}")));
        assertEquals("price is no number", wrong.getMessage());
    }
}
