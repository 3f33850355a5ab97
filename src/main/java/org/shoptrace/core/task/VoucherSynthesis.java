package org.shoptrace.core.task;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.catalog.SeededChoice;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Voucher;

/// Makes vouchers that turn a basket from too dear into just affordable, and words them as the benchmark's queries do.
final class VoucherSynthesis {
    private final SeededChoice choice;

    VoucherSynthesis(SeededChoice choice) {
        this.choice = choice;
    }

    /// @param total what the targets cost together, Philippine peso
    Voucher voucher(String type, double total) {
        Json.Num threshold = Json.Num.of((long) Math.max(1, Math.floor(total * choice.between(0.25, 0.85))));
        if (choice.chance(0.5)) {
            double face = Math.max(2, Math.floor(total * choice.between(0.1, 0.35)));
            double after = total - face;
            return new Voucher(
                    type,
                    Optional.of(threshold),
                    Voucher.FIXED,
                    Optional.of(Json.Num.of((long) face)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Json.Num.of(after)),
                    Optional.of(budget(after)));
        }
        int percent = choice.between(8, 40);
        double discount = percent / 100.0;
        double cap = Math.max(2, Math.floor(total * discount * choice.between(0.6, 1.8)));
        double after = Math.max(total * (1 - discount), total - cap);
        return new Voucher(
                type,
                Optional.of(threshold),
                Voucher.PERCENTAGE,
                Optional.empty(),
                Optional.of(Json.Num.of(discount)),
                Optional.of(Json.Num.of((long) cap)),
                Optional.of(Json.Num.of(after)),
                Optional.of(budget(after)));
    }

    /// The sentences that follow the items in a query.
    static String text(Voucher voucher) {
        String scope = voucher.type().equals(Voucher.PLATFORM)
                ? "The voucher applies to all products."
                : "The voucher only applies to the products from the same shop.";
        String discount = voucher.discountType().equals(Voucher.FIXED)
                ? "It provides a fixed discount of `" + figure(voucher.faceValue()) + "`."
                : "It provides a percentage discount of `" + percent(voucher.discount()) + "%` with a cap of `" + figure(voucher.cap())
                        + "`.";
        return String.join(
                "\n",
                List.of(
                        "My budget is only `" + figure(voucher.budget()) + "`, but I have a voucher with the following rules:",
                        "1. " + scope,
                        "2. It is valid only when the total price of the products exceeds `" + figure(voucher.threshold()) + "`.",
                        "3. " + discount));
    }

    private Json.Num budget(double after) {
        return Json.Num.of((long) Math.ceil(after * choice.between(1.0, 1.08)));
    }

    private static String figure(Optional<Json.Num> number) {
        return number.map(Json.Num::text).orElse("");
    }

    private static long percent(Optional<Json.Num> share) {
        return Math.round(100 * share.map(Json.Num::asDouble).orElse(0.0));
    }
}
