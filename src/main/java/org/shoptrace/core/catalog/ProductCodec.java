package org.shoptrace.core.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.json.Json;

/// A product as JSON: the `product` object of a document, and the reward of a web task.
/// What is missing or null reads as empty text, zero or nothing; a field of a wrong kind is an error.
public final class ProductCodec {
    private static final Json.Num ZERO = Json.Num.of(0L);

    private ProductCodec() {}

    /// @throws IllegalArgumentException when a field is of a wrong kind or `product_id` is missing; the message names the field
    public static Product decode(Json.Obj json) {
        String productId = text(json, "product_id");
        if (productId.isEmpty()) {
            throw new IllegalArgumentException("product_id is missing");
        }
        return new Product(
                productId,
                text(json, "shop_id"),
                text(json, "brand"),
                text(json, "category"),
                text(json, "title"),
                text(json, "short_description"),
                text(json, "description"),
                text(json, "specification"),
                number(json, "price"),
                number(json, "sold_count"),
                variants(json),
                attributes(json),
                texts("service", json.get("service").orElse(Json.NULL)),
                text(json, "main_image_url"),
                text(json, "product_url"));
    }

    /// The object that [#decode] reads, keys in the order of the published files.
    public static Json.Obj encode(Product product) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("product_id", Json.of(product.productId()));
        fields.put("shop_id", Json.of(product.shopId()));
        fields.put("brand", Json.of(product.brand()));
        fields.put("category", Json.of(product.category()));
        fields.put("title", Json.of(product.title()));
        fields.put("short_description", Json.of(product.shortDescription()));
        fields.put("description", Json.of(product.description()));
        fields.put("specification", Json.of(product.specification()));
        fields.put("price", product.price());
        fields.put("sold_count", product.soldCount());
        fields.put("sku_options", encodeVariants(product.variants()));
        fields.put("attributes", encodeAttributes(product.attributes()));
        fields.put("main_image_url", Json.of(product.mainImageUrl()));
        fields.put("product_url", Json.of(product.productUrl()));
        fields.put("service", Json.texts(product.services()));
        return new Json.Obj(fields);
    }

    /// `{number: {key: value}}`, as documents and `view_product_information` write variants.
    public static Json.Obj encodeVariants(List<Variant> variants) {
        SequencedMap<String, Json> numbers = new LinkedHashMap<>();
        for (Variant variant : variants) {
            SequencedMap<String, Json> options = new LinkedHashMap<>();
            variant.options().forEach((key, value) -> options.put(key, Json.of(value)));
            numbers.put(variant.number(), new Json.Obj(options));
        }
        return new Json.Obj(numbers);
    }

    /// `{key: [values]}`.
    public static Json.Obj encodeAttributes(SequencedMap<String, List<String>> attributes) {
        SequencedMap<String, Json> keys = new LinkedHashMap<>();
        attributes.forEach((key, values) -> keys.put(key, Json.texts(values)));
        return new Json.Obj(keys);
    }

    /// The reverse of [#encodeVariants], of the field `sku_options`.
    ///
    /// @throws IllegalArgumentException as [#decode]
    public static List<Variant> variants(Json.Obj json) {
        List<Variant> variants = new ArrayList<>();
        for (Map.Entry<String, Json> variant : object(json, "sku_options").fields().entrySet()) {
            if (!(variant.getValue() instanceof Json.Obj options)) {
                throw new IllegalArgumentException("sku_options." + variant.getKey() + " is no object");
            }
            SequencedMap<String, String> pairs = new LinkedHashMap<>();
            options.fields().forEach((key, value) -> pairs.put(key, text("sku_options." + key, value)));
            variants.add(new Variant(variant.getKey(), pairs));
        }
        return variants;
    }

    /// The reverse of [#encodeAttributes], of the field `attributes`.
    ///
    /// @throws IllegalArgumentException as [#decode]
    public static SequencedMap<String, List<String>> attributes(Json.Obj json) {
        SequencedMap<String, List<String>> attributes = new LinkedHashMap<>();
        object(json, "attributes").fields().forEach((key, value) -> attributes.put(key, texts("attributes." + key, value)));
        return attributes;
    }

    private static Json.Obj object(Json.Obj json, String key) {
        return switch (json.get(key).orElse(Json.NULL)) {
            case Json.Obj object -> object;
            case Json.Null _ -> Json.Obj.EMPTY;
            default -> throw new IllegalArgumentException(key + " is no object");
        };
    }

    private static String text(Json.Obj json, String key) {
        return text(key, json.get(key).orElse(Json.NULL));
    }

    private static String text(String name, Json value) {
        return switch (value) {
            case Json.Str(String text) -> text;
            case Json.Null _ -> "";
            default -> throw new IllegalArgumentException(name + " is no string");
        };
    }

    private static Json.Num number(Json.Obj json, String key) {
        return switch (json.get(key).orElse(Json.NULL)) {
            case Json.Num number -> number;
            case Json.Null _ -> ZERO;
            default -> throw new IllegalArgumentException(key + " is no number");
        };
    }

    private static List<String> texts(String name, Json value) {
        return switch (value) {
            case Json.Arr(var items) -> items.stream().map(item -> text(name, item)).toList();
            case Json.Null _ -> List.of();
            default -> throw new IllegalArgumentException(name + " is no array");
        };
    }
}
