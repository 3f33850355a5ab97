package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.BasketVerdict.Check;
import org.shoptrace.model.score.BasketVerdict.Kind;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// The checks on all products of a shop or voucher task together (`src/site/markdown/scoring.md`, *One task*).
final class BasketChecks {
    private BasketChecks() {}

    static BasketVerdict check(Task task, List<ProductScore> scores, TargetRule rule) {
        List<Product> counted = scores.stream()
                .filter(score -> score.product().isPresent() && rule.countsInBasket(score))
                .flatMap(score -> score.product().stream())
                .toList();
        return check(task, counted, scores.size());
    }

    /// @param counted  the products that count, in the order of the requests
    /// @param requests how many there should be
    static BasketVerdict check(Task task, List<Product> counted, int requests) {
        boolean allAnswered = counted.size() == requests && requests > 0;
        List<String> shops = counted.stream().map(Product::shopId).distinct().toList();

        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                Kind.ALL_ANSWERED,
                requests + " products",
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
        Payment payment = VoucherRule.payment(task.voucher().get(), counted);
        checks.add(new Check(
                Kind.WITHIN_BUDGET,
                budget(task.voucher().get()),
                money(Math.min(payment.total(), payment.toPay())),
                payment.affordable(),
                reason(payment, VoucherRule.covers(task.voucher().get(), counted))));
        return new BasketVerdict(checks, Optional.of(payment));
    }

    private static String reason(Payment payment, boolean covered) {
        if (payment.total() <= payment.budget()) {
            return "affordable without the voucher";
        }
        if (payment.voucherUsable()) {
            return money(payment.total()) + " less " + money(payment.discount())
                    + (payment.affordable() ? ", affordable with the voucher" : ", too dear even with the voucher");
        }
        return covered
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
