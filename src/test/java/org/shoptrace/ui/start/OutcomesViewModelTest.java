package org.shoptrace.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.runs.RunOverview;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.KettleWorkspace;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRunViewModel;

/// How the counts of the runs follow the workspace, also where counting is interrupted.
class OutcomesViewModelTest {
    private final KettleWorkspace kettles;
    private final LateJobRunner jobs = new LateJobRunner();

    OutcomesViewModelTest() throws Exception {
        kettles = new KettleWorkspace();
    }

    private OutcomesViewModel outcomes(JobRunner runner) {
        return new OutcomesViewModel(kettles.workspace, new OpenRunViewModel(), runner, new Notices(), new FakeNavigator());
    }

    private void run() throws Exception {
        kettles.run("careless", "find_product {'q':'kettle','page':1}");
    }

    @Test
    void aCountThatIsCancelledIsMadeAgainOnce() throws Exception {
        OutcomesViewModel outcomes = outcomes(jobs);
        run();
        jobs.cancel(0);
        assertEquals(2, jobs.started());
        jobs.finish(1);
        assertEquals(1, outcomes.overviewProperty().get().runs());
        assertEquals(2, jobs.started(), "what changed before the second count is in it");

        run();
        jobs.cancel(2);
        jobs.cancel(3);
        assertEquals(4, jobs.started(), "who cancels twice means it");
        run();
        jobs.finish(4);
        assertEquals(3, outcomes.overviewProperty().get().runs(), "the next change is counted");
    }

    @Test
    void nothingOfAWorkspaceThatWasClosedIsCounted() throws Exception {
        OutcomesViewModel outcomes = outcomes(jobs);
        run();
        kettles.given.clear("another");
        jobs.finish(0);
        assertEquals(RunOverview.EMPTY, outcomes.overviewProperty().get());
    }

    @Test
    void anEqualCountIsNoChange() throws Exception {
        OutcomesViewModel outcomes = outcomes(new DirectJobRunner());
        run();
        RunOverview counted = outcomes.overviewProperty().get();
        kettles.given.outcomes(Map.copyOf(kettles.workspace.outcomes()));
        assertSame(counted, outcomes.overviewProperty().get());
    }

    @Test
    void theLineOfContentsFollowsTheCatalogueAndTheTasks() {
        kettles.given.catalog(new CatalogState.None());
        OutcomesViewModel outcomes = outcomes(new DirectJobRunner());
        assertEquals("1 task · 0 runs", outcomes.contentsProperty().get());
        kettles.openCatalog();
        assertEquals("25 products · 1 task · 0 runs", outcomes.contentsProperty().get());
        kettles.given.tasks(List.of());
        assertEquals("25 products · 0 tasks · 0 runs", outcomes.contentsProperty().get());
    }
}
