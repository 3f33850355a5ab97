package org.shoptrace.core.evaluate.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What kind of number an estimate is, and so how people read it. Files have it in full.
public enum FigureScale {
    /// A share, or a mean of shares: 0..1, with three decimals.
    SHARE(3),
    /// A mean of something counted, such as steps: 0 and more, with one decimal.
    NUMBER(1),
    /// A mean of something measured, of any range, such as a score, tokens or dollars: the more decimals the smaller it is, four at most.
    MEASURE(4);

    private final int decimals;

    FigureScale(int decimals) {
        this.decimals = decimals;
    }

    /// How many people read; of something measured the most.
    public int decimals() {
        return decimals;
    }

    /// Rounded as the released evaluator prints: from the exact binary value, ties to even.
    ///
    /// @return a dash for no number
    public String text(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).setScale(this == MEASURE ? decimals(Math.abs(value)) : decimals, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : "–";
    }

    private static int decimals(double size) {
        if (size >= 1000) {
            return 0;
        }
        return size >= 10 ? 1 : size >= 0.1 || size == 0 ? 3 : 4;
    }
}
