package org.shoptrace.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectableDifferenceTest {

    /// By bisection in Python of Connor's number of pairs, (z.975 √s + z.8 √(s − d²))² / d².
    @ParameterizedTest
    @CsvSource({
            "900, 0.3, 0.05108274088231295", "250, 0.3, 0.09659281531197239", "150, 0.3, 0.12430853132643781",
            "40, 0.3, 0.23554066560216333", "250, 0.12, 0.061090660398764075", "10, 1, 0.7847532842218065"
    })
    void isTheDifferenceThatConnorsNumberOfPairsNeeds(int tasks, double discordant, double difference) {
        assertEquals(difference, new DetectableDifference(tasks, discordant).value().orElseThrow(), 1e-9);
    }

    @Test
    void tooFewTasksShowNothing() {
        assertEquals(OptionalDouble.empty(), new DetectableDifference(15, 0.3).value());
        assertEquals(OptionalDouble.empty(), new DetectableDifference(1, 1).value());
        assertEquals(OptionalDouble.empty(), new DetectableDifference(100, 0).value());
        assertThrows(IllegalArgumentException.class, () -> new DetectableDifference(0, 0.3));
    }
}
