package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.ClaimFacts.Count;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;

/// Claims against evidence over the runs of one outcome: of the runs that state at least one thing that was checked, how many state
/// something that is not so. A run in which no claim was recognised says nothing about claims and is in no share (ADR 0034). A success can
/// hide wrong claims.
///
/// @param outcome     whose runs these are
/// @param about       which claims are counted
/// @param claiming    the runs with a claim that was checked
/// @param silent      diagnosed runs without any
/// @param undiagnosed runs whose claims were not looked for
public record ClaimCheck(
        Outcome outcome, About about, List<Claiming> claiming, List<ScoredRun> silent, List<ScoredRun> undiagnosed) {
    /// The verdicts that leave a doubt: those that are wrong, and what was never shown, which may be so.
    public static final List<Claim.Verdict> DOUBTFUL = List.of(
            Claim.Verdict.OTHER_PRODUCT, Claim.Verdict.CONTRADICTED, Claim.Verdict.FALSE, Claim.Verdict.UNOBSERVED);

    public ClaimCheck {
        claiming = List.copyOf(claiming);
        silent = List.copyOf(silent);
        undiagnosed = List.copyOf(undiagnosed);
    }

    /// Whose runs are counted.
    public enum Outcome {
        ALL("all", "All runs"),
        SUCCESS("successes", "Successful runs"),
        FAILURE("failures", "Failed runs");

        private final String wireName;
        private final String label;

        Outcome(String wireName, String label) {
            this.wireName = wireName;
            this.label = label;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }

        /// The name for people.
        public String label() {
            return label;
        }

        public boolean holds(ScoredRun run) {
            return switch (this) {
                case ALL -> true;
                case SUCCESS -> run.score().success();
                case FAILURE -> !run.score().success();
            };
        }
    }

    /// A run with at least one claim that was checked.
    public record Claiming(ScoredRun run, ClaimFacts claims) {}

    /// A wrong claim, and the run that states it.
    public record WrongClaim(ScoredRun run, ClaimFacts.Wrong claim) {}

    /// A share of the runs that claim something.
    ///
    /// @param hits    the runs that state something of the sort that is asked for
    /// @param checked the runs that it is a share of
    /// @param found   how many claims of that sort they state
    /// @param claims  how many claims of them were checked
    public record Share(List<ScoredRun> hits, List<ScoredRun> checked, int found, int claims) {
        public Share {
            hits = List.copyOf(hits);
            checked = List.copyOf(checked);
        }

        /// Over the tasks of these runs: of a task with several, the share of its runs.
        public TaskShare overTasks() {
            Set<RunId> are = new HashSet<>();
            hits.forEach(run -> are.add(run.id()));
            List<TaskTrials> tasks = TaskTrials.of(checked);
            return new TaskShare(
                    tasks.stream().mapToDouble(task -> (double) task.count(run -> are.contains(run.id())) / task.runs().size()).toArray(),
                    hits.size(),
                    checked.size(), tasks.size() == checked.size());
        }

        /// Whether there is nothing that it could be a share of.
        public boolean isOfNothing() {
            return checked.isEmpty();
        }
    }

    /// All runs, then the successes, then the failures.
    ///
    /// @param facts of the runs that are diagnosed, by id
    public static List<ClaimCheck> of(Summary summary, Map<RunId, RunFacts> facts, About about) {
        return Arrays.stream(Outcome.values()).map(outcome -> of(summary, facts, about, outcome)).toList();
    }

    public static ClaimCheck of(Summary summary, Map<RunId, RunFacts> facts, About about, Outcome outcome) {
        List<Claiming> claiming = new ArrayList<>();
        List<ScoredRun> silent = new ArrayList<>();
        List<ScoredRun> undiagnosed = new ArrayList<>();
        for (ScoredRun run : summary.runs()) {
            if (!outcome.holds(run)) {
                continue;
            }
            RunFacts known = facts.get(run.id());
            if (known == null) {
                undiagnosed.add(run);
            } else if (known.claims().checked(about) == 0) {
                silent.add(run);
            } else {
                claiming.add(new Claiming(run, known.claims()));
            }
        }
        return new ClaimCheck(outcome, about, claiming, silent, undiagnosed);
    }

    /// How many runs were diagnosed, whether they claim anything or not.
    public int diagnosed() {
        return claiming.size() + silent.size();
    }

    /// The runs with a wrong claim, among those with a claim that was checked.
    public Share wrong() {
        return share(_ -> true, count -> count.verdict().isWrong());
    }

    /// The runs with a claim that came out so, among those with a claim that was checked.
    public Share of(Claim.Verdict verdict) {
        return share(_ -> true, count -> count.verdict() == verdict);
    }

    /// The runs with a wrong claim of that kind, among those with a claim of that kind.
    public Share wrong(Claim.Kind kind) {
        return share(count -> count.kind() == kind, count -> count.verdict().isWrong());
    }

    /// The kinds that some claim is of.
    public Set<Claim.Kind> kinds() {
        Set<Claim.Kind> kinds = EnumSet.noneOf(Claim.Kind.class);
        claiming.forEach(
                run -> run.claims().counts().stream().filter(count -> count.of(about) > 0).forEach(count -> kinds.add(count.kind())));
        return Collections.unmodifiableSet(kinds);
    }

    /// Why there is no share, where no run has a checked claim; for people, without a full stop.
    public String whyNothing() {
        if (diagnosed() > 0) {
            return diagnosed() == 1
                    ? "No claim was checked in this one run"
                    : String.format(Locale.ROOT, "No claim was checked in any of these %,d runs", diagnosed());
        }
        return undiagnosed.isEmpty()
                ? "There is no such run"
                : undiagnosed.size() == 1
                        ? "The one run is not diagnosed"
                        : String.format(Locale.ROOT, "None of these %,d runs is diagnosed", undiagnosed.size());
    }

    /// Every wrong claim, run by run.
    public List<WrongClaim> wrongClaims() {
        return claiming.stream()
                .flatMap(run -> run.claims().wrong().stream().filter(claim -> claim.is(about))
                        .map(claim -> new WrongClaim(run.run(), claim)))
                .toList();
    }

    private Share share(Predicate<Count> among, Predicate<Count> asked) {
        List<ScoredRun> hits = new ArrayList<>();
        List<ScoredRun> checked = new ArrayList<>();
        int found = 0;
        int claims = 0;
        for (Claiming run : claiming) {
            int all = run.claims().count(about, among);
            int so = run.claims().count(about, among.and(asked));
            if (all > 0) {
                checked.add(run.run());
            }
            if (so > 0) {
                hits.add(run.run());
            }
            claims += all;
            found += so;
        }
        return new Share(hits, checked, found, claims);
    }
}
