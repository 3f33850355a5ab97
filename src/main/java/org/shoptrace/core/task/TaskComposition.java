package org.shoptrace.core.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// Puts a new task together in the benchmark's form. Tasks that were read keep their own object; see [TaskCodec].
final class TaskComposition {
    private TaskComposition() {}

    static Task task(
            Intent intent, String query, List<Reward> rewards, Optional<Voucher> voucher, Optional<String> knowledgeAnswer) {
        List<Json.Obj> targets = rewards.stream().map(TaskComposition::reward).toList();
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("query", Json.of(query));
        knowledgeAnswer.ifPresent(answer -> fields.put("Knowledge_Attribute", Json.of(answer)));
        fields.put("reward", intent == Intent.SHOP || intent == Intent.VOUCHER ? Json.array(targets) : targets.getFirst());
        voucher.ifPresent(terms -> fields.put("voucher", voucher(terms)));
        return TaskCodec.decode(new Json.Obj(fields));
    }

    private static Json.Obj reward(Reward reward) {
        if (reward.record().isPresent()) {
            return ProductCodec.encode(reward.record().get());
        }
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("product_id", Json.of(reward.productId()));
        fields.put("title", Json.texts(reward.titles()));
        List<Json.Obj> skuOptions = reward.skuOptions().stream().map(TaskComposition::pairs).toList();
        List<Json.Obj> attributes = reward.attributes().stream().map(ProductCodec::encodeAttributes).toList();
        List<Json.Obj> prices = reward.prices().stream().map(TaskComposition::price).toList();
        putUnlessEmpty(fields, "sku_options", skuOptions);
        putUnlessEmpty(fields, "attributes", attributes);
        putUnlessEmpty(fields, "service", Json.texts(reward.services()).items());
        putUnlessEmpty(fields, "price", prices);
        return new Json.Obj(fields);
    }

    private static Json.Obj pairs(SequencedMap<String, String> pairs) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        pairs.forEach((key, value) -> fields.put(key, Json.of(value)));
        return new Json.Obj(fields);
    }

    private static Json.Obj price(PriceRange price) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put(price.mode(), Json.array(List.of(orNull(price.low()), orNull(price.high()))));
        return new Json.Obj(fields);
    }

    private static Json.Obj voucher(Voucher voucher) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("voucher_type", Json.of(voucher.type()));
        fields.put("threshold", orNull(voucher.threshold()));
        fields.put("discount_type", Json.of(voucher.discountType()));
        fields.put("face_value", orNull(voucher.faceValue()));
        fields.put("discount", orNull(voucher.discount()));
        fields.put("cap", orNull(voucher.cap()));
        fields.put("price_after_voucher", orNull(voucher.priceAfterVoucher()));
        fields.put("budget", orNull(voucher.budget()));
        return new Json.Obj(fields);
    }

    private static Json orNull(Optional<Json.Num> number) {
        return number.<Json>map(figure -> figure).orElse(Json.NULL);
    }

    private static void putUnlessEmpty(SequencedMap<String, Json> fields, String key, List<? extends Json> items) {
        if (!items.isEmpty()) {
            fields.put(key, Json.array(new ArrayList<>(items)));
        }
    }
}
