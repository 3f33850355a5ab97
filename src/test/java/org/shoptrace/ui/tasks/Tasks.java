package org.shoptrace.ui.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// One task of each intent over `Products.kettles`, for tests.
final class Tasks {
    static final Voucher HALF = new Voucher(
            Voucher.PLATFORM,
            Optional.of(Json.Num.of(40L)),
            Voucher.PERCENTAGE,
            Optional.empty(),
            Optional.of(Json.Num.of(0.5)),
            Optional.of(Json.Num.of(20L)),
            Optional.of(Json.Num.of(30.0)),
            Optional.of(Json.Num.of(35L)));

    static final Task PRODUCT = task(Intent.PRODUCT, "Find a grey kettle", List.of(reward("k2")), Optional.empty(), Optional.empty());
    static final Task WEB = task(Intent.WEB, "Who invented the kettle?", List.of(reward("k3")), Optional.empty(),
            Optional.of("Arthur Leslie Large"));
    static final Task SHOP = task(Intent.SHOP, "Two kettles of one shop", List.of(reward("k1"), reward("k4")), Optional.empty(),
            Optional.empty());
    static final Task VOUCHER = task(Intent.VOUCHER, "Two kettles with a voucher", List.of(reward("k2"), reward("k3")), Optional.of(HALF),
            Optional.empty());
    static final List<Task> ALL = List.of(PRODUCT, WEB, SHOP, VOUCHER);

    private Tasks() {}

    private static Task task(
            Intent intent, String query, List<Reward> rewards, Optional<Voucher> voucher, Optional<String> answer) {
        Json.Obj source = Json.Obj.EMPTY.with("query", Json.of(query));
        return new Task(intent, query, rewards, voucher, answer, Optional.empty(), Optional.empty(), source);
    }

    private static Reward reward(String productId) {
        return new Reward(
                productId,
                List.of("Steel kettle"),
                List.of(new LinkedHashMap<>(Map.of("color_family", "grey"))),
                List.of(new LinkedHashMap<>(Map.of("material", List.of("steel")))),
                List.of("COD"),
                List.of(new PriceRange(PriceRange.LESS_THAN, Optional.empty(), Optional.of(Json.Num.of(95L)))),
                Optional.empty());
    }
}
