package org.shoptrace.core.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.trajectory.Step;

/// What the two profiles do differently for product, shop and voucher tasks.
interface TargetRule {
    /// The ids of a recommendation, in the order that they are matched with the rewards.
    List<String> ids(String recommendation);

    /// A known product against the reward at its place.
    ///
    /// @param id the id that the product was found by
    ProductScore score(String id, Reward reward, Product product) throws ShoptraceException;

    /// Whether a known product counts towards `shop` and `budget`.
    boolean countsInBasket(ProductScore score);

    /// What a well-formed step adds to `format`.
    double formatWeight(Step step);

    /// Hits / total of each field.
    ///
    /// @param absent what a field counts that the reward does not state
    static Map<Column, Double> fields(List<ConstraintVerdict> verdicts, double absent) {
        Map<Column, Double> fields = new EnumMap<>(Column.class);
        for (Column field : Column.FIELDS) {
            List<ConstraintVerdict> stated = verdicts.stream().filter(v -> v.kind().column() == field).toList();
            fields.put(field, stated.isEmpty() ? absent : share(stated));
        }
        return fields;
    }

    /// Hits / total; 0 of none, where the released code divides by zero.
    static double share(List<ConstraintVerdict> verdicts) {
        long hits = verdicts.stream().filter(ConstraintVerdict::satisfied).count();
        return verdicts.isEmpty() ? 0 : (double) hits / verdicts.size();
    }
}
