package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.VoucherRule;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.ConstraintMatrix.Cell;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.score.ConstraintVerdict.Kind;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// What a task asks of all products together, told of a single one: whether its shop can serve every request, and whether it leaves
/// enough of the budget for the others.
///
/// A shop can serve when the targets are its own, or when products of it that searches returned answer every request. For the budget the
/// product stands with the cheapest that answers each other request, of those returned or the target.
final class BasketFit {
    private final Task task;
    private final Set<String> shops;
    private final List<Optional<Product>> cheapest;

    private BasketFit(Task task, Set<String> shops, List<Optional<Product>> cheapest) {
        this.task = task;
        this.shops = shops;
        this.cheapest = cheapest;
    }

    static BasketFit of(Equivalents equivalents, Sandbox sandbox, Sightings sightings) throws ShoptraceException {
        Task task = equivalents.task();
        Set<String> shops = new LinkedHashSet<>();
        List<Optional<Product>> cheapest = new ArrayList<>();
        if (task.intent() == Intent.SHOP || task.intent() == Intent.VOUCHER) {
            for (int i = 0; i < task.rewards().size(); i++) {
                List<Product> answers = new ArrayList<>(equivalents.cheapest(i, sightings));
                sandbox.product(task.rewards().get(i).productId()).ifPresent(answers::add);
                Set<String> theirs = new LinkedHashSet<>();
                answers.forEach(product -> theirs.add(product.shopId()));
                if (i == 0) {
                    shops.addAll(theirs);
                } else {
                    shops.retainAll(theirs);
                }
                cheapest.add(answers.stream().min((a, b) -> Double.compare(a.priceValue(), b.priceValue())));
            }
        }
        return new BasketFit(task, shops, cheapest);
    }

    /// @param reward  the request that the product would be taken for, from 0
    /// @param visible the step from which on shop and price had been shown
    List<Cell> cells(int reward, Product product, OptionalInt visible) {
        List<Cell> cells = new ArrayList<>();
        boolean oneShop = task.intent() == Intent.SHOP
                || task.voucher().filter(voucher -> voucher.type().equals(Voucher.SHOP)).isPresent();
        if (oneShop && task.rewards().size() > 1) {
            boolean serves = shops.contains(product.shopId());
            cells.add(new Cell(
                    Kind.SHOP,
                    shops.isEmpty() ? "a shop that has everything" : "shop " + String.join(" or ", shops),
                    "shop " + product.shopId(),
                    shops.isEmpty() ? Optional.empty() : Optional.of(serves),
                    serves ? "its shop has an answer to every request" : "no answer to every request is known of its shop",
                    visible,
                    Optional.empty()));
        }
        task.voucher().filter(voucher -> voucher.budget().isPresent())
                .ifPresent(voucher -> cells.add(budget(voucher, reward, product, visible)));
        return cells;
    }

    private Cell budget(Voucher voucher, int reward, Product product, OptionalInt visible) {
        List<Product> basket = new ArrayList<>();
        List<Reward> rewards = task.rewards();
        for (int i = 0; i < rewards.size(); i++) {
            (i == reward ? Optional.of(product) : cheapest.get(i)).ifPresent(basket::add);
        }
        Payment payment = VoucherRule.payment(voucher, basket);
        boolean complete = basket.size() == rewards.size();
        String toPay = String.format(Locale.ROOT, "%.2f", Math.min(payment.total(), payment.toPay()));
        return new Cell(
                Kind.BUDGET,
                "at most " + voucher.budget().map(Json.Num::text).orElse(""),
                complete ? toPay + " to pay" : "",
                complete ? Optional.of(payment.affordable()) : Optional.empty(),
                !complete
                        ? "a target is not in the catalogue"
                        : rewards.size() == 1
                                ? (payment.affordable() ? "affordable" : "too dear")
                                : "with the cheapest answer to each other request",
                visible,
                Optional.empty());
    }
}
