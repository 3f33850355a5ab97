package org.shoptrace.core.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Step;

/// Runs made of texts. JSON is written in single quotes for reading's sake.
public final class RunTexts {
    private RunTexts() {}

    public static Json json(String text) {
        try {
            return JsonReader.read(text.replace('\'', '"'));
        } catch (Exception e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    public static Exchange call(String tool, String parameters, String answer) {
        return new Exchange(tool, (Json.Obj) json(parameters), Optional.of(json(answer)));
    }

    public static Turn turn(String thought, String response, Exchange... calls) {
        return Turn.of(thought, List.of(calls), response, 1);
    }

    /// @param line tells runs of equal steps apart
    public static Run run(int line, String query, List<Turn> turns) {
        StepEncoder encoder = new StepEncoder("run " + line, query);
        List<Step> steps = new ArrayList<>();
        turns.forEach(turn -> steps.add(encoder.add(turn)));
        return RunCodec.ofSteps(steps, new RunSource(Path.of("rollout_product_m.jsonl"), line), "m");
    }

    /// The same line at another place.
    public static Run copy(Run run, String file, int line, String model) {
        return RunCodec.ofSteps(run.steps(), new RunSource(Path.of(file), line), model);
    }

    public static List<RunRecord> records(List<Run> runs) {
        return runs.stream().map(run -> new RunRecord(RunSummary.of(run, 1), Optional.empty(), Set.of())).toList();
    }

    public static List<RunSummary> summaries(List<Run> runs) {
        return records(runs).stream().map(RunRecord::run).toList();
    }

    /// Gives the runs out by their summaries.
    public static RunReader reader(List<Run> runs) {
        return summary -> runs.stream().filter(run -> run.id().equals(summary.id())).findFirst().orElseThrow();
    }
}
