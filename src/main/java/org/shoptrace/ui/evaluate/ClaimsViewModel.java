package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableMap;
import org.shoptrace.core.evaluate.ClaimCheck.Outcome;
import org.shoptrace.core.evaluate.ClaimCheck.WrongClaim;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.claims.ClaimFigures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Notices;

/// What the runs of the result claim, as far as they are diagnosed: which claims are counted, and which wrong ones are listed.
final class ClaimsViewModel {
    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final ObservableMap<RunId, RunFacts> facts;
    private final Opener opener;
    private final LookedCount<ClaimFigures> count;
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
    ClaimsViewModel(
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result, ObservableMap<RunId, RunFacts> facts, Opener opener, JobRunner jobs,
            Notices notices) {
        this.result = result;
        this.facts = facts;
        this.opener = opener;
        this.count = new LookedCount<>(jobs, notices, this::order);
        result.subscribe(count::drop);
        facts.addListener((InvalidationListener) _ -> count.outdate());
        about.addListener((_, _, _) -> count.restart());
    }

    // Properties

    /// Empty until somebody looks, and while it is counted for the first time.
    ReadOnlyObjectProperty<Optional<ClaimFigures>> shownProperty() {
        return count.shownProperty();
    }

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

    /// The wrong claims of the runs that are chosen, whatever their kind.
    List<Listed> wrong(EvaluationResult of, ClaimFigures figures) {
        List<Listed> wrong = new ArrayList<>();
        for (int i = 0; i < of.series().size(); i++) {
            String label = of.series().get(i).label();
            figures.series().get(i).of(outcome.get()).wrong().check().wrongClaims()
                    .forEach(claim -> wrong.add(new Listed(label, claim)));
        }
        return wrong;
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

    /// Counts, unless what is shown still holds or is being counted. What was shown stays until then.
    void look() {
        count.look();
    }

    /// Nobody looks any more: what is not counted yet is left.
    void leave() {
        count.leave();
    }

    private Optional<LookedCount.Order<ClaimFigures>> order() {
        return result.get().map(now -> {
            List<Evaluation> series = now.series().stream().map(Scored::evaluation).toList();
            Map<RunId, RunFacts> known = Map.copyOf(facts);
            About whose = about.get();
            return new LookedCount.Order<>(
                    "Claims against evidence",
                    progress -> ClaimFigures.of(series, known, whose, Bootstrap.DEFAULT, progress::checkCancelled));
        });
    }

    /// Opens the run of a claim where the claim stands.
    void open(Listed one) {
        opener.passage(one.wrong().run().place(), one.claim().step(), one.claim().sentence());
    }

    Opener open() {
        return opener;
    }
}
