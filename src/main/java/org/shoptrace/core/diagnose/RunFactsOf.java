package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.python.PythonFloat;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.ToolRequest;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.RewardOutcome;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.Cart;
import org.shoptrace.model.finding.RunFacts.Conduct;
import org.shoptrace.model.finding.RunFacts.Miss;
import org.shoptrace.model.finding.RunFacts.Result;
import org.shoptrace.model.finding.RunFacts.RewardFacts;
import org.shoptrace.model.finding.RunFacts.Spot;
import org.shoptrace.model.finding.RunFacts.TargetFacts;
import org.shoptrace.model.finding.RunFacts.VoucherUse;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.finding.TargetTrack.FirstSight;
import org.shoptrace.model.finding.TargetTrack.InSearch;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// Boils a diagnosis down to [RunFacts].
public final class RunFactsOf {
    private static final Comparator<Spot> BEST_FIRST = Comparator.comparingInt(Spot::page).thenComparingInt(Spot::position);

    private RunFactsOf() {}

    /// @param diagnosis of that very run
    public static RunFacts run(Run run, Diagnosis diagnosis) {
        Result result = diagnosis.success()
                .map(success -> success ? Result.SUCCESS : Result.FAILURE)
                .orElse(Result.UNSCORED);
        return new RunFacts(
                run.id(),
                result,
                diagnosis.task().map(Task::intent),
                diagnosis.failure().map(FailureClass::stage),
                diagnosis.failure().map(FailureClass::fault),
                diagnosis.failure().flatMap(FailureClass::secondFault),
                diagnosis.targets().stream().map(RunFactsOf::target).toList(),
                rewards(diagnosis),
                diagnosis.assessment().flatMap(RunFactsOf::cart),
                conduct(run, diagnosis.ending()),
                viewed(run),
                Recommendation.of(run).ids().stream().filter(id -> !id.isEmpty()).toList(),
                diagnosis.health().stream().map(HealthFinding::kind).collect(Collectors.toSet()),
                diagnosis.nearMisses().stream().map(NearMiss::kind).collect(Collectors.toSet()),
                ClaimFactsOf.of(diagnosis.claims(), Recommendation.of(run)),
                diagnosis.notCompared().deciding(),
                diagnosis.milestones());
    }

    private static List<RewardFacts> rewards(Diagnosis diagnosis) {
        List<RewardFacts> rewards = new ArrayList<>();
        for (int i = 0; i < diagnosis.passed().size(); i++) {
            String target = diagnosis.task().orElseThrow().rewards().get(i).productId();
            Optional<RewardOutcome> outcome = i < diagnosis.rewards().size() ? Optional.of(diagnosis.rewards().get(i)) : Optional.empty();
            rewards.add(new RewardFacts(
                    target, diagnosis.passed().get(i), outcome.map(RewardOutcome::stage), outcome.flatMap(RewardOutcome::fault)));
        }
        return rewards;
    }

    private static TargetFacts target(TargetTrack track) {
        FirstSight sight = track.firstSight();
        Optional<Spot> best = track.searches().stream()
                .filter(search -> search.page().isPresent() && search.position().isPresent())
                .map(search -> new Spot(search.page().getAsInt(), search.position().getAsInt()))
                .min(BEST_FIRST);
        List<Integer> hiddenOn = track.searches().stream()
                .filter(search -> search.position().isEmpty())
                .flatMapToInt(search -> search.dueOn().stream())
                .distinct()
                .sorted()
                .boxed()
                .toList();
        Set<TargetTrack.HiddenBy> hiddenBy = track.searches().stream().flatMap(search -> search.hiddenBy().stream())
                .collect(Collectors.toSet());
        OptionalInt rank = track.searches().stream().map(InSearch::rank).flatMapToInt(OptionalInt::stream).min();
        return new TargetFacts(
                track.productId(), sight.returned().isPresent(), sight.viewed().isPresent(), sight.named().isPresent(),
                sight.recommended().isPresent(), best, hiddenOn, hiddenBy, rank);
    }

    /// A request without a known product misses that, and not each of its constraints as well; shop and budget are judged by the scorer
    /// only of a basket whose every request is answered.
    private static Optional<Cart> cart(Assessment assessment) {
        if (assessment.recommendation().isBlank()) {
            return Optional.empty();
        }
        Set<Miss> misses = EnumSet.noneOf(Miss.class);
        for (ProductScore product : assessment.products()) {
            if (product.product().isEmpty()) {
                misses.add(Miss.PRODUCT);
            } else {
                product.constraints().stream().filter(verdict -> !verdict.satisfied()).forEach(verdict -> misses.add(miss(verdict.kind())));
            }
        }
        Optional<BasketVerdict> basket = assessment.basket();
        if (basket.isPresent() && basket.get().satisfied(BasketVerdict.Kind.ALL_ANSWERED)) {
            for (BasketVerdict.Check check : basket.get().checks()) {
                if (!check.satisfied()) {
                    misses.add(check.kind() == BasketVerdict.Kind.ONE_SHOP ? Miss.SHOP : Miss.BUDGET);
                }
            }
        }
        return Optional.of(new Cart(misses, basket.flatMap(BasketVerdict::payment).map(RunFactsOf::voucher)));
    }

    private static Miss miss(ConstraintVerdict.Kind kind) {
        return switch (kind) {
            case TITLE -> Miss.TITLE;
            case PRICE -> Miss.PRICE;
            case SERVICE -> Miss.SERVICE;
            case SKU -> Miss.SKU;
            case ATTRIBUTE -> Miss.ATTRIBUTE;
            case KNOWLEDGE -> Miss.KNOWLEDGE;
            case SHOP -> Miss.SHOP;
            case BUDGET -> Miss.BUDGET;
        };
    }

    private static VoucherUse voucher(BasketVerdict.Payment payment) {
        if (payment.total() <= payment.budget()) {
            return VoucherUse.NOT_NEEDED;
        }
        if (!payment.voucherUsable()) {
            return VoucherUse.UNUSABLE;
        }
        return payment.affordable() ? VoucherUse.APPLIED : VoucherUse.TOO_SMALL;
    }

    private static Conduct conduct(Run run, RunEnding ending) {
        SequencedMap<String, Integer> calls = new LinkedHashMap<>();
        int highestPage = 0;
        for (Step step : run.steps()) {
            for (ToolCall call : step.calls()) {
                calls.merge(call.name(), 1, Integer::sum);
                highestPage = Math.max(highestPage, page(call));
            }
        }
        return new Conduct(run.steps().size(), calls, highestPage, ending);
    }

    /// The page as it arrives at the server; 0 when it is none of a search, or no number.
    private static int page(ToolCall call) {
        if (!call.name().equals(ToolCall.FIND_PRODUCT) || !(call.parameters() instanceof Json.Obj parameters)) {
            return 0;
        }
        return ToolRequest.find(parameters)
                .map(FindRequest::page)
                .filter(Objects::nonNull)
                .map(page -> PythonFloat.parseDigits(page).orElse(0))
                .orElse(0);
    }

    private static List<String> viewed(Run run) {
        Set<String> viewed = new LinkedHashSet<>();
        for (Step step : run.steps()) {
            for (ToolCall call : step.calls()) {
                if (call.name().equals(ToolCall.VIEW_PRODUCT_INFORMATION) && call.parameters() instanceof Json.Obj parameters) {
                    for (String id : ToolRequest.view(parameters).orElse("").split(",", -1)) {
                        String trimmed = PythonText.strip(id);
                        if (!trimmed.isEmpty()) {
                            viewed.add(trimmed);
                        }
                    }
                }
            }
        }
        return new ArrayList<>(viewed);
    }
}
