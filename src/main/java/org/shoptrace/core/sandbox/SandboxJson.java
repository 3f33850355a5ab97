package org.shoptrace.core.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.core.python.PythonNumber;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;

/// Answers as the tools give them to an agent: these keys and no others, numbers as Python writes them.
public final class SandboxJson {
    private SandboxJson() {}

    /// The answer of `find_product`.
    public static Json.Arr find(FindAnswer answer) {
        return Json.array(answer.products().stream().map(SandboxJson::found).toList());
    }

    /// The answer of `view_product_information`.
    public static Json.Arr view(List<Product> products) {
        return Json.array(products.stream().map(SandboxJson::viewed).toList());
    }

    /// What a search shows of a product.
    public static Json.Obj found(Product product) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("product_id", Json.of(product.productId()));
        fields.put("shop_id", Json.of(product.shopId()));
        fields.put("title", Json.of(product.title()));
        fields.put("price", PythonNumber.canonical(product.price()));
        fields.put("service", Json.texts(product.services()));
        fields.put("sold_count", PythonNumber.canonical(product.soldCount()));
        return new Json.Obj(fields);
    }

    /// What a view shows of a product.
    public static Json.Obj viewed(Product product) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("product_id", Json.of(product.productId()));
        fields.put("short_description", Json.of(product.shortDescription()));
        fields.put("description", Json.of(product.description()));
        fields.put("sku_options", ProductCodec.encodeVariants(product.variants()));
        fields.put("attributes", ProductCodec.encodeAttributes(product.attributes()));
        return new Json.Obj(fields);
    }

    /// Any value with its numbers as Python writes them.
    public static Json asPythonWrites(Json value) {
        return switch (value) {
            case Json.Obj(var fields) -> {
                SequencedMap<String, Json> copy = new LinkedHashMap<>();
                fields.forEach((key, field) -> copy.put(key, asPythonWrites(field)));
                yield new Json.Obj(copy);
            }
            case Json.Arr(var items) -> Json.array(items.stream().map(SandboxJson::asPythonWrites).toList());
            case Json.Num number -> PythonNumber.canonical(number);
            case Json.Str _,Json.Bool _,Json.Null _ -> value;
        };
    }
}
