package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.trajectory.RunId;

/// Where the failed runs of a summary failed and how, as far as they are diagnosed.
///
/// @param of          how many runs the summary has, successes among them
/// @param failed      how many of these failed
/// @param undiagnosed the failed runs without a diagnosis; they are in no group
/// @param stages      the failed runs by stage, from the least far to the farthest; stages without a run are left out
/// @param faults      the failed runs by fault, in the order in which faults count
/// @param seconds     those of them that have a second fault, by that
/// @param notCompared those of them whose class would rest on titles that nothing could compare, with how many pairs of titles
public record Failures(
        int of,
        int failed,
        List<ScoredRun> undiagnosed,
        SequencedMap<Stage, List<ScoredRun>> stages,
        SequencedMap<Fault, List<ScoredRun>> faults,
        SequencedMap<Fault, List<ScoredRun>> seconds,
        SequencedMap<ScoredRun, Integer> notCompared) {
    public Failures {
        undiagnosed = List.copyOf(undiagnosed);
        stages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(stages));
        faults = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(faults));
        seconds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(seconds));
        notCompared = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notCompared));
    }

    /// @param facts of the runs that are diagnosed, by id. A run that the scorer here fails and the diagnosis calls a success was diagnosed
    ///     under another profile or similarity, and counts as undiagnosed
    public static Failures of(Summary summary, Map<RunId, RunFacts> facts) {
        List<ScoredRun> failed = summary.where(score -> !score.success());
        List<ScoredRun> undiagnosed = new ArrayList<>();
        Map<Stage, List<ScoredRun>> stages = new EnumMap<>(Stage.class);
        Map<Fault, List<ScoredRun>> faults = new EnumMap<>(Fault.class);
        Map<Fault, List<ScoredRun>> seconds = new EnumMap<>(Fault.class);
        SequencedMap<ScoredRun, Integer> notCompared = new LinkedHashMap<>();
        for (ScoredRun run : failed) {
            Optional<RunFacts> known = Optional.ofNullable(facts.get(run.id()));
            Optional<Stage> stage = known.flatMap(RunFacts::stage);
            if (stage.isEmpty()) {
                undiagnosed.add(run);
            }
            stage.ifPresent(s -> stages.computeIfAbsent(s, _ -> new ArrayList<>()).add(run));
            known.flatMap(RunFacts::fault).ifPresent(f -> faults.computeIfAbsent(f, _ -> new ArrayList<>()).add(run));
            known.flatMap(RunFacts::secondFault).ifPresent(f -> seconds.computeIfAbsent(f, _ -> new ArrayList<>()).add(run));
            known.map(RunFacts::notCompared).filter(pairs -> pairs > 0).ifPresent(pairs -> notCompared.put(run, pairs));
        }
        return new Failures(
                summary.runs().size(), failed.size(), undiagnosed, new LinkedHashMap<>(stages), new LinkedHashMap<>(faults),
                new LinkedHashMap<>(seconds), notCompared);
    }

    /// How many failed runs have a stage and a fault.
    public int diagnosed() {
        return failed - undiagnosed.size();
    }

    /// What it means that titles were not compared, a sentence; empty when all were.
    public Optional<String> onNotCompared() {
        int pairs = notCompared.values().stream().mapToInt(Integer::intValue).sum();
        return pairs == 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT,
                        "In %d failed %s %d %s of titles could not be compared, since the similarity has no value for %s: ",
                        notCompared.size(), notCompared.size() == 1 ? "run" : "runs", pairs, pairs == 1 ? "pair" : "pairs",
                        pairs == 1 ? "it" : "them")
                        + "the products were merely seen, and may be as good as the target, so that these runs may have got farther than"
                        + " their class says.");
    }
}
