package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Usage;

/// What a simulation of tau2-bench says of itself: `reward_info` with the parts that its basis names, why it ended, whose task it was.
final class Tau2Verdict {
    private Tau2Verdict() {}

    static OwnRecord of(Json.Obj simulation) {
        Json.Obj rewards = simulation.object("reward_info").orElse(Json.Obj.EMPTY);
        OwnReading own = new OwnReading("tau2-bench's reward");
        rewards.get("reward").ifPresent(reward -> {
            if (reward instanceof Json.Num number) {
                own.score(number);
            }
        });
        rewards.object("reward_breakdown").ifPresent(own::parts);
        rewards.object("db_check").ifPresent(own::parts);
        checks(own, rewards, "action_checks", "actions", "action_match");
        checks(own, rewards, "env_assertions", "environment", "met");
        own.verdict(simulation).task(simulation).groups(simulation);
        simulation.object("metadata").ifPresent(own::metadata);
        Usage agent = new Usage(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                number(simulation, "agent_cost").flatMap(Json.Num::exact), number(simulation, "duration").map(Json.Num::asDouble));
        return own.took(agent).record();
    }

    private static Optional<Json.Num> number(Json.Obj object, String key) {
        return object.get(key).orElse(Json.NULL) instanceof Json.Num number && number.asDouble() >= 0
                ? Optional.of(number)
                : Optional.empty();
    }

    /// How many of a kind of check hold.
    private static void checks(OwnReading own, Json.Obj rewards, String key, String name, String holds) {
        List<Json> checks = rewards.items(key);
        Stream<Json.Obj> met = Fields.objects(checks).stream().filter(check -> check.get(holds).equals(Optional.of(new Json.Bool(true))));
        if (!checks.isEmpty()) {
            own.part(name, Json.of(met.count() + " of " + checks.size()));
        }
    }
}
