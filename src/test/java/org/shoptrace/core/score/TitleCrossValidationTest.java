package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.score.TitleCalibration.Pair;
import org.shoptrace.core.statistics.Bootstrap;

class TitleCrossValidationTest {
    private static final Runnable NOBODY = () -> {};
    private static final TitleCrossValidation FEW = new TitleCrossValidation(6, 4, 1, new Bootstrap(1, 200));

    /// @param tested what the model under test says of a published cosine and a random number
    private static List<Pair> pairs(int titles, DoubleBinaryOperator tested) {
        Random random = new Random(7);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < titles; i++) {
            for (int j = i + 1; j < titles; j++) {
                double published = random.nextDouble();
                pairs.add(new Pair("title " + i, "title " + j, published, tested.applyAsDouble(published, random.nextDouble())));
            }
        }
        return pairs;
    }

    @Test
    void aModelThatRanksAsThePublishedOneIsRecognised() {
        HeldOutAgreement agreement = FEW.agreement(pairs(24, (published, _) -> published / 2 + 0.3), 0.7, NOBODY).orElseThrow();
        assertEquals(24, agreement.titles());
        assertEquals(276, agreement.pairs());
        assertTrue(agreement.agreement().value() > 0.98, agreement.toString());
        assertEquals(agreement.agreement().value() - agreement.alwaysNo(), agreement.gain().value(), 1e-12);
        assertTrue(agreement.isBetterThanAlwaysNo());
    }

    /// On its own pairs a threshold always finds something; on other titles it finds nothing.
    @Test
    void aModelThatKnowsNothingIsNoBetterThanAlwaysNo() {
        List<Pair> noise = pairs(24, (_, random) -> random);
        HeldOutAgreement agreement = FEW.agreement(noise, 0.7, NOBODY).orElseThrow();
        double alwaysNo = noise.stream().filter(pair -> pair.published() < 0.7).count() / 276.0;
        assertEquals(alwaysNo, agreement.alwaysNo());
        assertTrue(agreement.agreement().value() <= alwaysNo, agreement.toString());
        assertFalse(agreement.isBetterThanAlwaysNo());
        assertTrue(agreement.agreement().interval().contains(agreement.agreement().value()));
    }

    /// By hand: of 24 titles one is like all others, a little, and no other two are. With its own pairs a threshold finds that out, and
    /// decides all 276 pairs right; without them nothing says that 0.3 is alike, and its 23 pairs are decided wrong.
    @Test
    void aPairIsDecidedByTheTitlesOfOtherGroupsOnly() {
        List<Pair> pairs = pairs(24, (_, _) -> 0).stream()
                .map(pair -> pair.a().equals("title 0") ? new Pair(pair.a(), pair.b(), 1, 0.3) : new Pair(pair.a(), pair.b(), 0, 0.1))
                .toList();
        HeldOutAgreement agreement = FEW.agreement(pairs, 0.5, NOBODY).orElseThrow();
        assertEquals(253 / 276.0, agreement.agreement().value(), 1e-12);
        assertEquals(253 / 276.0, agreement.alwaysNo(), 1e-12);
        assertEquals(0, agreement.gain().value(), 1e-12);
    }

    @Test
    void equalSeedsGiveEqualFiguresAndOthersOthers() {
        List<Pair> pairs = pairs(20, (published, random) -> published + random);
        assertEquals(FEW.agreement(pairs, 0.5, NOBODY), FEW.agreement(new ArrayList<>(pairs).reversed(), 0.5, NOBODY));
        assertNotEquals(FEW.agreement(pairs, 0.5, NOBODY),
                new TitleCrossValidation(6, 4, 2, new Bootstrap(1, 200)).agreement(pairs, 0.5, NOBODY));
    }

    @Test
    void whoDoesNotWantToWaitEndsIt() {
        List<Pair> pairs = pairs(24, (published, _) -> published);
        Runnable cancelled = () -> {
            throw new CancellationException("enough");
        };
        assertThrows(CancellationException.class, () -> FEW.agreement(pairs, 0.5, cancelled));
        assertThrows(CancellationException.class, () -> Ranking.of(pairs, 0.5, new Bootstrap(1, 200), cancelled));
    }

    @Test
    void tooFewTitlesGiveNoFigure() {
        assertEquals(Optional.empty(), FEW.agreement(pairs(11, (published, _) -> published), 0.5, NOBODY));
        assertTrue(FEW.agreement(pairs(12, (published, _) -> published), 0.5, NOBODY).isPresent());
    }

    @Test
    void theMethodIsToldWhole() {
        assertEquals(
                "cross-validated over titles: 6 groups, divided anew 4 times (seed 1), each pair decided by the threshold that fits the"
                        + " pairs of titles of the other groups; intervals are 95 %, by 200 resamples of titles (seed 1), in"
                        + " which thresholds are not chosen anew",
                FEW.method());
    }
}
