package org.shoptrace.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.ui.workspace.CatalogState;
import org.shoptrace.ui.workspace.RunOutcome;

class InspectorViewModelTest {
    private ReplayFixture fixture;

    @BeforeEach
    void openWorkspace() throws Exception {
        fixture = new ReplayFixture(new DirectJobRunner()).open();
    }

    private Inspection inspection() {
        return fixture.model.inspector().inspectionProperty().get();
    }

    @Test
    void holdsEveryConstraintAgainstTheProductRecommended() {
        fixture.model.openAt(2, 1);
        Inspection.Assessed assessed = assertInstanceOf(Inspection.Assessed.class, inspection());
        List<ConstraintVerdict> verdicts = assessed.assessment().products().getFirst().constraints();
        assertEquals(
                List.of(
                        ConstraintVerdict.Kind.TITLE,
                        ConstraintVerdict.Kind.PRICE,
                        ConstraintVerdict.Kind.SERVICE,
                        ConstraintVerdict.Kind.SKU),
                verdicts.stream().map(ConstraintVerdict::kind).toList());
        assertTrue(verdicts.stream().noneMatch(ConstraintVerdict::satisfied));
        assertEquals("title, price, service, variant", MissedText.of(assessed.assessment()));
    }

    @Test
    void addsUpTheBasketOfAVoucherTask() {
        fixture.model.openAt(3, 1);
        Inspection.Assessed assessed = assertInstanceOf(Inspection.Assessed.class, inspection());
        BasketVerdict.Payment payment = assessed.assessment().basket().orElseThrow().payment().orElseThrow();
        assertEquals(550, payment.total());
        assertEquals(510, payment.toPay());
        assertEquals("within the budget", MissedText.of(assessed.assessment()));
    }

    @Test
    void saysWhatToDoAboutARunWithoutTask() {
        fixture.model.openAt(4, 1);
        Inspection.Taskless taskless = assertInstanceOf(Inspection.Taskless.class, inspection());
        assertEquals("A query of nobody", taskless.query());
        assertEquals("The task is not in this workspace", taskless.gap().what());
        assertTrue(taskless.gap().remedy().contains("task file"));
    }

    @Test
    void tellsARunWithoutQueryFromOneWithoutTask() throws Exception {
        fixture.line("alpha", "[{\"completion\":{\"message\":{}}}]");
        fixture.workspace.addRuns(List.of(fixture.summaries.getLast()));
        fixture.model.openAt(5, 1);
        assertEquals("The run names no query", assertInstanceOf(Inspection.Taskless.class, inspection()).gap().what());
    }

    @Test
    void waitsForTheCatalogueAndGoesOnByItself() {
        fixture.workspace.publishCatalog(new CatalogState.None());
        Inspection.Unassessed missing = assertInstanceOf(Inspection.Unassessed.class, inspection());
        assertEquals("This workspace has no catalogue", missing.gap().what());
        fixture.workspace.publishCatalog(new CatalogState.NotIndexed(List.of(), 0));
        assertTrue(assertInstanceOf(Inspection.Unassessed.class, inspection()).gap().remedy().contains("Sandbox"));
        fixture.openCatalog();
        assertInstanceOf(Inspection.Assessed.class, inspection());
    }

    @Test
    void doesNotCheckADialogueThatTheHarnessLost() throws Exception {
        fixture.line(
                "oro",
                "{\"problem_id\":\"1\",\"status\":\"TIMED_OUT\",\"error\":\"too slow\",\"dialogue\":["
                        + ReplayFixture.lampSteps("11").getFirst() + "]}");
        fixture.workspace.addRuns(List.of(fixture.summaries.getLast()));
        fixture.model.openAt(5, 1);
        assertEquals(
                "The dialogue ended as TIMED_OUT: too slow",
                assertInstanceOf(Inspection.Unassessed.class, inspection()).gap().what());
    }

    @Test
    void repeatsWhyARunIsUnscorable() {
        fixture.workspace.publishOutcomes(
                Map.of(fixture.summaries.getFirst().id(), new RunOutcome.Unscorable("a reward is missing")));
        assertEquals(
                "This run cannot be scored: a reward is missing",
                assertInstanceOf(Inspection.Unassessed.class, inspection()).gap().what());
    }

    @Test
    void showsAnEmptyAndAnUnknownRecommendationAsSuch() throws Exception {
        fixture.run("alpha", List.of(ReplayFixture.lampSteps("11").getFirst()));
        fixture.run("alpha", ReplayFixture.lampSteps("404"));
        fixture.workspace.addRuns(fixture.summaries.subList(4, 6));
        fixture.model.openAt(5, 1);
        var nothing = assertInstanceOf(Inspection.Assessed.class, inspection()).assessment();
        assertEquals("", nothing.products().getFirst().productId());
        assertEquals("a recommendation", MissedText.of(nothing));
        fixture.model.openAt(6, 1);
        var unknown = assertInstanceOf(Inspection.Assessed.class, inspection()).assessment();
        assertTrue(unknown.products().getFirst().product().isEmpty());
        assertEquals("a known product", MissedText.of(unknown));
        assertFalse(unknown.score().success());
    }
}
