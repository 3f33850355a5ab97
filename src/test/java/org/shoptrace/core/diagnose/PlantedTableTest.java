package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.diagnose.PlantedShop.ALIAS;
import static org.shoptrace.core.diagnose.PlantedShop.DEAR;
import static org.shoptrace.core.diagnose.PlantedShop.DOUBT;
import static org.shoptrace.core.diagnose.PlantedShop.HOSE;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP_TWIN;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;
import static org.shoptrace.core.diagnose.PlantedShop.OTHER_VARIANT;
import static org.shoptrace.core.diagnose.PlantedShop.SPELLING;
import static org.shoptrace.core.diagnose.PlantedShop.TWIN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepCodec;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Step;

/// A planted trajectory for every stage, fault, near miss and health kind, and for the odd cases between them: what the table says of it
/// is all that is said.
class PlantedTableTest extends OnPlantedShop {

    @FunctionalInterface
    private interface Plant {
        List<Turn> in(PlantedShop shop) throws Exception;
    }

    @FunctionalInterface
    private interface Asked {
        Task get() throws Exception;
    }

    /// @param stage  empty for a success, as is the fault
    /// @param second what is wrong besides
    /// @param health in order
    /// @param misses in order
    private record Told(
            Optional<Stage> stage,
            Optional<Fault> fault,
            Optional<Fault> second,
            List<HealthFinding.Kind> health,
            List<NearMiss.Kind> misses) {
        static Told failure(Stage stage, Fault fault) {
            return new Told(Optional.of(stage), Optional.of(fault), Optional.empty(), List.of(), List.of());
        }

        static Told success() {
            return new Told(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
        }

        Told and(Fault besides) {
            return new Told(stage, fault, Optional.of(besides), health, misses);
        }

        Told with(HealthFinding.Kind... kinds) {
            return new Told(stage, fault, second, List.of(kinds), misses);
        }

        Told with(NearMiss.Kind... kinds) {
            return new Told(stage, fault, second, health, List.of(kinds));
        }
    }

    private enum Case {
        ALL_SEARCHES_DEAD(PlantedShop::product, shop -> turns(shop, dead(), dead()),
                Told.failure(Stage.HARNESS, Fault.NOTHING)
                        .with(HealthFinding.Kind.NULL_RESULT, HealthFinding.Kind.NULL_RESULT)),
        ALL_SEARCHES_DEAD_AND_AN_ANSWER_ALL_THE_SAME(PlantedShop::product, shop -> turns(shop, dead(), shop.recommend(HOSE)),
                Told.failure(Stage.HARNESS, Fault.OTHER_PRODUCT).with(HealthFinding.Kind.NULL_RESULT)),
        ONE_SEARCH_DEAD_AND_A_WRONG_ANSWER(PlantedShop::product, shop -> turns(shop, dead(), shop.find("hose"), shop.recommend(HOSE)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT).with(HealthFinding.Kind.NULL_RESULT)),
        ONLY_EMPTY_WEB_SEARCHES(PlantedShop::web, shop -> turns(shop, shop.call("web_search", "{'q':'x'}")),
                Told.failure(Stage.HARNESS, Fault.NOTHING).with(HealthFinding.Kind.EMPTY_WEB)),
        EMPTY_REPLY_AT_THE_END(PlantedShop::product, shop -> List.of(turn(shop.find("clay mug")), Turn.of("", List.of(), "", 1)),
                Told.failure(Stage.HARNESS, Fault.NOTHING).with(HealthFinding.Kind.EMPTY_REPLY)),
        THIRTY_STEPS(PlantedShop::product, shop -> Collections.nCopies(30, turn(shop.find("clay mug"))),
                Told.failure(Stage.RETRIEVED_NOT_VIEWED, Fault.NOTHING).with(HealthFinding.Kind.STEP_LIMIT)),
        TWENTY_NINE_STEPS(PlantedShop::product, shop -> Collections.nCopies(29, turn(shop.find("clay mug"))),
                Told.failure(Stage.NO_ANSWER, Fault.NOTHING)),
        THIRTY_STEPS_OF_WHICH_THE_LAST_TERMINATES(PlantedShop::product,
                shop -> {
                    List<Turn> turns = new ArrayList<>(Collections.nCopies(28, turn(shop.find("clay mug"))));
                    turns.add(turn(shop.recommend(HOSE)));
                    turns.add(turn(shop.call("terminate", "{'status':'success'}")));
                    return turns;
                },
                Told.failure(Stage.RETRIEVED_NOT_VIEWED, Fault.OTHER_PRODUCT)),
        NO_ANSWER(PlantedShop::product, shop -> turns(shop, shop.find("clay mug")),
                Told.failure(Stage.NO_ANSWER, Fault.NOTHING)),
        AN_EMPTY_ANSWER(PlantedShop::product, shop -> turns(shop, shop.find("clay mug"), shop.recommend("")),
                Told.failure(Stage.NO_ANSWER, Fault.NOTHING)),
        ID_LOST_TO_A_SPACE(PlantedShop::shop, shop -> turns(shop, shop.recommend(MUG + ", " + LAMP)),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.MALFORMED).with(NearMiss.Kind.LOST_TO_SPACE)),
        ID_LOST_TO_A_NO_BREAK_SPACE(PlantedShop::product, shop -> turns(shop, shop.recommend("\u00a0" + MUG)),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.MALFORMED).with(NearMiss.Kind.LOST_TO_SPACE)),
        IDS_PARTED_BY_A_SPACE_ALONE(PlantedShop::shop, shop -> turns(shop, shop.recommend(MUG + " " + LAMP)),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.MALFORMED)
                        .with(NearMiss.Kind.LOST_TO_SPACE, NearMiss.Kind.LOST_TO_SPACE)),
        LIST_FOR_STRING(PlantedShop::product, shop -> turns(shop, shop.call("recommend_product", "{'product_ids':['" + MUG + "']}")),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.MALFORMED).with(NearMiss.Kind.LIST_FOR_STRING)),
        THE_TEXT_OF_A_LIST(PlantedShop::product,
                shop -> turns(shop, shop.call("recommend_product", "{'product_ids':'[" + MUG + "]'}")),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.MALFORMED).with(NearMiss.Kind.LIST_FOR_STRING)),
        LIST_FOR_STRING_IN_A_SEARCH(PlantedShop::product,
                shop -> turns(shop, shop.call("find_product", "{'q':'clay mug','page':1,'service':['COD']}"), shop.recommend(HOSE)),
                Told.failure(Stage.RETRIEVED_NOT_VIEWED, Fault.OTHER_PRODUCT).with(NearMiss.Kind.LIST_FOR_STRING)),
        RIGHT_PRODUCTS_IN_A_WRONG_ORDER(PlantedShop::shop, shop -> turns(shop, shop.recommend(LAMP + "," + MUG)),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.WRONG_ORDER)),
        WRONG_ORDER_AND_A_SPACE(PlantedShop::shop, shop -> turns(shop, shop.recommend(LAMP + ", " + MUG)),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.WRONG_ORDER).and(Fault.MALFORMED).with(NearMiss.Kind.LOST_TO_SPACE)),
        ONE_PRODUCT_FOR_TWO_REQUESTS(PlantedShop::twins, shop -> turns(shop, shop.find("hose"), shop.recommend(TWIN + "," + HOSE)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT).and(Fault.SHOP_SPLIT)),
        INVENTED(PlantedShop::product, shop -> turns(shop, shop.find("clay mug"), shop.recommend("9999999")),
                Told.failure(Stage.INVENTED, Fault.UNKNOWN_PRODUCT)),
        NOT_IN_THE_CATALOGUE_BUT_SHOWN(PlantedShop::product, shop -> turns(shop, shown("9999999"), shop.recommend("9999999")),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.UNKNOWN_PRODUCT)),
        ONE_OF_TWO_INVENTED(PlantedShop::shop, shop -> turns(shop, shop.find("clay mug"), shop.recommend(MUG + ",9999999")),
                Told.failure(Stage.INVENTED, Fault.UNKNOWN_PRODUCT)),
        NEVER_RETRIEVED(PlantedShop::product, shop -> turns(shop, shop.find("hose"), shop.recommend(HOSE)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT)),
        RETRIEVED(PlantedShop::product, shop -> turns(shop, shop.find("clay mug"), shop.recommend(DEAR)),
                Told.failure(Stage.RETRIEVED_NOT_VIEWED, Fault.CONSTRAINT_MISSED)),
        AN_EQUIVALENT_VIEWED(PlantedShop::product, shop -> turns(shop, shop.find("clay mug"), shop.view(TWIN), shop.recommend(DEAR)),
                Told.failure(Stage.VIEWED_NOT_CHOSEN, Fault.CONSTRAINT_MISSED)),
        ONE_REWARD_CHOSEN_THE_OTHER_VIEWED(PlantedShop::shop,
                shop -> turns(shop, shop.find("lamp"), shop.view(MUG + "," + LAMP), shop.recommend(MUG + "," + HOSE)),
                Told.failure(Stage.VIEWED_NOT_CHOSEN, Fault.OTHER_PRODUCT).and(Fault.SHOP_SPLIT)),
        VIEWED_BUT_NEVER_RETURNED(PlantedShop::product, shop -> turns(shop, shop.find("hose"), shop.view(MUG), shop.recommend(HOSE)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT)),
        WRONG_VARIANT(PlantedShop::product, shop -> turns(shop, shop.recommend(OTHER_VARIANT)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.WRONG_VARIANT).with(NearMiss.Kind.OTHER_VARIANT)),
        ANOTHER_KEY(PlantedShop::product, shop -> turns(shop, shop.recommend(ALIAS)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.WRONG_VARIANT).with(NearMiss.Kind.ALIAS)),
        ANOTHER_SPELLING(PlantedShop::product, shop -> turns(shop, shop.recommend(SPELLING)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.WRONG_VARIANT).with(NearMiss.Kind.SPELLING)),
        SHOP_SPLIT(PlantedShop::shop, shop -> turns(shop, shop.recommend(TWIN + "," + LAMP)),
                Told.failure(Stage.CHOSEN, Fault.SHOP_SPLIT)),
        WRONG_VARIANT_AND_SHOP_SPLIT(PlantedShop::shop, shop -> turns(shop, shop.recommend(OTHER_VARIANT + "," + LAMP_TWIN)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.WRONG_VARIANT).and(Fault.SHOP_SPLIT).with(NearMiss.Kind.OTHER_VARIANT)),
        SCORER_DOUBT_AND_SHOP_SPLIT(PlantedShop::shop, shop -> turns(shop, shop.recommend(DOUBT + "," + LAMP_TWIN)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.SCORER_DOUBT).and(Fault.SHOP_SPLIT)),
        BUDGET_MISSED(() -> PlantedShop.voucher(120), shop -> turns(shop, shop.recommend(MUG + "," + LAMP)),
                Told.failure(Stage.CHOSEN, Fault.BUDGET_MISSED)),
        OVER_THE_BUDGET_AND_A_SPACE(() -> PlantedShop.voucher(120), shop -> turns(shop, shop.recommend(MUG + ", " + LAMP)),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.BUDGET_MISSED).and(Fault.MALFORMED).with(NearMiss.Kind.LOST_TO_SPACE)),
        SHOP_SPLIT_IN_A_WRONG_ORDER(PlantedShop::shop, shop -> turns(shop, shop.recommend(LAMP + "," + TWIN)),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.SHOP_SPLIT).and(Fault.WRONG_ORDER)),
        ONE_TWICE_AND_THEN_THE_OTHER(PlantedShop::shop, shop -> turns(shop, shop.recommend(MUG + "," + MUG + "," + LAMP)),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.MALFORMED)),
        A_WRONG_PRODUCT_AND_OVER_THE_BUDGET(() -> PlantedShop.voucher(120), shop -> turns(shop, shop.recommend(MUG + "," + HOSE)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT).and(Fault.BUDGET_MISSED)),
        A_WRONG_PRODUCT_AND_A_SPACE(PlantedShop::shop, shop -> turns(shop, shop.recommend(MUG + ", " + OTHER_VARIANT)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT).and(Fault.MALFORMED)
                        .with(NearMiss.Kind.LOST_TO_SPACE, NearMiss.Kind.OTHER_VARIANT)),
        A_WRONG_PRODUCT_AND_A_WRONG_ORDER(PlantedShop::shop, shop -> turns(shop, shop.recommend(LAMP + "," + DEAR)),
                Told.failure(Stage.MALFORMED_ANSWER, Fault.CONSTRAINT_MISSED).and(Fault.WRONG_ORDER)),
        NOTHING_FOR_THE_SECOND_REQUEST(PlantedShop::shop, shop -> turns(shop, shop.recommend(MUG)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT)),
        THIRTY_STEPS_THAT_FOUND_NOTHING(PlantedShop::product, shop -> Collections.nCopies(30, turn(shop.find("hose"))),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.NOTHING).with(HealthFinding.Kind.STEP_LIMIT)),
        THIRTY_STEPS_THE_LAST_OF_WHICH_FAILS(PlantedShop::product,
                shop -> {
                    List<Turn> turns = new ArrayList<>(Collections.nCopies(29, turn(shop.find("clay mug"))));
                    turns.add(turn(dead()));
                    return turns;
                },
                Told.failure(Stage.RETRIEVED_NOT_VIEWED, Fault.NOTHING)
                        .with(HealthFinding.Kind.NULL_RESULT, HealthFinding.Kind.STEP_LIMIT)),
        DEAD_IN_THE_LAST_STEP(PlantedShop::product, shop -> List.of(turn(shop.find("clay mug")), turn(dead())),
                Told.failure(Stage.HARNESS, Fault.NOTHING).with(HealthFinding.Kind.NULL_RESULT)),
        KNOWLEDGE_MISSED(PlantedShop::web, shop -> turns(shop, shop.recommend(LAMP_TWIN)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.KNOWLEDGE_MISSED)),
        SCORER_DOUBT(PlantedShop::product, shop -> turns(shop, shop.recommend(DOUBT)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.SCORER_DOUBT)),
        OTHER_PRODUCT(PlantedShop::product, shop -> turns(shop, shop.recommend(HOSE)),
                Told.failure(Stage.NEVER_RETRIEVED, Fault.OTHER_PRODUCT)),
        THE_TARGET(PlantedShop::product, shop -> turns(shop, shop.recommend(MUG)), Told.success()),
        AN_EQUIVALENT(PlantedShop::product, shop -> turns(shop, shop.find("clay mug"), shop.view(TWIN), shop.recommend(TWIN)),
                Told.success()),
        DROPPED_CALL(PlantedShop::product, shop -> turns(shop, shop.find("clay mug"), unanswered("find_product"), shop.recommend(MUG)),
                Told.success().with(HealthFinding.Kind.DROPPED_CALL)),
        LAST_RECOMMENDATION_UNANSWERED(PlantedShop::product,
                shop -> List.of(turn(shop.find("clay mug")),
                        turn(new Exchange("recommend_product", parameters("{'product_ids':'" + MUG + "'}"), Optional.empty()))),
                Told.success()),
        SECOND_CALL_MISSHAPEN(PlantedShop::product,
                shop -> with(shop, new Turn("t", List.of(shop.find("clay mug")), "",
                        "<tool_call>[{\"name\":\"find_product\",\"parameters\":{}},{\"name\":\"x\",\"arguments\":{}}]</tool_call>", "", 1)),
                Told.success().with(HealthFinding.Kind.DROPPED_CALL)),
        SECOND_CALL_NO_JSON(PlantedShop::product,
                shop -> with(shop, new Turn("t", List.of(shop.find("clay mug")), "",
                        "<tool_call>[{\"name\":\"find_product\",\"parameters\":{}},{\"name\":\"x\",\"parameters\":}]</tool_call>", "", 1)),
                Told.success().with(HealthFinding.Kind.DROPPED_CALL)),
        SECOND_CALL_IN_TAGS_OF_ITS_OWN(PlantedShop::product,
                shop -> with(shop, new Turn("t", List.of(shop.find("clay mug")), "",
                        "<tool_call>{\"name\":\"find_product\",\"parameters\":{}}</tool_call>\n"
                                + "<tool_call>{\"name\":\"x\",\"parameters\":{}}</tool_call>",
                        "", 1)),
                Told.success().with(HealthFinding.Kind.DROPPED_CALL)),
        TRAILING_COMMA(PlantedShop::product,
                shop -> with(shop, new Turn("t", List.of(), "", "<tool_call>[{\"name\":\"x\",}]</tool_call>", "", 1)),
                Told.success().with(HealthFinding.Kind.MALFORMED_CALL)),
        NO_CLOSING_TAG(PlantedShop::product,
                shop -> with(shop, new Turn("t", List.of(), "", "<tool_call>[{\"name\":\"x\",\"parameters\":{}}]", "", 1)),
                Told.success().with(HealthFinding.Kind.MALFORMED_CALL)),
        UNKNOWN_TOOL(PlantedShop::product, shop -> with(shop, turn(unanswered("buy_product"))),
                Told.success().with(HealthFinding.Kind.UNKNOWN_TOOL)),
        UNKNOWN_TOOL_BY_ITS_ANSWER(PlantedShop::product,
                shop -> with(shop, turn(answered("buy_product", Json.of("Error: the tool buy_product was not found.")))),
                Told.success().with(HealthFinding.Kind.UNKNOWN_TOOL)),
        ANOTHER_SHOPS_TOOL(PlantedShop::product, shop -> with(shop, turn(answered("click", Json.of("[Back to search] garden tool $3")))),
                Told.success()),
        MISSING_PAGE(PlantedShop::product, shop -> with(shop, turn(shop.call("find_product", "{'q':'mug'}"))),
                Told.success().with(HealthFinding.Kind.MISSING_PAGE)),
        EMPTY_WEB(PlantedShop::product, shop -> with(shop, turn(shop.call("web_search", "{'q':'mug'}"))),
                Told.success().with(HealthFinding.Kind.EMPTY_WEB)),
        EMPTY_WEB_AS_TEXT(PlantedShop::product,
                shop -> with(shop, turn(answered("web_search", PlantedShop.json("{'observation':'[]','success':true}")))),
                Told.success().with(HealthFinding.Kind.EMPTY_WEB)),
        TOOL_ERROR(PlantedShop::product,
                shop -> with(shop, turn(answered("click", PlantedShop.json("{'observation':'timed out','success':false}")))),
                Told.success().with(HealthFinding.Kind.TOOL_ERROR));

        private final Asked task;
        private final Plant plant;
        private final Told told;

        Case(Asked task, Plant plant, Told told) {
            this.task = task;
            this.plant = plant;
            this.told = told;
        }
    }

    /// One of the planted trajectories.
    record Planted(Task task, Run run) {}

    /// All of them, in the order of the table.
    static List<Planted> all(PlantedShop shop) throws Exception {
        List<Planted> all = new ArrayList<>();
        for (Case planted : Case.values()) {
            all.add(new Planted(planted.task.get(), shop.run(planted.plant.in(shop))));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void isToldAsItWasPlanted(Case planted) throws Exception {
        Diagnosis diagnosis = shop().diagnose(planted.task.get(), shop().run(planted.plant.in(shop())));
        Optional<FailureClass> failure = diagnosis.failure();
        assertEquals(
                planted.told,
                new Told(
                        failure.map(FailureClass::stage), failure.map(FailureClass::fault), failure.flatMap(FailureClass::secondFault),
                        diagnosis.health().stream().map(HealthFinding::kind).toList(),
                        diagnosis.nearMisses().stream().map(NearMiss::kind).toList()),
                () -> failure + " " + diagnosis.nearMisses());
        failure.ifPresent(found -> assertTrue(found.evidence().size() >= 2, found.toString()));
    }

    @Test
    void theTableHasEveryKind() {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        Set<HealthFinding.Kind> health = EnumSet.noneOf(HealthFinding.Kind.class);
        Set<NearMiss.Kind> misses = EnumSet.noneOf(NearMiss.Kind.class);
        for (Case planted : Case.values()) {
            planted.told.stage().ifPresent(stages::add);
            planted.told.fault().ifPresent(faults::add);
            health.addAll(planted.told.health());
            misses.addAll(planted.told.misses());
        }
        assertPlanted(EnumSet.allOf(Stage.class), stages);
        assertPlanted(EnumSet.allOf(Fault.class), faults);
        // No agent of ours writes what is not understood; the test below plants it.
        assertPlanted(EnumSet.complementOf(EnumSet.of(HealthFinding.Kind.NOT_UNDERSTOOD)), health);
        assertPlanted(EnumSet.allOf(NearMiss.Kind.class), misses);
    }

    @Test
    void aReplyOfUnknownShapeIsNotUnderstoodAndNoEmptyOne() throws Exception {
        Run run = shop().run(List.of(turn(shop().find("clay mug"))));
        Step unknown = StepCodec.decode(
                PlantedShop.json("{'completion':{'content':'','message':{'answer':{'said':'take it'}}},'extra_info':{'query':'q'}}"), 2);
        Run more = RunCodec.ofSteps(List.of(run.steps().getFirst(), unknown), run.source(), run.model());
        Diagnosis diagnosis = shop().diagnose(PlantedShop.product(), more);
        assertEquals(List.of(HealthFinding.Kind.NOT_UNDERSTOOD), diagnosis.health().stream().map(HealthFinding::kind).toList());
        assertEquals(RunEnding.STOPPED, diagnosis.ending(), "the harness is not to blame");
        RunSummary summary = RunSummary.of(more, 1);
        assertEquals(List.of(0, 1), List.of(summary.emptyReplies(), summary.notUnderstood()));
    }

    private static <E extends Enum<E>> void assertPlanted(Set<E> every, Set<E> planted) {
        for (E kind : every) {
            assertTrue(planted.contains(kind), () -> "plant a run that has " + kind.getDeclaringClass().getCanonicalName() + "." + kind
                    + ": add a case to PlantedTableTest.Case (see MISSING_PAGE for a call that went wrong, INVENTED for an answer)");
        }
    }

    /// A step for each call, and one that terminates.
    private static List<Turn> turns(PlantedShop shop, Exchange... exchanges) throws Exception {
        List<Turn> turns = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            turns.add(turn(exchange));
        }
        turns.add(turn(shop.call("terminate", "{'status':'success'}")));
        return turns;
    }

    /// A success, but for the turn in its midst.
    private static List<Turn> with(PlantedShop shop, Turn odd) throws Exception {
        return List.of(
                turn(shop.find("clay mug")), odd, turn(shop.recommend(MUG)), turn(shop.call("terminate", "{'status':'success'}")));
    }

    private static Exchange dead() throws Exception {
        return new Exchange("find_product", parameters("{'q':'mug','page':1}"), Optional.of(Json.NULL));
    }

    private static Exchange unanswered(String tool) throws Exception {
        return new Exchange(tool, parameters("{'q':'mug','page':1}"), Optional.empty());
    }

    private static Exchange answered(String tool, Json answer) throws Exception {
        return new Exchange(tool, parameters("{'q':'mug','page':1}"), Optional.of(answer));
    }

    /// A search of another catalogue.
    private static Exchange shown(String id) throws Exception {
        return new Exchange("find_product", parameters("{'q':'mug','page':1}"),
                Optional.of(PlantedShop
                        .json("[{'product_id':'" + id + "','shop_id':'1','title':'cup','price':1,'service':[],'sold_count':0}]")));
    }
}
