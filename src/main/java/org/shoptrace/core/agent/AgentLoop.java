package org.shoptrace.core.agent;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.agent.Agent.Reply;
import org.shoptrace.core.agent.Agent.Situation;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.trajectory.MessageTags;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// Lets an agent take turns until it ends the dialogue, says nothing at all, or has used up its steps.
public final class AgentLoop {
    /// The benchmark's own limit.
    public static final int STEP_LIMIT = 30;

    private final SandboxTools tools;
    private final String systemPrompt;
    private final int stepLimit;
    private final InstantSource clock;

    /// Takes each step as soon as it is made.
    @FunctionalInterface
    public interface StepSink {
        /// @throws ShoptraceException when it cannot be kept, which ends the run
        void take(Step step) throws ShoptraceException;
    }

    /// A loop for any number of agents and queries.
    ///
    /// @param systemPrompt what a language model is told about its work; it stands in every step
    /// @param clock        gives the steps' timestamps
    public AgentLoop(SandboxTools tools, String systemPrompt, int stepLimit, InstantSource clock) {
        this.tools = tools;
        this.systemPrompt = systemPrompt;
        this.stepLimit = stepLimit;
        this.clock = clock;
    }

    /// A whole run: at least one step, in the benchmark's form.
    ///
    /// @throws ShoptraceException when the agent cannot be reached or the sandbox fails
    public List<Step> run(Agent agent, String query, Progress progress) throws ShoptraceException {
        List<Step> steps = new ArrayList<>();
        resume(agent, query, List.of(), steps::add, progress);
        return List.copyOf(steps);
    }

    /// Lets an agent go on after steps that others made; they count towards the limit.
    ///
    /// @param before the steps so far; an agent that [starts afresh][Agent#startsAfresh] is not shown them
    /// @param made   told of each new step as soon as it is made, on the caller's thread
    /// @throws ShoptraceException when the agent cannot be reached or the sandbox fails; the steps made so far stay
    public void resume(Agent agent, String query, List<Step> before, StepSink made, Progress progress) throws ShoptraceException {
        StepEncoder encoder = StepEncoder.after(systemPrompt, query, before);
        List<Step> known = new ArrayList<>(agent.startsAfresh() ? List.of() : before);
        boolean ended = false;
        for (int steps = before.size(); !ended && steps < stepLimit; steps++) {
            progress.checkCancelled();
            Reply reply = agent.next(new Situation(query, known, encoder.prompt()));
            MessageTags message = MessageTags.parse(reply.content(), reply.reasoning());
            Step step = encoder.add(new Turn(
                    message.think().orElse(""),
                    answered(message.calls()),
                    message.response().orElse(""),
                    reply.content(),
                    reply.reasoning(),
                    clock.millis()));
            known.add(step);
            made.take(step);
            ended = ends(message);
        }
    }

    private List<Exchange> answered(List<MessageTags.Call> calls) throws ShoptraceException {
        List<Exchange> exchanges = new ArrayList<>();
        for (MessageTags.Call call : calls) {
            exchanges.add(new Exchange(call.name(), call.parameters(), tools.call(call.name(), call.parameters())));
        }
        return exchanges;
    }

    private static boolean ends(MessageTags message) {
        boolean empty = message.think().isEmpty() && message.calls().isEmpty() && message.response().isEmpty();
        return empty || message.calls().stream().anyMatch(call -> call.name().equals(ToolCall.TERMINATE));
    }
}
