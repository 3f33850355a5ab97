package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.score.TitleCalibration.Pair;
import org.shoptrace.core.statistics.Bootstrap;

class RankingTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1, 300);

    /// By hand: two alike pairs against four others make eight comparisons; 0.9 wins four, 0.3 wins two and ties once.
    @Test
    void countsHowOftenAnAlikePairStandsAboveAnother() {
        List<Pair> pairs = List.of(
                new Pair("a", "b", 0.8, 0.9), new Pair("a", "c", 0.6, 0.3), new Pair("a", "d", 0.4, 0.1),
                new Pair("b", "c", 0.3, 0.2), new Pair("b", "d", 0.2, 0.3), new Pair("c", "d", 0.1, 0.5));
        HeldOutAgreement.Share ranking = Ranking.of(pairs, 0.5, BOOTSTRAP, () -> {}).orElseThrow();
        assertEquals(6.5 / 8, ranking.value());
        assertTrue(ranking.interval().low() <= ranking.value() && ranking.value() <= ranking.interval().high(), ranking.toString());
    }

    @Test
    void thereIsNothingToRankWhereAllPairsAreOfOneKind() {
        List<Pair> pairs = List.of(new Pair("a", "b", 0.8, 0.9), new Pair("a", "c", 0.6, 0.3), new Pair("b", "c", 0.7, 0.3));
        assertEquals(Optional.empty(), Ranking.of(pairs, 0.5, BOOTSTRAP, () -> {}));
        assertEquals(Optional.empty(), Ranking.of(pairs, 0.9, BOOTSTRAP, () -> {}));
    }
}
