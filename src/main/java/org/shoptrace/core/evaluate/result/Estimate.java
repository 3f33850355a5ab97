package org.shoptrace.core.evaluate.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.shoptrace.core.statistics.ConfidenceInterval;

/// A share with its 95 % interval.
///
/// @param value    0..1; `NaN` when there was nothing to count
/// @param interval empty when there was too little to give one
public record Estimate(double value, Optional<ConfidenceInterval> interval) {

    /// Three decimals as the released evaluator prints them: from the exact binary value, ties to even.
    public static String text(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString() : "–";
    }

    public String valueText() {
        return text(value);
    }

    public String intervalText() {
        return interval.map(i -> text(i.low()) + "–" + text(i.high())).orElse("–");
    }
}
