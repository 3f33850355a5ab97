package org.shoptrace.ui.subagent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.RunAction;

class SubAgentActionsTest {
    private final List<Run> runs = new ArrayList<>();
    private final List<Destination> opened = new ArrayList<>();
    private final List<RunAction> actions = new SubAgentActions(
            () -> runs.stream().map(run -> RunSummary.of(run, 1)).toList(), opened::add).all();

    SubAgentActionsTest() throws Exception {
        RolloutFile.forEachRun(Path.of("src/test/resources/formats/atif-sub-agents.json"), runs::add, Progress.NONE);
    }

    private OpenRun open(int run) {
        return new OpenRun(RunSummary.of(runs.get(run), 1), runs.get(run), Optional.empty());
    }

    private RunAction action(String id) {
        return actions.stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aCallLeadsToItsSubAgentAndThatBack() {
        Place call = new Place(1, OptionalInt.of(2));
        assertTrue(action("open-sub-agent").applies().test(open(0), call));
        action("open-sub-agent").does().accept(open(0), call);
        assertEquals(List.of(new Destination.OpenRun(runs.get(3).id(), 1)), opened);

        Place anywhere = new Place(1, OptionalInt.empty());
        assertTrue(action("open-calling-run").applies().test(open(3), anywhere));
        action("open-calling-run").does().accept(open(3), anywhere);
        assertEquals(new Destination.OpenRun(runs.getFirst().id(), 1), opened.getLast());
    }

    @Test
    void isOfferedNowhereElse() {
        assertFalse(action("open-sub-agent").applies().test(open(0), new Place(2, OptionalInt.of(1))));
        assertFalse(action("open-sub-agent-of-step").applies().test(open(0), new Place(1, OptionalInt.empty())));
        assertFalse(action("open-calling-run").applies().test(open(0), new Place(1, OptionalInt.empty())));
    }
}
