package org.shoptrace.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.golden.GoldenCatalogue;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.labelled.LabelledClaims.Half;
import org.shoptrace.labelled.LabelledClaims.Item;
import org.shoptrace.labelled.LabelledClaims.Judged;
import org.shoptrace.labelled.LabelledClaims.Label;

/// The labelled sentences are sound, and the rules agree with them as far as is said.
class LabelledClaimsTest {
    private static final int SENTENCES = 360;
    private static final int RUNS = 30;
    private static final double RECALL = 0.70;
    private static final double FALSE_ALARMS = 0.05;
    private static final double RECALL_REACHED = 0.88;
    private static final double FALSE_ALARMS_REACHED = 0.02;

    @RegisterExtension
    static final GoldenCatalogue CATALOGUE = new GoldenCatalogue();

    @ParameterizedTest
    @EnumSource(Half.class)
    void everySentenceStandsInItsTextOnceAndEveryRunIsThere(Half half) throws Exception {
        Set<String> ids = new HashSet<>();
        for (Item item : LabelledClaims.read(half)) {
            assertTrue(ids.add(item.id()), item.id());
            assertEquals(item.line(), RolloutFile.firstRuns(GoldenSet.file(item.run()), item.line()).size(), item.id());
            int end = 0;
            for (Label label : item.labels()) {
                int start = item.text().indexOf(label.sentence());
                assertTrue(start >= 0, () -> item.id() + " has no: " + label.sentence());
                assertEquals(start, item.text().lastIndexOf(label.sentence()), () -> item.id() + " has twice: " + label.sentence());
                end = Math.max(end, start + label.sentence().length());
            }
            assertEquals(item.text().length(), end, () -> item.id() + " has a sentence without a label");
        }
    }

    @Test
    void thereAreEnoughOfThemAndNoTaskIsInBothHalves() throws Exception {
        List<Item> dev = LabelledClaims.read(Half.DEV);
        List<Item> test = LabelledClaims.read(Half.TEST);
        int sentences = dev.stream().mapToInt(item -> item.labels().size()).sum()
                + test.stream().mapToInt(item -> item.labels().size()).sum();
        assertTrue(sentences >= SENTENCES, () -> sentences + " sentences");
        Set<String> devRuns = runs(dev);
        Set<String> testRuns = runs(test);
        assertTrue(devRuns.size() + testRuns.size() >= RUNS, () -> devRuns.size() + " and " + testRuns.size() + " runs");
        Set<String> devTasks = tasks(dev);
        devTasks.retainAll(tasks(test));
        assertEquals(Set.of(), devTasks);
        for (List<Item> half : List.of(dev, test)) {
            assertEquals(
                    8, half.stream().map(Item::run).distinct().count(), "a half has runs of all four intents and of both models");
        }
    }

    private static Set<String> runs(List<Item> items) {
        return items.stream().map(item -> item.run() + " " + item.line()).collect(Collectors.toSet());
    }

    private static Set<String> tasks(List<Item> items) throws Exception {
        Set<String> tasks = new HashSet<>();
        for (Item item : items) {
            tasks.add(RolloutFile.firstRuns(GoldenSet.file(item.run()), item.line()).getLast().query().orElseThrow());
        }
        return tasks;
    }

    /// What is printed is for whoever works on the rules. They were improved on this half, so they must keep what they reached on it, but
    /// for a sentence or a few.
    @Test
    void theRulesKeepWhatTheyReachedOnTheHalfThatTheyWereImprovedOn() throws Exception {
        List<Judged> judged = LabelledClaims.judge(Half.DEV, CATALOGUE.sandbox());
        print(Half.DEV, judged);
        ClaimAgreement agreement = ClaimAgreement.of(judged);
        assertTrue(agreement.recall().value() >= RECALL_REACHED, agreement::table);
        assertTrue(agreement.falseAlarms().value() <= FALSE_ALARMS_REACHED, agreement::table);
    }

    @Test
    void theRulesFindMostWrongClaimsAndCallFewTrueOnesWrong() throws Exception {
        List<Judged> judged = LabelledClaims.judge(Half.TEST, CATALOGUE.sandbox());
        ClaimAgreement agreement = ClaimAgreement.of(judged);
        System.out.println(Half.TEST + "\n" + agreement.table());
        assertTrue(agreement.recall().value() >= RECALL, agreement::table);
        assertTrue(agreement.falseAlarms().value() <= FALSE_ALARMS, agreement::table);
    }

    private static void print(Half half, List<Judged> judged) {
        System.out.println(half + "\n" + ClaimAgreement.of(judged).table());
        Map<Boolean, Long> sameVerdict = judged.stream()
                .filter(each -> each.label().verdict().isPresent() && each.isFlagged() == each.label().isWrong())
                .collect(Collectors.partitioningBy(
                        each -> each.claims().stream().anyMatch(claim -> claim.verdict() == each.label().verdict().orElseThrow()),
                        Collectors.counting()));
        System.out.println("of those judged alike, of the same verdict: " + sameVerdict);
        for (Judged each : judged) {
            if (each.isFlagged() != each.label().isWrong()) {
                System.out.println((each.isFlagged() ? "false alarm " : "missed      ") + each.item().id() + " "
                        + each.label().verdict().map(verdict -> verdict.wireName()).orElse("no claim") + ": " + each.label().sentence()
                        + " -> " + each.claims().stream().map(claim -> claim.text() + " " + claim.verdict().wireName()).toList());
            }
        }
    }
}
