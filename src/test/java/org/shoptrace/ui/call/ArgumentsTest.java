package org.shoptrace.ui.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

class ArgumentsTest {
    private static Arguments of(String json) throws Exception {
        return new Arguments((Json.Obj) JsonReader.read(json));
    }

    @Test
    void whatIsNotTouchedStaysAsItWasRecorded() throws Exception {
        Arguments odd = of("{\"q\":\"x\",\"page\":1.0,\"service\":[\"COD\"],\"sort\":null,\"colour\":true}");
        assertEquals("[\"COD\"]", odd.text("service"));
        assertEquals("1.0", odd.text("page"));
        assertEquals("", odd.text("sort"));
        assertSame(odd, odd.with("service", "[\"COD\"]"));
        assertEquals(
                "{\"q\":\"y\",\"page\":1.0,\"service\":[\"COD\"],\"sort\":null,\"colour\":true}",
                JsonWriter.compact(odd.with("q", "y").parameters()));
    }

    @Test
    void pagesAreNumbersWhereTheyCanBe() throws Exception {
        assertEquals("{\"page\":2}", JsonWriter.compact(of("{}").with("page", "2").parameters()));
        assertEquals("{\"page\":\"02\"}", JsonWriter.compact(of("{}").with("page", "02").parameters()));
        assertEquals("{\"shop_id\":\"7\"}", JsonWriter.compact(of("{}").with("shop_id", "7").parameters()));
    }

    @Test
    void anEmptiedFieldTakesTheArgumentAway() throws Exception {
        assertEquals("{\"q\":\"x\"}", JsonWriter.compact(of("{\"q\":\"x\",\"price\":\"1-2\"}").with("price", "").parameters()));
    }

    @Test
    void aRecordedListStaysAListWhileOneIsTyped() throws Exception {
        Arguments list = of("{\"product_ids\":[\"1\",\"2\"]}");
        assertEquals("{\"product_ids\":[\"1\"]}", JsonWriter.compact(list.with("product_ids", "[\"1\"]").parameters()));
        assertEquals("{\"product_ids\":\"[\\\"1\\\"\"}", JsonWriter.compact(list.with("product_ids", "[\"1\"").parameters()));
        assertEquals("{\"product_ids\":\"1,2\"}", JsonWriter.compact(list.with("product_ids", "1,2").parameters()));
        assertEquals("{\"q\":\"[1]\"}", JsonWriter.compact(of("{\"q\":\"x\"}").with("q", "[1]").parameters()), "a text stays a text");
    }

    @Test
    void servicesInAListAreKnownByName() {
        assertEquals(List.of("COD", "freeShipping"), List.copyOf(Arguments.names("[\"COD\",\"freeShipping\"]")));
        assertEquals(List.of("COD", "freeShipping"), List.copyOf(Arguments.names("COD,,freeShipping")));
    }
}
