package org.shoptrace.model.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Figures of scores for people.
public final class ScoreText {
    private ScoreText() {}

    /// Three decimals from the exact binary value, ties to even, as the evaluator prints them; without trailing zeros.
    public static String figure(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
