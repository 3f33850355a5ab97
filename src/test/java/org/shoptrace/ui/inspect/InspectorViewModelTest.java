package org.shoptrace.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.diagnose.PlantedShop.DEAR;
import static org.shoptrace.core.diagnose.PlantedShop.HOSE;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.diagnose.PlantedShop;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.model.finding.ConstraintMatrix.State;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.OpenRun;

class InspectorViewModelTest {
    @TempDir
    private Path folder = Path.of("");

    private Optional<InspectorFixture> made = Optional.empty();

    @BeforeEach
    void make() throws Exception {
        made = Optional.of(new InspectorFixture(folder, new DirectJobRunner()));
    }

    @AfterEach
    void close() {
        made.ifPresent(fixture -> fixture.shop.close());
    }

    private InspectorFixture fixture() {
        return made.orElseThrow();
    }

    private Diagnosis diagnosis() {
        return assertInstanceOf(Findings.Known.class, fixture().openRun.findingsProperty().get()).diagnosis();
    }

    private MatrixRow row(String id) {
        return fixture().model.matrixProperty().get().rows().stream().filter(r -> r.row().productId().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void publishesWhatIsKnownAboutTheOpenRun() throws Exception {
        PlantedShop shop = fixture().shop;
        fixture().open(PlantedShop.product(), shop.find("clay mug"), shop.recommend(DEAR));
        assertEquals(Stage.RETRIEVED_NOT_VIEWED, diagnosis().failure().orElseThrow().stage());
        fixture().openRun.publish(Optional.empty(), 0);
        assertInstanceOf(Findings.Nothing.class, fixture().openRun.findingsProperty().get());
        assertEquals(MatrixPage.EMPTY, fixture().model.matrixProperty().get());
    }

    @Test
    void theMatrixFollowsTheStep() throws Exception {
        PlantedShop shop = fixture().shop;
        fixture().open(PlantedShop.product(), shop.find("clay mug"), shop.view(MUG), shop.find("hose"), shop.recommend(DEAR));
        assertEquals(7, fixture().model.matrixProperty().get().total());
        assertEquals(List.of("title", "price", "COD", "color family", "size", "material"),
                fixture().model.matrixProperty().get().columns().stream().map(MatrixPage.Head::name).toList());
        assertEquals(State.NOT_YET_VISIBLE, row(MUG).state(3));
        fixture().openRun.goToStep(2);
        assertEquals(State.SATISFIED, row(MUG).state(3));
        assertTrue(fixture().model.matrixProperty().get().rows().stream().noneMatch(MatrixRow::recommended));
        fixture().openRun.goToStep(4);
        assertEquals(8, fixture().model.matrixProperty().get().total());
        assertTrue(row(DEAR).recommended());
        assertEquals(DEAR, fixture().model.matrixProperty().get().rows().getFirst().row().productId());
        assertEquals(State.VIOLATED, row(DEAR).state(1));
    }

    @Test
    void theMatrixIsLimitedToWhatIsPromisingUntilAllIsAskedFor() throws Exception {
        PlantedShop shop = fixture().shop;
        fixture().open(PlantedShop.product(), shop.find("clay mug"), shop.find("spoon"), shop.find("hose"));
        fixture().openRun.goToStep(3);
        MatrixPage page = fixture().model.matrixProperty().get();
        assertEquals(List.of(18, MatrixPage.PROMISING), List.of(page.total(), page.rows().size()));
        assertTrue(page.rows().getFirst().fit().target());
        fixture().model.toggleAllRows();
        assertEquals(18, fixture().model.matrixProperty().get().rows().size());
        fixture().model.sortBy(MatrixOrder.byColumn(1));
        assertEquals(Optional.of(false), fixture().model.matrixProperty().get().rows().getLast().cells().get(1).truth());
        fixture().model.sortBy(MatrixOrder.FIRST_SEEN);
        assertEquals(HOSE, fixture().model.matrixProperty().get().rows().getLast().row().productId());
        fixture().model.sortBy(MatrixOrder.FIRST_SEEN);
        assertEquals(MatrixOrder.PROMISING, fixture().model.orderProperty().get());
    }

    @Test
    void titlesAreFilledIn() throws Exception {
        PlantedShop shop = fixture().shop;
        fixture().open(PlantedShop.product(), shop.find("hose"));
        assertEquals(Optional.empty(), diagnosis().matrix().rows().getFirst().rewards().getFirst().cells().getFirst().truth());
        assertEquals(Optional.of(false), row(HOSE).cells().getFirst().truth());
        assertEquals(InspectorViewModel.Titles.COMPARED, fixture().model.titlesProperty().get());
    }

    @Test
    void looksAtTheRewardThatGotLeastFarAndAtAnyOther() throws Exception {
        PlantedShop shop = fixture().shop;
        fixture().open(PlantedShop.shop(), shop.find("clay mug"), shop.recommend(MUG + "," + HOSE));
        assertEquals(1, fixture().model.rewardProperty().get());
        assertEquals(List.of("title", "price", "shop"),
                fixture().model.matrixProperty().get().columns().stream().map(MatrixPage.Head::name).toList());
        fixture().model.lookAtReward(0);
        assertEquals(7, fixture().model.matrixProperty().get().columns().size());
    }

    @Test
    void saysWhereEveryTargetStoodInTheSearchesOfTheStepAndWhy() throws Exception {
        PlantedShop shop = fixture().shop;
        fixture().open(PlantedShop.shop(), shop.find("grey clay mug"), shop.recommend(MUG + "," + LAMP));
        List<RankReason> reasons = fixture().model.reasons().reasonsProperty().get();
        assertEquals(List.of(MUG, LAMP), reasons.stream().map(RankReason::target).toList());
        assertTrue(reasons.getFirst().standing().matches("place \\d on page 1"), reasons.getFirst().standing());
        assertTrue(reasons.getFirst().sentence().startsWith("matches 'grey' ("), reasons.getFirst().sentence());
        assertEquals("'grey', 'clay', 'mug' are not in its text", reasons.get(1).sentence());
        fixture().openRun.goToStep(2);
        assertEquals(List.of(), fixture().model.reasons().reasonsProperty().get());
    }

    @Test
    void waitsForTheCatalogueAndGoesOnByItself() throws Exception {
        PlantedShop shop = fixture().shop;
        var recommendation = shop.recommend(MUG);
        // Opening another catalogue closes this one, so the gap comes first.
        InspectorFixture fixture = fixture();
        fixture.given.tasks(List.of(PlantedShop.product()));
        var run = shop.run(recommendation);
        GivenWorkspace given = new GivenWorkspace();
        var model = new org.shoptrace.ui.session.WorkspaceViewModel(given.open());
        var inspector = new InspectorViewModel(model, fixture.openRun, new DirectJobRunner(), fixture.notices, s -> {
            throw new AssertionError("nothing can be diagnosed");
        }, given::answer);
        given.catalog(new CatalogState.NotIndexed(List.of(), 0));
        RunSummary summary = RunSummary.of(run, 1);
        fixture.openRun.publish(Optional.of(new OpenRun(summary, run, Optional.empty())), 1);
        assertTrue(assertInstanceOf(Findings.Gap.class, fixture.openRun.findingsProperty().get()).remedy().contains("Sandbox"));
        assertEquals(MatrixPage.EMPTY, inspector.matrixProperty().get());
        // A run of another benchmark is told who judges it, and asked for no catalogue.
        given.catalog(new CatalogState.None());
        OwnVerdict verdict = new OwnVerdict(
                "tau-bench's reward", Optional.empty(), Optional.of(Json.Num.of(1)), List.of(), Optional.empty(), Optional.empty(),
                List.of());
        Run judged = new Run(
                run.id(), run.source(), run.model(), run.envelope(), run.steps(), OwnRecord.NONE.with(verdict));
        fixture.openRun.publish(Optional.of(new OpenRun(RunSummary.of(judged, 1), judged, Optional.empty())), 1);
        Findings.Gap gap = assertInstanceOf(Findings.Gap.class, fixture.openRun.findingsProperty().get());
        assertTrue(gap.remedy().startsWith("What tau-bench's reward says of it"), gap.toString());
    }

    @Test
    void aRunOfNoTaskIsToldWhatNeedsNone() throws Exception {
        fixture().open(fixture().shop.run(fixture().shop.find("clay mug")));
        assertTrue(diagnosis().task().isEmpty());
        assertEquals(1, diagnosis().reexecution().calls().size());
        assertEquals(List.of(), fixture().model.matrixProperty().get().columns());
    }
}
