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
import java.util.stream.Stream;
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
    /// @param own    what its file says of whether it succeeded
    /// @param reason empty for a run that did not fail, or has not been diagnosed
    public record Entry(RunPlace run, String model, OutcomeKind outcome, OwnOutcome own, Optional<FailureReason> reason) {
        /// Whether nothing but its file says how it ended.
        boolean isByFile() {
            return outcome == OutcomeKind.NOT_SCORED && (own == OwnOutcome.PASSED || own == OwnOutcome.FAILED);
        }
    }

    /// The runs of a model.
    ///
    /// @param outcomes by how they ended; an outcome that none has is left out
    /// @param byFile   those of which only their file says how they ended, passed or failed, and which are in no outcome
    public record Model(String name, Map<OutcomeKind, List<RunPlace>> outcomes, Map<OwnOutcome, List<RunPlace>> byFile) {
        public Model {
            outcomes = copy(OutcomeKind.class, outcomes);
            byFile = copy(OwnOutcome.class, byFile);
        }

        private static <K extends Enum<K>> Map<K, List<RunPlace>> copy(Class<K> kinds, Map<K, List<RunPlace>> runs) {
            Map<K, List<RunPlace>> copy = new EnumMap<>(kinds);
            runs.forEach((kind, places) -> copy.put(kind, List.copyOf(places)));
            return Collections.unmodifiableMap(copy);
        }

        public int runs() {
            return Stream.concat(outcomes.values().stream(), byFile.values().stream()).mapToInt(List::size).sum();
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
        Map<String, Map<OwnOutcome, List<RunPlace>>> byFile = new TreeMap<>();
        Map<FailureReason, List<RunPlace>> why = new LinkedHashMap<>();
        int failed = 0;
        for (Entry entry : entries) {
            Map<OutcomeKind, List<RunPlace>> outcomes = models.computeIfAbsent(entry.model(), _ -> new EnumMap<>(OutcomeKind.class));
            if (entry.isByFile()) {
                byFile.computeIfAbsent(entry.model(), _ -> new EnumMap<>(OwnOutcome.class))
                        .computeIfAbsent(entry.own(), _ -> new ArrayList<>())
                        .add(entry.run());
            } else {
                outcomes.computeIfAbsent(entry.outcome(), _ -> new ArrayList<>()).add(entry.run());
            }
            if (entry.outcome() == OutcomeKind.FAILED) {
                failed++;
                entry.reason().ifPresent(reason -> why.computeIfAbsent(reason, _ -> new ArrayList<>()).add(entry.run()));
            }
        }
        int all = failed;
        return new RunOverview(
                models.entrySet().stream()
                        .map(model -> new Model(model.getKey(), model.getValue(), byFile.getOrDefault(model.getKey(), Map.of())))
                        .toList(),
                why.entrySet().stream()
                        .sorted(Comparator.comparingInt((Map.Entry<FailureReason, List<RunPlace>> each) -> -each.getValue().size())
                                .thenComparing(each -> each.getKey().label()))
                        .limit(reasons)
                        .map(each -> new Reason(each.getKey(), each.getValue(), (double) each.getValue().size() / all))
                        .toList(),
                entries.size(),
                failed);
    }

    /// Whether of a run nothing but its file says how it ended.
    public boolean isByFiles() {
        return models.stream().anyMatch(model -> !model.byFile().isEmpty());
    }

    /// How many failed runs the reasons explain.
    public int explained() {
        return reasons.stream().mapToInt(reason -> reason.runs().size()).sum();
    }
}
