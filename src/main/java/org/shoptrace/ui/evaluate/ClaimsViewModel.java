package org.shoptrace.ui.evaluate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableMap;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.ClaimCheck.Outcome;
import org.shoptrace.core.evaluate.ClaimCheck.WrongClaim;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// Which claims are counted, and which wrong ones are listed.
final class ClaimsViewModel {
    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final ObservableMap<RunId, RunFacts> facts;
    private final Opener opener;
    private final ObjectProperty<About> about = new SimpleObjectProperty<>(About.RECOMMENDED);
    private final ObjectProperty<Outcome> outcome = new SimpleObjectProperty<>(Outcome.ALL);
    private final ObjectProperty<Set<Claim.Kind>> kinds = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Set<Claim.Verdict>> verdicts = new SimpleObjectProperty<>(Set.of());

    /// A wrong claim of a series.
    ///
    /// @param series its label
    record Listed(String series, WrongClaim wrong) {
        ClaimFacts.Wrong claim() {
            return wrong.claim();
        }
    }

    /// @param facts of the runs that are diagnosed, as far as the diagnosis has got
    ClaimsViewModel(ReadOnlyObjectProperty<Optional<EvaluationResult>> result, ObservableMap<RunId, RunFacts> facts, Opener opener) {
        this.result = result;
        this.facts = facts;
        this.opener = opener;
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result;
    }

    /// Of which products the claims are.
    ObjectProperty<About> aboutProperty() {
        return about;
    }

    /// Whose claims are told apart by level, kind and verdict, and listed.
    ObjectProperty<Outcome> outcomeProperty() {
        return outcome;
    }

    /// The kinds of the wrong claims that are listed; none are all.
    ObjectProperty<Set<Claim.Kind>> kindsProperty() {
        return kinds;
    }

    /// The verdicts of the wrong claims that are listed; none are all.
    ObjectProperty<Set<Claim.Verdict>> verdictsProperty() {
        return verdicts;
    }

    /// What a series claims.
    ClaimCheck check(Summary of, Outcome whose) {
        return ClaimCheck.of(of, facts, about.get(), whose);
    }

    /// What a series claims at a level, in the runs that are chosen; empty when it was not asked anything there.
    Optional<ClaimCheck> check(Scored series, Optional<Intent> level) {
        return series.at(level).map(summary -> check(summary, outcome.get()));
    }

    /// The kinds that some run's claims are of, in their order.
    Set<Claim.Kind> kinds(EvaluationResult of) {
        Set<Claim.Kind> all = EnumSet.noneOf(Claim.Kind.class);
        of.series().forEach(series -> all.addAll(check(series.evaluation().overall(), outcome.get()).kinds()));
        return all;
    }

    /// The wrong claims of the runs that are chosen, whatever their kind.
    List<Listed> wrong(EvaluationResult of) {
        return of.series().stream()
                .flatMap(series -> check(series.evaluation().overall(), outcome.get()).wrongClaims().stream()
                        .map(wrong -> new Listed(series.label(), wrong)))
                .toList();
    }

    /// Whether one is of the kinds and verdicts that are listed.
    boolean isListed(Listed one) {
        return (kinds.get().isEmpty() || kinds.get().contains(one.claim().kind()))
                && (verdicts.get().isEmpty() || verdicts.get().contains(one.claim().verdict()));
    }

    /// How many runs of a result are not diagnosed, and so counted nowhere.
    long undiagnosed(EvaluationResult of) {
        return of.series().stream()
                .flatMap(series -> series.evaluation().overall().runs().stream())
                .filter(run -> !facts.containsKey(run.id()))
                .count();
    }

    // Commands

    /// Opens the run of a claim where the claim stands.
    void open(Listed one) {
        opener.passage(one.wrong().run().id(), one.claim().step(), one.claim().sentence());
    }

    Opener open() {
        return opener;
    }
}
