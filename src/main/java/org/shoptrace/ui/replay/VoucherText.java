package org.shoptrace.ui.replay;

import java.util.Optional;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.ui.kit.Money;

/// A voucher in words.
final class VoucherText {
    private VoucherText() {}

    /// Such as `Platform voucher: 40 % off, at most ₱574.00, from ₱810.00`.
    static String describe(Voucher voucher) {
        String kind = voucher.type().equals(Voucher.SHOP) ? "Shop voucher (all from one shop)" : "Platform voucher";
        return kind + ": " + discount(voucher) + voucher.threshold().map(from -> ", from " + Money.peso(from)).orElse("");
    }

    static String discount(Voucher voucher) {
        return switch (voucher.discountType()) {
            case Voucher.FIXED -> voucher.faceValue().map(Money::peso).orElse("nothing") + " off";
            case Voucher.PERCENTAGE -> percent(voucher.discount()) + " off" + voucher.cap().map(cap -> ", at most " + Money.peso(cap)).orElse("");
            default -> "discount “" + voucher.discountType() + "”";
        };
    }

    private static String percent(Optional<Json.Num> share) {
        return share.flatMap(Json.Num::exact)
                .map(exact -> exact.movePointRight(2).stripTrailingZeros().toPlainString() + " %")
                .orElse("nothing");
    }
}
