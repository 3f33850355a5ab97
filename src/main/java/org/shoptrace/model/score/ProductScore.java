package org.shoptrace.model.score;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.task.Reward;

/// One recommended id against one reward.
///
/// @param productId   the id as it was matched; empty text when the run recommends nothing at this place
/// @param product     the catalogue's product of that id; empty when it knows none
/// @param target      whether the product is the reward's own; its constraints count as satisfied by identity
///                    where the profile says so
/// @param constraints every constraint of the reward, in the order title, price, service, variant, attribute;
///                    also for an unknown product, where none is satisfied
/// @param rule        0..1; 1 for the target, else the share of satisfied constraints
/// @param fields      the share per field, 0..1
public record ProductScore(
        Reward reward,
        String productId,
        Optional<Product> product,
        boolean target,
        List<ConstraintVerdict> constraints,
        double rule,
        Map<Column, Double> fields) {
    public ProductScore {
        constraints = List.copyOf(constraints);
        Map<Column, Double> copy = new EnumMap<>(Column.class);
        copy.putAll(fields);
        fields = Collections.unmodifiableMap(copy);
    }

    /// The share of one field; 0 when it was not counted.
    public double field(Column field) {
        return fields.getOrDefault(field, 0.0);
    }
}
