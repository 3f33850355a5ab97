package org.shoptrace.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Cohen's kappa and Krippendorff's alpha on published examples.
class AgreementTest {

    /// Fleiss, Levin and Paik, *Statistical Methods for Rates and Proportions*, table 18.1: kappa 0.68, standard error 0.087; more
    /// digits from the formulas written out in Python.
    @Test
    void kappaEqualsFleissExample() {
        CohenKappa kappa = CohenKappa.of(new int[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}).orElseThrow();
        assertEquals(0.676470588235294, kappa.value(), 1e-12);
        assertEquals(0.08770295347521254, kappa.standardError(), 1e-12);
        assertEquals(0.5045759580860856, kappa.interval().low(), 1e-9);
        assertEquals(0.8483652183845025, kappa.interval().high(), 1e-9);
        assertEquals(100, kappa.items());
    }

    /// The example of Fleiss, Cohen and Everitt (1969), 200 items: kappa 0.429, standard error 0.054.
    @Test
    void kappaEqualsTheExampleOfTheStandardErrorsAuthors() {
        CohenKappa kappa = CohenKappa.of(new int[][] {{106, 10, 4}, {22, 28, 10}, {2, 12, 6}}).orElseThrow();
        assertEquals(0.4285714285714286, kappa.value(), 1e-12);
        assertEquals(0.05371100486916736, kappa.standardError(), 1e-12);
    }

    @Test
    void kappaIsNotDefinedWithoutTwoCategories() {
        assertEquals(Optional.empty(), CohenKappa.of(new int[][] {{5, 0}, {0, 0}}));
        assertEquals(Optional.empty(), CohenKappa.of(new int[][] {{0, 0}, {0, 0}}));
        assertEquals(1, CohenKappa.of(new int[][] {{5, 0}, {0, 2}}).orElseThrow().value(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> CohenKappa.of(new int[][] {{5, 0}}));
    }

    /// Krippendorff (2011): two observers of two categories 0.095, of five 0.692, four observers with gaps 0.743.
    @Test
    void alphaEqualsKrippendorffsExamples() {
        assertEquals(0.09523809523809523, alpha("0100000010", "1110010000").value().orElseThrow(), 1e-12);
        assertEquals(0.6919642857142857, alpha("aabbdcccedda", "babbbccceddd").value().orElseThrow(), 1e-12);
        KrippendorffAlpha gaps = alpha("123321412...", "1233224125.3", ".3332342251.", "12332441251.");
        assertEquals(0.743421052631579, gaps.value().orElseThrow(), 1e-12);
        assertEquals(11, gaps.pairable(), "the last has one label");
    }

    @Test
    void alphaHasAnIntervalOverTasks() {
        KrippendorffAlpha alpha = alpha("aabbdccceddaaabbdccceddaaabbdccceddaaabbdccceddab",
                "babbbcccedddbabbbcccedddbabbbcccedddbabbbcccedddb");
        ConfidenceInterval interval = alpha.interval(Bootstrap.DEFAULT).orElseThrow();
        assertTrue(interval.contains(alpha.value().orElseThrow()));
        assertTrue(interval.high() - interval.low() > 0.1 && interval.high() <= 1, interval.toString());
        assertEquals(alpha.interval(Bootstrap.DEFAULT), alpha.interval(Bootstrap.DEFAULT));
    }

    @Test
    void alphaIsNotDefinedWithoutTwoLabels() {
        assertEquals(OptionalDouble.empty(), alpha("aaa", "aaa").value());
        assertEquals(Optional.empty(), alpha("aaa", "aaa").interval(Bootstrap.DEFAULT));
        assertEquals(OptionalDouble.empty(), alpha("a.", ".b").value());
    }

    /// A row for each rater, a character for each task; a point is no label.
    private static KrippendorffAlpha alpha(String... raters) {
        List<List<Character>> tasks = new ArrayList<>();
        for (int task = 0; task < raters[0].length(); task++) {
            List<Character> labels = new ArrayList<>();
            for (String rater : raters) {
                if (rater.charAt(task) != '.') {
                    labels.add(rater.charAt(task));
                }
            }
            tasks.add(labels);
        }
        return new KrippendorffAlpha(tasks);
    }
}
