package org.shoptrace.ui.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.search.QuerySyntaxException;
import org.shoptrace.core.search.RunTexts;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.LateJobRunner;

class FindViewModelTest {
    @TempDir
    private Path folder = Path.of("");

    private FindFixture opened() {
        return new FindFixture(folder, new DirectJobRunner()).open();
    }

    @Test
    void findsStepsByRunAndOpensThem() {
        FindFixture fixture = opened();
        fixture.model.ask("mug -garden");
        assertEquals(List.of("1", "1.1", "1.2"), fixture.lines());
        fixture.model.open(fixture.model.rows().get(2));
        fixture.model.open(fixture.model.rows().get(0));
        fixture.model.openAll();
        assertEquals(
                List.of(
                        "run " + fixture.brief(1) + " step 2",
                        "run " + fixture.brief(1) + " step 1",
                        "runs search: mug -garden [" + fixture.brief(1) + "]"),
                fixture.navigator.sent());
    }

    @Test
    void aQuestionThatCannotBeReadSaysSoAndWhatWasMeant() {
        FindFixture fixture = opened();
        fixture.model.ask("mug");
        fixture.model.ask("stepps>1");
        QuerySyntaxException problem = assertInstanceOf(FindResult.Unreadable.class, fixture.model.resultProperty().get()).problem();
        assertEquals(List.of(), fixture.lines());
        fixture.model.ask(problem.correction().orElseThrow().in("stepps>1"));
        assertEquals(List.of("1", "2"), fixture.lines());
    }

    @Test
    void runsThatComeLaterAreFoundWithoutAskingAgain() {
        FindFixture fixture = opened();
        fixture.model.ask("kettle");
        assertEquals(List.of(), fixture.lines());
        Run more = FindFixture.run(4, "a kettle", "I look for a kettle.");
        List<Run> all = IntStream.range(0, 4).mapToObj(i -> i < 3 ? fixture.runs.get(i) : more).toList();
        fixture.given.reader(RunTexts.reader(all));
        fixture.given.add(RunTexts.summaries(List.of(more)));
        assertEquals(List.of("4", "4.1"), fixture.lines());
    }

    @Test
    void beforeTheWorkspaceIsReadNothingIsIndexed() {
        LateJobRunner jobs = new LateJobRunner();
        FindFixture fixture = new FindFixture(folder, jobs);
        assertInstanceOf(IndexState.Waiting.class, fixture.model.indexProperty().get());
        assertEquals(0, jobs.started());
        fixture.open();
        assertInstanceOf(IndexState.Building.class, fixture.model.indexProperty().get());
        fixture.model.ask("mug");
        jobs.finish(1);
        FindResult.Found partial = assertInstanceOf(FindResult.Found.class, fixture.model.resultProperty().get());
        assertEquals(3, partial.answer().notIndexed());
        jobs.finish(0);
        assertInstanceOf(IndexState.Ready.class, fixture.model.indexProperty().get());
        jobs.finish(jobs.started() - 1);
        assertEquals(List.of("1", "1.1", "1.2", "2", "2.2"), fixture.lines());
    }

    @Test
    void theAnswerToAnEarlierQuestionDoesNotReplaceALaterOne() {
        LateJobRunner jobs = new LateJobRunner();
        FindFixture fixture = new FindFixture(folder, jobs).open();
        jobs.finish(0);
        fixture.model.ask("mug");
        int first = jobs.started() - 1;
        fixture.model.ask("lamp");
        jobs.finish(jobs.started() - 1);
        jobs.finish(first);
        assertEquals(List.of("3", "3.1"), fixture.lines());
        assertTrue(jobs.cancelled().contains("Searching runs"));
    }

    @Test
    void anotherWorkspaceHasAnotherIndex(@TempDir Path other) {
        FindFixture fixture = opened();
        fixture.model.ask("mug");
        fixture.given.clear("other");
        assertEquals(List.of(), fixture.lines());
        assertInstanceOf(IndexState.Waiting.class, fixture.model.indexProperty().get());
    }
}
