package org.shoptrace.core.takeover;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.agent.Agent;
import org.shoptrace.core.agent.AgentLoop;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Step;

/// Makes the steps of a [TakeOver]: its calls are answered by the same tools that answer an agent's, so that whoever goes on sees exactly
/// what an agent would. Used by one thread.
public final class Continuation {
    private final SandboxTools tools;
    private final InstantSource clock;

    /// @param clock gives the steps' times
    public Continuation(SandboxTools tools, InstantSource clock) {
        this.tools = tools;
        this.clock = clock;
    }

    /// A call that is asked for.
    public record Request(String tool, Json.Obj parameters) {}

    /// Takes the run after each step.
    @FunctionalInterface
    public interface Made {
        /// @throws ShoptraceException when the step cannot be kept, which ends the run there
        void take(TakeOver takeOver) throws ShoptraceException;
    }

    /// The run with one step more, made by hand.
    ///
    /// @param think    why; empty text for nothing
    /// @param response what the user is told; empty text for nothing
    /// @throws ShoptraceException when the sandbox fails
    public TakeOver byHand(TakeOver so, String think, List<Request> calls, String response) throws ShoptraceException {
        List<Exchange> exchanges = new ArrayList<>();
        for (Request call : calls) {
            exchanges.add(new Exchange(call.tool(), call.parameters(), tools.call(call.tool(), call.parameters())));
        }
        StepEncoder encoder = StepEncoder.after(systemPrompt(so), so.query(), so.steps());
        return so.with(so.origin().mark(encoder.add(Turn.of(think, exchanges, response, clock.millis()))));
    }

    /// Lets an agent go on to the end or the limit of steps.
    ///
    /// @param name under which its steps are marked
    /// @param stepLimit how many steps the run may have, those before among them
    /// @param made told of the run after each step
    /// @return the run as it stands then
    /// @throws ShoptraceException when the agent cannot be reached or the sandbox fails
    public TakeOver by(Agent agent, String name, TakeOver so, int stepLimit, Made made, Progress progress) throws ShoptraceException {
        List<TakeOver> reached = new ArrayList<>(List.of(so));
        new AgentLoop(tools, systemPrompt(so), stepLimit, clock).resume(agent, so.query(), so.steps(), step -> {
            reached.add(reached.getLast().with(so.origin().by(name).mark(step)));
            made.take(reached.getLast());
        }, progress);
        return reached.getLast();
    }

    /// What the run's model was told about its work; a person is told the same.
    private static String systemPrompt(TakeOver so) {
        for (Step step : so.inherited()) {
            if (step.source() instanceof Json.Obj source) {
                for (Json message : source.items("prompt")) {
                    if (message instanceof Json.Obj told && told.text("role").filter("system"::equals).isPresent()) {
                        return told.text("content").orElse("");
                    }
                }
            }
        }
        return "";
    }
}
