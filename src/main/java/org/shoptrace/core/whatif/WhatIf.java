package org.shoptrace.core.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.CallCheck;
import org.shoptrace.core.sandbox.BadRequestException;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.ToolRequest;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.trajectory.ObservationCodec;
import org.shoptrace.core.whatif.Trial.Standing;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.ToolCall;

/// Tries calls in the sandbox, exactly as an agent's would be answered. Used by one thread.
public final class WhatIf {
    /// The tools that ask the sandbox, whose calls can be tried.
    private static final Set<String> READS = Set.of(ToolCall.FIND_PRODUCT, ToolCall.VIEW_PRODUCT_INFORMATION);

    private final SandboxTools tools;
    private final CallCheck check;
    private final List<String> targets;

    /// @param run     whose calls are tried; it says by which server's rules they were answered
    /// @param targets ids of the products that the task was built from, in its order
    public WhatIf(Sandbox sandbox, Run run, List<String> targets) {
        this.check = new CallCheck(sandbox, run);
        this.tools = new SandboxTools(check.sandbox(), (_, _) -> List.of());
        this.targets = List.copyOf(targets);
    }

    /// Whether a call can be tried: one that asks the catalogue.
    public static boolean applies(ToolCall call) {
        return READS.contains(call.name());
    }

    /// The recorded call, and whether it is still answered so.
    ///
    /// @throws ShoptraceException when the catalogue cannot be read
    public Trial.Recorded recorded(ToolCall call, Place place) throws ShoptraceException {
        return new Trial.Recorded(place, call, standing(call, place), check.again(call, place));
    }

    /// The same call with other arguments.
    ///
    /// @throws ShoptraceException when the catalogue cannot be read
    public Trial of(Trial.Recorded recorded, Json.Obj parameters) throws ShoptraceException {
        ToolCall before = recorded.call();
        Json results = tools.call(before.name(), parameters).orElse(Json.NULL);
        ToolCall after = new ToolCall(
                before.number(), before.name(), parameters, before.id(), Optional.of(ObservationCodec.decode(before.name(), results)));
        AnswerDifference difference = AnswerDifference.of(before, firstPlace(before), after, firstPlace(after));
        return new Trial(after, difference, standing(after, recorded.place()), Verdict.of(recorded, after, difference));
    }

    private List<Standing> standing(ToolCall call, Place place) throws ShoptraceException {
        List<Standing> standing = new ArrayList<>();
        if (call.name().equals(ToolCall.FIND_PRODUCT)) {
            for (String target : targets) {
                standing.add(new Standing(check.target(target, call, place), check.why(target, call)));
            }
        }
        return standing;
    }

    /// The place that the first product of the answer has in all pages; 1 for an answer that has no pages.
    private static int firstPlace(ToolCall call) {
        try {
            Optional<FindCriteria> criteria = call.name().equals(ToolCall.FIND_PRODUCT) && call.parameters() instanceof Json.Obj parameters
                    ? criteria(parameters)
                    : Optional.empty();
            return criteria.map(asked -> (asked.page() - 1) * FindCriteria.PAGE_SIZE + 1).orElse(1);
        } catch (BadRequestException e) {
            // Such a request is answered with nothing, and nothing has no place.
            return 1;
        }
    }

    /// What a search asks for; empty when it sends nothing or its page answers nothing.
    static Optional<FindCriteria> criteria(Json.Obj parameters) throws BadRequestException {
        Optional<FindRequest> request = ToolRequest.find(parameters);
        return request.isEmpty() ? Optional.empty() : FindCriteria.of(request.get());
    }
}
