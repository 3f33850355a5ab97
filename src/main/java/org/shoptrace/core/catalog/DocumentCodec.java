package org.shoptrace.core.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;

/// A line of `documents.jsonl` and the [Document] in it.
public final class DocumentCodec {
    private DocumentCodec() {}

    /// @param utf8 one line, with or without its line break
    /// @throws BadDocumentException when it is no UTF-8, no JSON, or a field is missing or of a wrong kind
    public static Document decode(byte[] utf8) throws BadDocumentException {
        Json.Obj line = object(utf8);
        String id = line.text("id").orElseThrow(() -> new BadDocumentException("id is missing or no string"));
        String contents = line.text("contents").orElseThrow(() -> new BadDocumentException("contents is missing or no string"));
        Product product = product(
                line.object("product").orElseThrow(() -> new BadDocumentException("product is missing or no object")));
        if (!id.equals(product.productId())) {
            throw new BadDocumentException("id " + id + " and product_id " + product.productId() + " differ");
        }
        return new Document(id, contents, product);
    }

    /// The line that [#decode] reads, without a line break.
    public static String encode(Document document) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", Json.of(document.id()));
        fields.put("contents", Json.of(document.contents()));
        fields.put("product", ProductCodec.encode(document.product()));
        return JsonWriter.compact(new Json.Obj(fields));
    }

    private static Json.Obj object(byte[] utf8) throws BadDocumentException {
        try {
            if (JsonReader.read(text(utf8)) instanceof Json.Obj object) {
                return object;
            }
            throw new BadDocumentException("the line is no JSON object");
        } catch (JsonSyntaxException e) {
            throw new BadDocumentException("bad JSON: " + e.getMessage());
        }
    }

    private static String text(byte[] utf8) throws BadDocumentException {
        String text = new String(utf8, StandardCharsets.UTF_8);
        // Decoding so is fast but puts U+FFFD where the bytes are wrong; only then is it worth looking again.
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            } catch (CharacterCodingException _) {
                throw new BadDocumentException("invalid UTF-8");
            }
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Product product(Json.Obj json) throws BadDocumentException {
        Product product;
        try {
            product = ProductCodec.decode(json);
        } catch (IllegalArgumentException e) {
            throw new BadDocumentException("product: " + e.getMessage());
        }
        // Python reads NaN and Infinity, JSON does not know them, and no answer could show them.
        if (!Double.isFinite(product.priceValue()) || !Double.isFinite(product.soldCount().asDouble())) {
            throw new BadDocumentException("product: price or sold_count is not finite");
        }
        return product;
    }
}
