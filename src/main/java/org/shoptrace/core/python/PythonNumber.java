package org.shoptrace.core.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.shoptrace.model.json.Json;

/// Numbers as Python writes them after reading them: an integer stays one, every other number is a float.
public final class PythonNumber {
    private PythonNumber() {}

    /// The number as `json.dumps(json.loads(text))` gives it: `1e2` → `100.0`, `100` → `100`, `-0` → `0`.
    public static Json.Num canonical(Json.Num number) {
        return new Json.Num(canonical(number.text()));
    }

    /// As [#canonical(Json.Num)], of a JSON number's text.
    public static String canonical(String jsonNumber) {
        Json.Num number = new Json.Num(jsonNumber);
        if (number.isInteger()) {
            return new BigInteger(jsonNumber).toString();
        }
        double value = number.asDouble();
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return Double.isInfinite(value) ? (value > 0 ? "Infinity" : "-Infinity") : repr(value);
    }

    /// Python's `repr` of a float: the fewest digits that read back as the same number, with an exponent below 1e-4 and from 1e16 on.
    public static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        return sign + (exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : plain(digits, exponent));
    }

    private static BigDecimal shortest(double positive) {
        BigDecimal digits = new BigDecimal(Double.toString(positive)).stripTrailingZeros();
        // Java writes at least two digits and may so pass over the one that is enough (4.9E-324 is Python's 5e-324).
        BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return one.doubleValue() == positive ? one.stripTrailingZeros() : digits;
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String magnitude = Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (magnitude.length() == 1 ? "0" : "") + magnitude;
    }

    private static String plain(String digits, int exponent) {
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        if (digits.length() <= exponent + 1) {
            return digits + "0".repeat(exponent + 1 - digits.length()) + ".0";
        }
        return digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }
}
