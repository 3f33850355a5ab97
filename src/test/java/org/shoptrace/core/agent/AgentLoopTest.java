package org.shoptrace.core.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.agent.Agent.Reply;
import org.shoptrace.core.agent.Agent.Situation;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.sandbox.tool.ShelfSandbox;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Step;

class AgentLoopTest {
    private static final String SEARCH = "<think>Looking.</think>"
            + "<tool_call>[{\"name\": \"find_product\", \"parameters\": {\"q\": \"x\", \"page\": 1}}]</tool_call>";
    private static final String END = "<tool_call>[{\"name\": \"terminate\", \"parameters\": {\"status\": \"success\"}}]</tool_call>";

    private final ShelfSandbox sandbox = new ShelfSandbox(List.of(SampleProducts.product("30", "Blue wallet", "7", "100", List.of())));

    @Test
    void endsWhenTheAgentTerminates() throws Exception {
        List<Step> steps = run(5, replies(SEARCH, END, SEARCH));
        assertEquals(2, steps.size());
        assertEquals("Looking.", steps.getFirst().think().orElseThrow());
    }

    @Test
    void endsAtTheStepLimit() throws Exception {
        assertEquals(3, run(3, situation -> new Reply(SEARCH, "")).size());
    }

    @Test
    void endsWhenTheAgentSaysNothing() throws Exception {
        List<Step> steps = run(5, replies(SEARCH, "", SEARCH));
        assertEquals(2, steps.size());
        assertTrue(steps.get(1).calls().isEmpty());
    }

    @Test
    void theAgentSeesItsStepsWithTheirAnswers() throws Exception {
        List<Situation> seen = new ArrayList<>();
        List<Step> steps = run(3, situation -> {
            seen.add(situation);
            return new Reply(SEARCH, "");
        });
        assertEquals(List.of(), seen.getFirst().history());
        assertEquals(steps.subList(0, 2), seen.getLast().history());
        assertTrue(seen.getLast().prompt().toString().contains("Blue wallet"));
        assertTrue(steps.getFirst().calls().getFirst().observation().orElseThrow() instanceof Observation.Found);
    }

    @Test
    void aToolThatDoesNotExistLeavesNoAnswer() throws Exception {
        List<Step> steps = run(1, replies("<tool_call>[{\"name\": \"click\", \"parameters\": {}}]</tool_call>"));
        assertTrue(steps.getFirst().calls().getFirst().observation().isEmpty());
    }

    @Test
    void stepsCarryTheQueryAndTheTimeOfTheClock() throws Exception {
        Step step = run(1, replies(SEARCH)).getFirst();
        assertEquals("A wallet, please", step.query().orElseThrow());
        assertEquals("7000", step.timestamp().orElseThrow().text());
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void report(String message, double fraction) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> loop(3).run(replies(SEARCH), "q", cancelled));
    }

    private List<Step> run(int limit, Agent agent) throws Exception {
        return loop(limit).run(agent, "A wallet, please", Progress.NONE);
    }

    private AgentLoop loop(int limit) {
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(7000));
        return new AgentLoop(new SandboxTools(sandbox, (query, most) -> List.of()), "You shop.", limit, clock);
    }

    private static Agent replies(String... contents) {
        return situation -> new Reply(contents[situation.history().size()], "");
    }
}
