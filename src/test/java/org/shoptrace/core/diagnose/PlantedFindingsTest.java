package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.diagnose.PlantedShop.ALIAS;
import static org.shoptrace.core.diagnose.PlantedShop.DEAR;
import static org.shoptrace.core.diagnose.PlantedShop.DOUBT;
import static org.shoptrace.core.diagnose.PlantedShop.HOSE;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP_TWIN;
import static org.shoptrace.core.diagnose.PlantedShop.LAST_SPOON;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;
import static org.shoptrace.core.diagnose.PlantedShop.OTHER_VARIANT;
import static org.shoptrace.core.diagnose.PlantedShop.SPELLING;
import static org.shoptrace.core.diagnose.PlantedShop.TWIN;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// One planted trajectory for every stage, fault, near miss and health kind, and for everything that hides a target.
class PlantedFindingsTest {
    @TempDir
    private Path folder = Path.of("");

    private Optional<PlantedShop> opened = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        opened = Optional.of(new PlantedShop(folder));
    }

    @AfterEach
    void close() {
        opened.ifPresent(PlantedShop::close);
    }

    private PlantedShop shop() {
        return opened.orElseThrow();
    }

    @Test
    void everyStageIsTold() throws Exception {
        Task task = PlantedShop.product();
        assertClass(Stage.NO_ANSWER, Fault.OTHER_PRODUCT, task, shop().find("clay mug"));
        assertClass(Stage.MALFORMED_ANSWER, Fault.OTHER_PRODUCT, task, shop().find("clay mug"), shop().recommend(" " + MUG));
        assertClass(Stage.MALFORMED_ANSWER, Fault.OTHER_PRODUCT, task,
                shop().call("recommend_product", "{'product_ids':['" + MUG + "']}"));
        assertClass(Stage.INVENTED, Fault.OTHER_PRODUCT, task, shop().find("clay mug"), shop().recommend("9999999"));
        assertClass(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT, task, shop().find("hose"), shop().recommend(HOSE));
        assertClass(Stage.RETRIEVED_NOT_VIEWED, Fault.CONSTRAINT_MISSED, task, shop().find("clay mug"), shop().recommend(DEAR));
        assertClass(Stage.VIEWED_NOT_CHOSEN, Fault.CONSTRAINT_MISSED, task,
                shop().find("clay mug"), shop().view(TWIN), shop().recommend(DEAR));
        assertClass(Stage.CHOSEN, Fault.SHOP_SPLIT, PlantedShop.shop(), shop().recommend(TWIN + "," + LAMP));
    }

    @Test
    void aRunThatTheHarnessStoppedSaysSo() throws Exception {
        Run empty = shop().run(List.of(turn(shop().find("clay mug")), Turn.of("", List.of(), "", 2)));
        assertEquals(Stage.HARNESS, failure(PlantedShop.product(), empty).stage());
        Run dead = shop().run(search(Optional.of(Json.NULL)), shop().recommend(HOSE));
        assertEquals(Stage.HARNESS, failure(PlantedShop.product(), dead).stage());
        Run endless = shop().run(Collections.nCopies(30, turn(shop().find("clay mug"))));
        assertEquals(Stage.HARNESS, failure(PlantedShop.product(), endless).stage());
    }

    @Test
    void everyFaultIsTold() throws Exception {
        Task product = PlantedShop.product();
        Task basket = PlantedShop.shop();
        assertFault(Fault.WRONG_ORDER, basket, LAMP + "," + MUG);
        assertFault(Fault.WRONG_VARIANT, product, OTHER_VARIANT);
        assertFault(Fault.CONSTRAINT_MISSED, product, DEAR);
        assertFault(Fault.SHOP_SPLIT, basket, MUG + "," + LAMP_TWIN);
        assertFault(Fault.BUDGET_MISSED, PlantedShop.voucher(120), MUG + "," + LAMP);
        assertFault(Fault.KNOWLEDGE_MISSED, PlantedShop.web(), LAMP_TWIN);
        assertFault(Fault.SCORER_DOUBT, product, DOUBT);
        assertFault(Fault.OTHER_PRODUCT, product, HOSE);
    }

    @Test
    void aSuccessHasNoClassAndTheEquivalentIsAsGoodAsTheTarget() throws Exception {
        for (String id : List.of(MUG, TWIN)) {
            Diagnosis diagnosis = shop().diagnose(PlantedShop.product(), shop().run(shop().recommend(id)));
            assertEquals(Optional.of(true), diagnosis.success());
            assertEquals(Optional.empty(), diagnosis.failure());
        }
    }

    @Test
    void theStageIsThatOfTheRewardThatGotLeastFar() throws Exception {
        Run run = shop().run(shop().find("clay mug"), shop().view(MUG), shop().recommend(MUG + "," + HOSE));
        Diagnosis diagnosis = shop().diagnose(PlantedShop.shop(), run);
        assertEquals(List.of(Stage.CHOSEN, Stage.NEVER_RETRIEVED), diagnosis.rewards().stream().map(r -> r.stage()).toList());
        assertEquals(Stage.NEVER_RETRIEVED, diagnosis.failure().orElseThrow().stage());
    }

    @Test
    void everyNearMissIsTold() throws Exception {
        assertEquals(
                List.of(miss(NearMiss.Kind.ALIAS, "color_family", "grey", "color: grey")), misses(shop().view(ALIAS)));
        assertEquals(
                List.of(miss(NearMiss.Kind.SPELLING, "color_family", "grey", "color_family: Grey")), misses(shop().view(SPELLING)));
        assertEquals(
                List.of(miss(NearMiss.Kind.OTHER_VARIANT, "size", "large", "variant 2 has size: large")),
                misses(shop().view(OTHER_VARIANT)));
        assertEquals(
                List.of(miss(NearMiss.Kind.LOST_TO_SPACE, "product_ids", LAMP, " " + LAMP)),
                misses(shop().recommend(MUG + ", " + LAMP)));
        assertEquals(
                List.of(miss(NearMiss.Kind.LIST_FOR_STRING, "product_ids", MUG, "[\"" + MUG + "\"]")),
                misses(shop().call("recommend_product", "{'product_ids':['" + MUG + "']}")));
        assertEquals(List.of(), misses(shop().view(TWIN + "," + HOSE)));
    }

    @Test
    void everyHealthKindIsTold() throws Exception {
        Exchange good = shop().find("clay mug");
        assertHealth(HealthFinding.Kind.NULL_RESULT, turn(search(Optional.of(Json.NULL))));
        assertHealth(HealthFinding.Kind.EMPTY_REPLY, Turn.of("", List.of(), "", 1));
        assertHealth(HealthFinding.Kind.DROPPED_CALL, turn(search(Optional.empty())));
        String two = "<tool_call>[{\"name\":\"find_product\",\"parameters\":{}},{\"name\":\"x\",\"arguments\":{}}]</tool_call>";
        assertHealth(HealthFinding.Kind.DROPPED_CALL, new Turn("t", List.of(good), "", two, "", 1));
        assertHealth(HealthFinding.Kind.MALFORMED_CALL, new Turn("t", List.of(), "", "<tool_call>[{\"name\":\"x\",}]</tool_call>", "", 1));
        assertHealth(HealthFinding.Kind.UNKNOWN_TOOL, turn(new Exchange("buy_product", parameters("{}"), Optional.empty())));
        assertHealth(HealthFinding.Kind.MISSING_PAGE, turn(shop().call("find_product", "{'q':'mug'}")));
        assertHealth(HealthFinding.Kind.EMPTY_WEB, turn(shop().call("web_search", "{'q':'mug'}")));
        Diagnosis endless = shop().diagnose(PlantedShop.product(), shop().run(Collections.nCopies(30, turn(good))));
        assertEquals(List.of(HealthFinding.Kind.STEP_LIMIT), endless.health().stream().map(HealthFinding::kind).toList());
        Diagnosis healthy = shop().diagnose(PlantedShop.product(), shop().run(good, shop().view(MUG), shop().recommend(MUG)));
        assertEquals(List.of(), healthy.health());
    }

    @Test
    void whatHidesATargetIsTold() throws Exception {
        assertEquals(Optional.empty(), hidden(PlantedShop.product(), "{'q':'grey clay mug','page':1}"));
        assertEquals(Optional.of(HiddenBy.PAGE), hidden(PlantedShop.product(), "{'q':'grey clay mug','page':2}"));
        assertEquals(Optional.of(HiddenBy.PAGE), hidden(PlantedShop.product(), "{'q':'grey clay mug','page':1.0}"));
        assertEquals(Optional.of(HiddenBy.PRICE_FILTER), hidden(PlantedShop.product(), "{'q':'grey clay mug','page':1,'price':'150-'}"));
        assertEquals(Optional.of(HiddenBy.SHOP_FILTER), hidden(PlantedShop.product(), "{'q':'grey clay mug','page':1,'shop_id':'8'}"));
        assertEquals(
                Optional.of(HiddenBy.SERVICE_FILTER),
                hidden(PlantedShop.product(), "{'q':'grey clay mug','page':1,'service':'official'}"));
        assertEquals(Optional.of(HiddenBy.NOT_MATCHING), hidden(PlantedShop.product(), "{'q':'hose','page':1}"));
        assertEquals(Optional.of(HiddenBy.CALL_FAILED), hidden(PlantedShop.product(), "{'q':'grey clay mug'}"));
        assertEquals(Optional.of(HiddenBy.CUT_KEPT), hidden(PlantedShop.product(LAST_SPOON), "{'q':'spoon','page':1}"));
        assertEquals(Optional.empty(), hidden(PlantedShop.product(LAST_SPOON), "{'q':'spoon','page':1,'price':'60-'}"));
    }

    @Test
    void aTargetThatOnlyTheOrderMovesAwayIsHiddenByIt() throws Exception {
        Task first = PlantedShop.product(LAST_SPOON.replace("60", "01"));
        assertEquals(Optional.empty(), hidden(first, "{'q':'spoon','page':1}"));
        assertEquals(Optional.of(HiddenBy.SORT), hidden(first, "{'q':'spoon','page':1,'sort':'pricedesc'}"));
    }

    private static Turn turn(Exchange exchange) {
        return Turn.of("t", List.of(exchange), "", 1);
    }

    private static Json.Obj parameters(String text) throws Exception {
        return (Json.Obj) PlantedShop.json(text);
    }

    /// A search and what became of it.
    private static Exchange search(Optional<Json> results) throws Exception {
        return new Exchange("find_product", parameters("{'q':'mug','page':1}"), results);
    }

    private FailureClass failure(Task task, Run run) throws Exception {
        return shop().diagnose(task, run).failure().orElseThrow();
    }

    private void assertClass(Stage stage, Fault fault, Task task, Exchange... exchanges) throws Exception {
        FailureClass failure = failure(task, shop().run(exchanges));
        assertEquals(List.of(stage, fault), List.of(failure.stage(), failure.fault()), failure.toString());
        assertTrue(failure.evidence().size() >= 2, failure.toString());
    }

    private void assertFault(Fault fault, Task task, String recommended) throws Exception {
        FailureClass failure = failure(task, shop().run(shop().recommend(recommended)));
        assertEquals(fault, failure.fault(), failure.toString());
    }

    private void assertHealth(HealthFinding.Kind kind, Turn turn) throws Exception {
        List<Turn> turns = List.of(turn(shop().find("clay mug")), turn, turn(shop().call("terminate", "{'status':'x'}")));
        List<HealthFinding> health = shop().diagnose(PlantedShop.product(), shop().run(turns)).health();
        assertEquals(List.of(kind), health.stream().map(HealthFinding::kind).toList());
        assertEquals(2, health.getFirst().place().step());
    }

    /// What a near miss says, whatever its place.
    private record Said(NearMiss.Kind kind, String key, String expected, String actual) {}

    private static Said miss(NearMiss.Kind kind, String key, String expected, String actual) {
        return new Said(kind, key, expected, actual);
    }

    private List<Said> misses(Exchange exchange) throws Exception {
        return shop().diagnose(PlantedShop.product(), shop().run(exchange)).nearMisses().stream()
                .map(m -> new Said(m.kind(), m.key(), m.expected(), m.actual()))
                .toList();
    }

    private Optional<HiddenBy> hidden(Task task, String parameters) throws Exception {
        Diagnosis diagnosis = shop().diagnose(task, shop().run(shop().call("find_product", parameters)));
        return diagnosis.targets().getFirst().searches().getFirst().hiddenBy();
    }
}
