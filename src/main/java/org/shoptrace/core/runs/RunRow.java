package org.shoptrace.core.runs;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.RunSummary;

/// A run in the list, with all that the list shows, sorts and filters by.
///
/// @param intent that of its task; empty when the workspace does not hold the task
/// @param facts  what its diagnosis boils down to; empty while nobody has diagnosed it
/// @param said   what people say of it
/// @param own    what its own file says of whether it succeeded
public record RunRow(
        RunSummary summary, Optional<Intent> intent, RunOutcome outcome, Optional<RunFacts> facts, Said said, OwnOutcome own) {

    /// A run whose file is read with the usual threshold.
    public RunRow(RunSummary summary, Optional<Intent> intent, RunOutcome outcome, Optional<RunFacts> facts, Said said) {
        this(summary, intent, outcome, facts, said, OwnOutcome.of(summary.own(), OwnVerdict.THRESHOLD));
    }

    /// What people say of a run, as far as the user may see it.
    ///
    /// @param annotations how many stand on the run or anything in it
    /// @param labels      those they give, by the names of files
    public record Said(int annotations, SortedSet<String> labels) {
        public static final Said NOTHING = new Said(0, Collections.emptySortedSet());

        public boolean isAnnotated() {
            return annotations > 0;
        }
    }

    public OutcomeKind kind() {
        return OutcomeKind.of(outcome);
    }

    /// How far a failed run got.
    public Optional<Stage> stage() {
        return facts.flatMap(RunFacts::stage);
    }

    /// What is wrong with what a failed run chose.
    public Optional<Fault> fault() {
        return facts.flatMap(RunFacts::fault);
    }

    /// What is wrong with it besides.
    public Optional<Fault> secondFault() {
        return facts.flatMap(RunFacts::secondFault);
    }

    /// Both, as far as there are.
    Stream<Fault> faults() {
        return facts.stream().flatMap(known -> known.faults().stream());
    }

    /// The query in one line; what stands for it when the run has none.
    public String query() {
        return summary.query().map(query -> query.strip().replaceAll("\\s+", " ")).filter(query -> !query.isEmpty()).orElse("No query");
    }

    /// The rule score, 0..1; `NaN` when the run has none, which sorts last.
    public double rule() {
        return outcome instanceof RunOutcome.Scored(var score) ? score.values().getOrDefault(Column.RULE, Double.NaN) : Double.NaN;
    }

    /// The score that the file gives it, of any range; `NaN` when it gives none, which sorts last.
    public double ownScore() {
        return summary.own().verdict().flatMap(OwnVerdict::score).map(Json.Num::asDouble).orElse(Double.NaN);
    }

    /// Tokens read and written; `NaN` where the file does not say, which sorts last.
    public double tokens() {
        return summary.usage().tokens().map(Long::doubleValue).orElse(Double.NaN);
    }

    /// US dollars; `NaN` where the file does not say, which sorts last.
    public double cost() {
        return summary.usage().cost().map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    /// Why the run cannot be scored; empty when it can.
    public Optional<String> why() {
        return outcome instanceof RunOutcome.Unscorable(String why) ? Optional.of(why) : Optional.empty();
    }
}
