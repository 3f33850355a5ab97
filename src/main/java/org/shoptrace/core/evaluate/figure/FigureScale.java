package org.shoptrace.core.evaluate.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What kind of number an estimate is, and so how people read it. Files have it in full.
public enum FigureScale {
    /// A share, or a mean of shares: 0..1, with three decimals.
    SHARE(3),
    /// A mean of something counted, such as steps: 0 and more, with one decimal.
    NUMBER(1);

    private final int decimals;

    FigureScale(int decimals) {
        this.decimals = decimals;
    }

    /// How many people read.
    public int decimals() {
        return decimals;
    }

    /// Rounded as the released evaluator prints: from the exact binary value, ties to even.
    ///
    /// @return a dash for no number
    public String text(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString() : "–";
    }
}
