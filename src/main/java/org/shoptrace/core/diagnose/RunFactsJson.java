package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.NearMiss;
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
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// Facts of runs as JSON, for files of our own; what is empty is left out.
final class RunFactsJson {
    private RunFactsJson() {}

    static Json.Obj encode(RunFacts facts) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", Json.of(facts.id().sha256()));
        fields.put("result", name(facts.result()));
        facts.intent().ifPresent(intent -> fields.put("intent", name(intent)));
        facts.stage().ifPresent(stage -> fields.put("stage", name(stage)));
        facts.fault().ifPresent(fault -> fields.put("fault", name(fault)));
        facts.secondFault().ifPresent(fault -> fields.put("second", name(fault)));
        fields.put("targets", Json.array(facts.targets().stream().map(RunFactsJson::target).toList()));
        fields.put("rewards", Json.array(facts.rewards().stream().map(RunFactsJson::reward).toList()));
        facts.cart().ifPresent(cart -> {
            fields.put("misses", names(cart.misses()));
            cart.voucher().ifPresent(voucher -> fields.put("voucher", name(voucher)));
        });
        fields.put("steps", number(facts.conduct().steps()));
        SequencedMap<String, Json> calls = new LinkedHashMap<>();
        facts.conduct().calls().forEach((tool, count) -> calls.put(tool, number(count)));
        fields.put("calls", new Json.Obj(calls));
        fields.put("page", number(facts.conduct().highestPage()));
        fields.put("ending", name(facts.conduct().ending()));
        fields.put("viewed", Json.texts(facts.viewed()));
        fields.put("recommended", Json.texts(facts.recommended()));
        fields.put("health", names(facts.health()));
        fields.put("near", names(facts.nearMisses()));
        ClaimFactsJson.put(fields, facts.claims());
        fields.put("uncompared", number(facts.notCompared()));
        put(fields, "out_of_steps", facts.milestones().outOfSteps());
        put(fields, "let_go", facts.milestones().letGo());
        put(fields, "committed", facts.milestones().committed());
        return new Json.Obj(fields);
    }

    /// @throws IllegalArgumentException when the object is not what [#encode] makes
    static RunFacts decode(Json.Obj json) {
        SequencedMap<String, Integer> calls = new LinkedHashMap<>();
        json.object("calls").orElseThrow(() -> lacks("calls")).fields().forEach((tool, count) -> calls.put(tool, number(count)));
        Optional<Cart> cart = json.get("misses").isEmpty()
                ? Optional.empty()
                : Optional.of(new Cart(set(json, "misses", Miss.class), json.text("voucher").map(VoucherUse::valueOf)));
        return new RunFacts(
                new RunId(text(json, "id")),
                Result.valueOf(text(json, "result")),
                json.text("intent").map(Intent::valueOf),
                json.text("stage").map(Stage::valueOf),
                json.text("fault").map(Fault::valueOf),
                json.text("second").map(Fault::valueOf),
                json.items("targets").stream().map(target -> target((Json.Obj) target)).toList(),
                json.items("rewards").stream().map(reward -> reward((Json.Obj) reward)).toList(),
                cart,
                new Conduct(integer(json, "steps"), calls, integer(json, "page"), RunEnding.valueOf(text(json, "ending"))),
                texts(json, "viewed"),
                texts(json, "recommended"),
                set(json, "health", HealthFinding.Kind.class),
                set(json, "near", NearMiss.Kind.class),
                ClaimFactsJson.from(json),
                integer(json, "uncompared"),
                new Milestones(optional(json, "out_of_steps"), optional(json, "let_go"), optional(json, "committed")));
    }

    private static Json.Obj target(TargetFacts target) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", Json.of(target.productId()));
        fields.put("sights", Json.texts(sights(target)));
        target.best().ifPresent(best -> fields.put("best", numbers(List.of(best.page(), best.position()))));
        fields.put("pages", numbers(target.hiddenOn()));
        fields.put("hidden", names(target.hiddenBy()));
        put(fields, "rank", target.bestRank());
        return new Json.Obj(fields);
    }

    private static TargetFacts target(Json.Obj json) {
        List<String> sights = texts(json, "sights");
        List<Integer> best = json.items("best").stream().map(RunFactsJson::number).toList();
        return new TargetFacts(
                text(json, "id"),
                sights.contains("returned"),
                sights.contains("viewed"),
                sights.contains("named"),
                sights.contains("recommended"),
                best.size() == 2 ? Optional.of(new Spot(best.get(0), best.get(1))) : Optional.empty(),
                json.items("pages").stream().map(RunFactsJson::number).toList(),
                set(json, "hidden", HiddenBy.class),
                optional(json, "rank"));
    }

    private static Json.Obj reward(RewardFacts reward) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("target", Json.of(reward.target()));
        fields.put("passed", names(reward.passed()));
        reward.stage().ifPresent(stage -> fields.put("stage", name(stage)));
        reward.fault().ifPresent(fault -> fields.put("fault", name(fault)));
        return new Json.Obj(fields);
    }

    private static RewardFacts reward(Json.Obj json) {
        return new RewardFacts(
                text(json, "target"), set(json, "passed", Waypoint.class), json.text("stage").map(Stage::valueOf),
                json.text("fault").map(Fault::valueOf));
    }

    private static List<String> sights(TargetFacts target) {
        List<String> sights = new ArrayList<>();
        if (target.returned()) {
            sights.add("returned");
        }
        if (target.viewed()) {
            sights.add("viewed");
        }
        if (target.named()) {
            sights.add("named");
        }
        if (target.recommended()) {
            sights.add("recommended");
        }
        return sights;
    }

    static Json name(Enum<?> value) {
        return Json.of(value.name());
    }

    private static Json names(Collection<? extends Enum<?>> values) {
        return Json.texts(values.stream().map(Enum::name).toList());
    }

    static Json number(int value) {
        return Json.Num.of((long) value);
    }

    private static Json numbers(List<Integer> values) {
        return Json.array(values.stream().map(RunFactsJson::number).toList());
    }

    private static void put(SequencedMap<String, Json> fields, String key, OptionalInt value) {
        value.ifPresent(number -> fields.put(key, number(number)));
    }

    static String text(Json.Obj json, String key) {
        return json.text(key).orElseThrow(() -> lacks(key));
    }

    private static List<String> texts(Json.Obj json, String key) {
        return json.items(key).stream().map(item -> item.asText().orElseThrow(() -> lacks(key))).toList();
    }

    private static <E extends Enum<E>> Set<E> set(Json.Obj json, String key, Class<E> type) {
        Set<E> set = EnumSet.noneOf(type);
        texts(json, key).forEach(name -> set.add(Enum.valueOf(type, name)));
        return set;
    }

    private static int number(Json value) {
        if (value instanceof Json.Num number) {
            return (int) number.asDouble();
        }
        throw new IllegalArgumentException("no number: " + value);
    }

    static int integer(Json.Obj json, String key) {
        return number(json.get(key).orElseThrow(() -> lacks(key)));
    }

    private static OptionalInt optional(Json.Obj json, String key) {
        return json.get(key).map(value -> OptionalInt.of(number(value))).orElse(OptionalInt.empty());
    }

    static IllegalArgumentException lacks(String key) {
        return new IllegalArgumentException("no " + key);
    }
}
