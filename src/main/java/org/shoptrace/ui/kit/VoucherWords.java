package org.shoptrace.ui.kit;

import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Voucher;

/// A voucher in a sentence.
public final class VoucherWords {
    private VoucherWords() {}

    /// Such as `A platform voucher, for all products: 40 % off, at most ₱574.00, once they come to ₱810.00.`
    public static String sentence(Voucher voucher) {
        String threshold = voucher.threshold().map(from -> ", once they come to " + Money.peso(from)).orElse("");
        return scope(voucher) + ": " + discount(voucher) + threshold + ".";
    }

    /// `40 %`, or `9.5 %` where a share is no whole percentage.
    public static String percent(Json.Num share) {
        return Counts.plain(share)
                .map(value -> value.movePointRight(2).stripTrailingZeros().toPlainString() + " %")
                .orElse(share.text() + " × 100 %");
    }

    private static String scope(Voucher voucher) {
        return switch (voucher.type()) {
            case Voucher.PLATFORM -> "A platform voucher, for all products";
            case Voucher.SHOP -> "A shop voucher, for products of one shop only";
            default -> "A voucher of the unknown type “" + voucher.type() + "”, which nothing satisfies";
        };
    }

    /// What it takes off, such as `40 % off, at most ₱574.00`.
    public static String discount(Voucher voucher) {
        return switch (voucher.discountType()) {
            case Voucher.FIXED -> voucher.faceValue().map(face -> Money.peso(face) + " off").orElse("nothing off");
            case Voucher.PERCENTAGE ->
                voucher.discount().map(share -> percent(share) + " off").orElse("nothing off")
                        + voucher.cap().map(cap -> ", at most " + Money.peso(cap)).orElse("");
            default -> "nothing off, for its discount is of the unknown type “" + voucher.discountType() + "”";
        };
    }
}
