package org.shoptrace.core.score;

import java.util.List;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.task.Voucher;

/// What a basket costs with a voucher (`src/site/markdown/scoring.md`, *One task*). Prices are added in the order given, without rounding.
public final class VoucherRule {
    private VoucherRule() {}

    /// @param products the basket, in the order of the rewards
    public static Payment payment(Voucher voucher, List<Product> products) {
        double total = 0;
        for (Product product : products) {
            total += product.priceValue();
        }
        boolean usable = covers(voucher, products) && isReached(voucher, total);
        double toPay = usable ? discounted(voucher, total) : total;
        double budget = voucher.budget().map(Json.Num::asDouble).orElse(Double.NaN);
        return new Payment(total, usable, total - toPay, toPay, budget);
    }

    /// Whether the voucher's type allows these products: all of them, or those of one shop.
    public static boolean covers(Voucher voucher, List<Product> products) {
        return switch (voucher.type()) {
            case Voucher.PLATFORM -> true;
            case Voucher.SHOP -> products.stream().map(Product::shopId).distinct().count() == 1;
            default -> false;
        };
    }

    private static boolean isReached(Voucher voucher, double total) {
        return voucher.threshold().map(threshold -> total >= threshold.asDouble()).orElse(true);
    }

    /// In the released code's order of operations, so that the doubles are the same.
    private static double discounted(Voucher voucher, double total) {
        return switch (voucher.discountType()) {
            case Voucher.FIXED -> total - voucher.faceValue().map(Json.Num::asDouble).orElse(0.0);
            case Voucher.PERCENTAGE -> {
                double rated = total * (1 - voucher.discount().map(Json.Num::asDouble).orElse(0.0));
                yield voucher.cap().map(cap -> Math.max(rated, total - cap.asDouble())).orElse(rated);
            }
            default -> total;
        };
    }
}
