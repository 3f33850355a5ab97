package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.VoucherRule;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.Budget;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// Sums a basket up again from the catalogue, and looks for the cheapest one that would have done among what searches returned.
final class BudgetCheck {
    /// Answers to a request that are tried with those to the others.
    private static final int CANDIDATES = 8;

    private final Sandbox sandbox;
    private final Equivalents equivalents;
    private final Sightings sightings;

    BudgetCheck(Sandbox sandbox, Equivalents equivalents, Sightings sightings) {
        this.sandbox = sandbox;
        this.equivalents = equivalents;
        this.sightings = sightings;
    }

    /// Empty for tasks without a basket.
    Optional<Budget> check(Recommendation recommendation) throws ShoptraceException {
        Task task = equivalents.task();
        if (task.intent() != Intent.SHOP && task.intent() != Intent.VOUCHER) {
            return Optional.empty();
        }
        List<Product> basket = new ArrayList<>();
        List<String> meant = recommendation.meant(task.rewards().size());
        for (int i = 0; i < task.rewards().size() && i < meant.size(); i++) {
            sandbox.product(meant.get(i)).ifPresent(basket::add);
        }
        boolean complete = basket.size() == task.rewards().size();
        Optional<Payment> payment = complete ? task.voucher().map(voucher -> VoucherRule.payment(voucher, basket)) : Optional.empty();
        double total = 0;
        for (Product product : basket) {
            total += product.priceValue();
        }
        return Optional.of(new Budget(
                basket.stream().map(Product::productId).toList(),
                basket.stream().map(Product::shopId).distinct().toList(),
                total,
                payment,
                payment.map(paid -> strict(paid, task.voucher().orElseThrow())),
                task.voucher().flatMap(Voucher::cap).map(Json.Num::asDouble),
                payment.filter(paid -> Double.isFinite(paid.budget())).map(paid -> paid.total() > paid.budget()),
                best()));
    }

    /// The payment where the total must exceed the threshold, as the query's words have it.
    private static Payment strict(Payment payment, Voucher voucher) {
        boolean exceeds = voucher.threshold().map(threshold -> payment.total() > threshold.asDouble()).orElse(true);
        return exceeds ? payment : new Payment(payment.total(), false, 0, payment.total(), payment.budget());
    }

    private Optional<Budget.BestBasket> best() throws ShoptraceException {
        Task task = equivalents.task();
        List<List<Product>> answers = new ArrayList<>();
        for (int reward = 0; reward < task.rewards().size(); reward++) {
            answers.add(equivalents.cheapest(reward, sightings));
        }
        return Stream.concat(ofTheCheapest(answers).stream(), ofOneShop(answers))
                .filter(basket -> !basket.isEmpty() && isFeasible(task, basket))
                .map(basket -> new Budget.BestBasket(basket.stream().map(Product::productId).toList(), toPay(task, basket)))
                .min(Comparator.comparingDouble(Budget.BestBasket::toPay));
    }

    /// Every basket of the cheapest answers to each request.
    private static List<List<Product>> ofTheCheapest(List<List<Product>> answers) {
        List<List<Product>> baskets = List.of(List.of());
        for (List<Product> each : answers) {
            List<List<Product>> longer = new ArrayList<>();
            for (Product candidate : each.stream().limit(CANDIDATES).toList()) {
                for (List<Product> basket : baskets) {
                    List<Product> with = new ArrayList<>(basket);
                    with.add(candidate);
                    longer.add(with);
                }
            }
            baskets = longer;
        }
        return baskets;
    }

    /// For every shop that answers all requests the basket of its cheapest answers, dear as it may be beside other shops'.
    private static Stream<List<Product>> ofOneShop(List<List<Product>> answers) {
        return answers.stream().flatMap(List::stream).map(Product::shopId).distinct()
                .map(shop -> answers.stream()
                        .flatMap(each -> each.stream().filter(product -> product.shopId().equals(shop)).limit(1))
                        .toList())
                .filter(basket -> basket.size() == answers.size());
    }

    private static boolean isFeasible(Task task, List<Product> basket) {
        return task.intent() == Intent.SHOP
                ? basket.stream().map(Product::shopId).distinct().count() == 1
                : task.voucher().filter(voucher -> VoucherRule.payment(voucher, basket).affordable()).isPresent();
    }

    private static double toPay(Task task, List<Product> basket) {
        return task.voucher()
                .map(voucher -> VoucherRule.payment(voucher, basket))
                .map(payment -> Math.min(payment.total(), payment.toPay()))
                .orElseGet(() -> basket.stream().mapToDouble(Product::priceValue).sum());
    }
}
