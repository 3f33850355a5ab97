package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.score.ScoreFixtures.basket;
import static org.shoptrace.core.score.ScoreFixtures.recommending;
import static org.shoptrace.core.score.ScoreFixtures.run;
import static org.shoptrace.core.score.ScoreFixtures.step;
import static org.shoptrace.core.score.ScoreFixtures.task;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// Sentence by sentence: `src/site/markdown/scoring.md`, *Profile `oro`*.
class OroProfileTest {

    @ParameterizedTest
    @ValueSource(strings = {" 1 ", "\u00a01\u2003", ",,1", " ,1"})
    void idsAreTrimmedAsPythonDoesAndEmptyOnesDropped(String ids) throws Exception {
        assertEquals(1, score(task(",'service':['COD']"), recommending(ids)).value(Column.RULE));
    }

    @Test
    void repeatedIdsAreDroppedBeforePlacesAreCounted() throws Exception {
        Task task = basket("", "{'product_id':'1'}", "{'product_id':'2'}");
        TaskScore score = score(task, recommending("1, 1,2"));
        assertEquals(1, score.value(Column.GT));
        assertTrue(score.success());
    }

    @Test
    void aTargetsFieldsAreCountedButItsTitleNeedsNoModel() throws Exception {
        Task task = TaskCodec.decode(ScoreFixtures.json(
                "{'query':'q','reward':{'product_id':'1','title':['x y'],'price':[{'less than':[null,1]},{'less than':[null,500]}]}}"));
        Profile profile = new OroProfile(ScoreFixtures.shop(), ScoreFixtures.forbidden(), false);
        TaskScore score = profile.score(task, recommending("1"));
        assertEquals(1, score.value(Column.RULE));
        assertEquals(1, score.value(Column.TITLE));
        assertEquals(0.5, score.value(Column.PRICE));
        assertEquals(0, score.value(Column.SERVICE));
        assertTrue(score.success());
    }

    @Test
    void theTitleThresholdIsStricter() throws Exception {
        assertEquals(0, score(task(",'title':['green mug']"), recommending("1")).value(Column.TITLE));
    }

    @Test
    void onlyAProductThatMeetsSomethingCountsInTheBasket() throws Exception {
        Task task = basket("", "{'product_id':'1'}", "{'product_id':'x','service':['flashsale']}");
        TaskScore score = score(task, recommending("1,2"));
        assertEquals(0, score.value(Column.SHOP));
        assertEquals(1, score.value(Column.PRODUCT));
        Task voucher = basket("'budget':1000,'voucher_type':'platform','threshold':0,'discount_type':'fixed','face_value':0",
                "{'product_id':'1'}", "{'product_id':'x','service':['flashsale']}");
        assertEquals(0, score(voucher, recommending("1,2")).value(Column.BUDGET));
        assertEquals(1, score(voucher, recommending("1,2")).value(Column.PRODUCT));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"1754400000000, 1", "0.5, 1", "0, 0.5", "-1, 0.5", "null, 0.5", "'1', 0.5", "true, 0.5"})
    void aStepWithoutATimeGetsHalfItsFormat(String timestamp, double format) throws Exception {
        Run run = run(step("{'think':'t','response':'r'}", "''", timestamp));
        assertEquals(format, score(task(""), run).value(Column.FORMAT));
    }

    @Test
    void aLostDialogueIsNotScoredAndWebTasksAreRefused() throws Exception {
        Profile profile = new OroProfile(ScoreFixtures.shop(), ScoreFixtures.byLastWord(), false);
        String dialogue = "'dialogue':[" + step("{}") + "]";
        assertTrue(profile.isScored(oro("'status':'SUCCESS'," + dialogue)));
        assertFalse(profile.isScored(oro("'status':'FAILED'," + dialogue)));
        assertFalse(profile.isScored(oro("'status':'TIMED_OUT'," + dialogue)));
        assertFalse(profile.isScored(oro("'status':'SUCCESS','dialogue':null")));
        Task web = TaskCodec.decode(ScoreFixtures.json("{'query':'q','Knowledge_Attribute':'a','reward':{'product_id':'1','title':'t'}}"));
        assertThrows(IllegalArgumentException.class, () -> profile.score(web, recommending("1")));
    }

    private static Run oro(String fields) throws Exception {
        byte[] line = ("{" + fields + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return RunCodec.decode(line, 0, line.length, new RunSource(Path.of("f"), 1), "m");
    }

    private static TaskScore score(Task task, Run run) throws Exception {
        return new OroProfile(ScoreFixtures.shop(), ScoreFixtures.byLastWord(), false).score(task, run);
    }
}
