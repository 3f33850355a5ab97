package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.shoptrace.core.diagnose.PlantedShop.ALIAS;
import static org.shoptrace.core.diagnose.PlantedShop.HOSE;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP;
import static org.shoptrace.core.diagnose.PlantedShop.LAST_SPOON;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;
import static org.shoptrace.core.diagnose.PlantedShop.OTHER_VARIANT;
import static org.shoptrace.core.diagnose.PlantedShop.SPELLING;
import static org.shoptrace.core.diagnose.PlantedShop.TWIN;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// What is said beside the kinds that [PlantedTableTest] holds: how nearly something missed, what hides a target, and what a success has.
class PlantedFindingsTest extends OnPlantedShop {
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
        assertEquals(
                List.of(
                        JsonReader.read("{\"product_id\": \"%s\", \"stage\": \"chosen\", \"fault\": null}".formatted(MUG)),
                        JsonReader.read("{\"product_id\": \"%s\", \"stage\": \"never_retrieved\", \"fault\": \"other_product\"}"
                                .formatted(PlantedShop.shop().rewards().get(1).productId()))),
                DiagnosisJson.run(diagnosis).items("rewards"));
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
