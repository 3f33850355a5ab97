package org.shoptrace.core.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.agent.Agent;
import org.shoptrace.core.agent.AgentLoop;
import org.shoptrace.core.agent.scripted.CarelessShopper;
import org.shoptrace.core.agent.scripted.Shopper;
import org.shoptrace.core.agent.scripted.ShopperHabits;
import org.shoptrace.core.catalog.SeededChoice;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.sandbox.tool.WebSearch;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.RunWriter;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSource;

/// The runs of the demo: one shopper that looks at candidates before it chooses, one that does not, and one that looks but slips, which
/// has several trials of every task; everything else about them is alike.
final class DemoRuns {
    private static final String SYSTEM_PROMPT = """
            You are a shopping assistant. Find what the user asks for and recommend it.
            Tools: find_product(q, page, shop_id, price, sort, service), view_product_information(product_ids), \
            web_search(q, max_results), recommend_product(product_ids), terminate(status).
            Write <think>…</think>, then <tool_call>[{"name": …, "parameters": {…}}]</tool_call>; \
            tell the user things in <response>…</response>.""";

    private static final int TRIALS = 3;

    private final SandboxTools tools;
    private final long seed;

    /// @param seed of the steps' times
    DemoRuns(Sandbox sandbox, WebSearch web, long seed) {
        this.tools = new SandboxTools(sandbox, web);
        this.seed = seed;
    }

    /// A shopper of the demo.
    ///
    /// @param model  what it is called in file names; tells its habit
    /// @param trials one for each time that it does every task
    record Contestant(String model, List<Agent> trials) {
        Contestant {
            trials = List.copyOf(trials);
        }
    }

    static List<Contestant> contestants() {
        Shopper looking = new Shopper(new ShopperHabits(3, 3, 3));
        return List.of(
                new Contestant("scripted-views-three", List.of(looking)),
                new Contestant("scripted-views-none", List.of(new Shopper(new ShopperHabits(3, 0, 3)))),
                new Contestant(
                        "scripted-careless",
                        IntStream.rangeClosed(1, TRIALS).<Agent>mapToObj(trial -> new CarelessShopper(looking, trial)).toList()));
    }

    /// Lets every shopper do every task, and writes a rollout file for each of them and each intent.
    void write(List<Task> tasks, Path folder, Progress progress) throws ShoptraceException, IOException {
        int done = 0;
        List<Contestant> contestants = contestants();
        int all = tasks.size() * contestants.stream().mapToInt(contestant -> contestant.trials().size()).sum();
        for (Contestant contestant : contestants) {
            AgentLoop loop = new AgentLoop(tools, SYSTEM_PROMPT, AgentLoop.STEP_LIMIT, clock());
            for (Intent intent : Intent.LEVELS) {
                Path file = folder.resolve("rollout_" + intent.wireName() + "_" + contestant.model() + ".jsonl");
                try (RunWriter writer = new RunWriter(file)) {
                    for (Agent trial : contestant.trials()) {
                        for (Task task : tasks) {
                            if (task.intent() == intent) {
                                progress.report("Letting " + contestant.model() + " shop", (double) done++ / all);
                                RunSource source = new RunSource(file, 1);
                                writer.append(RunCodec.ofSteps(loop.run(trial, task.query(), progress), source, contestant.model()));
                            }
                        }
                    }
                }
            }
        }
    }

    /// Each step takes a few seconds, as a model's would.
    private InstantSource clock() {
        SeededChoice choice = new SeededChoice(seed);
        long[] now = {Instant.parse("2026-01-05T01:00:00Z").toEpochMilli()};
        return () -> {
            now[0] += choice.between(900, 7_000);
            return Instant.ofEpochMilli(now[0]);
        };
    }
}
