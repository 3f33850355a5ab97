package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SandboxJson;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.model.finding.Reexecution.Outcome;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// Runs every recorded read again, by the rules of `src/site/markdown/sandbox.md`, *From a tool call to a request*.
final class ReexecutionCheck {
    private static final Set<String> READS = Set.of(ToolCall.FIND_PRODUCT, ToolCall.VIEW_PRODUCT_INFORMATION, ToolCall.WEB_SEARCH);

    private final Sandbox sandbox;
    private final SandboxTools tools;

    ReexecutionCheck(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.tools = new SandboxTools(sandbox, (_, _) -> List.of());
    }

    /// @param shown the ids of the products in recorded answers
    Reexecution check(Run run, Collection<String> shown) throws ShoptraceException {
        int unknown = 0;
        for (String id : shown) {
            unknown += sandbox.product(id).isEmpty() ? 1 : 0;
        }
        List<Reexecution.Call> calls = new ArrayList<>();
        for (Step step : run.steps()) {
            for (ToolCall call : step.calls()) {
                if (READS.contains(call.name())) {
                    calls.add(check(Place.of(step, call), call));
                }
            }
        }
        return new Reexecution(calls, RunSandbox.rules(run).label(), shown.size(), unknown);
    }

    /// One read.
    Reexecution.Call check(Place place, ToolCall call) throws ShoptraceException {
        if (call.name().equals(ToolCall.WEB_SEARCH)) {
            return new Reexecution.Call(place, Outcome.NOT_REPRODUCIBLE, "the web is not in the sandbox");
        }
        Optional<Observation> observation = call.observation();
        if (observation.isEmpty()) {
            return new Reexecution.Call(place, Outcome.NOT_REPRODUCIBLE, "no answer was recorded");
        }
        if (!(call.parameters() instanceof Json.Obj parameters)) {
            return new Reexecution.Call(place, Outcome.NOT_REPRODUCIBLE, "the parameters are no object");
        }
        Json recorded = SandboxJson.asPythonWrites(observation.get().results());
        Json now = tools.call(call.name(), parameters).orElse(Json.NULL);
        if (recorded.equals(now)) {
            return new Reexecution.Call(place, Outcome.SAME, "the same answer");
        }
        if (recorded instanceof Json.Null) {
            return new Reexecution.Call(place, Outcome.NOT_REPRODUCIBLE, "the call failed when it was recorded; now it is answered");
        }
        if (!(recorded instanceof Json.Arr(List<Json> before) && now instanceof Json.Arr(List<Json> after))) {
            return new Reexecution.Call(place, Outcome.DIFFERENT, "an answer of another kind");
        }
        return before.size() == after.size() && without(before, after).isEmpty() && without(after, before).isEmpty()
                ? new Reexecution.Call(place, Outcome.REORDERED, "the same products in another order")
                : new Reexecution.Call(place, Outcome.DIFFERENT, difference(before, after));
    }

    private static String difference(List<Json> before, List<Json> after) {
        return without(before, after).size() + " of " + before.size() + " recorded products are not in the answer or read otherwise, "
                + without(after, before).size() + " of " + after.size() + " were not recorded so";
    }

    /// The items that the others lack, counting repeated ones.
    private static List<Json> without(List<Json> items, List<Json> others) {
        List<Json> left = new ArrayList<>(items);
        others.forEach(left::remove);
        return left;
    }
}
