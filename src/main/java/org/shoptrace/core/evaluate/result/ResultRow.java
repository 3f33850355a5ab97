package org.shoptrace.core.evaluate.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// The figures of one model at one intent level, and what stands behind each.
///
/// @param model      the series that it belongs to
/// @param intent     the level; empty for all levels together, weighted by tasks
/// @param tasks      how many tasks were asked for
/// @param counted    by how many the profile divides
/// @param asr        absolute success rate, with the profile's own denominator
/// @param asrOfTasks the same with all tasks as denominator
/// @param asrOfRuns  the same with the scored rollouts as denominator
/// @param car        cumulative average relevance
/// @param columns    the other figures by the evaluator's names, in its order; `gt` is the gt rate
/// @param behind     the runs and tasks that were counted
public record ResultRow(
        String model,
        Optional<Intent> intent,
        int tasks,
        int counted,
        Estimate asr,
        double asrOfTasks,
        double asrOfRuns,
        Estimate car,
        SequencedMap<String, Double> columns,
        Behind behind) {
    public ResultRow {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }

    /// What was counted.
    ///
    /// @param missing the queries of the tasks without a rollout
    /// @param lost    runs that the harness lost; neither passed nor failed
    /// @param crashes scored runs at which the released evaluator would have stopped
    public record Behind(
            List<RunId> passed, List<RunId> failed, List<RunId> lost, List<RunId> crashes, List<String> missing) {
        public Behind {
            passed = List.copyOf(passed);
            failed = List.copyOf(failed);
            lost = List.copyOf(lost);
            crashes = List.copyOf(crashes);
            missing = List.copyOf(missing);
        }

        /// The runs that were scored.
        public List<RunId> scored() {
            return Stream.concat(passed.stream(), failed.stream()).toList();
        }
    }

    public String level() {
        return intent.map(Intent::label).orElse("All, by tasks");
    }

    /// What the runs behind a figure have in common: `alpha · shop · failed`.
    public String why(String what) {
        return model + " · " + intent.map(Intent::wireName).orElse("all levels") + " · " + what;
    }
}
