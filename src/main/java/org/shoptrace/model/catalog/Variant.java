package org.shoptrace.model.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One variant (SKU) of a product: its number in the file (`"1"`…`"9"`) and its options, such as `color_family` → `grey`.
public record Variant(String number, SequencedMap<String, String> options) {
    public Variant {
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
    }
}
