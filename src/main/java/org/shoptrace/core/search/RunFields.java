package org.shoptrace.core.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shoptrace.core.transcript.OwnWords;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.ClaimFacts.Count;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.Cart;
import org.shoptrace.model.finding.RunFacts.Miss;
import org.shoptrace.model.finding.RunFacts.Result;
import org.shoptrace.model.finding.RunFacts.TargetFacts;
import org.shoptrace.model.finding.RunFacts.VoucherUse;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;

/// Everything that can be asked of a run as a whole.
public final class RunFields {
    /// The word that stands alone: whether the agent ever asked for a page after the first.
    static final String PAGED = "paged";
    private static final String ONLY = "only_";
    private static final String NOTHING = "nothing";
    private static final String VOUCHER = "voucher";

    private static final List<String> CLAIM_KINDS = RunField.names(Claim.Kind.values(), Claim.Kind::wireName);

    /// In the order of the help.
    public static final List<RunField> ALL = Stream.of(ofTheRun(), ofTheFile(), ofTheVerdict(), ofTheClaims(), ofTheTargets(), ofTheCart())
            .flatMap(fields -> fields)
            .toList();

    private RunFields() {}

    private static Stream<RunField> ofTheRun() {
        return Stream.of(
                RunField.text("model", "a part of the model's name", "model:alpha", run -> List.of(run.run().model())),
                RunField.words("intent", "the task's intent", "intent:voucher",
                        RunField.names(Intent.LEVELS.toArray(Intent[]::new), Intent::wireName),
                        facts(f -> f.intent().stream().map(Intent::wireName).toList())),
                RunField.text("file", "a part of the rollout file's path", "file:rollout_shop",
                        run -> List.of(run.run().source().file().toString())),
                RunField.number("line", "the line in its file", "line:12", run -> Optional.of(List.of((int) run.run().source().line()))),
                new RunField("run", "the beginning of the run's id", "run:3fa2b1", List.of(), (_, comparison, value) -> {
                    RunField.equality("run", comparison);
                    String id = value.toLowerCase(Locale.ROOT);
                    return run -> Optional.of(run.run().id().sha256().startsWith(id));
                }),
                RunField.text("label", "a label that somebody gave it", "label:\"bad task\"", RunRecord::labels),
                RunField.number("steps", "how many steps", "steps>10", run -> Optional.of(List.of(run.run().steps()))),
                RunField.number("calls", "how many calls", "calls>=20", run -> Optional.of(List.of(run.run().callCount()))),
                RunField.numbersOf("calls.", "how many calls of one tool", "calls.view_product_information:0",
                        tool -> run -> Optional.of(List.of(run.run().calls().getOrDefault(tool, 0)))));
    }

    private static Stream<RunField> ofTheFile() {
        return Stream.of(
                RunField.said("own.passed", "whether its own file calls it a success, by its score where it says no more; a run without "
                        + "a verdict is neither", run -> verdict(run).flatMap(verdict -> verdict.success(run.from()))),
                RunField.decimal("own.score", "the score that its own file gives it", "own.score>0.5",
                        run -> verdict(run).flatMap(OwnVerdict::score).map(Json.Num::asDouble)),
                RunField.text("own.ending", "why it ended, in its file's word", "own.ending:max_steps",
                        run -> verdict(run).flatMap(OwnVerdict::ending).stream().toList()),
                RunField.text("own.error", "the error that its file names", "own.error:timeout",
                        run -> verdict(run).flatMap(OwnVerdict::error).stream().toList()),
                RunField.named("own.task", "the task's name in its file's own benchmark", "own.task:12",
                        (run, _) -> run.run().own().task()),
                RunField.named("own.trial", "which trial of its task its file says that it is", "own.trial:0",
                        (run, _) -> run.run().own().trial()),
                RunField.named("own.", "anything else that its file says of it, such as a domain, or a part of a reward",
                        "own.domain:retail", RunFields::said),
                RunField.decimal("tokens", "how many tokens it took, read and written", "tokens>1000",
                        run -> run.run().usage().tokens().map(Long::doubleValue)),
                RunField.decimal("cost", "what it cost, in US dollars", "cost>0.05",
                        run -> run.run().usage().cost().map(BigDecimal::doubleValue)),
                RunField.decimal("latency", "how many seconds the model, or the whole run, took", "latency>60",
                        run -> run.run().usage().latency()));
    }

    private static Optional<OwnVerdict> verdict(RunRecord run) {
        return run.run().own().verdict();
    }

    /// Names are asked for in small letters, with `_` for what a question cannot hold.
    private static Optional<String> said(RunRecord run, String name) {
        OwnRecord own = run.run().own();
        return Stream.concat(
                own.metadata().entrySet().stream().filter(each -> asked(each.getKey()).equals(name)).map(Map.Entry::getValue),
                own.verdict().stream().flatMap(verdict -> verdict.parts().stream())
                        .filter(part -> asked(part.name()).equals(name)).map(part -> OwnWords.value(part.value())))
                .findFirst();
    }

    private static String asked(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.]+", "_");
    }

    private static Stream<RunField> ofTheVerdict() {
        return Stream.of(
                RunField.words("outcome", "how the scorer counts it", "outcome:failure", RunField.names(Result.values(), Result::wireName),
                        facts(f -> List.of(f.result().wireName()))),
                RunField.words("stage", "how far a failed run got", "stage:viewed_not_chosen",
                        RunField.names(Stage.values(), Stage::wireName),
                        facts(f -> f.stage().stream().map(Stage::wireName).toList())),
                RunField.words("fault", "what is wrong with what it chose", "fault:wrong_variant",
                        RunField.names(Fault.values(), Fault::wireName),
                        facts(f -> f.fault().stream().map(Fault::wireName).toList())),
                RunField.words("secondfault", "what is wrong with it besides", "secondfault:malformed",
                        RunField.names(Fault.values(), Fault::wireName),
                        facts(f -> f.secondFault().stream().map(Fault::wireName).toList())),
                RunField.words("ended", "how it came to its end", "ended:step_limit",
                        RunField.names(RunEnding.values(), RunEnding::wireName),
                        facts(f -> List.of(f.conduct().ending().wireName()))),
                RunField.words("health", "what the harness or the form of a call did to it; step_limit is the agent's",
                        "health:null_result",
                        RunField.names(HealthFinding.Kind.values(), HealthFinding.Kind::wireName),
                        facts(f -> f.health().stream().map(HealthFinding.Kind::wireName).toList())),
                RunField.words("nearmiss", "something that was nearly right", "nearmiss:other_variant",
                        RunField.names(NearMiss.Kind.values(), NearMiss.Kind::wireName),
                        facts(f -> f.nearMisses().stream().map(NearMiss.Kind::wireName).toList())),
                RunField.flag("letgo", "whether a fully satisfying product was seen and let go",
                        facts(f -> f.milestones().letGo().isPresent())),
                RunField.flag("outofsteps", "whether the steps left could no longer hold what was needed",
                        facts(f -> f.milestones().outOfSteps().isPresent())),
                RunField.flag(PAGED, "whether it ever asked for a page after the first; " + PAGED + " alone means yes",
                        facts(f -> f.conduct().paged())));
    }

    private static Stream<RunField> ofTheClaims() {
        return Stream.of(
                claims("claims.checked", "how many things it stated that could be checked", _ -> true),
                claims("claims.wrong", "how many things it stated that are not so, in whichever way", count -> count.verdict().isWrong()),
                claims("claims.other", "of these, how many are true of another product that it had been shown",
                        verdict(Claim.Verdict.OTHER_PRODUCT)),
                claims("claims.contradicted", "of these, how many it had been shown to be otherwise", verdict(Claim.Verdict.CONTRADICTED)),
                claims("claims.false", "of these, how many the catalogue or arithmetic alone says are otherwise",
                        verdict(Claim.Verdict.FALSE)),
                claims("claims.unseen", "how many things it stated that nothing it was shown supports", verdict(Claim.Verdict.UNOBSERVED)),
                RunField.words("claims.kind", "the kind of something that it stated, right or wrong", "claims.kind:price", CLAIM_KINDS,
                        facts(f -> f.claims().counts().stream().map(count -> count.kind().wireName()).distinct().toList())),
                RunField.words("wrong.kind", "the kind of something that it stated and that is not so", "wrong.kind:price", CLAIM_KINDS,
                        facts(f -> f.claims().wrong().stream().map(claim -> claim.kind().wireName()).distinct().toList())),
                RunField.number("wrong.recommended", "how many things it stated of what it recommends that are not so",
                        "wrong.recommended>0", facts(f -> List.of(f.claims().wrong(About.RECOMMENDED)))),
                RunField.number("wrong.step", "a step that states something that is not so", "wrong.step>=5",
                        facts(f -> f.claims().wrong().stream().map(claim -> claim.step()).toList())));
    }

    private static RunField claims(String name, String help, Predicate<Count> which) {
        return RunField.number(name, help, name + ">0", facts(f -> List.of(f.claims().count(About.ANY, which))));
    }

    private static Predicate<Count> verdict(Claim.Verdict verdict) {
        return count -> count.verdict() == verdict;
    }

    private static Stream<RunField> ofTheTargets() {
        return Stream.of(
                RunField.text("target", "a target's id", "target:4938874422",
                        run -> run.facts().map(f -> f.targets().stream().map(TargetFacts::productId).toList()).orElse(List.of())),
                RunField.number("target.page", "a page on which a search showed a target, or would have, had the agent asked for it",
                        "target.page:2", targets(RunFields::pages)),
                RunField.number("target.place", "a target's best place on a page", "target.place<=3",
                        targets(t -> t.best().stream().map(spot -> spot.position()).toList())),
                RunField.number("target.rank", "a target's best rank without filters", "target.rank>1000",
                        targets(t -> boxed(t.bestRank()))),
                RunField.words("target.hidden", "what kept a target out of an answer", "target.hidden:price",
                        RunField.names(HiddenBy.values(), RunFields::shortName),
                        targets(t -> t.hiddenBy().stream().map(RunFields::shortName).toList())),
                sight("target.returned", "whether a search returned a target; no: some target was not returned", TargetFacts::returned),
                sight("target.viewed", "whether a target was looked at", TargetFacts::viewed),
                sight("target.named", "whether a target was named in a thought or a response", TargetFacts::named),
                sight("target.recommended", "whether a target was recommended", TargetFacts::recommended));
    }

    private static Stream<RunField> ofTheCart() {
        List<String> misses = new ArrayList<>(RunField.names(Miss.values(), Miss::wireName));
        misses.add(VOUCHER);
        List<String> values = new ArrayList<>(misses);
        values.add(NOTHING);
        misses.forEach(miss -> values.add(ONLY + miss));
        return Stream.of(
                new RunField("cart.misses", "what the recommendation misses; only-X: that and nothing else. voucher: the sum to pay of a "
                        + "voucher task, because the voucher does not apply or does not suffice",
                        "cart.misses:only-voucher", values, (_, comparison, value) -> {
                            RunField.equality("cart.misses", comparison);
                            return misses(value.toLowerCase(Locale.ROOT).replace('-', '_'), values);
                        }),
                RunField.words("cart.voucher", "what became of the voucher", "cart.voucher:unusable",
                        RunField.names(VoucherUse.values(), VoucherUse::wireName),
                        facts(f -> f.cart().flatMap(Cart::voucher).stream().map(VoucherUse::wireName).toList())));
    }

    private static Function<RunRecord, Optional<Boolean>> misses(String value, List<String> values) {
        if (!values.contains(value)) {
            throw new IllegalArgumentException("it is one of " + String.join(", ", values).replace('_', '-'));
        }
        if (value.equals(NOTHING)) {
            return cart((cart, _) -> cart.misses().isEmpty());
        }
        boolean only = value.startsWith(ONLY);
        String name = only ? value.substring(ONLY.length()) : value;
        boolean voucher = name.equals(VOUCHER);
        Miss miss = EnumSet.allOf(Miss.class).stream()
                .filter(m -> m.wireName().equals(voucher ? Miss.BUDGET.wireName() : name))
                .findFirst()
                .orElseThrow();
        return cart((cart, facts) -> (only ? cart.missesOnly(Set.of(miss)) : cart.misses().contains(miss))
                && (!voucher || facts.intent().equals(Optional.of(Intent.VOUCHER))));
    }

    private interface CartTest {
        boolean holds(Cart cart, RunFacts facts);
    }

    private static Function<RunRecord, Optional<Boolean>> cart(CartTest test) {
        return facts(f -> f.cart().filter(cart -> test.holds(cart, f)).isPresent());
    }

    private static <T> Function<RunRecord, Optional<T>> facts(Function<RunFacts, T> of) {
        return run -> run.facts().map(of);
    }

    private static <T> Function<RunRecord, Optional<List<T>>> targets(Function<TargetFacts, ? extends Collection<T>> of) {
        return run -> run.facts().map(f -> f.targets().stream().<T>flatMap(target -> of.apply(target).stream()).toList());
    }

    private static RunField sight(String name, String help, Predicate<TargetFacts> sight) {
        return new RunField(name, help, name + ":no", List.of("yes", "no"), (_, comparison, value) -> {
            RunField.equality(name, comparison);
            boolean wanted = switch (value.toLowerCase(Locale.ROOT)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new IllegalArgumentException("it is yes or no");
            };
            return run -> run.facts().map(f -> f.targets().stream().anyMatch(target -> sight.test(target) == wanted));
        });
    }

    private static List<Integer> pages(TargetFacts target) {
        return IntStream.concat(
                target.best().stream().mapToInt(spot -> spot.page()), target.hiddenOn().stream().mapToInt(page -> page))
                .distinct()
                .boxed()
                .toList();
    }

    private static List<Integer> boxed(OptionalInt number) {
        return number.stream().boxed().toList();
    }

    /// `filter:price` as `price`: the colon would have to be quoted.
    private static String shortName(HiddenBy by) {
        return by.wireName().replace("filter:", "").replace("shop_id", "shop");
    }
}
