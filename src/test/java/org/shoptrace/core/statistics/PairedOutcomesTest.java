package org.shoptrace.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedOutcomesTest {

    /// Sums of binomial coefficients as Python fractions, `2 * sum(comb(n, i) for i <= min) / 2**n`. 1 and 7: the airway data of
    /// Fagerland, Lydersen and Laake (2013), who print 0.070. 150 and 86: the approval ratings of Agresti, *Categorical Data
    /// Analysis*.
    @ParameterizedTest
    @CsvSource({
            "1, 7, 0.0703125", "6, 16, 0.052478790283203125", "150, 86, 3.715936139571442e-05", "0, 5, 0.0625",
            "10, 25, 0.01667384780012071", "3, 3, 1", "0, 0, 1"
    })
    void mcNemarIsExact(int onlyA, int onlyB, double p) {
        assertEquals(p, new PairedOutcomes(4, onlyA, onlyB, 9).exactP(), 1e-12);
    }

    /// The first two are the worked examples of Fagerland, Lydersen and Laake (2014, *Statistics in Medicine* 33:2850), who print
    /// -0.507 to -0.026 and -0.119 to -0.005; all with more digits from Newcombe's formulas written out in Python.
    @ParameterizedTest
    @CsvSource({
            "1, 1, 7, 12, -0.5069202266861409, -0.025559124164859892",
            "59, 6, 16, 80, -0.11862119563870993, -0.004625113933050061",
            "20, 12, 2, 16, 0.05615642484174832, 0.3292069954001405",
            "43, 0, 1, 0, -0.11807709698213287, 0.0597180083508988",
            "10, 0, 0, 10, -0.08975665937768057, 0.08975665937768049",
            "794, 150, 86, 570, 0.021230423982877014, 0.05870387289572883",
            "0, 0, 0, 10, -0.27753279986288915, 0.27753279986288915"
    })
    void hasNewcombesInterval(int both, int onlyA, int onlyB, int neither, double low, double high) {
        ConfidenceInterval interval = new PairedOutcomes(both, onlyA, onlyB, neither).differenceInterval();
        assertEquals(low, interval.low(), 1e-12);
        assertEquals(high, interval.high(), 1e-12);
    }

    @Property(tries = 300)
    void exchangingTheTwoChangesNothingButTheSign(
            @ForAll @IntRange(max = 60) int both, @ForAll @IntRange(max = 60) int onlyA, @ForAll @IntRange(max = 60) int onlyB,
            @ForAll @IntRange(max = 60) int neither) {
        PairedOutcomes outcomes = new PairedOutcomes(both, onlyA, onlyB, neither);
        PairedOutcomes exchanged = new PairedOutcomes(both, onlyB, onlyA, neither);
        assertEquals(outcomes.exactP(), exchanged.exactP());
        assertEquals(outcomes.difference(), -exchanged.difference(), 1e-15);
        assertEquals(outcomes.differenceInterval().low(), -exchanged.differenceInterval().high(), 1e-12);
        assertTrue(outcomes.differenceInterval().contains(outcomes.difference()));
        assertTrue(outcomes.exactP() > 0 && outcomes.exactP() <= 1);
    }

    @Test
    void nothingIsKnownOfNoTask() {
        PairedOutcomes none = new PairedOutcomes(0, 0, 0, 0);
        assertEquals(1, none.exactP());
        assertEquals(0, none.difference());
        assertEquals(new ConfidenceInterval(-1, 1), none.differenceInterval());
        assertThrows(IllegalArgumentException.class, () -> new PairedOutcomes(0, -1, 0, 0));
    }
}
