package org.shoptrace.core.runs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shoptrace.model.trajectory.RunPlace;

/// How the runs of a workspace ended, model by model, and why those failed that did.
///
/// @param models  by their names
/// @param reasons the commonest first, at most as many as were asked for
/// @param runs    how many there are
/// @param failed  how many failed
public record RunOverview(List<Model> models, List<Reason> reasons, int runs, int failed) {
    public static final RunOverview EMPTY = new RunOverview(List.of(), List.of(), 0, 0);

    public RunOverview {
        models = List.copyOf(models);
        reasons = List.copyOf(reasons);
    }

    /// What is known of a run.
    ///
    /// @param reason empty for a run that did not fail, or has not been diagnosed
    public record Entry(RunPlace run, String model, OutcomeKind outcome, Optional<FailureReason> reason) {}

    /// The runs of a model.
    ///
    /// @param outcomes by how they ended; an outcome that none has is left out
    public record Model(String name, Map<OutcomeKind, List<RunPlace>> outcomes) {
        public Model {
            Map<OutcomeKind, List<RunPlace>> copy = new EnumMap<>(OutcomeKind.class);
            outcomes.forEach((kind, runs) -> copy.put(kind, List.copyOf(runs)));
            outcomes = Collections.unmodifiableMap(copy);
        }

        public int runs() {
            return outcomes.values().stream().mapToInt(List::size).sum();
        }
    }

    /// A reason with the runs that failed for it.
    ///
    /// @param share of all failed runs, 0..1
    public record Reason(FailureReason reason, List<RunPlace> runs, double share) {
        public Reason {
            runs = List.copyOf(runs);
        }
    }

    /// @param reasons how many reasons are named at most
    public static RunOverview of(List<Entry> entries, int reasons) {
        Map<String, Map<OutcomeKind, List<RunPlace>>> models = new TreeMap<>();
        Map<FailureReason, List<RunPlace>> why = new LinkedHashMap<>();
        int failed = 0;
        for (Entry entry : entries) {
            models.computeIfAbsent(entry.model(), _ -> new EnumMap<>(OutcomeKind.class))
                    .computeIfAbsent(entry.outcome(), _ -> new ArrayList<>())
                    .add(entry.run());
            if (entry.outcome() == OutcomeKind.FAILED) {
                failed++;
                entry.reason().ifPresent(reason -> why.computeIfAbsent(reason, _ -> new ArrayList<>()).add(entry.run()));
            }
        }
        int all = failed;
        return new RunOverview(
                models.entrySet().stream().map(model -> new Model(model.getKey(), model.getValue())).toList(),
                why.entrySet().stream()
                        .sorted(Comparator.comparingInt((Map.Entry<FailureReason, List<RunPlace>> each) -> -each.getValue().size())
                                .thenComparing(each -> each.getKey().label()))
                        .limit(reasons)
                        .map(each -> new Reason(each.getKey(), each.getValue(), (double) each.getValue().size() / all))
                        .toList(),
                entries.size(),
                failed);
    }

    /// How many failed runs the reasons explain.
    public int explained() {
        return reasons.stream().mapToInt(reason -> reason.runs().size()).sum();
    }
}
