package org.shoptrace.core.diagnose;

import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SearchRules;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.model.finding.TargetTrack.InSearch;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.ToolCall;

/// What the diagnosis says of a single call, for calls that are in no run as well as for recorded ones. Used by one thread.
public final class CallCheck {
    private final Sandbox sandbox;
    private final SearchRules rules;
    private final RunSandbox world;
    private final TargetSearches searches;
    private final ReexecutionCheck reexecution;

    /// @param run whose calls, or calls like them, are looked at; it says by which rules they were answered
    public CallCheck(Sandbox sandbox, Run run) {
        this.sandbox = sandbox;
        this.rules = RunSandbox.rules(run);
        this.world = new RunSandbox(sandbox, rules);
        this.searches = new TargetSearches(world, rules.cutoffs());
        this.reexecution = new ReexecutionCheck(world);
    }

    /// The sandbox by the rules that the run was answered by; as good as the one behind it, and not to be closed.
    public Sandbox sandbox() {
        return world;
    }

    /// Where a product stood in the answer of a `find_product` call, or what hid it.
    ///
    /// @throws ShoptraceException when the catalogue cannot be read
    public InSearch target(String productId, ToolCall call, Place place) throws ShoptraceException {
        return searches.search(productId, call, place);
    }

    /// Why a product ranks where it does for the words of a `find_product` call, as [org.shoptrace.core.sandbox.Explanation] says it; empty
    /// text when there are no words or the engine cannot tell.
    ///
    /// @throws ShoptraceException when the catalogue cannot be read
    public String why(String productId, ToolCall call) throws ShoptraceException {
        Optional<String> q = call.parameter("q").flatMap(Json::asText);
        return q.isEmpty()
                ? ""
                : sandbox.explain(rules.words(q.get()), productId).map(explanation -> explanation.sentence(sandbox.size())).orElse("");
    }

    /// Whether the sandbox answers a read as it was recorded.
    ///
    /// @throws ShoptraceException when the catalogue cannot be read
    public Reexecution.Call again(ToolCall call, Place place) throws ShoptraceException {
        return reexecution.check(place, call);
    }
}
