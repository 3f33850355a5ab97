package org.shoptrace.core.evaluate;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shoptrace.model.score.ConstraintVerdict.Kind;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;

/// Which kinds of constraints a task states, whether or not a run was made of it.
final class StatedConstraints {
    private StatedConstraints() {}

    /// In the order of the kinds. A web task carries a whole product as its reward, of which only the title is scored, beside the answer.
    static Set<Kind> of(Task task) {
        if (task.intent() == Intent.WEB) {
            return EnumSet.of(Kind.TITLE, Kind.KNOWLEDGE);
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Reward reward : task.rewards()) {
            add(kinds, Kind.TITLE, !reward.titles().isEmpty());
            add(kinds, Kind.PRICE, !reward.prices().isEmpty());
            add(kinds, Kind.SERVICE, !reward.services().isEmpty());
            add(kinds, Kind.SKU, reward.skuOptions().stream().anyMatch(options -> !options.isEmpty()));
            add(kinds, Kind.ATTRIBUTE, reward.attributes().stream()
                    .anyMatch(pairs -> pairs.values().stream().anyMatch(values -> !values.isEmpty())));
        }
        return kinds;
    }

    /// How many constraints a task states, over all its products: each title, price range and service, and each pair of a variant or an
    /// attribute; of a web task the title and the answer.
    static int count(Task task) {
        if (task.intent() == Intent.WEB) {
            return 2;
        }
        return task.rewards().stream().mapToInt(StatedConstraints::count).sum();
    }

    private static int count(Reward reward) {
        int options = reward.skuOptions().stream().mapToInt(Map::size).sum();
        int attributes = reward.attributes().stream().flatMap(pairs -> pairs.values().stream()).mapToInt(List::size).sum();
        return reward.titles().size() + reward.prices().size() + reward.services().size() + options + attributes;
    }

    private static void add(Set<Kind> kinds, Kind kind, boolean stated) {
        if (stated) {
            kinds.add(kind);
        }
    }
}
