package org.shoptrace.core.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.compare.TalkedRuns.call;
import static org.shoptrace.core.compare.TalkedRuns.end;
import static org.shoptrace.core.compare.TalkedRuns.find;
import static org.shoptrace.core.compare.TalkedRuns.recommend;
import static org.shoptrace.core.compare.TalkedRuns.run;
import static org.shoptrace.core.compare.TalkedRuns.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.compare.RunComparison.Row;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.model.trajectory.Run;

class RunComparisonTest {
    @Test
    void theSameStepsDifferInNothing() throws Exception {
        RunComparison both = RunComparison.of(
                run("a", List.of(find("lamp", "1", "2")), List.of(recommend("1")), List.of(end())),
                run("b", List.of(find("lamp", "1", "2")), List.of(recommend("1")), List.of(end()), List.of()));
        assertEquals(Optional.empty(), both.information());
        // The one step more that the second run makes is a decision, though one that asks nothing.
        assertEquals(3, both.decision().orElseThrow().row());
        assertEquals(List.of("1|1", "2|2", "3|3", "-|4"), places(both));
        assertTrue(both.endsAlike());
    }

    @Test
    void theFirstOtherDecisionComesBeforeTheFirstOtherInformation() throws Exception {
        RunComparison both = RunComparison.of(
                run("a", List.of(find("lamp", "1", "2")), List.of(view("1")), List.of(recommend("1")), List.of(end())),
                run("b", List.of(find("lamp", "1", "2")), List.of(view("2")), List.of(recommend("2")), List.of(end())));
        assertEquals(List.of("1|1", "2|2", "3|3", "4|4"), places(both));
        assertEquals(1, both.decision().orElseThrow().row());
        assertEquals("view_product_information 1", both.decision().orElseThrow().a().orElseThrow().label());
        assertEquals("view_product_information 2", both.decision().orElseThrow().b().orElseThrow().label());
        assertEquals(2, both.information().orElseThrow().row());
        assertEquals(List.of(Optional.of("1")), both.information().orElseThrow().onlyA().stream().map(Fact::productId).toList());
        assertEquals(List.of(Optional.of("2")), both.information().orElseThrow().onlyB().stream().map(Fact::productId).toList());
        assertFalse(both.information().orElseThrow().sameCalls());
        assertEquals(new Row(both.rows().get(2).stepA(), both.rows().get(2).stepB(), false, false, 1, 1, 2), both.rows().get(2));
    }

    @Test
    void onlyTheDecisionDiffersWhereBothSawTheSame() throws Exception {
        RunComparison both = RunComparison.of(
                run("a", List.of(find("lamp", "1", "2")), List.of(view("1", "2")), List.of(recommend("1")), List.of(end())),
                run("b", List.of(find("lamp", "1", "2")), List.of(view("2", "1")), List.of(recommend("2")), List.of(end())));
        assertEquals(Optional.empty(), both.information());
        assertEquals(2, both.decision().orElseThrow().row());
        assertEquals("recommend_product 2", both.decision().orElseThrow().b().orElseThrow().label());
    }

    @Test
    void sameCallsWithOtherAnswersDifferInInformationOnly() throws Exception {
        RunComparison both = RunComparison.of(
                run("a", List.of(find("lamp", "1")), List.of(recommend("1"))),
                run("b", List.of(find("lamp", "2")), List.of(recommend("1"))));
        assertEquals(Optional.empty(), both.decision());
        assertEquals(1, both.information().orElseThrow().row());
        assertTrue(both.information().orElseThrow().sameCalls());
    }

    @Test
    void stepsAreAlignedByWhatWasKnownAndNotByTheirNumbers() throws Exception {
        RunComparison both = RunComparison.of(
                run("a", List.of(find("lamp", "1", "2")), List.of(view("1")), List.of(view("2")), List.of(recommend("1"))),
                run("b", List.of(find("lamp", "1", "2")), List.of(view("1"), view("2")), List.of(recommend("2"))));
        Row last = both.rows().getLast();
        assertEquals(4, last.stepA().orElseThrow());
        assertEquals(3, last.stepB().orElseThrow());
        assertTrue(last.known());
        assertFalse(last.decided());
        assertEquals(1, both.decision().orElseThrow().row());
        assertEquals(2, both.information().orElseThrow().row());
        assertTrue(both.endsAlike());
    }

    @Test
    void anExtraSearchThatTellsNothingNewIsADecision() throws Exception {
        RunComparison both = RunComparison.of(
                run("a", List.of(find("lamp", "1")), List.of(find("lamps", "1")), List.of(recommend("1"))),
                run("b", List.of(find("lamp", "1")), List.of(recommend("1"))));
        assertEquals(List.of("1|1", "2|-", "3|2"), places(both));
        assertEquals(Optional.empty(), both.information());
        assertEquals(1, both.decision().orElseThrow().row());
        assertEquals(Optional.empty(), both.decision().orElseThrow().b());
    }

    @Test
    void anEmptyAnswerAndAFailedCallAreInformation() throws Exception {
        RunComparison both = RunComparison.of(
                run("a", List.of(find("lamp")), List.of(recommend("1"))),
                run("b", List.of(call("find_product", "{'q':'lantern','page':1}", "null")), List.of(recommend("1"))));
        assertEquals(0, both.decision().orElseThrow().row());
        assertEquals(1, both.information().orElseThrow().row());
        assertEquals(List.of("nothing for find_product q=lamp page=1"),
                both.information().orElseThrow().onlyA().stream().map(Fact::label).toList());
    }

    @Test
    void argumentsThatReachTheToolAlikeAreOneDecision() throws Exception {
        Exchange number = call("find_product", "{'q':'lamp','page':1,'sort':'default'}", "[]");
        Exchange text = call("find_product", "{'page':'1','q':'lamp'}", "[]");
        RunComparison both = RunComparison.of(run("a", List.of(number)), run("b", List.of(text), List.of(end())));
        assertTrue(both.rows().getFirst().decided());
    }

    @Test
    void aPageOfTheWebIsAFact() throws Exception {
        String page = "{'observation':[{'url':'u','title':'t','content':'%s'}],'success':true}";
        RunComparison both = RunComparison.of(
                run("a", List.of(call("web_search", "{'q':'x'}", page.formatted("Kyoto"))), List.of(find("lamp", "1"))),
                run("b", List.of(call("web_search", "{'q':'x'}", page.formatted("Nara"))), List.of(find("lamp", "1"))));
        assertEquals(List.of(new Fact.Page("u", "t", "Kyoto")), both.information().orElseThrow().onlyA());
        assertTrue(both.information().orElseThrow().sameCalls());
    }

    @Test
    void runsOfOtherTasksAndARunWithItselfAreRefused() throws Exception {
        Run one = run("a", List.of(end()));
        ShoptraceException other = assertThrows(ShoptraceException.class,
                () -> RunComparison.of(one, run("a kettle", "b", List.of(end()))));
        assertTrue(other.getMessage().contains("their queries differ"), other.getMessage());
        assertThrows(ShoptraceException.class, () -> RunComparison.of(one, one));
    }

    @Test
    void longRunsAreAlignedToo() throws Exception {
        RunComparison both = RunComparison.of(searches("a", 600, -1), searches("b", 600, 300));
        assertEquals(300, both.decision().orElseThrow().row());
        assertEquals(301, both.information().orElseThrow().row());
        assertEquals(600, both.rows().stream().filter(Row::paired).count());
    }

    /// Searches that each find one product more; the one at `odd` looks for something else.
    private static Run searches(String model, int count, int odd) throws Exception {
        List<List<Exchange>> steps = new ArrayList<>();
        for (int i : IntStream.range(0, count).toArray()) {
            steps.add(List.of(find(i == odd ? "odd" : "q" + i, i == odd ? "odd" : "p" + i)));
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<Exchange>[] all = steps.toArray(new List[0]);
        return run(model, all);
    }

    private static List<String> places(RunComparison comparison) {
        return comparison.rows().stream()
                .map(row -> (row.stepA().isPresent() ? row.stepA().getAsInt() : "-") + "|"
                        + (row.stepB().isPresent() ? row.stepB().getAsInt() : "-"))
                .toList();
    }
}
