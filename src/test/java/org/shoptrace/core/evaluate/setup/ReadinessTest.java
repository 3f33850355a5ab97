package org.shoptrace.core.evaluate.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.model.task.Intent;

class ReadinessTest {
    private static final CatalogState OPEN = new CatalogState.Open(ProductLookUp.empty());
    private static final RolloutChoice SHOP = file("shop", Map.of(Intent.SHOP, 3));
    private static final RolloutChoice WEB = file("web", Map.of(Intent.WEB, 2));

    private static RolloutChoice file(String name, Map<Intent, Integer> byIntent) {
        return new RolloutChoice(Path.of(name + ".jsonl"), "alpha", 4, 4, byIntent, Set.of());
    }

    private static String obstacle(List<RolloutChoice> chosen, boolean tasked, ScoringProfile profile, CatalogState catalog) {
        return new Readiness(List.of(SHOP, WEB), chosen, tasked, profile, catalog).obstacle();
    }

    @Test
    void nothingStandsInTheWayOfRunsOfKnownTasksAndAnOpenCatalogue() {
        assertEquals("", obstacle(List.of(SHOP), true, ScoringProfile.ORO, OPEN));
        assertEquals("", obstacle(List.of(WEB), true, ScoringProfile.SHOPPINGBENCH, OPEN));
    }

    @Test
    void whatIsMissingIsNamedTheFirstThingFirst() {
        assertEquals(
                "There are no rollouts in this workspace",
                new Readiness(List.of(), List.of(), false, ScoringProfile.ORO, new CatalogState.None()).obstacle());
        assertEquals("Choose at least one rollout file", obstacle(List.of(), false, ScoringProfile.ORO, new CatalogState.None()));
        assertEquals(
                "There are no tasks in this workspace to score against",
                obstacle(List.of(SHOP), false, ScoringProfile.ORO, new CatalogState.None()));
        assertEquals(
                "None of the chosen runs belongs to a task of this workspace",
                obstacle(List.of(file("other", Map.of())), true, ScoringProfile.ORO, OPEN));
        assertEquals(
                "The catalogue has no index yet: build it in Sandbox",
                obstacle(List.of(SHOP), true, ScoringProfile.ORO, new CatalogState.NotIndexed(List.of(), 0)));
        assertEquals(
                "The catalogue's index is being built",
                obstacle(List.of(SHOP), true, ScoringProfile.ORO, new CatalogState.Building(List.of())));
    }

    @Test
    void aProfileThatScoresNoneOfTheRunsIsNoUse() {
        assertEquals(
                "Profile oro scores product, shop and voucher runs; the chosen ones are web runs",
                obstacle(List.of(WEB), true, ScoringProfile.ORO, OPEN));
        assertEquals("", obstacle(List.of(SHOP, WEB), true, ScoringProfile.ORO, OPEN));
    }

    @Test
    void filesOfOneIntentAreAboutTheSameTasks() {
        RolloutChoice more = file("more", Map.of(Intent.SHOP, 5));
        assertEquals(7, new Readiness(List.of(SHOP, more, WEB), List.of(SHOP, more, WEB), true, ScoringProfile.ORO, OPEN).tasks());
    }
}
