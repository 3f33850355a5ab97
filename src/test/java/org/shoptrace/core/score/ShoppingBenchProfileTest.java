package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.score.ScoreFixtures.basket;
import static org.shoptrace.core.score.ScoreFixtures.recommend;
import static org.shoptrace.core.score.ScoreFixtures.recommending;
import static org.shoptrace.core.score.ScoreFixtures.run;
import static org.shoptrace.core.score.ScoreFixtures.step;
import static org.shoptrace.core.score.ScoreFixtures.task;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Sentence by sentence: `src/site/markdown/scoring.md`, *One task*, default profile.
class ShoppingBenchProfileTest {
    private static final String TERMINATE = "{'name':'terminate','parameters':{}}";

    @Test
    void theTargetIsOneAtOnceAndComparesNoTitle() throws Exception {
        Task target = TaskCodec.decode(ScoreFixtures.json(
                "{'query':'q','reward':{'product_id':'1','title':['x y'],'price':[{'less than':[null,1]}]}}"));
        TaskScore score = profile(ScoreFixtures.forbidden()).score(target, recommending("1"));
        assertEquals(1, score.value(Column.RULE));
        assertEquals(1, score.value(Column.PRICE));
        assertEquals(1, score.value(Column.GT));
        assertTrue(score.success());
        assertFalse(score.hangsOnTitle());
        assertEquals(Set.of(), profile(ScoreFixtures.forbidden()).titles(target, recommending("1")));
    }

    @Test
    void aFieldWithoutConstraintIsOneAndNoConstraintAtAllIsZero() throws Exception {
        TaskScore some = score(task(",'service':['COD','official']"), recommending("1"));
        assertEquals(0.5, some.value(Column.RULE));
        assertEquals(0.5, some.value(Column.SERVICE));
        assertEquals(1, some.value(Column.PRICE));
        assertEquals(0, score(task(""), recommending("1")).value(Column.RULE));
    }

    @Test
    void aSuccessThatNeededTheTitleIsMarked() throws Exception {
        assertTrue(score(task(",'title':['green mug']"), recommending("1")).hangsOnTitle());
        assertFalse(score(task(",'title':['grey mug']"), recommending("1")).hangsOnTitle(), "equal titles are alike for every model");
        assertTrue(score(task(",'title':['grey mug']"), recommending("1")).success());
        assertFalse(score(task(",'service':['COD']"), recommending("1")).hangsOnTitle());
        assertFalse(score(task(",'title':['green lamp']"), recommending("1")).hangsOnTitle());
        assertEquals(
                Set.of("grey mug", "green mug"),
                profile(ScoreFixtures.forbidden()).titles(task(",'title':['green mug']"), recommending("1,2")));
    }

    @Test
    void theLastRecommendationCountsEvenWhenItIsNone() throws Exception {
        Task task = task(",'service':['COD']");
        assertTrue(score(task, run(step("{'tool_call':[" + recommend("3") + "," + recommend("1") + "]}"))).success());
        String noText = "{'name':'recommend_product','parameters':{'product_ids':[1]}}";
        assertFalse(score(task, run(step("{'tool_call':[" + recommend("1") + "]}"), step("{'tool_call':[" + noText + "]}"))).success());
        String none = "{'name':'recommend_product','parameters':{}}";
        assertFalse(score(task, run(step("{'tool_call':[" + recommend("1") + "," + none + "]}"))).success());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'1,2' | true", "' 1' | false", "',1' | false", "'1,' | true", "'' | false", "'9,1' | false"})
    void idsAreSplitAtCommasAndNotTrimmed(String ids, boolean success) throws Exception {
        assertEquals(success, score(task(",'service':['COD']"), recommending(ids)).success());
    }

    @Test
    void idsMeetRewardsByPlaceAndFurtherOnesAreIgnored() throws Exception {
        Task task = basket("", "{'product_id':'1','service':['COD']}", "{'product_id':'x','service':['official','flashsale']}");
        TaskScore score = score(task, recommending("1,2,3"));
        assertEquals(0.75, score.value(Column.RULE));
        assertEquals(0.5, score.value(Column.GT));
        assertEquals(1, score.value(Column.PRODUCT));
        assertEquals(1, score.value(Column.SHOP));
        assertFalse(score.success());
        // a repeated id answers every place that it stands in
        assertEquals(1, score(task, recommending("1,1")).value(Column.PRODUCT));
        // an unknown id adds nothing to any column
        TaskScore half = score(task, recommending("1,unknown"));
        assertEquals(0.5, half.value(Column.TITLE));
        assertEquals(0.5, half.value(Column.PRODUCT));
        assertEquals(0, half.value(Column.SHOP));
    }

    @Test
    void aShopMustBeOneShop() throws Exception {
        Task task = basket("", "{'product_id':'1'}", "{'product_id':'3'}");
        assertEquals(0, score(task, recommending("1,3")).value(Column.SHOP));
        assertFalse(score(task, recommending("1,3")).success());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                    // total 180.5
                    "'budget':180.5,'voucher_type':'none','threshold':0,'discount_type':'fixed','face_value':0 | true",
                    "'budget':180,'voucher_type':'platform','threshold':180.5,'discount_type':'fixed','face_value':0.5 | true",
                    "'budget':180,'voucher_type':'platform','threshold':181,'discount_type':'fixed','face_value':10 | false",
                    "'budget':180,'voucher_type':'platform','threshold':1,'discount_type':'fixed','face_value':0.4 | false",
                    "'budget':91,'voucher_type':'shop','threshold':1,'discount_type':'percentage','discount':0.5,'cap':100 | true",
                    "'budget':91,'voucher_type':'shop','threshold':1,'discount_type':'percentage','discount':0.5,'cap':50 | false",
                    "'budget':131,'voucher_type':'shop','threshold':1,'discount_type':'percentage','discount':0.5,'cap':50 | true",
                    "'budget':180,'voucher_type':'none','threshold':1,'discount_type':'fixed','face_value':100 | false"
            })
    void theVoucherIsUsedWhereItMayBe(String voucher, boolean affordable) throws Exception {
        Task task = basket(voucher, "{'product_id':'1'}", "{'product_id':'2'}");
        assertEquals(affordable ? 1 : 0, score(task, recommending("1,2")).value(Column.BUDGET));
        assertEquals(0, score(task, recommending("1")).value(Column.BUDGET));
    }

    @Test
    void aShopsVoucherIsForOneShop() throws Exception {
        Task task = basket(
                "'budget':99,'voucher_type':'shop','threshold':1,'discount_type':'fixed','face_value':50",
                "{'product_id':'1'}", "{'product_id':'3'}");
        Assessment assessment = profile(ScoreFixtures.byLastWord()).assess(task, recommending("1,3"));
        assertEquals(0, assessment.score().value(Column.BUDGET));
        BasketVerdict.Payment payment = assessment.basket().orElseThrow().payment().orElseThrow();
        assertEquals(100.1, payment.total());
        assertFalse(payment.voucherUsable());
        assertEquals(100.1, payment.toPay());
    }

    @Test
    void lengthIsForRunsWhoseLastStepTerminates() throws Exception {
        Task task = task("");
        assertEquals(0.5, score(task, run(step("{}"), step("{'tool_call':[" + TERMINATE + "]}"))).value(Column.LENGTH));
        assertEquals(0, score(task, run(step("{'tool_call':[" + TERMINATE + "]}"), step("{}"))).value(Column.LENGTH));
    }

    @Test
    void formatIsTheMeanOverStepsAndZeroForAHuman() throws Exception {
        String good = step("{'think':'t','response':'r'}");
        Task task = task("");
        assertEquals(0.5, score(task, run(good, step("{}"))).value(Column.FORMAT));
        assertEquals(0, score(task, run(Path.of("f"), "human", good)).value(Column.FORMAT));
    }

    @Test
    void aRunWithoutThoughtsIsKnownByItsPathOrByRequest() throws Exception {
        String call = step("{'tool_call':[" + TERMINATE + "]}");
        Task task = task("");
        assertEquals(0, score(task, run(call)).value(Column.FORMAT));
        assertEquals(1, score(task, run(Path.of("x.ablation_react/r.jsonl"), "m", call)).value(Column.FORMAT));
        Profile asked = new ShoppingBenchProfile(ScoreFixtures.shop(), ScoreFixtures.byLastWord(), true);
        assertEquals(1, asked.score(task, run(call)).value(Column.FORMAT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "null", "'text'", "[]", "{'think':null}", "{'response':1}", "{'tool_call':{}}", "{'tool_call':null}",
                    "{'tool_call':['x']}", "{'obs':'[]'}",
                    "{'tool_call':[{'parameters':{}}]}", "{'tool_call':[{'name':'recommend_product'}]}"
            })
    void aStepThatStopsTheReleasedCodeIsMarkedAndCarriesNoCall(String message) throws Exception {
        String good = step("{'think':'t','tool_call':[" + recommend("1") + "]}");
        TaskScore score = score(task(",'service':['COD']"), run(good, step(message)));
        assertTrue(score.crashesReference());
        assertEquals(0.5, score.value(Column.FORMAT));
        assertTrue(score.success());
    }

    @Test
    void aMisshapenStepsOwnCallsDoNotCount() throws Exception {
        TaskScore score = score(task(",'service':['COD']"), run(step("{'think':null,'tool_call':[" + recommend("1") + "]}")));
        assertFalse(score.success());
        assertTrue(score.crashesReference());
    }

    @Test
    void aHumansStepsAreNotTypedSoObsMayBeText() throws Exception {
        String message = "{'think':null,'obs':'[]','tool_call':[" + recommend("1") + "]}";
        TaskScore score = score(task(",'service':['COD']"), run(Path.of("f"), "human", step(message), step("null")));
        assertTrue(score.success());
        assertFalse(score.crashesReference());
    }

    private static TaskScore score(Task task, Run run) throws Exception {
        return profile(ScoreFixtures.byLastWord()).score(task, run);
    }

    private static Profile profile(TitleSimilarity similarity) throws Exception {
        return new ShoppingBenchProfile(ScoreFixtures.shop(), similarity, false);
    }
}
