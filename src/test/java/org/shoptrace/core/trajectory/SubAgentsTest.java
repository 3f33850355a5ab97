package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.SubAgents.Handed;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

class SubAgentsTest {
    private static final Path FORMATS = Path.of("src/test/resources/formats");

    @TempDir
    private Path folder;

    private static List<Run> runs(Path file) throws Exception {
        List<Run> runs = new ArrayList<>();
        assertEquals(List.of(), RolloutFile.forEachRun(file, runs::add, Progress.NONE));
        return runs;
    }

    private static Handed inside(int step, int call, int part) {
        return new Handed(step, OptionalInt.of(call), OptionalInt.of(part), Optional.empty());
    }

    @Test
    void aCallLeadsToTheRunThatItRefersToAndBack() throws Exception {
        List<Run> runs = runs(FORMATS.resolve("atif-sub-agents.json"));
        assertEquals(List.of(inside(1, 1, 1), inside(1, 2, 3)), SubAgents.of(runs.getFirst()));
        assertEquals(List.of(inside(1, 1, 2)), SubAgents.of(runs.get(1)), "that of a sub-agent's sub-agent");
        assertEquals(List.of(), SubAgents.of(runs.get(2)));

        List<RunSummary> known = runs.stream().map(run -> RunSummary.of(run, 1)).toList();
        RunSource main = runs.getFirst().source();
        assertEquals(Optional.of(known.get(3)), inside(1, 2, 3).in(known, main));
        assertEquals(Optional.of(known.getFirst()), SubAgents.parent(known.get(3), known));
        assertEquals(Optional.of(known.get(1)), SubAgents.parent(known.get(2), known));
        assertEquals(Optional.empty(), SubAgents.parent(known.getFirst(), known));
    }

    @Test
    void aSideChainBelongsToTheCallWithItsPrompt() throws Exception {
        assertEquals(List.of(inside(1, 1, 1)), SubAgents.of(runs(FORMATS.resolve("claude-code-side-chain.jsonl")).getFirst()));
    }

    @Test
    void aSessionAndTheFilesOfItsSideChainsLeadToEachOther() throws Exception {
        Path session = Files.writeString(folder.resolve("s1.jsonl"), """
                {"type":"user","sessionId":"s1","uuid":"a1","message":{"role":"user","content":"Which kettle?"}}
                {"type":"assistant","sessionId":"s1","uuid":"a2","message":{"id":"m1","role":"assistant","content":[{"type":"tool_use",\
                "id":"t1","name":"Task","input":{"description":"kettles","prompt":"Read"}}]}}
                {"type":"user","sessionId":"s1","uuid":"a3","toolUseResult":{"agentId":"k7"},"message":{"role":"user",\
                "content":[{"type":"tool_result","tool_use_id":"t1","content":"steel"}]}}
                """);
        Path agent = Files.createDirectories(folder.resolve("s1").resolve("subagents")).resolve("agent-k7.jsonl");
        Files.writeString(agent, """
                {"type":"user","sessionId":"s1","agentId":"k7","isSidechain":true,"uuid":"b1","message":{"role":"user","content":"Read"}}
                {"type":"assistant","sessionId":"s1","agentId":"k7","isSidechain":true,"uuid":"b2","message":{"role":"assistant",\
                "content":[{"type":"text","text":"steel"}]}}
                """);
        Run main = runs(session).getFirst();
        List<RunSummary> known = List.of(RunSummary.of(main, 1), RunSummary.of(runs(agent).getFirst(), 1));
        Handed handed = SubAgents.of(main).getFirst();
        assertEquals(List.of(1, OptionalInt.of(1)), List.of(handed.step(), handed.call()));
        assertEquals(Optional.of(known.getLast()), handed.in(known, main.source()));
        assertEquals(Optional.of(known.getFirst()), SubAgents.parent(known.getLast(), known));
    }

    @Test
    void aStepLeadsToAFileBesideIt() throws Exception {
        Path file = Files.writeString(folder.resolve("main.json"), """
                {"schema_version": "ATIF-v1.6", "session_id": "m", "agent": {"name": "a"}, "steps": [
                  {"step_id": 1, "source": "user", "message": "Find a kettle"},
                  {"step_id": 2, "source": "agent", "message": "I look."},
                  {"step_id": 3, "source": "system", "message": "Summed up", "observation": {"results": [
                    {"subagent_trajectory_ref": [{"session_id": "m-sum", "trajectory_path": "sum.json"}]}]}},
                  {"step_id": 4, "source": "agent", "message": "Done."}]}
                """);
        Path sub = Files.writeString(folder.resolve("sum.json"), """
                {"schema_version": "ATIF-v1.6", "session_id": "m-sum", "agent": {"name": "b"}, "steps": [
                  {"step_id": 1, "source": "agent", "message": "In short: kettles."}]}
                """);
        Run run = runs(file).getFirst();
        Handed handed = SubAgents.of(run).getFirst();
        assertEquals(new Handed(2, OptionalInt.empty(), OptionalInt.empty(), Optional.of("sum.json")), handed);
        RunSummary beside = RunSummary.of(runs(sub).getFirst(), 1);
        assertEquals(Optional.of(beside), handed.in(List.of(RunSummary.of(run, 1), beside), run.source()));
        assertEquals(Optional.empty(), handed.in(List.of(RunSummary.of(run, 1)), run.source()), "the file is not here");
    }
}
