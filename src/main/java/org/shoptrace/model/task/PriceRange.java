package org.shoptrace.model.task;

import java.util.Optional;
import org.shoptrace.model.json.Json;

/// A price constraint `{mode: [low, high]}`; bounds are inclusive and the mode says which of them count.
///
/// @param mode `less than`, `greater than` or `between`; any other is a constraint that no product meets
/// @param low  Philippine peso; empty when the file has null
/// @param high Philippine peso; empty when the file has null
public record PriceRange(String mode, Optional<Json.Num> low, Optional<Json.Num> high) {
    public static final String LESS_THAN = "less than";
    public static final String GREATER_THAN = "greater than";
    public static final String BETWEEN = "between";
}
