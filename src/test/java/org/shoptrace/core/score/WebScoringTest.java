package org.shoptrace.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.score.ScoreFixtures.recommending;
import static org.shoptrace.core.score.ScoreFixtures.run;
import static org.shoptrace.core.score.ScoreFixtures.step;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Sentence by sentence: what `src/site/markdown/scoring.md` says about web tasks.
class WebScoringTest {

    @ParameterizedTest
    @CsvSource({
            // answer, target's title, id → kw, title, rule
            "KYOTO, grey mug, 1, 1, 1, 1.0",
            "Mug, blue lamp, 1, 1, 0, 0.5",
            "Osaka, grey mug, 1, 0, 1, 0.5",
            "Osaka, blue mug, 1, 0, 0, 0.0",
            "'kyoto ', grey mug, 1, 0, 1, 0.5",
            "kyoto, grey mug, unknown, 0, 0, 0.0"
    })
    void theAnswerAndTheTitleCountAlike(String answer, String title, String id, int kw, int likeness, double rule) throws Exception {
        TaskScore score = score(task("target", title, "'" + answer + "'"), recommending(id));
        assertEquals(kw, score.value(Column.KW));
        assertEquals(likeness, score.value(Column.TITLE));
        assertEquals(rule, score.value(Column.RULE));
        assertEquals(rule >= 1, score.success());
        assertFalse(score.hangsOnTitle(), "the title is equal where the run passes");
    }

    @Test
    void theExactIdGivesBothWithoutAModel() throws Exception {
        Profile profile = new ShoppingBenchProfile(ScoreFixtures.shop(), ScoreFixtures.forbidden(), false);
        TaskScore score = profile.score(task("1", "x", "'nowhere'"), recommending("1"));
        assertTrue(score.success());
        assertFalse(score.hangsOnTitle());
        assertEquals(1, score.value(Column.RESPONSE));
    }

    @Test
    void gtIsASubstringAndTheFirstIdDecides() throws Exception {
        Task task = task("77", "x", "'a'");
        assertEquals(1, score(task, recommending("9 77,1")).value(Column.GT));
        assertEquals(0, score(task, recommending("1,77")).value(Column.GT));
        assertEquals(1, score(task, recommending("1,77")).value(Column.HAVE_RECOMMEND));
        assertEquals(0, score(task, recommending(",77")).value(Column.HAVE_RECOMMEND));
    }

    @Test
    void anAnswerMayBeANumberAndStandInAResponse() throws Exception {
        Task task = task("77", "x", "1984");
        TaskScore score = score(task, run(step("{'response':'It was in 1984.'}"), step("{}")));
        assertEquals(1, score.value(Column.RESPONSE));
        assertEquals(0, score.value(Column.KW));
    }

    @Test
    void formatIsOfTheContentAlwaysWithThoughts() throws Exception {
        String good = step("{}", "'<think>t</think><response>r</response>'", "1");
        String bad = step("{'think':'t','response':'r'}", "'t'", "1");
        Task task = task("77", "x", "'a'");
        assertEquals(0.5, score(task, run(good, bad)).value(Column.FORMAT));
        Profile noThink = new ShoppingBenchProfile(ScoreFixtures.shop(), ScoreFixtures.byLastWord(), true);
        assertEquals(1, noThink.score(task, run(good)).value(Column.FORMAT));
        assertEquals(1, noThink.score(task, run(Path.of("f"), "human", good)).value(Column.FORMAT));
    }

    @Test
    void aStepWithoutContentStopsTheReleasedCodeAndMisshapenThoughtsDoNot() throws Exception {
        Task task = task("77", "x", "'a'");
        TaskScore nothing = score(task, run(step("{}", "null", "1")));
        assertTrue(nothing.crashesReference());
        assertEquals(0, nothing.value(Column.FORMAT));
        assertTrue(score(task, run(step("null"))).crashesReference());
        assertTrue(score(task, run(step("{'response':null}"))).crashesReference());
        assertFalse(score(task, run(step("{'think':null,'obs':'[]','tool_call':null}"))).crashesReference());
    }

    private static TaskScore score(Task task, Run run) throws Exception {
        return new ShoppingBenchProfile(ScoreFixtures.shop(), ScoreFixtures.byLastWord(), false).score(task, run);
    }

    private static Task task(String target, String title, String answer) throws Exception {
        return TaskCodec.decode(ScoreFixtures.json(
                "{'query':'q','Knowledge_Attribute':" + answer + ",'reward':{'product_id':'" + target + "','title':'" + title + "'}}"));
    }
}
