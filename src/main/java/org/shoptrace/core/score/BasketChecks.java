package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.BasketVerdict.Check;
import org.shoptrace.model.score.BasketVerdict.Kind;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// The checks on all products of a shop or voucher task together (`spec/scoring.md`, *One task*).
final class BasketChecks {
    private BasketChecks() {}

    static BasketVerdict check(Task task, List<ProductScore> scores, TargetRule rule) {
        List<Product> counted = scores.stream()
                .filter(score -> score.product().isPresent() && rule.countsInBasket(score))
                .flatMap(score -> score.product().stream())
                .toList();
        boolean allAnswered = counted.size() == scores.size() && !scores.isEmpty();
        List<String> shops = counted.stream().map(Product::shopId).distinct().toList();

        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                Kind.ALL_ANSWERED,
                scores.size() + " products",
                counted.size() + " products",
                allAnswered,
                allAnswered ? "a product that counts for every request" : "a request has no product that counts"));
        if (task.intent() == Intent.SHOP) {
            boolean oneShop = allAnswered && shops.size() == 1;
            String reason = !allAnswered ? "a request is not answered" : oneShop ? "one shop" : shops.size() + " shops";
            checks.add(new Check(Kind.ONE_SHOP, "one shop", String.join(", ", shops), oneShop, reason));
            return new BasketVerdict(checks, Optional.empty());
        }
        if (!allAnswered || task.voucher().isEmpty()) {
            String reason = allAnswered ? "the task has no voucher and budget" : "a request is not answered";
            checks.add(new Check(Kind.WITHIN_BUDGET, task.voucher().map(BasketChecks::budget).orElse(""), "", false, reason));
            return new BasketVerdict(checks, Optional.empty());
        }
        Payment payment = payment(task.voucher().get(), counted, shops.size() == 1);
        checks.add(new Check(
                Kind.WITHIN_BUDGET,
                budget(task.voucher().get()),
                money(Math.min(payment.total(), payment.toPay())),
                payment.affordable(),
                reason(task.voucher().get(), payment, shops.size() == 1)));
        return new BasketVerdict(checks, Optional.of(payment));
    }

    private static Payment payment(Voucher voucher, List<Product> products, boolean oneShop) {
        double total = 0;
        for (Product product : products) {
            total += product.priceValue();
        }
        boolean usable = isForThese(voucher, oneShop) && isReached(voucher, total);
        double toPay = usable ? discounted(voucher, total) : total;
        double budget = voucher.budget().map(Json.Num::asDouble).orElse(Double.NaN);
        return new Payment(total, usable, total - toPay, toPay, budget);
    }

    private static boolean isForThese(Voucher voucher, boolean oneShop) {
        return voucher.type().equals(Voucher.PLATFORM) || (voucher.type().equals(Voucher.SHOP) && oneShop);
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

    private static String reason(Voucher voucher, Payment payment, boolean oneShop) {
        if (payment.total() <= payment.budget()) {
            return "affordable without the voucher";
        }
        if (payment.voucherUsable()) {
            return money(payment.total()) + " less " + money(payment.discount())
                    + (payment.affordable() ? ", affordable with the voucher" : ", too dear even with the voucher");
        }
        return isForThese(voucher, oneShop)
                ? "too dear, and the total does not reach the voucher's threshold"
                : "too dear, and the voucher is for products of one shop";
    }

    private static String budget(Voucher voucher) {
        return voucher.budget().map(budget -> "at most " + budget.text()).orElse("no budget stated");
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
